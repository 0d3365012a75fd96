using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>The list of minerals, the page of one, and the way from a number to the cell it rests on.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class MineralPagesTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("こばると", "コバルト")]
    [InlineData("ＣＯＢＡＬＴ", "コバルト")]
    // cobalt, zirconium, silicon, copper: the order of the list, which is that of the ordinance and then of the metals besides.
    [InlineData(" co ", "コバルト", "ジルコニウム", "シリコン", "銅")]
    [InlineData("cu", "銅")]
    public async Task A_mineral_is_found_by_what_people_type(string words, params string[] expected)
    {
        IHtmlDocument list = await api.Client.ReadAsync($"/api/portal?q={Uri.EscapeDataString(words)}&group=&ordinance=&status=&lang=ja");

        Assert.Equal(expected, Names(list));
        Assert.Equal(words.Trim(), list.QuerySelector<IHtmlInputElement>("#q")!.Value);
    }

    [Fact]
    public async Task The_list_has_all_minerals_and_can_be_narrowed_to_those_of_the_ordinance()
    {
        Assert.Equal(41, Names(await api.Client.ReadAsync("/api/portal?lang=ja")).Count());
        Assert.Equal(34, Names(await api.Client.ReadAsync("/api/portal?ordinance=yes&lang=ja")).Count());
        Assert.Equal(["金", "銀"], Names(await api.Client.ReadAsync("/api/portal?group=precious&lang=ja")));
        Assert.Empty(Names(await api.Client.ReadAsync("/api/portal?q=unobtainium&lang=ja")));
    }

    [Fact]
    public async Task What_is_typed_in_is_text_and_never_markup()
    {
        IHtmlDocument list = await api.Client.ReadAsync("/api/portal?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&lang=en");

        Assert.Empty(list.QuerySelectorAll("script"));
        Assert.Equal("\"><script>alert(1)</script>", list.QuerySelector<IHtmlInputElement>("#q")!.Value);
    }

    [Fact]
    public async Task A_row_says_band_in_words_and_dots_and_shows_what_is_missing_as_missing()
    {
        IHtmlDocument list = await api.Client.ReadAsync("/api/portal?q=cobalt&lang=en");
        IElement[] cells = [.. list.QuerySelectorAll("tbody td")];

        // Production 0.577 is very high; ores do not apply; secondary use cannot be judged.
        Assert.Equal(("●●●●", "very high"), (cells[1].QuerySelector(".dots")!.Words(), cells[1].QuerySelector(".word")!.Words()));
        Assert.Equal("Not applicable", cells[2].QuerySelector(".value")!.Words());
        Assert.Equal(("Cannot be judged", "missing"), (cells[5].QuerySelector(".value")!.Words(), cells[5].ClassName));
    }

    [Fact]
    public async Task A_rate_has_its_period_and_a_bound_of_zero_is_no_rate()
    {
        IElement[] rates = [.. (await api.Client.ReadAsync("/api/portal?lang=ja")).QuerySelectorAll("td.rate")];

        // Copper is known from the survey of fiscal 2019; of indium and bismuth nothing is known but that no rate is below zero.
        Assert.Equal(["34.1％以上2019年度"], rates.Select(rate => rate.QuerySelector(".value")!.Words()).Where(words => words.Contains("34.1", StringComparison.Ordinal)));
        Assert.DoesNotContain(rates, rate => rate.Words().Contains("0.0％以上", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cobalt", "ja")]
    [InlineData("lithium", "en")]
    [InlineData("rare-earths", "ja")]
    public async Task Every_number_that_the_briefing_prints_is_on_the_page_and_leads_to_its_evidence(string mineral, string language)
    {
        JsonElement numbers = JsonDocument.Parse(await api.Client.GetStringAsync($"/api/v1/briefings/{mineral}.{language}/numbers")).RootElement.GetProperty("numbers");
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/minerals/{mineral}?lang={language}");

        ILookup<string, IElement> links = page.QuerySelectorAll("a.number").ToLookup(link => link.GetAttribute("href")!.Split('?')[0]);
        Assert.All(numbers.EnumerateArray().Select(row => row.GetProperty("number")), number =>
        {
            IElement[] found = [.. links[$"/api/portal/numbers/{mineral}.{language}/{number.GetProperty("number").GetInt32()}"]];
            Assert.NotEmpty(found);
            Assert.All(found, link => Assert.Contains(number.GetProperty("text").GetString()!, link.Words(), StringComparison.Ordinal));
        });
        Assert.Equal(numbers.GetArrayLength(), links.Count);
    }

    [Fact]
    public async Task The_key_points_come_first_and_every_section_of_the_briefing_is_in_the_list_of_contents()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/minerals/cobalt?lang=ja");

        string[] sections = [.. page.QuerySelectorAll("main > section > h2").Select(heading => heading.Words())];
        Assert.Equal(10, sections.Length);
        Assert.Equal(sections, page.QuerySelectorAll(".contents a").Select(link => link.Words()));
        Assert.Equal("points", page.QuerySelector("main > section")!.Id);
        Assert.Equal("公開区分：公開", page.QuerySelector("body > header .label")!.Words());
    }

    [Fact]
    public async Task A_figure_has_its_picture_caption_sentence_and_numbers()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/minerals/cobalt?lang=en");

        Assert.All(page.QuerySelectorAll("figure"), figure =>
        {
            Assert.Single(figure.QuerySelectorAll("svg"));
            Assert.StartsWith("Figure ", figure.QuerySelector("figcaption")!.Words(), StringComparison.Ordinal);
            Assert.Equal(figure.QuerySelector("svg desc")!.Words(), figure.QuerySelector("details p")!.Words());
        });
        Assert.Contains("39.2", page.QuerySelector("#partners figure .numbers")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_number_tells_its_value_formula_cells_parameters_and_licence()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/numbers/cobalt.ja/1?lang=ja");
        string words = page.QuerySelector("main")!.Words();

        Assert.Equal("コバルト、国別生産寡占度：0.577 の根拠", page.QuerySelector("h1")!.Words());
        Assert.Equal(["鉱種一覧", "コバルト", "コバルト、国別生産寡占度：0.577 の根拠"], page.QuerySelectorAll(".crumbs li").Select(crumb => crumb.Words()));
        Assert.Contains("0.5766050155557774", words, StringComparison.Ordinal);
        Assert.Contains("数量（コンゴ民主共和国）：226,000 t", words, StringComparison.Ordinal);
        Assert.Contains("MCS2026_Commodities_Data.csv、589 行、列 Value", words, StringComparison.Ordinal);
        Assert.Contains("割合の2乗", words, StringComparison.Ordinal);
        Assert.Contains("bands.concentration", words, StringComparison.Ordinal);
        Assert.Contains("米国政府の著作物（公有）", words, StringComparison.Ordinal);
        // Steps that give other figures of the result are left out.
        Assert.DoesNotContain("residualAsOne", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_leads_from_each_mineral_to_its_page_and_prints_the_numbers_of_the_file()
    {
        JsonElement numbers = JsonDocument.Parse(await api.Client.GetStringAsync("/api/v1/briefings/overview.ja/numbers")).RootElement.GetProperty("numbers");
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/overview?lang=ja");

        Assert.Equal(41, page.QuerySelectorAll("#heat-map tbody th a[href^='/api/portal/minerals/']").Length);
        Assert.Equal(numbers.GetArrayLength(), page.QuerySelectorAll("a.number").Select(link => link.GetAttribute("href")).Distinct().Count());
    }

    private static IEnumerable<string> Names(IHtmlDocument list) => list.QuerySelectorAll("table.minerals tbody th a").Select(link => link.Words());
}
