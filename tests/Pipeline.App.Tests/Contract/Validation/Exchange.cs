using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>A request as it was sent to the program, and what the program answered.</summary>
internal sealed record Exchange(HttpMethod Method, Uri Address, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers, byte[] Body)
{
    /// <summary>Status of the answer.</summary>
    public HttpStatusCode Status { get; private init; }

    /// <summary>Headers of the answer that have a meaning without its connection.</summary>
    public IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> AnswerHeaders { get; private init; } = [];

    /// <summary>Body of the answer, without its content coding.</summary>
    public byte[] AnswerBody { get; private init; } = [];

    /// <summary>True when the program did what was asked.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 400;

    /// <summary>Reads both to their ends; either can still be read afterwards.</summary>
    public static async Task<Exchange> OfAsync(HttpRequestMessage request, byte[] body, HttpResponseMessage answer)
    {
        await answer.Content.LoadIntoBufferAsync();
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        return new Exchange(request.Method, request.RequestUri!, All(request.Headers, request.Content?.Headers), body)
        {
            Status = answer.StatusCode,
            AnswerHeaders = All(answer.Headers, answer.Content.Headers),
            AnswerBody = bytes.Length == 0 ? bytes : answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
            {
                "gzip" => Decoded(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)),
                "br" => Decoded(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)),
                _ => bytes,
            },
        };
    }

    private static IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> All(HttpHeaders own, HttpHeaders? ofContent) =>
        [.. own.Concat(ofContent is null ? [] : ofContent.AsEnumerable()).Where(header => header.Key is not ("Host" or "Connection" or "Transfer-Encoding" or "Content-Length" or "Content-Encoding" or "Accept-Encoding" or "Date"))];

    private static byte[] Decoded(Stream coded)
    {
        using (coded)
        {
            using MemoryStream plain = new();
            coded.CopyTo(plain);
            return plain.ToArray();
        }
    }
}
