using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Pipeline.App.Api;

/// <summary>Reads what a form of a page sends, no further than it may be long.</summary>
internal static class FormBody
{
    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The fields, or why the body is not taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">Bytes that the body may have.</param>
    public static async Task<(IReadOnlyDictionary<string, StringValues> Fields, ApiProblem? Refusal)> ReadAsync(ApiRequest request, int longest)
    {
        HttpRequest http = request.Http.Request;
        if (http.ContentType is null || !http.ContentType.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return (new Dictionary<string, StringValues>(), new ApiProblem(ProblemKinds.UnsupportedMedia, new("フォームの形式（application/x-www-form-urlencoded）で送ってください。", $"Send it as {MediaType}.")));
        }

        (ReadOnlyMemory<byte> body, ApiProblem? refusal) = await RequestBody.ReadBytesAsync(request, longest);
        return (refusal is null ? QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)) : new Dictionary<string, StringValues>(), refusal);
    }
}
