using Pipeline.Domain;

namespace Pipeline.Sources.Tests.UsgsMcs;

/// <summary>A series has one identifier in all editions only where commodity, statistic, unit and nominal basis are the same.</summary>
public sealed class PriceSeriesTests
{
    private static readonly ReadResult Mcs2026 = Feed.Read("MCS2026_Commodities_Data.csv");

    [Fact]
    public void A_tungsten_price_is_per_metric_ton_unit_not_per_tonne()
    {
        PriceObservation price = Feed.Read("mcs2025-tungs_salient.csv").Price("tungsten/concentrate-wo3", 2023);
        Assert.Equal(("USD/t unit WO3", 258d, 2025, false), (price.Unit, price.Value.Point, price.Edition, price.Deflated));
    }

    [Fact]
    public void Tungsten_of_the_2022_edition_is_another_series()
    {
        // 2018: 326 in the 2022 edition, 261 in the 2023 edition.
        Assert.Equal(326, Feed.Read("mcs2022-tungs_salient.csv").Price("tungsten/concentrate-wo3-to-2022", 2018).Value.Point);
    }

    [Fact]
    public void Lithium_is_in_constant_dollars_from_2025_and_each_edition_has_its_own_base()
    {
        PriceObservation real2025 = Feed.Read("mcs2025-lithium_salient.csv").Price("lithium/battery-carbonate-real-2025", 2021);
        PriceObservation real2026 = Mcs2026.Price("lithium/battery-carbonate-real-2026", 2021);
        Assert.Equal((14_200d, true), (real2025.Value.Point, real2025.Deflated));
        Assert.Equal((11_700d, true), (real2026.Value.Point, real2026.Deflated));
    }

    [Fact]
    public void Gallium_changes_to_the_import_unit_value_in_2026()
    {
        Assert.Equal(365, Mcs2026.Price("gallium/import-unit-value", 2023).Value.Point);
        Assert.DoesNotContain(Mcs2026.Observations.OfType<PriceObservation>(), price => price.Series.StartsWith("gallium/high", StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_year_of_an_edition_is_an_estimate()
    {
        PriceObservation estimated = Mcs2026.Price("cobalt/us-spot-cathode", 2025);
        Assert.Equal((21d, ValueKind.Estimated, "USD/lb"), (estimated.Value.Point, estimated.Value.Kind, estimated.Unit));
        Assert.Equal(["estimated"], estimated.Flags);
        Assert.Equal((16.77, ValueKind.Reported), (Mcs2026.Price("cobalt/us-spot-cathode", 2024).Value.Point, Mcs2026.Price("cobalt/us-spot-cathode", 2024).Value.Kind));
    }

    [Fact]
    public void A_wrong_unit_token_of_a_price_column_is_not_believed()
    {
        // 2025 alumina: the column is called Alumina_Price_kt and holds dollars per tonne.
        PriceObservation alumina = Feed.Read("mcs2025-bauxi_salient.csv").Price("aluminium/alumina-import-unit-value", 2022);
        Assert.Equal(("USD/t", 518d, "Alumina_Price_kt"), (alumina.Unit, alumina.Value.Point, alumina.Cell.Column));
    }

    [Fact]
    public void A_series_has_one_mineral_one_unit_and_one_basis_in_every_edition()
    {
        Assert.All(
            Feed.Names.SelectMany(name => Feed.Read(name).Observations).OfType<PriceObservation>().GroupBy(price => price.Series, StringComparer.Ordinal),
            series => Assert.Single(series.Select(price => (price.Mineral, price.Unit, price.Deflated)).Distinct()));
    }
}
