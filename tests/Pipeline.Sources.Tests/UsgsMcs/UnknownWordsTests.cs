using Pipeline.Domain;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.UsgsMcs;

/// <summary>A word that no table knows stops the source; it is never dropped and never guessed.</summary>
public sealed class UnknownWordsTests
{
    [Fact]
    public void An_unknown_country_stops_the_source_with_file_and_row()
    {
        UnknownCodeException error = Fails<UnknownCodeException>("mcs2022-cobal_world.csv", ",Cuba,", ",Kuba,");
        Assert.Equal(("Kuba", "mcs2022-cobal_world.csv!7:Prod_t_2020"), (error.Code, error.Fault.Place));
    }

    [Fact]
    public void An_unknown_commodity_stops_the_source_even_when_it_may_be_out_of_scope()
    {
        Assert.Equal("Woll", Fails<UnknownCodeException>("MCS2026_Commodities_Data.csv", ",Wollastonite,", ",Woll,").Code);
        Assert.Equal("Iron Oar", Fails<UnknownCodeException>("MCS2025_World_Data.csv", "MCS2025,Iron Ore  ,", "MCS2025,Iron Oar,").Code);
    }

    [Fact]
    public void A_file_whose_name_lost_the_commodity_is_refused()
    {
        SourceFile file = Feed.Open("mcs2022-cobal_world.csv") with { Name = "world.csv" };
        Assert.Throws<UnknownCodeException>(() => new UsgsMcsReader().Read(file));
    }

    [Fact]
    public void Unknown_words_of_a_table_stop_the_source()
    {
        UnknownCodeException error = Fails<UnknownCodeException>("MCS2025_World_Data.csv", "\"Mine production, vanadium content\"", "Slag production");
        Assert.Equal("Slag production (production)", Fails<UnknownCodeException>("mcs2022-cobal_world.csv", "\"Mine production, contained cobalt\"", "Slag production").Code);
        Assert.Contains("Slag production", error.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_price_column_stops_the_source() =>
        Assert.Equal("Price_APT_dt", Fails<UnknownCodeException>("mcs2022-tungs_salient.csv", "Price_WO3_dt", "Price_APT_dt").Code);

    [Fact]
    public void An_unknown_unit_stops_the_source() =>
        Assert.Equal("'flasks'", Fails<UnitMismatchException>("mcs2022-tungs_salient.csv", "Stocks_t", "Stocks_flasks").Fault.Found);

    private static T Fails<T>(string name, string from, string to)
        where T : Exception => Assert.Throws<T>(() => new UsgsMcsReader().Read(Feed.Changed(Feed.Open(name), from, to)));
}
