using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.Corrections;
using Pipeline.Sources.Tests.UsgsMcs;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.Corrections;

/// <summary>Every correction of the mineral commodity summaries on the publisher's own lines: it applies, and it notices a change.</summary>
public sealed class UsgsMcsCorrectionsTests
{
    private static readonly CorrectionBook Book = CorrectionBook.ForSource("usgs-mcs");
    private static readonly Lazy<ILookup<string, MineralStatisticObservation>> Statistics = new(() => All<MineralStatisticObservation>());
    private static readonly Lazy<ILookup<string, PriceObservation>> Prices = new(() => All<PriceObservation>());

    public static TheoryData<string> Identifiers => [.. Book.All.Select(correction => correction.Id)];

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void A_correction_applies_to_the_publishers_cells_and_is_named_by_the_figures(string id)
    {
        Correction correction = Book.All.Single(one => one.Id == id);
        if (correction.Action == CorrectionAction.Drop)
        {
            Assert.Contains(Feed.Names, name => Cells(name).Any(correction.Match.Fits) && Feed.Read(name).Observations.Count > 0);
        }
        else
        {
            Assert.True(Statistics.Value[id].Any() || Prices.Value[id].Any(), id);
        }
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void A_changed_cell_fires_the_guard(string id)
    {
        Correction correction = Book.All.Single(one => one.Id == id);
        string name = Feed.Names.First(feed => Before(correction, feed).Any(correction.Match.Fits));
        IReadOnlyList<RawCell> cells = Before(correction, name);
        RawCell mended = cells.First(correction.Match.Fits);
        CorrectionGuardException error = Assert.Throws<CorrectionGuardException>(() =>
            new CorrectionBook("one", [correction]).Apply([.. cells.Select(cell => cell == mended ? cell with { Value = "123456789" } : cell)]));
        Assert.Contains(id, error.Fault.Place, StringComparison.Ordinal);
        Assert.Contains(mended.Key, error.Fault.Place, StringComparison.Ordinal);
        Assert.Equal("'123456789'", error.Fault.Found);
    }

    [Fact]
    public void The_guard_fires_on_a_file_that_the_publisher_has_mended()
    {
        SourceFile mended = Feed.Changed(Feed.Open("MCS2026_Commodities_Data.csv"), "\"21,000,000\"", "\"11,000,000\"");
        CorrectionGuardException error = Assert.Throws<CorrectionGuardException>(() => new UsgsMcsReader().Read(mended));
        Assert.Contains("usgs-2026-rare-earths-reserves-brazil", error.Fault.Place, StringComparison.Ordinal);
        Assert.Equal(("value '21,000,000'", "'11,000,000'"), (error.Fault.Expected, error.Fault.Found));
    }

    [Fact]
    public void The_guard_fires_when_the_misspelt_germanium_is_mended()
    {
        string text = Encoding.UTF8.GetString(Feed.Open("MCS2025_World_Data.csv").Bytes.Span).Replace("Gemanium", "Germanium", StringComparison.Ordinal);
        Assert.Throws<CorrectionGuardException>(() => new UsgsMcsReader().Read(SourceFile.From("MCS2025_World_Data.csv", Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("usgs-2023-chromium-production-unit", "ZAF", "CY2021", 18_600_000)]
    [InlineData("usgs-2023-vanadium-reserves-unit", "AUS", "as of 2023", 7_400_000)]
    [InlineData("usgs-2025-vanadium-reserves-unit", "CHN", "as of 2025", 4_100_000)]
    [InlineData("usgs-2026-vanadium-reserves-unit", "CHN", "as of 2026", 5_800_000)]
    [InlineData("usgs-2025-molybdenum-reserves-unit", "CHN", "as of 2025", 5_900_000)]
    [InlineData("usgs-2025-ilmenite-unit", "CHN", "CY2023", 3_250_000)]
    [InlineData("usgs-2025-rutile-unit", "SLE", "CY2023", 110_000)]
    [InlineData("usgs-2025-rutile-sierra-leone-unit", "SLE", "as of 2025", 2_900_000)]
    [InlineData("usgs-2023-rhenium-reserves-unit", "CHL", "as of 2023", 1_300)]
    [InlineData("usgs-2023-zinc-reserves-australia", "AUS", "as of 2023", 66_000_000)]
    [InlineData("usgs-2026-rare-earths-reserves-brazil", "BRA", "as of 2026", 11_000_000)]
    [InlineData("usgs-2025-indium-capacity", "CHN", "CY2024", 1_100)]
    public void A_corrected_figure_in_tonnes(string id, string iso3, string period, double tonnes)
    {
        MineralStatisticObservation one = Assert.Single(Statistics.Value[id], figure => figure.Place.Iso3 == iso3 && figure.Period.Code == period);
        Assert.Equal((tonnes, "t"), (one.Value.Point!.Value, one.Unit));
    }

    [Fact]
    public void Refinery_capacity_of_indium_is_not_reserves()
    {
        Assert.All(Statistics.Value["usgs-2025-indium-capacity"], one => Assert.Equal(Statistic.Capacity, one.Statistic));
        Assert.DoesNotContain(
            Feed.Read("MCS2025_World_Data.csv").Observations.OfType<MineralStatisticObservation>(),
            one => one is { Mineral: "indium", Statistic: Statistic.Reserves });
    }

    [Fact]
    public void Corrected_world_totals_keep_their_bounds()
    {
        Assert.Equal(75_000_000, Assert.Single(Statistics.Value["usgs-2026-rare-earths-reserves-world"]).Value.Low);
        Assert.Equal(1_800_000, Assert.Single(Statistics.Value["usgs-2023-antimony-reserves-world"]).Value.Low);
    }

    [Theory]
    [InlineData("usgs-2022-lithium-total-excludes")]
    [InlineData("usgs-2022-germanium-total-excludes")]
    [InlineData("usgs-2023-bauxite-total-excludes")]
    [InlineData("usgs-2025-ferrosilicon-total-excludes")]
    [InlineData("usgs-2025-silicon-metal-total-excludes")]
    public void A_total_that_adds_up_without_the_withheld_country_is_marked(string id)
    {
        Assert.Equal(2, Statistics.Value[id].Count());
        Assert.All(Statistics.Value[id], one => Assert.True(one.TotalExcludesWithheld));
    }

    [Fact]
    public void Reliance_is_a_percentage_whatever_the_column_is_called()
    {
        string[] ids = ["usgs-2022-rare-earths-reliance-compounds-metals", "usgs-2025-nickel-reliance-unit", "usgs-2025-rare-earths-reliance-concentrate"];
        Assert.All(ids.SelectMany(id => Statistics.Value[id]), one => Assert.Equal(("percent", Statistic.NetImportReliance), (one.Unit, one.Statistic)));
        Assert.Equal(46, Assert.Single(Statistics.Value["usgs-2025-nickel-reliance-unit"], one => one.Period.Code == "CY2020").Value.Point);
    }

    [Fact]
    public void Slipped_columns_of_lead_and_magnesium_hold_the_prices_of_other_editions()
    {
        Assert.Equal(116.5, Feed.Read("mcs2025-lead_salient.csv").Price("lead/north-american", 2022).Value.Point);
        Assert.Equal(5_206, Feed.Read("mcs2025-mgmet_salient.csv").Price("magnesium/metal-european-free-market", 2022).Value.Point);
        Assert.Equal(7.59, Feed.Read("mcs2025-mgmet_salient.csv").Price("magnesium/metal-us-spot-western-to-2025", 2022).Value.Point);
    }

    [Fact]
    public void A_carried_over_estimate_of_neodymium_is_left_out()
    {
        Assert.DoesNotContain(
            Feed.Read("mcs2023-raree_salient.csv").Observations.OfType<PriceObservation>(),
            price => price.Series.StartsWith("rare-earths/neodymium", StringComparison.Ordinal) && price.Period == new CalendarYear(2021));
    }

    [Fact]
    public void The_shifted_row_of_yttrium_is_a_range_of_world_production()
    {
        MineralStatisticObservation yttrium = Assert.Single(Statistics.Value["usgs-2026-yttrium-notes"]);
        Assert.Equal(("yttrium", "Y2O3", 10_000d, 15_000d), (yttrium.Series, yttrium.Basis, yttrium.Value.Low, yttrium.Value.High));
    }

    [Theory]
    [InlineData("usgs-2026-niobium-shipments-minus", -1)]
    [InlineData("usgs-2026-tantalum-shipments-minus", -10)]
    public void A_lost_minus_is_put_back(string id, double value) => Assert.Equal(value, Assert.Single(Statistics.Value[id]).Value.Point);

    private static ILookup<string, T> All<T>()
        where T : Observation => Feed.Names.SelectMany(name => Feed.Read(name).Observations).OfType<T>()
            .SelectMany(one => one.Corrections.Select(id => (id, one))).ToLookup(pair => pair.id, pair => pair.one, StringComparer.Ordinal);

    private static IReadOnlyList<RawCell> Cells(string name)
    {
        UsgsFile file = UsgsFile.Open(Feed.Open(name));
        UsgsLayout layout = UsgsLayout.Of(file.Columns)!;
        int edition = layout.Edition(file);
        return [.. file.Rows.Where(row => layout.Commodity(file, row) is not null).SelectMany(row => layout.Cells(file, edition, row))];
    }

    /// <summary>Cells as the correction meets them: after those that stand before it.</summary>
    private static IReadOnlyList<RawCell> Before(Correction correction, string name) =>
        new CorrectionBook("before", [.. Book.All.TakeWhile(one => one.Id != correction.Id)]).Apply(Cells(name));
}
