using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Reads bodies no further than they may be long.</summary>
internal static class RequestBody
{
    /// <summary>How bodies are read: a member that stands twice could be meant either way, and is refused.</summary>
    public static JsonSerializerOptions Json { get; } = new(PipelineJson.Options) { AllowDuplicateProperties = false };

    /// <summary>A body of JSON, or why it is not taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">Bytes that it may have.</param>
    public static Task<(ReadOnlyMemory<byte> Body, ApiProblem? Refusal)> ReadAsync(ApiRequest request, int longest)
    {
        HttpRequest http = request.Http.Request;
        bool hasBody = http.ContentLength is not 0 && request.Http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not false;
        // A body without a type is refused as well: a page of another site may send one without asking.
        if ((hasBody || http.ContentType is not null) && !http.HasJsonContentType())
        {
            return Task.FromResult<(ReadOnlyMemory<byte>, ApiProblem?)>((default, new ApiProblem(ProblemKinds.UnsupportedMedia, ProblemKinds.UnsupportedMedia.Remedy)));
        }

        return ReadBytesAsync(request, longest);
    }

    /// <summary>A body of any form, or why it is not taken.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">Bytes that it may have.</param>
    public static async Task<(ReadOnlyMemory<byte> Body, ApiProblem? Refusal)> ReadBytesAsync(ApiRequest request, int longest)
    {
        HttpRequest http = request.Http.Request;
        if (http.ContentLength > longest)
        {
            return (default, ApiProblems.BodyTooLong(longest));
        }

        byte[] buffer = new byte[longest + 1];
        int length = await http.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.Cancellation);
        return length > longest ? (default, ApiProblems.BodyTooLong(longest)) : (buffer.AsMemory(0, length), null);
    }
}
