using System.Net;
using System.Text.Json;
using Pipeline.App.Tests.Api.Observations;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api.Assessments;

/// <summary>
/// The list of assessments as it was known when: after the vintage of 20 August 2026 another one of 2026Q4 is published on 20 November, in which the
/// concentration of cobalt's production is 0.625.
/// </summary>
[Collection(RefreshedCollection.Name)]
public sealed class AssessmentListVintageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private const string List = "/api/v1/assessments";
    private const string Second = "2026Q4-revised";
    private const double Revised = 0.625;

    private ServedVintages served = null!;

    public async Task InitializeAsync() => served = await ServedVintages.OfAsync(refreshed.Account);

    public async Task DisposeAsync() => await served.DisposeAsync();

    [Fact]
    public async Task It_is_found_by_vintage_by_quarter_and_by_day_as_the_assessment_of_one_mineral_is()
    {
        double first = (await ListedAsync(string.Empty)).Concentration;
        await PublishAsync();

        Assert.NotEqual(Revised, first);
        Assert.Equal((Second, Revised), await ListedAsync(string.Empty));
        Assert.Equal((TwoVintages.First, first), await ListedAsync($"?asOf={TwoVintages.First}"));
        Assert.Equal((TwoVintages.First, first), await ListedAsync("?asOf=2026Q3"));
        Assert.Equal((TwoVintages.First, first), await ListedAsync("?asOf=2026-11-19"));
        Assert.Equal((Second, Revised), await ListedAsync("?asOf=2026-11-20"));
        Assert.Equal((Second, Revised), await ListedAsync($"?asOf={Second}"));
        JsonElement one = JsonDocument.Parse(await served.Client.GetStringAsync($"{List}/cobalt?asOf={TwoVintages.First}")).RootElement;
        Assert.Equal(first, ConcentrationOf(one.GetProperty("assessment")));
        Assert.Equal((404, 404, 400), (await StatusAsync("?asOf=2026Q2"), await StatusAsync("?asOf=2026-08-19"), await StatusAsync("?asOf=yesterday")));
    }

    [Fact]
    public async Task It_is_narrowed_and_saved_as_a_table_in_an_earlier_vintage_too()
    {
        double first = (await ListedAsync(string.Empty)).Concentration;
        await PublishAsync();

        JsonElement narrowed = JsonDocument.Parse(await served.Client.GetStringAsync($"{List}?asOf={TwoVintages.First}&mineral=lithium")).RootElement;
        using HttpResponseMessage csv = await served.Client.GetAsync($"{List}?asOf={TwoVintages.First}&mineral=cobalt&format=csv");
        string[] rows = (await csv.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal(["lithium"], narrowed.GetProperty("assessments").EnumerateArray().Select(IdOf));
        Assert.Equal($"assessments-{TwoVintages.First}.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.EndsWith($"</api/v1/assessments?asOf={TwoVintages.First}&mineral=cobalt&format=csv>; rel=\"cite-as\"", csv.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.All(rows[1..^1], row => Assert.StartsWith("cobalt,", row, StringComparison.Ordinal));
        string[] names = rows[0].Split(',');
        string[] cells = rows.Single(row => row.Contains(",production-concentration,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(FormattableString.Invariant($"{first:R}"), cells[Array.IndexOf(names, "value")]);
    }

    [Fact]
    public async Task What_names_its_vintage_stays_as_it_is_for_good_and_nothing_else_does()
    {
        using HttpResponseMessage current = await served.Client.GetAsync(List);
        using HttpResponseMessage named = await served.Client.GetAsync($"{List}?asOf={TwoVintages.First}");
        await PublishAsync();

        Assert.Equal(current.Headers.ETag, named.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, TimeSpan.FromDays(365)), await AgainAsync($"?asOf={TwoVintages.First}", named));
        Assert.Equal((HttpStatusCode.NotModified, TimeSpan.FromMinutes(5)), await AgainAsync("?asOf=2026Q3", named));
        Assert.Equal((HttpStatusCode.NotModified, TimeSpan.FromMinutes(5)), await AgainAsync("?asOf=2026-11-19", named));
        Assert.Equal((HttpStatusCode.OK, TimeSpan.FromDays(365)), await AgainAsync($"?asOf={Second}", named));
        Assert.Equal((HttpStatusCode.OK, TimeSpan.FromMinutes(5)), await AgainAsync(string.Empty, current));
    }

    [Theory]
    [InlineData("no~such")]
    [InlineData(".x")]
    [InlineData("a%20b")]
    [InlineData("nickel")]
    public async Task What_no_vintage_calls_a_mineral_is_not_found_in_an_earlier_one_either(string mineral)
    {
        await PublishAsync();

        Assert.Equal((404, 404), (await StatusAsync($"/{mineral}"), await StatusAsync($"/{mineral}?asOf={TwoVintages.First}")));
    }

    private async Task PublishAsync()
    {
        VintageStore store = served.Account.Vintages;
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(store, TwoVintages.First, default);
        foreach (string mineral in manifest.Minerals)
        {
            MineralAssessment assessment = await VintageFiles.ReadAssessmentAsync(store, TwoVintages.First, mineral, default);
            MineralAssessment stated = mineral != "cobalt" ? assessment : assessment with
            {
                Results = [.. assessment.Results.Select(result => result.Indicator == IndicatorId.ProductionConcentration ? result with { Value = Revised } : result)],
            };
            await store.PutAsync(Second, VintageFiles.Assessment(mineral), VintageFiles.Write(stated), VintageFiles.Json);
        }

        await store.PutAsync(Second, VintageStore.Manifest, VintageFiles.Write(manifest with { Vintage = Second, Quarter = "2026Q4" }), VintageFiles.Json);
        await store.PublishAsync(new PublishedVintage(Second, 2, TwoVintages.SecondDay));
        await served.FollowAsync();
    }

    private async Task<(string Vintage, double Concentration)> ListedAsync(string query)
    {
        JsonElement list = JsonDocument.Parse(await served.Client.GetStringAsync(List + query)).RootElement;
        JsonElement[] rows = [.. list.GetProperty("assessments").EnumerateArray()];
        Assert.Equal(["cobalt", "lithium"], rows.Select(IdOf).Order(StringComparer.Ordinal));
        return (list.GetProperty("meta").GetProperty("vintage").GetString()!, ConcentrationOf(rows.Single(row => IdOf(row) == "cobalt")));
    }

    private async Task<int> StatusAsync(string query)
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(List + query);
        return (int)answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, TimeSpan? Age)> AgainAsync(string query, HttpResponseMessage known)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, List + query) { Headers = { IfNoneMatch = { known.Headers.ETag! } } };
        using HttpResponseMessage answer = await served.Client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.CacheControl!.MaxAge);
    }

    private static string IdOf(JsonElement row) => row.GetProperty("mineral").GetProperty("id").GetString()!;

    private static double ConcentrationOf(JsonElement assessment) =>
        assessment.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("indicator").GetString() == "production-concentration").GetProperty("value").GetDouble();
}
