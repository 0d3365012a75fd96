using Pipeline.Domain;
using Pipeline.Sources.MofTrade;

namespace Pipeline.Sources.Tests.MofTrade;

/// <summary>Figures as they stand in the publisher's files, read with the eye from the rows in <c>Feeds/mof-trade</c>.</summary>
public class MofTradeValueTests
{
    private static readonly MofTradeReader Reader = new();

    [Theory]
    [InlineData("d01h88i005.csv", "1988 (by country)", "by country, 45 columns, Apl", 21, 17)]
    [InlineData("d01h08i005.csv", "2008 (by country)", "by country, 45 columns, Apl", 17, 15)]
    [InlineData("ik-100h2016i005.csv", "2016 (by country)", "by country, 45 columns, Apl", 13, 13)]
    [InlineData("ik-100h2020i005.csv", "2020 (by country)", "by country, 45 columns, Apr", 46, 45)]
    [InlineData("ik-110h2024i001.csv", "2024 (totals)", "totals, 44 columns, Apr", 38, 6)]
    public void Every_edition_is_read(string name, string edition, string layout, long rows, int kept)
    {
        ReadResult result = Read(name);
        Assert.Equal((edition, layout, rows, kept), (result.Edition, result.Layout, result.RowsRead, result.Observations.Count));
        Assert.Equal(rows, kept + result.RowsOutOfScope);
        Assert.Empty(result.Quarantined);
    }

    [Fact]
    public void Copper_ore_from_Chile_in_2020_is_as_printed()
    {
        SourceFile file = PublisherFile.File("mof-trade/ik-100h2020i005.csv");
        TradeObservation chile = One(Reader.Read(file), "260300000", "409");
        Assert.Equal(
            new TradeObservation(
                "mof-trade", new CalendarYear(2020), new SourceCell(file.Snapshot, "ik-100h2020i005.csv", null, 43, "Quantity2-Year"),
                TradeFlow.Import, "260300000", new TradeOrigin("409", "CHL"), 2_405_025, "MT", 2_405_025, 424_376_274, "Value-Year")
            {
                Corrections = chile.Corrections,
                Flags = chile.Flags,
            },
            chile);
        Assert.StartsWith("2,2020,'260300000',409,  ,MT,0,2405025,424376274,", Line("ik-100h2020i005.csv", chile.Cell.Row),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ik-100h2020i006.csv", "282200010", "222", 229_450, "KG", 229.45)]
    [InlineData("ik-100h2020i015.csv", "810520000", "551", 52_000, "KG", 52)]
    [InlineData("ik-100h2020i014.csv", "711011000", "551", 25_798_471, "GR", 25.798471)]
    [InlineData("ik-100h2020i014.csv", "711021000", "551", 20_434, "KG", 20.434)]
    [InlineData("ik-100h2020i005.csv", "251990010", "105", 1_103_060, "KG", 1_103.06)]
    [InlineData("ik-100h2020i005.csv", "251990091", "105", 153_862, "MT", 153_862)]
    public void Masses_become_tonnes_by_the_unit_of_the_row(
        string name, string code, string country, double quantity, string unit, double tonnes)
    {
        TradeObservation row = One(Read(name), code, country);
        Assert.Equal((quantity, unit, tonnes), (row.Quantity, row.Unit, row.Weight));
    }

    [Theory]
    [InlineData(",CT,0,1000,", "CT", 0.0002)]
    [InlineData(",NO,0,1000,", "NO", null)]
    [InlineData(", L,0,1000,", "L", null)]
    [InlineData(",KL,0,1000,", "KL", null)]
    [InlineData(",CM,0,1000,", "CM", null)]
    [InlineData(",SM,0,1000,", "SM", null)]
    [InlineData(", M,0,1000,", "M", null)]
    [InlineData(",GT,0,1000,", "GT", null)]
    public void Only_masses_have_a_weight(string fields, string unit, double? tonnes)
    {
        TradeObservation row = One(
            Reader.Read(PublisherFile.With("mof-trade/ik-100h2020i005.csv", ",MT,0,2405025,", fields)), "260300000", "409");
        Assert.Equal((1000, unit, tonnes), (row.Quantity, row.Unit, row.Weight));
    }

    [Theory]
    [InlineData("409,NO,KG,7,2405025,", 2_405_025, "KG", 2_405.025, "Quantity2-Year")]
    [InlineData("409,KG,NO,2405025,7,", 2_405_025, "KG", 2_405.025, "Quantity1-Year")]
    [InlineData("409,KG,  ,2405025,0,", 2_405_025, "KG", 2_405.025, "Quantity1-Year")]
    public void A_mass_goes_before_a_count(string fields, double quantity, string unit, double tonnes, string column)
    {
        TradeObservation row = One(
            Reader.Read(PublisherFile.With("mof-trade/ik-100h2020i005.csv", "409,  ,MT,0,2405025,", fields)), "260300000", "409");
        Assert.Equal((quantity, unit, tonnes, column), (row.Quantity, row.Unit, row.Weight, row.Cell.Column));
    }

    [Fact]
    public void Goods_without_unit_have_a_value_and_neither_quantity_nor_weight()
    {
        TradeObservation row = One(
            Reader.Read(PublisherFile.With("mof-trade/ik-100h2020i005.csv", "409,  ,MT,0,2405025,", "409,  ,  ,0,0,")), "260300000", "409");
        Assert.Equal((null, null, null, 424_376_274), (row.Quantity, row.Unit, row.Weight, row.ValueThousandYen));
    }

    [Fact]
    public void A_printed_zero_with_a_value_is_kept_as_it_is()
    {
        TradeObservation row = One(Read("ik-100h2020i005.csv"), "260300000", "533");
        Assert.Equal((0, 0, 369), (row.Quantity, row.Weight, row.ValueThousandYen));
    }

    [Fact]
    public void Confidential_codes_of_mapped_chapters_are_kept_and_those_of_others_are_not()
    {
        ReadResult result = Read("ik-110h2024i001.csv");
        Assert.Equal(
            ["25XXXXXXA", "25XXXXXXB", "260300000", "26XXXXXXA", "26XXXXXXB", "28XXXXXXA"],
            result.Observations.Cast<TradeObservation>().Select(row => row.Code));
        TradeObservation hidden = One(result, "28XXXXXXA", null);
        Assert.Equal((209_179_418, 209_179.418, 46_282_982), (hidden.Quantity, hidden.Weight, hidden.ValueThousandYen));
        Assert.Null(hidden.Origin);
    }

    [Fact]
    public void A_country_that_is_no_more_keeps_its_own_code()
    {
        TradeObservation row = One(Read("d01h88i005.csv"), "253090000", "214");
        Assert.Equal((new TradeOrigin("214", "DDR"), 300, 6_812), (row.Origin, row.Weight, row.ValueThousandYen));
    }

    [Theory]
    [InlineData("605")]
    [InlineData("701")]
    [InlineData("702")]
    [InlineData("703")]
    public void A_customs_code_that_is_no_country_is_kept_without_ISO_code(string customs)
    {
        ReadResult result = Reader.Read(PublisherFile.With("mof-trade/ik-100h2020i005.csv", "'260300000',409,", $"'260300000',{customs},"));
        Assert.Equal(new TradeOrigin(customs, null), One(result, "260300000", customs).Origin);
    }

    [Fact]
    public void Exports_are_told_from_imports()
    {
        ReadResult result = Reader.Read(
            PublisherFile.With("mof-trade/ik-100h2020i005.csv", "2,2020,'260300000',409,", "1,2020,'260300000',409,"));
        Assert.Equal(TradeFlow.Export, One(result, "260300000", "409").Flow);
        Assert.Equal(TradeFlow.Import, One(result, "260300000", "407").Flow);
    }

    private static ReadResult Read(string name) => Reader.Read(PublisherFile.File("mof-trade/" + name));

    private static TradeObservation One(ReadResult result, string code, string? customs) =>
        Assert.Single(result.Observations.Cast<TradeObservation>(), row => row.Code == code && row.Origin?.CustomsCode == customs);

    private static string Line(string name, int number) => PublisherFile.Text("mof-trade/" + name).Split('\n')[number - 1];
}
