namespace Pipeline.App.Api;

/// <summary>Reads bodies no further than they may be long.</summary>
internal static class RequestBody
{
    /// <summary>The body, or none when it is longer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">Bytes that it may have.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(ApiRequest request, int longest)
    {
        byte[] buffer = new byte[longest + 1];
        int length = await request.Http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.Cancellation);
        if (length > longest)
        {
            // As one expression with '?:' this would be empty memory: an array that is null converts to that.
            return null;
        }

        return buffer.AsMemory(0, length);
    }
}
