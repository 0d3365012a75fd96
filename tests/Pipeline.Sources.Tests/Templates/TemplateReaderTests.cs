using System.Text;
using Pipeline.Domain;

namespace Pipeline.Sources.Tests.Templates;

/// <summary>What every template has in common, with faults planted in a text and in a workbook.</summary>
public sealed class TemplateReaderTests
{
    private static readonly SampleTemplate Reader = new();

    private static readonly Dictionary<string, object?> Good = new(StringComparer.Ordinal)
    {
        ["sample_feed_version"] = "3",
        ["mineral_id"] = "cobalt",
        ["country"] = "COD",
        ["period"] = "FY2018",
        ["value"] = "1,234",
        ["balance"] = "-5",
        ["share"] = "0.5",
        ["companies"] = "4",
        ["note"] = "x",
        ["known_from"] = "2020-03-31",
        ["illustrative"] = "no",
    };

    /// <summary>Column, bad cell, rule, address in the sheet.</summary>
    public static TheoryData<string, string, string, string> BadCells => new()
    {
        { "value", "about 5", "number", "E3" },
        { "value", "-5", "range", "E3" },
        { "value", "", "missing", "E3" },
        { "value", "12,34", "number", "E3" },
        { "share", "1.2", "range", "G3" },
        { "share", "-0.1", "range", "G3" },
        { "share", "50%", "number", "G3" },
        { "companies", "2.5", "number", "H3" },
        { "companies", "0", "range", "H3" },
        { "period", "2018", "period", "D3" },
        { "period", "2018-11", "period", "D3" },
        { "period", "2019-10/2018-11", "period", "D3" },
        { "period", "", "missing", "D3" },
        { "known_from", "2020/03/31", "date", "J3" },
        { "known_from", "2020-02-30", "date", "J3" },
        { "illustrative", "maybe", "yes-no", "K3" },
        { "illustrative", "", "missing", "K3" },
        { "mineral_id", "", "missing", "B3" },
        { "sample_feed_version", "", "missing", "A3" },
        { "note", "", "note", "I3" },
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_sets_its_row_aside_with_rule_cell_and_what_was_found(string column, string bad, string rule, string address)
    {
        Dictionary<string, object?>[] rows = [Filled.Row(Good, ("period", "FY2017")), Filled.Row(Good, (column, bad)), Filled.Row(Good, ("period", "FY2019"))];

        ReadResult text = Reader.Read(Filled.Text(Reader.Template, rows));
        ReadResult workbook = Reader.Read(Filled.Workbook(Reader.Template, rows));

        Assert.Equal((3L, 2), (text.RowsRead, text.Observations.Count));
        QuarantinedRow inText = Assert.Single(text.Quarantined);
        Assert.Equal((rule, $"filled.csv!3:{column}"), (inText.Rule, inText.Cell.Address));
        Assert.Equal(bad.Length == 0 ? "nothing" : $"'{bad}'", inText.Found);
        Assert.NotEmpty(inText.Expected);
        Assert.StartsWith(column == "sample_feed_version" ? ",cobalt" : "3,", inText.Row, StringComparison.Ordinal);

        QuarantinedRow inSheet = Assert.Single(workbook.Quarantined);
        Assert.Equal(
            (rule, $"workbook.xlsx[sample-feed]!3:{column} ({address})", inText.Expected, inText.Found),
            (inSheet.Rule, inSheet.Cell.Address, inSheet.Expected, inSheet.Found));
    }

    [Theory]
    [InlineData("mineral_id", "unobtainium", "mineral_id of sample-feed", "B3")]
    [InlineData("country", "CONGO", "country of sample-feed", "C3")]
    public void An_unknown_code_stops_the_file(string column, string code, string list, string address)
    {
        Dictionary<string, object?>[] rows = [Good, Filled.Row(Good, (column, code))];

        UnknownCodeException text = Assert.Throws<UnknownCodeException>(() => Reader.Read(Filled.Text(Reader.Template, rows)));
        Assert.Equal((list, code, $"line 3, column {column}"), (text.CodeList, text.Code, text.Fault.Place));

        UnknownCodeException sheet = Assert.Throws<UnknownCodeException>(() => Reader.Read(Filled.Workbook(Reader.Template, rows)));
        Assert.Equal($"sheet sample-feed, cell {address} (column {column})", sheet.Fault.Place);
    }

    [Fact]
    public void Rows_of_another_version_stop_the_file()
    {
        Dictionary<string, object?> old = Filled.Row(Good, ("sample_feed_version", "2"));
        Fault fault = Assert.Throws<LayoutDriftException>(() => Reader.Read(Filled.Text(Reader.Template, Good, old))).Fault;
        Assert.Equal(("line 3, column sample_feed_version", "version 3", "'2'"), (fault.Place, fault.Expected, fault.Found));
    }

    [Theory]
    [InlineData("companies", "firms", "line 1, column firms", "'firms'")]
    [InlineData("companies", "note", "line 1, column note", "'note'")]
    [InlineData(",companies", "", "line 1", "none")]
    public void A_column_that_is_unknown_twice_there_or_missing_stops_the_file(string column, string replacement, string place, string found)
    {
        string text = Encoding.UTF8.GetString(Filled.Text(Reader.Template).Bytes.Span);
        Fault fault = Assert.Throws<LayoutDriftException>(
            () => Reader.Read(PublisherFile.FromText(text.Replace(column, replacement, StringComparison.Ordinal)))).Fault;
        Assert.Equal((place, found), (fault.Place, fault.Found));
    }

    [Fact]
    public void A_cell_without_a_header_is_not_lost()
    {
        (string name, object?[][] rows) = Filled.Sheet(Reader.Template, Good, Good);
        Fault fault = Assert.Throws<LayoutDriftException>(() => Reader.Read(TestWorkbook.Of((name, [rows[0], rows[1], [.. rows[2], "remark"]])))).Fault;
        Assert.Equal(("sheet sample-feed, cell L3", "'remark'"), (fault.Place, fault.Found));
    }

    [Fact]
    public void A_row_with_a_comma_too_many_stops_the_file()
    {
        string text = Encoding.UTF8.GetString(Filled.Text(Reader.Template, Good).Bytes.Span).Replace("\"1,234\"", "1,234", StringComparison.Ordinal);
        Fault fault = Assert.Throws<LayoutDriftException>(() => Reader.Read(PublisherFile.FromText(text))).Fault;
        Assert.Equal(("line 2", "11 fields"), (fault.Place, fault.Expected));
        Assert.StartsWith("12 fields", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_table_of_the_template_in_another_sheet_is_not_lost()
    {
        (string _, object?[][] rows) = Filled.Sheet(Reader.Template, Good);
        Fault fault = Assert.Throws<LayoutDriftException>(() => Reader.Read(TestWorkbook.Of((Reader.Template.Source, rows), ("2019", rows)))).Fault;
        Assert.Equal("sheet 2019", fault.Place);
    }

    [Theory]
    [InlineData("<c r=\"G2\" t=\"e\"><v>#DIV/0!</v></c>", "'#DIV/0!'")]
    [InlineData("<c r=\"G2\"><f>A1+1</f></c>", "'a formula without a result'")]
    public void A_formula_that_has_no_value_is_not_taken_for_an_empty_cell(string cell, string found)
    {
        Dictionary<string, object?> row = Filled.Row(Good, ("share", new TestWorkbook.Raw(cell)), ("note", null));
        Fault fault = Assert.Throws<UnreadableFileException>(() => Reader.Read(Filled.Workbook(Reader.Template, row))).Fault;
        Assert.Equal(("sheet sample-feed, cell G2", found), (fault.Place, fault.Found));
    }

    [Fact]
    public void A_row_that_repeats_the_key_of_another_is_set_aside()
    {
        ReadResult result = Reader.Read(Filled.Text(Reader.Template, Good, Filled.Row(Good, ("value", "9"))));
        Assert.Single(result.Observations);
        Assert.Equal(("duplicate", 3), (Assert.Single(result.Quarantined).Rule, result.Quarantined[0].Cell.Row));
    }

    [Fact]
    public void Illustrative_rows_mark_their_cells_and_no_others()
    {
        ReadResult result = Reader.Read(Filled.Text(Reader.Template, Good, Filled.Row(Good, ("period", "FY2019"), ("illustrative", "yes"))));
        Assert.Equal([false, true], result.Observations.Select(observation => observation.Cell.Illustrative));
    }

    [Fact]
    public void The_latest_day_of_the_rows_is_that_from_which_the_file_is_known()
    {
        ReadResult result = Reader.Read(Filled.Text(
            Reader.Template, Good, Filled.Row(Good, ("period", "FY2019"), ("known_from", "2021-03-31")), Filled.Row(Good, ("period", "FY2017"))));
        Assert.Equal((new DateOnly(2021, 3, 31), "2021-03-31"), (result.PublishedOn, result.Edition));
    }

    [Fact]
    public void Text_and_workbook_with_the_same_cells_say_the_same()
    {
        Dictionary<string, object?> numbers = Filled.Row(Good, ("value", 0.00001), ("share", 0.25), ("period", "2018-11/2019-10"));
        MineObservation sheet = (MineObservation)Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, numbers)).Observations);
        MineObservation text = (MineObservation)Assert.Single(
            Reader.Read(Filled.Text(Reader.Template, Filled.Row(numbers, ("value", "0.00001")))).Observations);
        Assert.Equal(text with { Cell = sheet.Cell, Flags = sheet.Flags, Corrections = sheet.Corrections }, sheet);
        Assert.Equal(("0.00001", 0.00001, "0.25"), (sheet.Value.Text, sheet.Value.Point, sheet.Unit));
    }

    [Fact]
    public void Blank_rows_are_passed_over_and_rows_keep_their_numbers()
    {
        (string name, object?[][] rows) = Filled.Sheet(Reader.Template, Good, Filled.Row(Good, ("period", "FY2019")));
        ReadResult result = Reader.Read(TestWorkbook.Of((name, [rows[0], [], rows[1], [null, ""], rows[2]])));
        Assert.Equal(2, result.RowsRead);
        Assert.Equal([3, 5], result.Observations.Select(observation => observation.Cell.Row));
    }

    [Fact]
    public void A_text_with_line_breaks_in_a_cell_keeps_the_lines_of_the_rows_below()
    {
        ReadResult result = Reader.Read(Filled.Text(
            Reader.Template, Filled.Row(Good, ("note", "two\nlines, \"quoted\"")), Filled.Row(Good, ("period", "FY2019"))));
        Assert.Equal([2, 4], result.Observations.Select(observation => observation.Cell.Row));
        Assert.Equal("two\nlines, \"quoted\"", ((MineObservation)result.Observations[0]).Mine);
    }

    [Fact]
    public void The_order_of_columns_is_free()
    {
        string[] lines = Encoding.UTF8.GetString(Filled.Text(Reader.Template, Filled.Row(Good, ("value", "7"))).Bytes.Span).Split("\r\n");
        string turned = string.Join('\n', lines.Select(line => string.Join(',', line.Split(',').Reverse())));
        Assert.Equal(7, ((MineObservation)Assert.Single(Reader.Read(PublisherFile.FromText(turned)).Observations)).Value.Point);
    }

    [Fact]
    public void Text_in_Shift_JIS_is_refused_by_its_name()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string text = Encoding.UTF8.GetString(Filled.Text(Reader.Template, Filled.Row(Good, ("note", "銅の電解工場"))).Bytes.Span);
        SourceFile file = SourceFile.From("filled.csv", Encoding.GetEncoding(932).GetBytes(text));
        Assert.True(Reader.Recognises(file));
        Assert.Contains("Shift_JIS", Assert.Throws<UnreadableFileException>(() => Reader.Read(file)).Fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_quotation_mark_is_refused_with_its_line()
    {
        string text = Encoding.UTF8.GetString(Filled.Text(Reader.Template, Good).Bytes.Span).Replace(",x,", ",\"x,", StringComparison.Ordinal);
        Assert.Equal("line 2", Assert.Throws<UnreadableFileException>(() => Reader.Read(PublisherFile.FromText(text))).Fault.Place);
    }
}
