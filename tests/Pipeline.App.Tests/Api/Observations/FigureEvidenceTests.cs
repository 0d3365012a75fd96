using System.Text.Json;
using Pipeline.App.Api;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Observations;

/// <summary>Rows and evidence speak of the same figures, for every figure of the vintage.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class FigureEvidenceTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task Every_figure_of_every_mineral_has_an_identifier_of_its_own_and_leads_to_evidence_of_its_value()
    {
        PublishedView view = await PublishedView.LoadAsync(refreshed.Account.Vintages, (await refreshed.Account.Vintages.CurrentAsync())!, default);
        foreach (MineralAssessment assessment in view.Assessments.Values)
        {
            Datum[] figures = [.. AssessmentFigures.Of(assessment)];
            Assert.Equal(figures.Length, figures.Select(figure => figure.Id).Distinct(StringComparer.Ordinal).Count());
            FigureResolver resolver = FigureResolver.ForReaders(assessment);
            foreach (Datum figure in figures)
            {
                Assert.Matches("^[a-z][A-Za-z0-9._~-]+$", figure.Id);
                Assert.True(figure.Value is not null || figure.Reason is not null, figure.Id);
                if (figure.Value is { } value)
                {
                    ResolvedFigure resolved = resolver.Resolve(figure.Path.Of(assessment.Mineral));
                    Assert.Equal((value, figure.Unit, figure.Period, figure.Status), (resolved.Value, resolved.Unit, resolved.Period ?? figure.Period, resolved.Status));
                }

                Assert.All(figure.Ends.Zip([figure.Low, figure.High]).Where(end => end.Second is not null), end =>
                    Assert.Equal(end.Second, resolver.Resolve(end.First.Of(assessment.Mineral)).Value));
            }
        }
    }

    [Fact]
    public async Task Every_score_of_a_result_belongs_to_a_measure_that_is_said_to_be_scored()
    {
        PublishedView view = await PublishedView.LoadAsync(refreshed.Account.Vintages, (await refreshed.Account.Vintages.CurrentAsync())!, default);
        Assert.All(view.Assessments.Values.SelectMany(assessment => assessment.Results).Where(result => result.Score is not null), result => Assert.True(Measures.Get(result.Indicator).IsScored, result.Indicator));
    }

    [Fact]
    public async Task A_share_leads_to_the_cell_that_prints_it_with_the_hash_of_its_file()
    {
        ServedApi api = await refreshed.ServedAsync();
        JsonElement page = await JsonAsync(api, "/api/v1/observations/cobalt~countries~mine-production~cobalt~contained-metal~COD~share/evidence");
        Assert.Equal("cobalt/countries/mine-production/cobalt/contained-metal/COD/share", page.GetProperty("address").GetString());
        JsonElement part = page.GetProperty("evidence").EnumerateArray().Single(node => node.GetProperty("symbol").GetString() == "part");
        JsonElement cell = Assert.Single(part.GetProperty("cells").EnumerateArray());
        Assert.Equal(226000, part.GetProperty("value").GetDouble());
        Assert.Equal(ContentHash.Of(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "starter-feeds", "usgs-mcs", "MCS2026_Commodities_Data.csv"))), cell.GetProperty("snapshot").GetString());
        Assert.Contains(page.GetProperty("sources").EnumerateArray(), source => source.GetProperty("snapshot").GetString() == cell.GetProperty("snapshot").GetString());
        Assert.Equal("part / whole", page.GetProperty("formulas").EnumerateArray().Last().GetProperty("expression").GetString());
    }

    [Fact]
    public async Task A_figure_that_is_missing_leads_to_what_its_rule_has_looked_at()
    {
        ServedApi api = await refreshed.ServedAsync();
        JsonElement row = (await JsonAsync(api, "/api/v1/observations?status=insufficient&indicator=import-growth&figure=value&limit=1")).GetProperty("observations")[0];
        JsonElement page = await JsonAsync(api, row.GetProperty("evidence").GetString()!);
        Assert.Equal(row.GetRawText(), page.GetProperty("observation").GetRawText());
        Assert.Empty(page.GetProperty("formulas").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/v1/observations/cobalt~nothing~value/evidence")]
    [InlineData("/api/v1/observations/NOTHING/evidence")]
    [InlineData("/api/v1/observations/cobalt~price-fluctuation~score/evidence?vintage=1999Q4")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        ServedApi api = await refreshed.ServedAsync();
        using HttpResponseMessage answer = await api.Client.GetAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(ServedApi api, string path) => JsonDocument.Parse(await api.Client.GetStringAsync(path)).RootElement;
}
