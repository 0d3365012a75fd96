using Pipeline.Domain;

namespace Pipeline.Sources.Tests.DomesticSurvey;

/// <summary>The published figures that the first run uses.</summary>
public sealed class DomesticSurveyStarterTests
{
    private static readonly Lazy<StarterFeed> Feed = new(() =>
        Sources.StarterFeeds.Load(PublisherFile.StarterFolder).Single(feed => feed.Entry.Source == "domestic-survey"));

    private static readonly Lazy<DomesticSupplyObservation[]> Rows = new(() =>
        [.. SourceReaders.Read(Feed.Value.File).Observations.Cast<DomesticSupplyObservation>()]);

    [Fact]
    public void All_262_rows_of_the_table_are_there_and_none_is_illustrative()
    {
        Assert.Equal(262, Rows.Value.Length);
        Assert.Equal(262, Feed.Value.Entry.RowsKept);
        Assert.False(Feed.Value.Entry.Illustrative);
        Assert.All(Rows.Value, row => Assert.False(row.Cell.Illustrative));
        Assert.All(Rows.Value, row => Assert.True(row.Citation.Length > 0 && row.Publisher.Length > 0 && row.Confidence.Length > 0));
        Assert.NotEqual(Feed.Value.Entry.Snapshot, Feed.Value.Entry.OriginalSnapshot);
    }

    [Theory]
    [InlineData("domestic_demand", 48, DomesticQuantity.DomesticDemand)]
    [InlineData("consumption", 35, DomesticQuantity.Consumption)]
    [InlineData("equity_ore", 1, DomesticQuantity.EquityOre)]
    [InlineData("old_scrap", 11, DomesticQuantity.OldScrap)]
    [InlineData("smelter_residues", 5, DomesticQuantity.SmelterResidues)]
    [InlineData("process_scrap", 5, DomesticQuantity.ProcessScrap)]
    [InlineData("secondary_production", 21, DomesticQuantity.SecondaryProduction)]
    [InlineData("refined_production", 59, DomesticQuantity.RefinedProduction)]
    [InlineData("imports", 36, DomesticQuantity.Imports)]
    [InlineData("exports", 21, DomesticQuantity.Exports)]
    [InlineData("stocks", 16, DomesticQuantity.Stocks)]
    [InlineData("self_sufficiency_pct", 4, DomesticQuantity.PublishedSelfSufficiency)]
    public void Every_quantity_has_as_many_rows_as_in_the_table(string name, int rows, DomesticQuantity quantity) =>
        Assert.True(rows == Rows.Value.Count(row => row.Quantity == quantity), name);

    [Theory]
    [InlineData("copper", "FY2018", DomesticQuantity.SecondaryProduction, "refined copper metal", 352_500)]
    [InlineData("copper", "FY2018", DomesticQuantity.Consumption, "refined copper metal", 1_036_342)]
    [InlineData("copper", "FY2018", DomesticQuantity.DomesticDemand, "refined copper metal", 1_009_749)]
    [InlineData("copper", "CY2018", DomesticQuantity.DomesticDemand, "as printed: 106.3万t", 1_063_000)]
    [InlineData("zinc", "FY2018", DomesticQuantity.OldScrap, "zinc slab", 3_525)]
    [InlineData("zinc", "FY2018", DomesticQuantity.SmelterResidues, "zinc slab", 76_429)]
    [InlineData("zinc", "FY2018", DomesticQuantity.DomesticDemand, "zinc slab", 479_235)]
    [InlineData("zinc", "FY2018", DomesticQuantity.Consumption, "zinc slab", 356_937)]
    [InlineData("lead", "CY2019", DomesticQuantity.OldScrap, "lead metal of the smelters", 118_000)]
    [InlineData("lead", "CY2018", DomesticQuantity.Consumption, "refined lead, primary and secondary", 271_000)]
    [InlineData("lead", "FY2018", DomesticQuantity.SecondaryProduction, "再生鉛 (recycled lead of the separate recyclers)", 42_505)]
    [InlineData("tin", "CY2018", DomesticQuantity.OldScrap, "tin metal", 21)]
    [InlineData("tin", "CY2018", DomesticQuantity.DomesticDemand, "tin metal", 28_106)]
    [InlineData("aluminium", "CY2019", DomesticQuantity.DomesticDemand, "aluminium products", 4_182_610)]
    [InlineData("aluminium", "FY2019", DomesticQuantity.SecondaryProduction, "secondary ingot and alloy", 791_249)]
    [InlineData("base-metals", "CY2018", DomesticQuantity.PublishedSelfSufficiency, "group of base metals, members not listed", 50.1)]
    public void Known_figures_are_as_published(string mineral, string period, DomesticQuantity quantity, string basis, double value)
    {
        DomesticSupplyObservation row = Assert.Single(
            Rows.Value, one => one.Mineral == mineral && one.Part is null && one.Period.Code == period && one.Quantity == quantity && one.Basis == basis);
        Assert.Equal(value, row.Value.Point);
    }

    [Fact]
    public void Parts_are_kept_apart_from_their_groups()
    {
        Assert.Equal(
            ["cerium", "dysprosium", "europium", "lanthanum", "neodymium", "yttrium"],
            Rows.Value.Where(row => row.Mineral == "rare-earths").Select(row => row.Part).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(13, Rows.Value.Count(row => row.Mineral == "rare-earths" && row.Part is null));
        Assert.Equal(4_624, Rows.Value.Single(row => row.Part == "neodymium" && row.Quantity == DomesticQuantity.DomesticDemand).Value.Point);
        Assert.Equal("platinum", Assert.Single(Rows.Value, row => row.Mineral == "platinum-group").Part);
    }

    [Fact]
    public void Copper_and_zinc_balance_to_the_tonne_in_FY2016_to_FY2019()
    {
        // Opening stock + production + imports - exports - closing stock = apparent demand.
        foreach ((string mineral, string basis) in new[] { ("copper", "refined copper metal"), ("zinc", "zinc slab") })
        {
            foreach (int year in Enumerable.Range(2016, 4))
            {
                Assert.Equal(
                    Of(DomesticQuantity.DomesticDemand, year),
                    Of(DomesticQuantity.Stocks, year - 1) + Of(DomesticQuantity.RefinedProduction, year) + Of(DomesticQuantity.Imports, year)
                        - Of(DomesticQuantity.Exports, year) - Of(DomesticQuantity.Stocks, year));
            }

            double Of(DomesticQuantity quantity, int year) => Assert.Single(
                Rows.Value, row => row.Mineral == mineral && row.Basis == basis && row.Quantity == quantity && row.Period == new FiscalYear(year)).Value.Point!.Value;
        }
    }
}
