using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Portal;

/// <summary>The one page with a script, without it: its table, its rules, and what it loads.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class ExplorePageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_table_has_every_figure_of_the_chart_as_a_number_and_in_words()
    {
        MineralAssessment published = await Vintages.VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, "cobalt", default);
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/explore?mineral=cobalt&figure=imports&lang=en");
        IElement[] rows = [.. page.QuerySelectorAll("#chart-data tbody tr")];
        ImportYear last = published.Imports[^1];

        Assert.Equal(published.Imports.Count, rows.Length);
        Assert.Equal($"{last.Year.Year}", rows[^1].QuerySelector("th")!.Words());
        Assert.Equal(
            last.ByStage.Single(amount => amount.Stage == Stage.Refined).Tonnes,
            double.Parse(rows[^1].QuerySelectorAll("td")[1].GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("ja", "最も大きい値は{0}の{1}、{2} である（単位：t（純分））。")]
    [InlineData("en", "The largest figure is {2} (t of contained metal): {1}, {0}.")]
    public async Task A_sentence_beside_the_chart_names_the_largest_figure_of_the_table(string language, string sentence)
    {
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/explore?mineral=cobalt&figure=imports&lang={language}");
        IElement largest = page.QuerySelectorAll("#chart-data td[data-value]").MaxBy(cell => double.Parse(cell.GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture))!;
        int column = largest.ParentElement!.Children.Index(largest);
        string expected = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, sentence, largest.ParentElement.Children[0].Words(), page.QuerySelectorAll("#chart-data thead th")[column].Words(), largest.Words());

        Assert.StartsWith(expected, page.QuerySelector("#chart + p")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_of_which_nothing_is_known_is_named_and_has_no_column()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/explore?mineral=lithium&figure=imports&lang=ja");

        Assert.Equal(["年", "製錬品"], page.QuerySelectorAll("#chart-data thead th").Select(heading => heading.Words()));
        Assert.Contains("どの年にも値がないもの：精鉱、スクラップ。", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_stands_over_all_minerals_the_highest_first_and_what_is_not_known_has_no_number()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/explore?figure=production-concentration&lang=en");
        IElement[] cells = [.. page.QuerySelectorAll("#chart-data tbody td")];
        double[] values = [.. cells.Select(cell => cell.GetAttribute("data-value")).OfType<string>().Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(41, cells.Length);
        Assert.Equal(values.OrderDescending(), values);
        Assert.All(cells.Skip(values.Length), cell => Assert.False(cell.HasAttribute("data-value"), cell.OuterHtml));
    }

    [Fact]
    public async Task Scripts_of_this_program_run_on_this_page_alone_and_may_fetch_nothing()
    {
        using HttpResponseMessage page = await api.Client.AskAsync("/api/portal/explore?lang=ja");
        using HttpResponseMessage other = await api.Client.AskAsync("/api/portal?lang=ja");
        string rule = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none';", rule, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Assert.Single(other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_scripts_are_named_by_their_bytes_and_stand_in_no_markup()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/explore?lang=ja");
        IElement[] scripts = [.. page.QuerySelectorAll("script")];

        Assert.Equal(2, scripts.Length);
        foreach (IElement script in scripts)
        {
            Assert.Equal((string.Empty, true), (script.TextContent, script.HasAttribute("defer")));
            using HttpResponseMessage file = await api.Client.GetAsync(script.GetAttribute("src"));
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await file.Content.ReadAsByteArrayAsync()).AsSpan(0, 6)), script.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Equal(("text/javascript", HttpStatusCode.OK), (file.Content.Headers.ContentType!.MediaType, file.StatusCode));
        }
    }

    [Fact]
    public async Task The_library_keeps_the_words_of_its_licence()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/explore?lang=ja");

        Assert.Contains("Apache License, Version 2.0", await api.Client.GetStringAsync(page.QuerySelector("script")!.GetAttribute("src")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "licences", "echarts", "NOTICE")));
    }
}
