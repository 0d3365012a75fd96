using Pipeline.Domain;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.UsgsMcs;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("mcs2022-cobal_world.csv", "2022", "world table by commodity 2022", 14)]
    [InlineData("mcs2023-chrom_world.csv", "2023", "world table by commodity 2023", 8)]
    [InlineData("MCS2025_World_Data.csv", "2025", "world tables in one file 2025", 215)]
    [InlineData("MCS2026_Commodities_Data.csv", "2026", "long file 2026", 393)]
    [InlineData("mcs2022-tungs_salient.csv", "2022", "salient statistics by commodity 2022", 5)]
    [InlineData("mcs2023tellu_salient.csv", "2023", "salient statistics by commodity 2023", 5)]
    [InlineData("mcs2025-lithium_salient.csv", "2025", "salient statistics by commodity 2025", 5)]
    [InlineData("mcs2025-bauxi_salient.csv", "2025", "salient statistics by commodity 2025", 5)]
    public void Layout_and_edition_come_from_the_content(string name, string edition, string layout, int rows)
    {
        SourceFile file = Feed.Open(name);
        Assert.True(new UsgsMcsReader().Recognises(file));
        ReadResult result = new UsgsMcsReader().Read(file);
        Assert.Equal((edition, layout, rows), (result.Edition, result.Layout, result.RowsRead));
    }

    [Fact]
    public void A_renamed_file_keeps_its_edition()
    {
        SourceFile file = Feed.Open("MCS2025_World_Data.csv");
        Assert.Equal("2025", new UsgsMcsReader().Read(file with { Name = "MCS2031_World_Data.csv" }).Edition);
    }

    [Fact]
    public void Every_feed_is_read_without_a_row_set_aside()
    {
        Assert.All(Feed.Names, name => Assert.Empty(Feed.Read(name).Quarantined));
    }

    [Theory]
    [InlineData("indicator,value\r\nUS total,3\r\n")]
    [InlineData("<!DOCTYPE html>\r\n<html></html>\r\n")]
    [InlineData("")]
    public void A_file_of_another_kind_is_not_recognised(string text)
    {
        Assert.False(new UsgsMcsReader().Recognises(SourceFile.From("mcs2023-cobal_world.csv", System.Text.Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void A_new_column_is_a_layout_that_is_not_known()
    {
        SourceFile file = Feed.Changed(Feed.Open("mcs2023-vanad_world.csv"), "Reserves_t,", "Resources_t,");
        Assert.False(new UsgsMcsReader().Recognises(file));
        Assert.Throws<LayoutDriftException>(() => new UsgsMcsReader().Read(file));
    }

    [Fact]
    public void A_row_that_was_cut_off_is_refused_with_its_line()
    {
        SourceFile file = Feed.Changed(Feed.Open("mcs2022-cobal_world.csv"), ",120000", "");
        LayoutDriftException error = Assert.Throws<LayoutDriftException>(() => new UsgsMcsReader().Read(file));
        Assert.Equal(("line 6", "5 fields", "4 fields"), (error.Fault.Place, error.Fault.Expected, error.Fault.Found));
    }

    [Fact]
    public void Rows_of_another_edition_than_the_header_are_refused()
    {
        SourceFile file = Feed.Changed(Feed.Open("mcs2022-cobal_world.csv"), "Prod_t_Est_2021", "Prod_t_Est_2022");
        Assert.Throws<LayoutDriftException>(() => new UsgsMcsReader().Read(file));
    }

    [Fact]
    public void Evidence_names_the_line_and_the_column_of_the_file()
    {
        MineralStatisticObservation congo = Feed.Read("mcs2022-cobal_world.csv").Table("cobalt", Statistic.MineProduction, "CY2021").Of("COD");
        Assert.Equal("mcs2022-cobal_world.csv!6:Prod_t_Est_2021", congo.Cell.Address);
        Assert.Equal(Feed.Open("mcs2022-cobal_world.csv").Snapshot, congo.Cell.Snapshot);
    }

    [Fact]
    public void The_space_inside_a_column_name_of_2025_is_part_of_the_evidence()
    {
        MineralStatisticObservation congo = Feed.Read("MCS2025_World_Data.csv").Table("cobalt", Statistic.MineProduction, "CY2024").Of("COD");
        Assert.Equal(("PROD_EST_ 2024", 220_000d), (congo.Cell.Column, congo.Value.Point));
    }

    [Fact]
    public void Columns_of_the_same_name_are_told_apart_by_number()
    {
        ReadResult result = Feed.Read("mcs2025-timin_salient.csv");
        Assert.Equal(("Price_dt", 1_170d), (result.Price("titanium/rutile-fob-australia", 2020).Cell.Column, result.Price("titanium/rutile-fob-australia", 2020).Value.Point));
        Assert.Equal(("Price_dt [4]", 757d), (result.Price("titanium/slag-import-unit-value", 2020).Cell.Column, result.Price("titanium/slag-import-unit-value", 2020).Value.Point));
    }

    [Fact]
    public void The_2026_file_is_read_as_Windows_1252()
    {
        // The dash is byte 0x97, in the name of a section and as the sign for zero.
        MineralStatisticObservation kenya = Feed.Read("MCS2026_Commodities_Data.csv").Table("rutile", Statistic.MineProduction, "CY2025").Of("KEN");
        Assert.Equal((ValueKind.ReportedZero, "—"), (kenya.Value.Kind, kenya.Value.Text));
    }

    [Fact]
    public void Import_sources_and_commodities_not_under_watch_are_counted_as_out_of_scope()
    {
        // 5 rows of import sources of cobalt, and the wollastonite chapter.
        ReadResult result = Feed.Read("MCS2026_Commodities_Data.csv");
        int wollastonite = System.Text.Encoding.Latin1.GetString(Feed.Open("MCS2026_Commodities_Data.csv").Bytes.Span)
            .Split("\r\n").Count(line => line.StartsWith("WOLLASTONITE,", StringComparison.Ordinal));
        Assert.Equal(wollastonite + 5, result.RowsOutOfScope);
        Assert.Equal(5, Feed.Read("mcs2023-iodin_salient.csv").RowsOutOfScope);
        Assert.Empty(Feed.Read("mcs2023-iodin_salient.csv").Observations);
    }
}
