using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;
using Pipeline.App.Portal;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api;

/// <summary>A paper outlives the code that made it: what the address of a printed number leads to with other code than that of its vintage.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class NumberCheckTests(RefreshedStorage refreshed)
{
    private const string Earlier = "0123456789abcdef";
    private const string Score = "cobalt/production-concentration/score";

    [Fact]
    public async Task A_number_that_its_own_code_no_longer_gives_is_corrupt()
    {
        await Assert.ThrowsAsync<CorruptContentException>(() => ShowAsync(Score, PublishStage.Code, Doubled));
        await Assert.ThrowsAsync<FigureAddressException>(() => ShowAsync(Score, PublishStage.Code, Emptied));
    }

    [Fact]
    public async Task A_number_of_earlier_code_stands_as_printed_beside_what_the_present_code_gives()
    {
        NumberPage page = await ShowAsync(Score, Earlier, Doubled);

        Assert.Equal((NumberStanding.AnotherValue, 2 * page.Number.Value), (page.Check.Standing, page.Check.PresentValue));
        Assert.Contains(Earlier, page.Check.Says, StringComparison.Ordinal);
        Assert.NotEmpty(page.Evidence);
    }

    [Fact]
    public async Task A_number_of_earlier_code_that_the_present_code_cannot_follow_is_still_told()
    {
        NumberPage page = await ShowAsync(Score, Earlier, Emptied);

        Assert.Equal((NumberStanding.NotResolved, Score), (page.Check.Standing, page.Number.Address.Text));
        Assert.Null(page.Check.PresentValue);
        Assert.Empty(page.Evidence);
        // Whoever cannot see its inputs cannot say that they are open.
        Assert.Contains("<dt>Classification</dt><dd>not known", NumberFacts.Of(page, new Voice(Language.English)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_present_code_gives_too_is_confirmed_whatever_code_made_it() =>
        Assert.Equal(NumberStanding.Confirmed, (await ShowAsync(Score, Earlier, assessment => assessment)).Check.Standing);

    private static MineralAssessment Doubled(MineralAssessment assessment) => assessment with
    {
        Results = [.. assessment.Results.Select(result => result.Indicator == IndicatorId.ProductionConcentration ? result with { Score = 2 * result.Score } : result)],
    };

    private static MineralAssessment Emptied(MineralAssessment assessment) => assessment with { Results = [] };

    /// <summary>The page of a number, of a vintage made with some code, after the assessment of cobalt was changed.</summary>
    private async Task<NumberPage> ShowAsync(string address, string code, Func<MineralAssessment, MineralAssessment> change)
    {
        PublishedVintage published = (await refreshed.Account.Vintages.CurrentAsync())!;
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, published.Vintage, default);
        MineralAssessment cobalt = await VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, published.Vintage, "cobalt", default);
        StoredContent list = (await refreshed.Account.Briefings.TryGetNumbersAsync(published.Vintage, "cobalt", "en"))!;
        int number = VintageFiles.ReadNumbers(list.Bytes, published.Vintage, "cobalt.en").First(one => one.Address.Text == address).Number;
        DefaultHttpContext http = new();
        (http.Request.RouteValues["id"], http.Request.RouteValues["n"]) = ("cobalt.en", $"{number}");
        PublishedView view = new(published, manifest with { Code = code }, new Dictionary<string, MineralAssessment>(StringComparer.Ordinal) { ["cobalt"] = change(cobalt) });

        ApiRoute route = new NumberRoutes(new PrintedNumbers(refreshed.Account)).All.Single(route => route.Pattern.EndsWith("{n}", StringComparison.Ordinal));
        PreparedAnswer answer = Assert.IsType<PreparedAnswer>(await route.Answer(new ApiRequest(http, view, default)));
        return JsonSerializer.Deserialize<NumberPage>(answer.Representation.For(string.Empty).Bytes, PipelineJson.Options)!;
    }
}
