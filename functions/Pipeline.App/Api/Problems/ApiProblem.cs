using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Pipeline.App.Portal;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>
/// An answer that is no data: a problem document (RFC 9457) in the language of the request, or a page where people ask for one. It never repeats what the caller sent but the names of
/// known parameters and, of a body, the place at fault and in a scenario the number or word there.
/// </summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Detail">What is wrong in this request.</param>
internal sealed record ApiProblem(ProblemKind Kind, Bilingual Detail) : IResult, IStatusCodeHttpResult
{
    /// <summary>Media type of problem documents.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Every place at fault.</summary>
    public IReadOnlyList<ProblemPlace> Places { get; init; } = [];

    /// <summary>Seconds after which the same request may do better, or none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Headers that speak of the representation in whose place the problem is sent.</summary>
    private static readonly string[] OfAnother =
        [HeaderNames.ContentEncoding, HeaderNames.ContentDisposition, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.AcceptRanges, HeaderNames.Link, CodedBytes.DigestHeader];

    /// <inheritdoc/>
    public int? StatusCode => Kind.Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        Language language = RequestLanguage.Of(httpContext.Request);
        string traceId = RequestTrace.Of(httpContext);
        bool isPage = ProblemPage.IsWanted(httpContext.Request);
        byte[] body = isPage ? ProblemPage.Of(this, traceId, language).Bytes() : Document(traceId, language);
        response.StatusCode = Kind.Status;
        response.ContentType = isPage ? MediaForm.Html.ContentType : MediaType;
        response.ContentLength = body.Length;
        foreach (string header in OfAnother)
        {
            response.Headers.Remove(header);
        }

        response.Headers.ContentLanguage = RequestLanguage.Code(language);
        // A problem is of this moment: nothing that is mended may be hidden by a copy of it.
        response.Headers.CacheControl = "no-store";
        if (Kind == ProblemKinds.Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = FormattableString.Invariant($"{seconds}");
        }

        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private byte[] Document(string traceId, Language language) => JsonSerializer.SerializeToUtf8Bytes(
        new ProblemDocument(
            Kind.Address, Kind.Title.In(language), Kind.Status, Detail.In(language), traceId,
            Places.Count == 0 ? null : [.. Places.Select(place => new ProblemError(place.Pointer, place.Parameter, place.Code, place.Detail.In(language), place.Expected, place.Found))]),
        PipelineJson.Options);
}

/// <summary>A place at fault in a request.</summary>
/// <param name="Code">What is wrong, as a word for programs.</param>
/// <param name="Detail">The same as a sentence.</param>
internal sealed record ProblemPlace(string Code, Bilingual Detail)
{
    /// <summary>Place within the body (RFC 6901), or none.</summary>
    public string? Pointer { get; init; }

    /// <summary>Name of the query parameter or header, or none.</summary>
    public string? Parameter { get; init; }

    /// <summary>What was expected, where that is more than the sentence says.</summary>
    public string? Expected { get; init; }

    /// <summary>What was found, or none.</summary>
    public string? Found { get; init; }
}

/// <summary>A problem document as it is sent.</summary>
/// <param name="Type">Address of the page on this kind of problem.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong in this request.</param>
/// <param name="TraceId">Name of the request in the log of the program.</param>
/// <param name="Errors">Every place at fault; none where the request as a whole is.</param>
internal sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<ProblemError>? Errors);

/// <summary>A place at fault as it is sent.</summary>
/// <param name="Pointer">Place within the body (RFC 6901), or none.</param>
/// <param name="Parameter">Name of the parameter or header, or none; a name that is not known is not repeated.</param>
/// <param name="Code">What is wrong, as a word for programs.</param>
/// <param name="Detail">The same as a sentence.</param>
/// <param name="Expected">What was expected, where that is more than the sentence says.</param>
/// <param name="Found">What was found, or none.</param>
internal sealed record ProblemError(string? Pointer, string? Parameter, string Code, string Detail, string? Expected, string? Found);
