using Pipeline.Domain;

namespace Pipeline.Sources.Tests.UsgsMcs;

/// <summary>Figures of the world tables, checked by hand against the publisher's lines.</summary>
public sealed class WorldTableTests
{
    private static readonly ReadResult Mcs2025 = Feed.Read("MCS2025_World_Data.csv");
    private static readonly ReadResult Mcs2026 = Feed.Read("MCS2026_Commodities_Data.csv");

    [Fact]
    public void Cobalt_mine_production_of_2024_in_the_2026_edition()
    {
        IReadOnlyList<MineralStatisticObservation> table = Mcs2026.Table("cobalt", Statistic.MineProduction, "CY2024");
        Assert.Equal(14, table.Count);
        Assert.Equal((226_000d, "t", "contained metal"), (table.Of("COD").Value.Point, table.Of("COD").Unit, table.Of("COD").Basis));
        Assert.Equal(7_780, Assert.Single(table, one => one.Place.Kind == PlaceKind.Residual).Value.Point);
        Assert.Equal(302_000, table.World().Value.Point);
        // 200 + 4,780 + 3,350 + 2,000 + 226,000 + 3,450 + 35,000 + 3,100 + 2,630 + 3,100 + 8,000 + 2,200 + 7,780
        Assert.Equal(301_590, table.Where(one => one.Place.Kind != PlaceKind.WorldTotal).Sum(one => one.Value.Point));
    }

    [Fact]
    public void Single_figures_of_the_older_year_are_estimated_where_the_notes_say_so()
    {
        // 2026 vanadium in 2024: "Estimated." for China, no note for Brazil.
        IReadOnlyList<MineralStatisticObservation> table = Mcs2026.Table("vanadium", Statistic.MineProduction, "CY2024");
        Assert.Equal((84_000d, ValueKind.Estimated), (table.Of("CHN").Value.Point, table.Of("CHN").Value.Kind));
        Assert.Equal(["estimated"], table.Of("CHN").Flags);
        Assert.Equal((5_190d, ValueKind.Reported), (table.Of("BRA").Value.Point, table.Of("BRA").Value.Kind));
        Assert.Empty(table.Of("BRA").Flags);
    }

    [Fact]
    public void Reserves_are_as_of_the_edition()
    {
        IReadOnlyList<MineralStatisticObservation> reserves = Mcs2026.Table("cobalt", Statistic.Reserves, "as of 2026");
        Assert.Equal((6_000_000d, 12_000_000d), (reserves.Of("COD").Value.Point, reserves.World().Value.Point));
    }

    [Fact]
    public void The_later_year_is_estimated_and_the_earlier_one_where_the_publisher_says_so()
    {
        ReadResult cobalt = Feed.Read("mcs2022-cobal_world.csv");
        Assert.Empty(cobalt.Table("cobalt", Statistic.MineProduction, "CY2020").Of("COD").Flags);
        Assert.Equal(["estimated"], cobalt.Table("cobalt", Statistic.MineProduction, "CY2021").Of("COD").Flags);
        // 2023 zirconium: Prod_kt_est_2021 marks the whole first year.
        Assert.Equal(["estimated"], Feed.Read("mcs2023-zirco-hafni_world.csv").Table("zirconium", Statistic.MineProduction, "CY2021").Of("AUS").Flags);
        // 2023 bauxite, Brazil: "Production in 2021 is also estimated."; Australia has no such note.
        IReadOnlyList<MineralStatisticObservation> bauxite = Feed.Read("mcs2023-bauxi_world.csv").Table("bauxite", Statistic.MineProduction, "CY2021");
        Assert.Equal(ValueKind.Estimated, bauxite.Of("BRA").Value.Kind);
        Assert.Equal(ValueKind.Reported, bauxite.Of("AUS").Value.Kind);
        // 2023 boron, Peru: "Reported production in 2021." in a column of estimates.
        Assert.Equal(ValueKind.Reported, Feed.Read("mcs2023-boron_world.csv").Table("boron", Statistic.MineProduction, "CY2021").Of("PER").Value.Kind);
        // 2025 cobalt: the type of the row says "estimated".
        Assert.Equal(ValueKind.Estimated, Mcs2025.Table("cobalt", Statistic.MineProduction, "CY2023").Of("COD").Value.Kind);
    }

    [Fact]
    public void An_empty_cell_of_2025_takes_its_sign_from_the_notes()
    {
        Assert.Equal((ValueKind.WithheldBySource, "W"), (Mcs2025.Table("selenium", Statistic.RefineryProduction, "CY2023").Of("USA").Value.Kind, Mcs2025.Table("selenium", Statistic.RefineryProduction, "CY2023").Of("USA").Value.Text));
        Assert.Equal((ValueKind.NotCollected, "NA"), (Mcs2025.Table("cobalt", Statistic.Reserves, "as of 2025").Of("NCL").Value.Kind, Mcs2025.Table("cobalt", Statistic.Reserves, "as of 2025").Of("NCL").Value.Text));
        MineralStatisticObservation large = Mcs2025.Table("rhenium", Statistic.Reserves, "as of 2025").World();
        Assert.Equal((ValueKind.NotCollected, "Large"), (large.Value.Kind, large.Value.Text));
        Assert.Equal(["word"], large.Flags);
        Assert.Equal(["includedInTotal"], Mcs2025.Table("graphite", Statistic.Reserves, "as of 2025").Of("AUT").Flags);
    }

    [Fact]
    public void An_empty_cell_without_a_note_is_unknown_not_zero()
    {
        Assert.Equal(ValueKind.NotCollected, Mcs2025.Table("molybdenum", Statistic.MineProduction, "CY2023").Of("ARG").Value.Kind);
    }

    [Fact]
    public void Kilograms_and_thousands_become_tonnes()
    {
        // Rhenium of Chile: 30000 kilograms. Ilmenite of the world: 9,210 thousand metric tons.
        Assert.Equal(30, Mcs2025.Table("rhenium", Statistic.MineProduction, "CY2023").Of("CHL").Value.Point!.Value, 9);
        Assert.Equal(9_210_000, Mcs2026.Table("ilmenite", Statistic.MineProduction, "CY2024").World().Value.Point);
    }

    [Fact]
    public void A_total_that_leaves_the_United_States_out_says_so()
    {
        Assert.True(Mcs2026.Table("lithium", Statistic.MineProduction, "CY2024").World().TotalExcludesWithheld);
        Assert.False(Mcs2026.Table("lithium", Statistic.Reserves, "as of 2026").World().TotalExcludesWithheld);
        Assert.False(Mcs2026.Table("cobalt", Statistic.MineProduction, "CY2024").World().TotalExcludesWithheld);
    }

    [Fact]
    public void Footnote_digits_and_blanks_are_no_part_of_a_name()
    {
        // Printed as "Canada " with a blank.
        Assert.Equal(130, Mcs2025.Table("selenium", Statistic.RefineryProduction, "CY2023").Of("CAN").Value.Point);
        SourceFile footnoted = Feed.Changed(Feed.Open("mcs2022-cobal_world.csv"), ",Other countries,", ",Other countries6,");
        Assert.Equal(7_640, Assert.Single(
            new Pipeline.Sources.UsgsMcs.UsgsMcsReader().Read(footnoted).Table("cobalt", Statistic.MineProduction, "CY2020"), one => one.Place.Kind == PlaceKind.Residual).Value.Point);
    }

    [Fact]
    public void Ilmenite_rutile_and_their_common_total_are_tables_of_their_own()
    {
        Assert.Equal(9_210_000, Mcs2026.Table("ilmenite", Statistic.MineProduction, "CY2024").World().Value.Point);
        Assert.Equal(460_000, Mcs2026.Table("rutile", Statistic.MineProduction, "CY2024").World().Value.Point);
        Assert.Equal(9_680_000, Assert.Single(Mcs2026.Table("ilmenite-and-rutile", Statistic.MineProduction, "CY2024")).Value.Point);
        MineralStatisticObservation unitedStates = Mcs2026.Table("rutile", Statistic.MineProduction, "CY2024").Of("USA");
        Assert.Equal((ValueKind.NotCollected, "s"), (unitedStates.Value.Kind, unitedStates.Value.Text));
        Assert.Equal(["includedElsewhere"], unitedStates.Flags);
        Assert.Equal("TiO2", unitedStates.Basis);
    }

    [Fact]
    public void Sponge_and_pigment_share_a_file_and_stay_apart()
    {
        ReadResult result = Feed.Read("mcs2023-titan_world.csv");
        Assert.Equal(150_000, result.Table("titanium-sponge", Statistic.PrimaryProduction, "CY2022").Of("CHN").Value.Point);
        Assert.Equal(181_000, result.Table("titanium-sponge", Statistic.Capacity, "CY2021").Of("CHN").Value.Point);
        Assert.Equal(5_000_000, result.Table("titanium-pigment", Statistic.Capacity, "CY2021").Of("CHN").Value.Point);
        Assert.Equal(ValueKind.WithheldBySource, result.Table("titanium-sponge", Statistic.PrimaryProduction, "CY2022").Of("USA").Value.Kind);
    }

    [Fact]
    public void Bauxite_and_alumina_share_a_file_and_stay_apart()
    {
        ReadResult result = Feed.Read("mcs2023-bauxi_world.csv");
        Assert.Equal(103_000_000, result.Table("bauxite", Statistic.MineProduction, "CY2021").Of("AUS").Value.Point);
        Assert.Equal(20_400_000, result.Table("alumina", Statistic.RefineryProduction, "CY2021").Of("AUS").Value.Point);
        // The alumina rows say XX in the column of reserves: no table.
        Assert.Empty(result.Table("alumina", Statistic.Reserves, "as of 2023"));
    }

    [Fact]
    public void Chromium_reserves_as_ore_and_as_oxide_have_different_bases_and_dates()
    {
        Assert.Equal(("gross weight", 350_000_000d), Basis(Mcs2026.Table("chromium", Statistic.Reserves, "as of 2025").Of("ZAF")));
        Assert.Equal(("Cr2O3", 110_000_000d), Basis(Mcs2026.Table("chromium", Statistic.Reserves, "as of 2026").Of("ZAF")));
        Assert.Equal("gross weight", Mcs2026.Table("chromium", Statistic.MineProduction, "CY2024").Of("ZAF").Basis);
    }

    [Fact]
    public void Zircon_is_produced_in_gross_weight_and_reserved_in_oxide()
    {
        ReadResult result = Feed.Read("mcs2023-zirco-hafni_world.csv");
        Assert.Equal(("gross weight", 500_000d), Basis(result.Table("zirconium", Statistic.MineProduction, "CY2021").Of("AUS")));
        Assert.Equal(("ZrO2", 48_000_000d), Basis(result.Table("zirconium", Statistic.Reserves, "as of 2023").Of("AUS")));
        PublishedValue bound = result.Table("zirconium", Statistic.MineProduction, "CY2021").Of("USA").Value;
        Assert.Equal((null, 0d, 100_000d), (bound.Point, bound.Low, bound.High));
    }

    [Fact]
    public void Boron_is_reported_on_a_basis_of_its_own_in_each_country()
    {
        IReadOnlyList<MineralStatisticObservation> table = Feed.Read("mcs2023-boron_world.csv").Table("boron", Statistic.MineProduction, "CY2022");
        Assert.Equal(("B2O3", 300_000d), Basis(table.Of("CHN")));
        Assert.Equal(("refined borates", 1_700_000d), Basis(table.Of("TUR")));
        Assert.Equal(("ulexite", 300_000d), Basis(table.Of("CHL")));
        Assert.Equal(ValueKind.NotApplicable, table.World().Value.Kind);
        // The 2025 edition has the form in the notes, the 2026 edition in the words of the statistic.
        Assert.Equal(("crude ore", 160_000d), Basis(Mcs2025.Table("boron", Statistic.MineProduction, "CY2023").Of("ARG")));
        Assert.Equal(ValueKind.WithheldBySource, Mcs2025.Table("boron", Statistic.MineProduction, "CY2023").Of("USA").Value.Kind);
    }

    [Fact]
    public void Rubidium_and_cesium_have_one_bound_for_all_reserves()
    {
        MineralStatisticObservation cesium = Assert.Single(Mcs2026.Table("cesium", Statistic.Reserves, "as of 2026"));
        Assert.Equal((PlaceKind.Residual, 0d, 200_000d), (cesium.Place.Kind, cesium.Value.Low, cesium.Value.High));
    }

    [Fact]
    public void Salient_statistics_of_the_United_States_never_mix_with_the_world_table()
    {
        ReadResult result = Feed.Read("mcs2022-tungs_salient.csv");
        MineralStatisticObservation reliance = Assert.Single(result.Table("us-salient", Statistic.NetImportReliance, "CY2020"));
        Assert.Equal(("USA", 50d, 100d, "percent"), (reliance.Place.Iso3, reliance.Value.Low, reliance.Value.High, reliance.Unit));
        // Palladium, platinum, osmium: "Less than 1/2 unit." of a kilogram.
        MineralStatisticObservation osmium = Assert.Single(
            Feed.Read("mcs2023-plati_salient.csv").Table("us-salient", Statistic.Imports, "CY2019"), one => one.Detail.Contains("Osmium", StringComparison.Ordinal));
        Assert.Equal((ValueKind.Trace, 0.0005), (osmium.Value.Kind, osmium.Value.High));
    }

    private static (string Basis, double? Point) Basis(MineralStatisticObservation one) => (one.Basis, one.Value.Point);
}
