using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>Two minerals side by side, and what moved where there is one vintage only.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class ComparisonPageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Six_indicators_stand_side_by_side_with_bands_intervals_and_words_for_what_is_missing()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/compare?a=cobalt&b=nickel&lang=en");
        string[][] rows = Rows(page);

        Assert.Equal("Cobalt and Nickel compared", page.QuerySelector("h1")!.Words());
        Assert.Equal(9, rows.Length);
        // 0.577 against 0.405, whose interval ends at 0.412.
        Assert.Equal(("0.577very high2024", "Cobalt"), (rows[1][0], rows[1][2]));
        Assert.StartsWith("0.405 (0.405–0.412)", rows[1][1], StringComparison.Ordinal);
        Assert.StartsWith("Not applicable", rows[2][0], StringComparison.Ordinal);
        Assert.StartsWith("not comparable", rows[2][2], StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("figure svg").Length);
    }

    [Fact]
    public async Task Every_figure_leads_to_where_the_page_of_its_mineral_shows_it()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/compare?a=cobalt&b=nickel&lang=ja");
        string[] targets = [.. page.QuerySelectorAll("table.compared td a").Select(link => link.GetAttribute("href")!)];

        Assert.Equal(18, targets.Length);
        Assert.Equal(["/api/portal/minerals/cobalt?lang=ja#scores", "/api/portal/minerals/nickel?lang=ja#scores"], targets[..2]);
        IHtmlDocument mineral = await api.Client.ReadAsync("/api/portal/minerals/cobalt?lang=ja");
        Assert.All(targets.Select(target => target.Split('#')[1]).Distinct(), anchor => Assert.NotNull(mineral.GetElementById(anchor)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a=cobalt&b=", 0)]
    [InlineData("a=cobalt&b=cobalt", 1)]
    public async Task Without_two_different_minerals_the_page_asks_for_them(string query, int warnings)
    {
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/compare?{query}&lang=ja".Replace("?&", "?", StringComparison.Ordinal));

        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Equal(42, page.QuerySelectorAll("#a option").Length);
        Assert.Equal(warnings, page.QuerySelectorAll(".warning").Length);
    }

    [Theory]
    [InlineData("ja", "一つだけで、比べる版がまだない")]
    [InlineData("en", "there is nothing to compare it with yet")]
    public async Task With_one_vintage_the_page_of_changes_says_so(string language, string words)
    {
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/changes?mineral=lithium&lang={language}");

        Assert.Contains(words, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_mineral_leads_to_why_it_moved_to_comparisons_and_to_scenarios()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/minerals/lithium?lang=en");
        string[] targets = [.. page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!)];

        Assert.Contains("/api/portal/changes?mineral=lithium&lang=en", targets);
        Assert.Contains("/api/portal/compare?a=lithium&lang=en", targets);
        Assert.Contains("/api/portal/what-if?mineral=lithium&lang=en", targets);
    }

    private static string[][] Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("table.compared tbody tr").Select(row => row.QuerySelectorAll(".value").Select(cell => cell.Words()).ToArray())];
}
