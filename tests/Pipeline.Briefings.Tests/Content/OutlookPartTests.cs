using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class OutlookPartTests
{
    private static readonly DateOnly Issued = new(2026, 3, 31);

    [Theory]
    [InlineData(Language.Japanese, "需要（基準ケース）", "2025年 実績", "2040年 見通し", "2026年3月31日発行", "秘匿")]
    [InlineData(Language.English, "Demand (base case)", "2025 actual", "2040 forecast", "issued 31 March 2026", "withheld by the source")]
    public void The_outlook_stands_beside_the_imports_with_its_cases_and_its_date(Language language, string row, string past, string forecast, string issued, string withheld)
    {
        Section imports = Compose(Outlook(illustrative: false), language).Section("imports");
        Table table = imports.Below().OfType<Section>().Single(part => part.Anchor == "outlook").Below().OfType<Table>().Single();
        Assert.Contains(issued, table.Caption!.Text(), StringComparison.Ordinal);
        Assert.Contains(language == Language.Japanese ? "となる見通しである（数量の基準：純分）。" : "; the tonnes are stated as: contained metal.", string.Join('\n', imports.Texts()), StringComparison.Ordinal);
        Assert.Contains("Outlook 2026", string.Join('\n', imports.Texts()), StringComparison.Ordinal);
        TableRow demand = table.Rows.Single(line => Cell(line, 0) == row);
        Assert.Equal("231,200", Cell(demand, Column(table, past)));
        Assert.Equal("465,200", Cell(demand, Column(table, forecast)));
        // A balance below zero keeps its sign, a withheld year its word, and a case without the year a dash.
        Assert.Contains(table.Rows, line => Cell(line, Column(table, forecast)) == "−85,950");
        Assert.Contains(table.Rows, line => line.Cells.Any(cell => cell.Runs[0].Text == withheld));
    }

    [Fact]
    public void A_case_is_not_read_as_history()
    {
        Table table = OutlookTable(Language.English);
        TableRow low = table.Rows.Single(line => Cell(line, 0) == "Demand (low case)");
        Assert.Equal("–", Cell(low, Column(table, "2025 actual")));
    }

    [Fact]
    public void Of_many_years_the_first_and_the_last_forecast_stay_and_the_caption_says_that_years_are_selected()
    {
        Table table = OutlookTable(Language.English);
        Assert.Equal(
            ["Quantity (case)", "2024 actual", "2025 actual", "2026 forecast", "2028 forecast", "2030 forecast", "2040 forecast"],
            table.Columns.Select(column => column.Heading));
        Assert.Contains("selected years", table.Caption!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_illustrative_outlook_is_marked_on_its_table_and_in_the_notice()
    {
        Document marked = Compose(Outlook(illustrative: true), Language.Japanese);
        Table table = marked.Section("outlook").Below().OfType<Table>().Single();
        Assert.Contains("【例示データ】", table.Caption!.Text(), StringComparison.Ordinal);
        Assert.Contains(marked.Section("sources-and-notes").Texts(), text => text.StartsWith("「例示データ」の印がある", StringComparison.Ordinal));
        Assert.DoesNotContain(Compose(Outlook(illustrative: false), Language.Japanese).Runs(), run => run.Text.Contains("例示データ", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_outlook_one_sentence_says_so() => Assert.Contains(
        Compose(null, Language.Japanese).Section("imports").Texts(), text => text.StartsWith("世界の需給見通しは、この版には収録されていない。", StringComparison.Ordinal));

    private static Table OutlookTable(Language language) => Compose(Outlook(illustrative: false), language).Section("outlook").Below().OfType<Table>().Single();

    private static Document Compose(MarketOutlook? outlook, Language language)
    {
        SourceUse source = new("market-outlook", new string('5', 64), "outlook.csv", "Institute", "Outlook 2026", "none", "Institute, 2026", false);
        return MineralBriefing.Compose(
            Fixtures.Cobalt with { Outlook = outlook, Sources = outlook is null ? Fixtures.Cobalt.Sources : [.. Fixtures.Cobalt.Sources, source] }, Fixtures.Context, language);
    }

    private static MarketOutlook Outlook(bool illustrative) => new(Issued, illustrative,
    [
        new OutlookSeries(OutlookQuantity.Demand, OutlookCase.Low, "t", "contained metal", [], [Year(2026, 236_000, illustrative), Year(2040, 404_000, illustrative)]),
        new OutlookSeries(
            OutlookQuantity.Demand, OutlookCase.Base, "t", "contained metal",
            [Year(2023, 200_000, illustrative), Year(2024, 215_600, illustrative), Year(2025, 231_200, illustrative)],
            [.. Enumerable.Range(2026, 7).Select(year => Year(year, 246_800 + (1000 * (year - 2026)), illustrative)), Year(2040, 465_200, illustrative)]),
        new OutlookSeries(
            OutlookQuantity.Balance, OutlookCase.Base, "t", "contained metal", [Year(2025, -5_700, illustrative)],
            [Year(2026, 0, illustrative) with { Value = PublishedValue.Withheld("W") }, Year(2040, -85_950, illustrative)]),
    ]);

    private static OutlookYear Year(int year, double tonnes, bool illustrative) => new(
        new CalendarYear(year), new PublishedValue(ValueKind.Reported, tonnes, tonnes, tonnes, "as printed"), Issued, "Outlook 2026", illustrative,
        new SourceCell(new string('5', 64), "outlook.csv", null, year, "value") { Illustrative = illustrative });

    private static int Column(Table table, string heading) => table.Columns.Select((column, index) => (column.Heading, index)).Single(pair => pair.Heading == heading).index;

    private static string Cell(TableRow row, int column) => row.Cells[column].Runs[0].Text;
}
