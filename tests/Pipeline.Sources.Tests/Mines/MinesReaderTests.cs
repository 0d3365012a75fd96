using Pipeline.Domain;
using Pipeline.Sources.Mines;
using Pipeline.Sources.Tests.Templates;

namespace Pipeline.Sources.Tests.Mines;

/// <summary>The mines feed. All mines here are invented, and their rows say so.</summary>
public sealed class MinesReaderTests
{
    private static readonly MinesReader Reader = new();

    private static readonly Dictionary<string, object?> Production = new(StringComparer.Ordinal)
    {
        ["mines_version"] = "1",
        ["mineral_id"] = "copper",
        ["mine"] = "Example Mine A",
        ["country"] = "CHL",
        ["period"] = "CY2024",
        ["quantity"] = "production",
        ["value"] = "30",
        ["unit"] = "t",
        ["source"] = "invented for tests",
        ["known_from"] = "2025-06-30",
        ["illustrative"] = "yes",
    };

    [Fact]
    public void A_mine_has_reserves_production_ore_and_grade()
    {
        ReadResult result = SourceReaders.Read(Filled.Text(
            Reader.Template,
            Filled.Row(Production, ("quantity", "reserves"), ("period", "as of 2026"), ("value", "1,000e")),
            Production,
            Filled.Row(Production, ("quantity", "ore_milled"), ("value", ">2,500")),
            Filled.Row(Production, ("quantity", "head_grade"), ("unit", "percent"), ("value", "1.2"))));

        Assert.Empty(result.Quarantined);
        MineObservation[] rows = [.. result.Observations.Cast<MineObservation>()];
        Assert.Equal(
            [MineQuantity.Reserves, MineQuantity.Production, MineQuantity.OreMilled, MineQuantity.HeadGrade], rows.Select(row => row.Quantity));
        Assert.Equal(["as of 2026", "CY2024", "CY2024", "CY2024"], rows.Select(row => row.Period.Code));
        Assert.Equal([1000d, 30d, null, 1.2], rows.Select(row => row.Value.Point));
        Assert.Equal(["t", "t", "t", "percent"], rows.Select(row => row.Unit));
        Assert.All(rows, row => Assert.Equal(("mines", "copper", "Example Mine A", "CHL", true), (row.Source, row.Mineral, row.Mine, row.Iso3, row.Cell.Illustrative)));
        Assert.Equal(new DateOnly(2025, 6, 30), result.PublishedOn);
    }

    [Theory]
    [InlineData("reserves", "CY2024", "t", "30", "period", "period")]
    [InlineData("production", "as of 2026", "t", "30", "period", "period")]
    [InlineData("production", "CY2024", "percent", "30", "unit", "unit")]
    [InlineData("head_grade", "CY2024", "t", "1.2", "unit", "unit")]
    [InlineData("head_grade", "CY2024", "percent", "120", "range", "value")]
    public void A_row_whose_cells_do_not_fit_each_other_is_set_aside(
        string quantity, string period, string unit, string value, string rule, string column)
    {
        Dictionary<string, object?> bad = Filled.Row(Production, ("quantity", quantity), ("period", period), ("unit", unit), ("value", value));
        QuarantinedRow row = Assert.Single(Reader.Read(Filled.Text(Reader.Template, bad)).Quarantined);
        Assert.Equal((rule, $"filled.csv!2:{column}"), (row.Rule, row.Cell.Address));
    }

    [Fact]
    public void The_same_figure_of_the_same_mine_and_year_counts_once()
    {
        ReadResult result = Reader.Read(Filled.Workbook(Reader.Template, Production, Filled.Row(Production, ("mine", "Example Mine B")), Production));
        Assert.Equal(2, result.Observations.Count);
        Assert.Equal(("duplicate", 4), (Assert.Single(result.Quarantined).Rule, result.Quarantined[0].Cell.Row));
    }

    [Fact]
    public void Nobody_has_to_hand_it_in() => Assert.False(Reader.IsExpected);
}
