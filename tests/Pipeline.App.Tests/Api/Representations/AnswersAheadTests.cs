using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Representations;

/// <summary>Answers that are made before anybody asks.</summary>
public sealed class AnswersAheadTests
{
    [Fact]
    public async Task One_that_cannot_be_made_holds_back_neither_the_others_nor_the_vintage()
    {
        PublishedView view = new(
            new PublishedVintage("2026Q4-00000001", 1, DateTimeOffset.UnixEpoch),
            new VintageManifest("2026Q4-00000001", "2026Q4", new DateOnly(2026, 11, 1), "key", "method", "code", [], ResultCounts.Of([]), [], [], [], []),
            new Dictionary<string, MineralAssessment>());
        ApiRoute good = new("v1/good", Access.Reader, "good", Bilingual.Same("Good."), _ => Task.FromResult<Microsoft.AspNetCore.Http.IResult>(
            new PreparedAnswer(new Representation(MediaForm.Json, "{}"u8.ToArray()), Freshness.Latest)))
        { Success = AnswerForm.Json<VintageList>(), MadeAhead = _ => ["/api/v1/good"] };
        ApiRoute failing = new("v1/failing", Access.Reader, "failing", Bilingual.Same("Fails."), _ => Task.FromException<Microsoft.AspNetCore.Http.IResult>(
            new CorruptContentException(new Fault("vintage", "file", "a file", "none", "make it again"))))
        { Success = AnswerForm.Json<VintageList>(), MadeAhead = _ => ["/api/v1/failing"] };

        await AnswersAhead.MakeAsync([failing, good], view, NullLogger.Instance, default);

        Assert.NotNull(view.Kept.Find(new AnswerKey("/api/v1/good", good.Success.Media[0], Language.Japanese)));
        Assert.Null(view.Kept.Find(new AnswerKey("/api/v1/failing", failing.Success.Media[0], Language.Japanese)));
    }
}
