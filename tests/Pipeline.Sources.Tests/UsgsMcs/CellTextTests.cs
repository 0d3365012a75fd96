using Pipeline.Domain;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.UsgsMcs;

/// <summary>How a published cell is read (indicators, section 2).</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData("1234", 1234)]
    [InlineData("63,600", 63_600)]
    [InlineData("2,070,000.5", 2_070_000.5)]
    [InlineData("16.95", 16.95)]
    [InlineData("−76", -76)]
    public void A_number_is_reported_as_printed(string text, double value)
    {
        PublishedValue read = Read(text);
        Assert.Equal((ValueKind.Reported, value, text), (read.Kind, read.Point, read.Text));
    }

    [Fact]
    public void A_number_marked_as_estimated_keeps_the_mark()
    {
        Assert.Equal(ValueKind.Estimated, UsgsCellText.Read("220000", "", isPercent: false, isEstimated: true)!.Value.Kind);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("—")]
    public void A_printed_zero_or_dash_is_zero(string text) => Assert.Equal((ValueKind.ReportedZero, 0d), (Read(text).Kind, Read(text).Point));

    [Fact]
    public void Withheld_is_at_least_zero_and_never_zero()
    {
        PublishedValue read = Read("W");
        Assert.Equal((ValueKind.WithheldBySource, null, 0d, null), (read.Kind, read.Point, read.Low, read.High));
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("…")]
    [InlineData("")]
    public void Not_available_is_unknown(string text)
    {
        PublishedValue read = Read(text);
        Assert.Equal((ValueKind.NotCollected, null, null), (read.Kind, read.Point, read.Low));
    }

    [Fact]
    public void Not_applicable_is_left_out() => Assert.Equal(ValueKind.NotApplicable, Read("XX").Kind);

    [Fact]
    public void A_net_exporter_is_at_most_zero_and_only_a_percentage_can_say_so()
    {
        PublishedValue read = UsgsCellText.Read("E", "", isPercent: true, isEstimated: false)!.Value;
        Assert.Equal((null, null, 0d), (read.Point, read.Low, read.High));
        Assert.Null(UsgsCellText.Read("E", "", isPercent: false, isEstimated: false));
    }

    [Theory]
    [InlineData(">50", 50, 100)]
    [InlineData(">50%", 50, 100)]
    [InlineData("<25", 0, 25)]
    public void A_bound_in_percent_ends_at_0_and_100(string text, double low, double high)
    {
        PublishedValue read = UsgsCellText.Read(text, "", isPercent: true, isEstimated: false)!.Value;
        Assert.Equal((ValueKind.Reported, null, low, high), (read.Kind, read.Point, read.Low, read.High));
    }

    [Fact]
    public void A_bound_in_tonnes_has_no_upper_end()
    {
        PublishedValue read = Read(">2,000,000");
        Assert.True(read.IsLowerBound);
        Assert.Equal(2_000_000, read.Low);
    }

    [Theory]
    [InlineData("<100,000", 100_000)]
    [InlineData("Less than 50,000 tons", 50_000)]
    public void Less_than_a_figure_is_an_interval_from_zero(string text, double high)
    {
        Assert.Equal((null, 0d, high), (Read(text).Point, Read(text).Low, Read(text).High));
    }

    [Theory]
    [InlineData("Less than ½ unit.", "")]
    [InlineData("Less than 1/2 unit.", "")]
    [InlineData("s", "Estimated. -- Less than ½ unit.")]
    public void Less_than_half_a_unit_is_a_trace(string text, string notes)
    {
        PublishedValue read = UsgsCellText.Read(text, notes, isPercent: false, isEstimated: true)!.Value;
        Assert.Equal((ValueKind.Trace, 0d, 0.5), (read.Kind, read.Point, read.High));
    }

    [Theory]
    [InlineData("140–575", 140, 575, 357.5)]
    [InlineData("10,000 - 15,000", 10_000, 15_000, 12_500)]
    public void A_range_is_an_estimate_with_the_middle_as_its_point(string text, double low, double high, double point)
    {
        Assert.Equal((ValueKind.Estimated, point, low, high), (Read(text).Kind, Read(text).Point, Read(text).Low, Read(text).High));
    }

    [Theory]
    [InlineData("Large", "", "word")]
    [InlineData("Small", "", "word")]
    [InlineData("Moderate", "", "word")]
    [InlineData("s", "See Appendix C. -- Included in “World total.”", "includedInTotal")]
    [InlineData("Included in World total.", "", "includedInTotal")]
    [InlineData("Included with ilmenite", "", "includedElsewhere")]
    public void A_word_is_kept_as_text_without_a_value(string text, string notes, string flag)
    {
        UsgsCellValue read = UsgsCellText.Read(text, notes, isPercent: false, isEstimated: false)!;
        Assert.Equal((ValueKind.NotCollected, text, flag), (read.Value.Kind, read.Value.Text, read.Flag));
    }

    [Theory]
    [InlineData("?1")]
    [InlineData("12,34")]
    [InlineData("about 5")]
    [InlineData(",")]
    [InlineData("575–140")]
    public void Anything_else_is_not_a_cell_of_the_publisher(string text)
    {
        Assert.Null(UsgsCellText.Read(text, "", isPercent: false, isEstimated: false));
    }

    [Fact]
    public void A_cell_that_cannot_be_read_is_set_aside_with_its_whole_row()
    {
        SourceFile file = Feed.Changed(Feed.Open("mcs2022-cobal_world.csv"), ",98000,", ",9?8000,");
        ReadResult result = new UsgsMcsReader().Read(file);
        QuarantinedRow row = Assert.Single(result.Quarantined);
        Assert.Equal(("cell", "9?8000", "mcs2022-cobal_world.csv!6:Prod_t_2020"), (row.Rule, row.Found, row.Cell.Address));
        Assert.Contains("Congo (Kinshasa)", row.Row, StringComparison.Ordinal);
        Assert.Equal(27, result.Observations.Count);
    }

    private static PublishedValue Read(string text) => UsgsCellText.Read(text, "", isPercent: false, isEstimated: false)!.Value;
}
