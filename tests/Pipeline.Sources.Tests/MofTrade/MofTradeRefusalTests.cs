using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.MofTrade;

namespace Pipeline.Sources.Tests.MofTrade;

public class MofTradeRefusalTests
{
    private const string Chile = "mof-trade/ik-100h2020i005.csv";
    private const string ChileRow = "2,2020,'260300000',409,  ,MT,0,2405025,424376274,";

    private static readonly MofTradeReader Reader = new();

    [Fact]
    public void Stray_letters_before_the_header_are_refused()
    {
        Fault fault = Drift(PublisherFile.FromText("q" + PublisherFile.Text(Chile), "ik-100h2012i016.csv"));
        Assert.Equal(("line 1, column 1", "'qExp or Imp'"), (fault.Place, fault.Found));
        Assert.StartsWith("'Exp or Imp'", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_column_is_named()
    {
        Fault fault = Drift(PublisherFile.With(Chile, "Value-Year", "Value-Total"));
        Assert.Equal(("line 1, column 9", "'Value-Total'"), (fault.Place, fault.Found));
    }

    [Fact]
    public void Columns_in_another_order_are_refused() => Assert.Equal(
        "line 1, column 8", Drift(PublisherFile.With(Chile, "Quantity2-Year,Value-Year", "Value-Year,Quantity2-Year")).Place);

    [Fact]
    public void A_header_that_is_cut_is_refused() =>
        Assert.Equal("44 columns", Drift(PublisherFile.With(Chile, ",Value-Dec", string.Empty)).Found);

    [Fact]
    public void The_two_spellings_of_April_are_not_mixed() =>
        Assert.Equal("'Quantity2-Apr'", Drift(PublisherFile.With(Chile, "Quantity1-Apr", "Quantity1-Apl")).Found);

    [Theory]
    [InlineData("260300000", 43)]
    [InlineData("271019143", 47)]
    public void A_row_with_a_field_too_many_is_named_by_its_line_mapped_or_not(string code, int line)
    {
        string row = PublisherFile.Text(Chile).Split('\n')[line - 1];
        Assert.Contains(code, row, StringComparison.Ordinal);
        Fault fault = Drift(PublisherFile.With(Chile, row + "\n", row + ",0\n"));
        Assert.Equal(($"line {line}", "45 fields"), (fault.Place, fault.Expected));
        Assert.StartsWith("46 fields: '2,2020,", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_field_too_few_is_named_by_its_line()
    {
        Fault fault = Drift(PublisherFile.With(Chile, ChileRow, ChileRow.Replace(",  ,MT", ",MT", StringComparison.Ordinal)));
        Assert.Equal("line 43", fault.Place);
        Assert.StartsWith("44 fields", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_line_between_rows_is_refused() =>
        Assert.Equal("line 43", Drift(PublisherFile.With(Chile, ChileRow, "\n" + ChileRow)).Place);

    [Fact]
    public void A_file_whose_last_row_is_cut_is_unreadable_and_not_of_another_layout()
    {
        byte[] bytes = PublisherFile.Bytes(Chile);
        for (int cut = 2; cut < 60; cut += 7)
        {
            Fault fault = Assert.Throws<UnreadableFileException>(
                () => Reader.Read(SourceFile.From("cut.csv", bytes.AsMemory(0, bytes.Length - cut)))).Fault;
            Assert.StartsWith("line 47 (the last", fault.Place, StringComparison.Ordinal);
            Assert.EndsWith("the file was cut off", fault.Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_cut_inside_its_last_number_is_noticed_by_the_sum_of_months()
    {
        // The last row ends "…,310": cut by one character it still has 45 fields.
        byte[] bytes = PublisherFile.Bytes("mof-trade/d01h08i005.csv");
        Assert.EndsWith(",310", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Fault fault = Assert.Throws<UnreadableFileException>(
            () => Reader.Read(SourceFile.From("cut.csv", bytes.AsMemory(0, bytes.Length - 1)))).Fault;
        Assert.Equal("line 18 (the last, without a line end)", fault.Place);
    }

    [Fact]
    public void A_file_of_a_header_alone_is_refused() =>
        Assert.Throws<UnreadableFileException>(() => Reader.Read(PublisherFile.FromText(PublisherFile.Text(Chile).Split('\n')[0] + "\n")));

    [Fact]
    public void An_unknown_country_stops_the_source()
    {
        UnknownCodeException unknown = Assert.Throws<UnknownCodeException>(
            () => Reader.Read(PublisherFile.With(Chile, "'260300000',409,", "'260300000',999,")));
        Assert.Equal(("customs country", "999", "line 43, column Country"), (unknown.CodeList, unknown.Code, unknown.Fault.Place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4O9")]
    [InlineData("50409")]
    public void A_country_that_is_no_customs_code_stops_the_source(string country) => Assert.Equal(
        country, Assert.Throws<UnknownCodeException>(
            () => Reader.Read(PublisherFile.With(Chile, "'260300000',409,", $"'260300000',{country},"))).Code);

    [Fact]
    public void An_unknown_unit_stops_the_source()
    {
        Fault fault = Assert.Throws<UnitMismatchException>(() => Reader.Read(PublisherFile.With(Chile, "409,  ,MT,", "409,  ,LT,"))).Fault;
        Assert.Equal(("line 43, column Unit2", "'LT'"), (fault.Place, fault.Found));
    }

    [Theory]
    [InlineData("0,2405025,", "0,2405025.5,", "number", "Quantity2-Year", "'2405025.5'")]
    [InlineData("0,2405025,", "0,,", "number", "Quantity2-Year", "''")]
    [InlineData("0,2405025,", "-1,2405025,", "number", "Quantity1-Year", "'-1'")]
    [InlineData("424376274,", "4E8,", "number", "Value-Year", "'4E8'")]
    [InlineData("424376274,", "9999999999999999,", "number", "Value-Year", "'9999999999999999'")]
    [InlineData("2,2020,'260300000',409", "3,2020,'260300000',409", "flow", "Exp or Imp", "'3'")]
    [InlineData("2,2020,'260300000',409", "2,2002,'260300000',409", "year", "Year", "'2002'")]
    [InlineData("'260300000',409", "'26O300000',409", "trade-code", "HS", "''26O300000''")]
    [InlineData("'260300000',409", "260300000,409", "trade-code", "HS", "'260300000'")]
    [InlineData("'260300000',409", "'26XXXXXX1',409", "trade-code", "HS", "''26XXXXXX1''")]
    [InlineData("409,  ,MT,0,2405025", "409,  ,  ,0,2405025", "unit", "Unit2", "blank")]
    [InlineData("409,  ,MT,0,2405025", "409,  ,MT,5,2405025", "unit", "Unit1", "blank")]
    [InlineData("'260300000',409", "'260300000',407", "duplicate", "HS", "260300000 a second time")]
    public void A_single_bad_row_is_set_aside_whole_and_the_others_are_kept(
        string good, string bad, string rule, string column, string found)
    {
        string row = PublisherFile.Text(Chile).Split('\n')[42];
        SourceFile file = PublisherFile.With(Chile, row, row.Replace(good, bad, StringComparison.Ordinal));
        ReadResult result = Reader.Read(file);
        QuarantinedRow aside = Assert.Single(result.Quarantined);
        Assert.Equal((rule, found), (aside.Rule, aside.Found));
        Assert.Equal(new SourceCell(file.Snapshot, file.Name, null, 43, column), aside.Cell);
        Assert.Equal(row.Replace(good, bad, StringComparison.Ordinal), aside.Row);
        Assert.Equal(44, result.Observations.Count);
    }

    [Fact]
    public void A_file_full_of_bad_rows_is_refused_as_a_whole()
    {
        string[] lines = PublisherFile.Text(Chile).TrimEnd('\n').Split('\n');
        string[] many = [lines[0],
            .. Enumerable.Range(0, 5).SelectMany(_ => lines.Skip(1)).Select(
                line => line.Replace("'", string.Empty, StringComparison.Ordinal))];
        Fault fault = Drift(PublisherFile.FromText(string.Join('\n', many)));
        Assert.Equal($"line {TradeRows.MostQuarantined + 2}, column HS", fault.Place);
    }

    [Fact]
    public void A_first_row_without_year_is_refused() =>
        Assert.Equal("line 2, column Year", Drift(PublisherFile.With(Chile, "2,2020,'251990010',105", "2,R2,'251990010',105")).Place);

    private static Fault Drift(SourceFile file) => Assert.Throws<LayoutDriftException>(() => SourceReaders.Read(file)).Fault;
}
