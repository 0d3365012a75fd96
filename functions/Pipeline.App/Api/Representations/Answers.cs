using System.Text.Json;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Makes answers of records.</summary>
internal static class Answers
{
    /// <summary>A record as JSON that is sent once: it is of this moment, or of one caller.</summary>
    public static IResult Json<T>(T answer, int status = StatusCodes.Status200OK) => new BytesAnswer(MediaForm.Json, JsonSerializer.SerializeToUtf8Bytes(answer, PipelineJson.Options), status);

    /// <summary>A record as JSON with tag and codings.</summary>
    /// <param name="request">The request; an answer with words gets its language.</param>
    /// <param name="answer">The record.</param>
    /// <param name="freshness">How long it may be used again.</param>
    /// <param name="isSpoken">True when the record has words in the language of the request.</param>
    public static PreparedAnswer Prepared<T>(ApiRequest request, T answer, Freshness freshness, bool isSpoken = false) => new(
        new Representation(MediaForm.Json, JsonSerializer.SerializeToUtf8Bytes(answer, PipelineJson.Options)) { Language = isSpoken ? request.Language : null }, freshness);

    /// <summary>An answer from the current vintage, or the problem that there is none.</summary>
    public static Func<ApiRequest, Task<IResult>> OfView(Func<ApiRequest, PublishedView, Task<IResult>> answer) =>
        request => request.View is { } view ? answer(request, view) : Task.FromResult<IResult>(ApiProblems.NoVintage());

    /// <summary>An answer from the current vintage, or the problem that there is none.</summary>
    public static Func<ApiRequest, Task<IResult>> OfView(Func<ApiRequest, PublishedView, IResult> answer) => OfView((request, view) => Task.FromResult(answer(request, view)));
}
