using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>What no answer may be, whatever was asked.</summary>
internal static class AnswerFaults
{
    /// <summary>What is wrong with an answer, or none.</summary>
    public static async Task<string?> FindAsync(HttpRequestMessage request, HttpResponseMessage answer)
    {
        int status = (int)answer.StatusCode;
        if (status >= 500)
        {
            return $"{status} {await answer.Content.ReadAsStringAsync()}";
        }

        if (answer.Headers.Contains("X-Evil") || answer.Headers.Contains("Server"))
        {
            return "a header that nobody sends";
        }

        if (status < 400)
        {
            return status == StatusCodes.Status200OK && request.Method == HttpMethod.Get && answer.Headers.TryGetValues("Repr-Digest", out IEnumerable<string>? said)
                && said.Single() != $"sha-256=:{Convert.ToBase64String(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()))}:"
                ? "a digest of other bytes"
                : null;
        }

        string body = await answer.Content.ReadAsStringAsync();
        if (body.Contains(HostileText.Canary, StringComparison.Ordinal) && request.Method != HttpMethod.Post)
        {
            return "what was sent is repeated";
        }

        if (request.Method == HttpMethod.Head)
        {
            return body.Length == 0 ? null : "a body after HEAD";
        }

        // A path with a zero byte never comes to the program: the web server refuses it by itself, with no body.
        if (status == 400 && body.Length == 0 && request.RequestUri!.OriginalString.Split('?')[0].Contains("%00", StringComparison.Ordinal))
        {
            return null;
        }

        if (answer.Content.Headers.ContentType?.MediaType is not "application/problem+json" and var media)
        {
            return $"{status} as {media ?? "nothing"}";
        }

        JsonElement problem = JsonDocument.Parse(body).RootElement;
        return problem.GetProperty("type").GetString()!.StartsWith("/api/v1/problems/", StringComparison.Ordinal) && problem.GetProperty("status").GetInt32() == status
            && problem.GetProperty("title").GetString()!.Length > 0 && problem.GetProperty("detail").GetString()!.Length > 0 && problem.GetProperty("traceId").GetString()!.Length > 0
            ? null
            : $"a problem that says too little: {body}";
    }
}
