using Microsoft.Net.Http.Headers;

namespace Pipeline.App.Api;

/// <summary>An answer whose bytes are ready: it is sent with its tag, digest and coding, as 304 when the caller has it, and in parts where it is a file.</summary>
/// <param name="Representation">The bytes.</param>
/// <param name="Freshness">How long it may be used again.</param>
internal sealed record PreparedAnswer(Representation Representation, Freshness Freshness) : IResult
{
    /// <summary>
    /// Value of <c>Vary</c>: what an answer depends on. Pages of portals are let in by name of their origin, and a copy that was stored without that word of
    /// consent must not be handed to one.
    /// </summary>
    public const string Vary = "Accept, Accept-Language, Accept-Encoding, Origin";

    /// <summary>Name under which it is saved, or none where it is read in place.</summary>
    public string? FileName { get; init; }

    /// <summary>Value of <c>Link</c> (RFC 8288), or none.</summary>
    public string? Link { get; init; }

    /// <summary>True when it depends on the current vintage and the address alone; one that rests on the list of vintages is made anew each time.</summary>
    public bool IsOfView { get; init; } = true;

    private bool IsFile => Representation.Media == MediaForm.Pdf;

    private static bool HasRareCondition(IHeaderDictionary headers) => headers.IfMatch.Count > 0 || headers.IfModifiedSince.Count > 0 || headers.IfUnmodifiedSince.Count > 0;

    /// <summary>Sends the bytes as they are. A caller who goes away meanwhile ends the writing by itself.</summary>
    private Task SendAsync(HttpContext http, CodedBytes coded, bool isKnown)
    {
        HttpResponse response = http.Response;
        response.Headers.ETag = coded.Tag;
        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        Describe(response.Headers, coded);
        response.ContentType = Representation.Media.ContentType;
        response.ContentLength = coded.Bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(coded.Bytes, CancellationToken.None).AsTask();
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        CodedBytes coded = Representation.For(httpContext.Request.Headers.AcceptEncoding.ToString());
        IHeaderDictionary headers = httpContext.Response.Headers;
        headers.CacheControl = CacheRule.Of(Freshness);
        headers.Vary = Vary;
        if (Link is not null)
        {
            headers.Link = Link;
        }

        // Most requests set no condition, or send back the very tag: they are answered here. Everything else about conditions and parts is the library's.
        return !IsFile && FileName is null && !HasRareCondition(httpContext.Request.Headers) && httpContext.Request.Headers.IfNoneMatch.ToString() is var known && (known.Length == 0 || known == coded.Tag)
            ? SendAsync(httpContext, coded, isKnown: known.Length > 0)
            : SendByLibraryAsync(httpContext, coded);
    }

    /// <summary>Adds what describes the bytes; a caller that has them is not told it again (RFC 9110, 15.4.5).</summary>
    private void Describe(IHeaderDictionary headers, CodedBytes coded)
    {
        headers[CodedBytes.DigestHeader] = coded.Digest;
        if (coded.Coding is not null)
        {
            headers.ContentEncoding = coded.Coding;
        }

        if (Representation.Language is { } language)
        {
            headers.ContentLanguage = RequestLanguage.Code(language);
        }
    }

    /// <summary>True when bytes are asked for by GET; a part in another unit, and one of an answer to HEAD, mean nothing (RFC 9110, 14.2).</summary>
    private static bool AsksForPart(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase);

    private async Task SendByLibraryAsync(HttpContext http, CodedBytes coded)
    {
        Describe(http.Response.Headers, coded);
        if (!AsksForPart(http.Request))
        {
            http.Request.Headers.Remove(HeaderNames.Range);
        }

        await TypedResults.Bytes(
            new ReadOnlyMemory<byte>(coded.Bytes), Representation.Media.ContentType, FileName, enableRangeProcessing: IsFile, entityTag: new EntityTagHeaderValue(coded.Tag)).ExecuteAsync(http);
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status304NotModified })
        {
            IHeaderDictionary headers = http.Response.Headers;
            headers.Remove(CodedBytes.DigestHeader);
            headers.ContentEncoding = headers.ContentLanguage = default;
        }

        // A condition that does not hold and a range that is not there are found only now, and answered with no body.
        if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status412PreconditionFailed or StatusCodes.Status416RangeNotSatisfiable } refused)
        {
            ProblemKind kind = ProblemKinds.Of(refused.StatusCode);
            await new ApiProblem(kind, kind.Remedy).ExecuteAsync(http);
        }
    }
}
