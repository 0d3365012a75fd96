using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.Governance;

namespace Pipeline.Sources.Tests.Governance;

public class WgiReaderTests
{
    private const string Release2023 = "wgi/WGIData.csv";
    private const string Release2021 = "wgi/wgidataset.xlsx";

    private static readonly WgiReader Reader = new();

    [Fact]
    public void The_text_file_of_the_2023_release_is_read()
    {
        ReadResult result = Reader.Read(PublisherFile.File(Release2023));

        // Three economies with all 36 indicators and two with their six estimates; 24 years each.
        Assert.Equal(("2023 release, 1996-2022", 120, 90, 30 * 24),
            (result.Edition, result.RowsRead, result.RowsOutOfScope, result.Observations.Count));
        Assert.Empty(result.Quarantined);
        Assert.All(result.Observations.Cast<GovernanceObservation>(), one => Assert.Equal(2023, one.Release));
    }

    [Theory]
    [InlineData("JPN", GovernanceDimension.RuleOfLaw, 2022, 1.55824029445648, "1.55824029445648")]
    [InlineData("ROU", GovernanceDimension.GovernmentEffectiveness, 2022, 0.0000470589620817918, "4.70589620817918E-05")]
    [InlineData("COD", GovernanceDimension.ControlOfCorruption, 1996, -1.64785194396973, "-1.64785194396973")]
    [InlineData("XKX", GovernanceDimension.VoiceAndAccountability, 2022, -0.0578916594386101, "-0.0578916594386101")]
    public void Estimates_are_as_printed(string iso3, GovernanceDimension dimension, int year, double value, string text) =>
        Assert.Equal(PublishedValue.Reported(value, text),
            One(Reader.Read(PublisherFile.File(Release2023)), iso3, dimension, year).Estimate);

    [Fact]
    public void An_empty_cell_is_not_collected_and_never_zero() => Assert.Equal(
        PublishedValue.NotCollected(string.Empty),
        One(Reader.Read(PublisherFile.File(Release2023)), "AIA", GovernanceDimension.ControlOfCorruption, 1996).Estimate);

    [Fact]
    public void A_cell_is_named_by_line_and_year()
    {
        SourceFile file = PublisherFile.File(Release2023);
        GovernanceObservation one = One(Reader.Read(file), "ROU", GovernanceDimension.GovernmentEffectiveness, 2022);
        Assert.Equal(("2022", file.Snapshot), (one.Cell.Column, one.Cell.Snapshot));
        Assert.Contains("\"Romania\",\"ROU\",\"Government Effectiveness: Estimate\",\"GE.EST\"",
            PublisherFile.Text(Release2023).Split('\n')[one.Cell.Row - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_of_the_2021_release_is_read()
    {
        ReadResult result = Reader.Read(PublisherFile.File(Release2021));
        Assert.Equal(("2021 release, 1996-2020", 48, 8 * 6 * 22), (result.Edition, result.RowsRead, result.Observations.Count));
        GovernanceObservation japan = One(result, "JPN", GovernanceDimension.RuleOfLaw, 2020);
        Assert.Equal(1.5251365900039673, japan.Estimate.Point);
        Assert.Equal(("RuleofLaw", 113, "2020 Estimate"), (japan.Cell.Sheet, japan.Cell.Row, japan.Cell.Column));
    }

    [Theory]
    [InlineData("AND", 1.6986376047134399)]
    [InlineData("XKX", -0.38571015000343323)]
    [InlineData("COD", -1.7905703783035278)]
    public void Former_codes_of_the_bank_become_ISO_codes(string iso3, double ruleOfLaw2020) =>
        Assert.Equal(ruleOfLaw2020,
            One(Reader.Read(PublisherFile.File(Release2021)), iso3, GovernanceDimension.RuleOfLaw, 2020).Estimate.Point);

    [Fact]
    public void All_six_former_codes_are_known() => Assert.Equal(
        ["ABW", "AND", "COD", "JPN", "PSE", "ROU", "TLS", "XKX"],
        Reader.Read(PublisherFile.File(Release2021)).Observations.Cast<GovernanceObservation>().Select(one => one.Iso3).Distinct().Order(
            StringComparer.Ordinal));

    [Fact]
    public void The_mark_for_no_value_is_not_collected() => Assert.Equal(
        PublishedValue.NotCollected("#N/A"),
        One(Reader.Read(PublisherFile.File(Release2021)), "ABW", GovernanceDimension.RuleOfLaw, 1996).Estimate);

    [Fact]
    public void Two_releases_differ_for_the_same_country_and_year() => Assert.NotEqual(
        One(Reader.Read(PublisherFile.File(Release2021)), "JPN", GovernanceDimension.RuleOfLaw, 2020).Estimate.Point,
        One(Reader.Read(PublisherFile.File(Release2023)), "JPN", GovernanceDimension.RuleOfLaw, 2020).Estimate.Point);

    [Fact]
    public void A_former_code_with_another_name_stops_the_source()
    {
        UnknownCodeException unknown = Assert.Throws<UnknownCodeException>(
            () => Reader.Read(PublisherFile.With(Release2023, "\"Romania\",\"ROU\"", "\"Romandy\",\"ROM\"")));
        Assert.Equal("ROM", unknown.Code);
        Assert.Contains("'Romandy'", unknown.Fault.Found, StringComparison.Ordinal);
        Assert.Equal("ROU", One(
            Reader.Read(PublisherFile.With(Release2023, "\"Romania\",\"ROU\"", "\"Romania\",\"ROM\"")), "ROU",
            GovernanceDimension.RuleOfLaw, 2022).Iso3);
    }

    [Fact]
    public void An_unknown_economy_stops_the_source() => Assert.Equal(
        "ZZZ", Assert.Throws<UnknownCodeException>(() => Reader.Read(PublisherFile.With(Release2023, "\"JPN\"", "\"ZZZ\""))).Code);

    [Fact]
    public void An_unknown_indicator_stops_the_source() => Assert.Equal(
        "XY.EST", Assert.Throws<UnknownCodeException>(() => Reader.Read(PublisherFile.With(Release2023, "\"RL.EST\"", "\"XY.EST\""))).Code);

    [Theory]
    [InlineData("98.5")]
    [InlineData("..")]
    [InlineData("1,5")]
    public void A_row_with_a_cell_that_is_no_estimate_is_set_aside(string cell)
    {
        ReadResult result = Reader.Read(PublisherFile.With(Release2023, "\"4.70589620817918E-05\"", $"\"{cell}\""));
        QuarantinedRow row = Assert.Single(result.Quarantined);
        Assert.Equal(("number", "2022", $"'{cell}'"), (row.Rule, row.Cell.Column, row.Found));
        Assert.StartsWith("\"Romania\"", row.Row, StringComparison.Ordinal);
        Assert.Equal(29 * 24, result.Observations.Count);
    }

    [Fact]
    public void A_row_that_comes_twice_is_set_aside()
    {
        string row = PublisherFile.Text(Release2023).Split('\n').First(line => line.Contains("\"GE.EST\"", StringComparison.Ordinal))
            + "\n";
        Assert.Equal("duplicate", Assert.Single(Reader.Read(PublisherFile.With(Release2023, row, row + row)).Quarantined).Rule);
    }

    [Fact]
    public void Years_out_of_order_are_refused() => Assert.Equal(
        "line 1, column 6", Assert.Throws<LayoutDriftException>(
            () => Reader.Read(PublisherFile.With(Release2023, "\"1996\",\"1998\"", "\"1998\",\"1996\""))).Fault.Place);

    [Fact]
    public void A_year_in_another_form_is_refused() => Assert.Equal(
        "'1996 [YR1996]'", Assert.Throws<LayoutDriftException>(
            () => Reader.Read(PublisherFile.With(Release2023, "\"1996\"", "\"1996 [YR1996]\""))).Fault.Found);

    [Fact]
    public void A_row_with_a_field_too_many_is_named_by_its_line()
    {
        string second = PublisherFile.Text(Release2023).Split("\r\n")[1];
        Assert.Equal("line 2",
            Assert.Throws<LayoutDriftException>(() => Reader.Read(PublisherFile.With(Release2023, second, second + "1,"))).Fault.Place);
    }

    [Fact]
    public void A_file_whose_last_row_is_cut_is_unreadable()
    {
        byte[] bytes = PublisherFile.Bytes(Release2023);
        Fault fault = Assert.Throws<UnreadableFileException>(
            () => Reader.Read(SourceFile.From("cut.csv", bytes.AsMemory(0, bytes.Length - 30)))).Fault;
        Assert.StartsWith("line 121 (the last", fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_without_one_of_the_six_dimensions_is_refused() => Assert.Contains(
        "VoiceandAccountability",
        Assert.Throws<LayoutDriftException>(() => SourceReaders.Read(TestWorkbook.Of(("RuleofLaw", Sheet(2020))))).Fault.Expected,
        StringComparison.Ordinal);

    [Fact]
    public void Sheets_with_different_years_are_refused() => Assert.Contains(
        "row 1", Assert.Throws<LayoutDriftException>(() => Reader.Read(Workbook(2020, 2019))).Fault.Place, StringComparison.Ordinal);

    [Fact]
    public void The_header_row_is_found_by_its_words()
    {
        ReadResult result = Reader.Read(Workbook(2020, 2020));
        Assert.Equal(("2021 release, 2020-2020", 6), (result.Edition, result.Observations.Count));
    }

    [Fact]
    public void A_cut_keeps_header_and_estimates_byte_for_byte_and_cutting_it_again_changes_nothing()
    {
        SourceFile cut = SourceFile.From("WGIData.csv", Reader.Cut(PublisherFile.File(Release2023))!.Value);
        string[] lines = PublisherFile.Text(Release2023).Split("\r\n");
        Assert.Equal(
            string.Join("\r\n", lines.Where((line, index) => index == 0 || line.Contains(".EST\"", StringComparison.Ordinal))) + "\r\n",
            Encoding.UTF8.GetString(cut.Bytes.Span));
        Assert.Equal(cut.Bytes.ToArray(), Reader.Cut(cut)!.Value.ToArray());
        Assert.Null(Reader.Cut(PublisherFile.File(Release2021)));
    }

    private static GovernanceObservation One(ReadResult result, string iso3, GovernanceDimension dimension, int year) => Assert.Single(
        result.Observations.Cast<GovernanceObservation>(), one =>
            one.Iso3 == iso3 && one.Dimension == dimension && one.Period == new CalendarYear(year));

    private static SourceFile Workbook(int year, int lastSheetYear) => TestWorkbook.Of(
        ("VoiceandAccountability", Sheet(year)), ("Political StabilityNoViolence", Sheet(year)), ("GovernmentEffectiveness", Sheet(year)),
        ("RegulatoryQuality", Sheet(year)), ("RuleofLaw", Sheet(year)), ("ControlofCorruption", Sheet(lastSheetYear)));

    private static object?[][] Sheet(int year) =>
        [[null, null, year, year], ["Country/Territory", "Code", "Estimate", "StdErr"], ["Japan", "JPN", 1.5, 0.2]];
}
