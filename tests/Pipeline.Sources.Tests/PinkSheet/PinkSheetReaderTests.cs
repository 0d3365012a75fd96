using Pipeline.Domain;
using Pipeline.Sources.PinkSheet;

namespace Pipeline.Sources.Tests.PinkSheet;

public class PinkSheetReaderTests
{
    private const string Published = "pink-sheet/CMO-Historical-Data-Monthly.xlsx";

    private static readonly string[] Metals = ["Aluminum", "Copper", "Lead", "Tin", "Nickel", "Zinc", "Gold", "Platinum", "Silver"];
    private static readonly PinkSheetReader Reader = new();

    [Fact]
    public void The_publishers_workbook_is_read()
    {
        ReadResult result = Reader.Read(PublisherFile.File(Published));
        Assert.Equal(("1960M01-2025M11, updated 2025-12-02", new DateOnly(2025, 12, 2)), (result.Edition, result.PublishedOn));

        // Three months of 1960 and nine of 2025, nine metals each.
        Assert.Equal((12, 108), (result.RowsRead, result.Observations.Count));
        Assert.Empty(result.Quarantined);
        Assert.DoesNotContain(result.Observations.Cast<PriceObservation>(), price => price.Deflated || price.Edition is not null);
    }

    [Theory]
    [InlineData("aluminium", "ALUMINUM", 511.47183227539, 2819.06, "USD/t")]
    [InlineData("copper", "COPPER", 715.4, 10812.03, "USD/t")]
    [InlineData("lead", "LEAD", 206.1, 1998.48, "USD/t")]
    [InlineData("tin", "Tin", 2180.4, 36963.22, "USD/t")]
    [InlineData("nickel", "NICKEL", 1631, 14670.77, "USD/t")]
    [InlineData("zinc", "Zinc", 260.8, 3176.84, "USD/t")]
    [InlineData("gold", "GOLD", 35.27, 4087.19, "USD/troy oz")]
    [InlineData("platinum-group", "PLATINUM", 83.5, 1564.79, "USD/troy oz")]
    [InlineData("silver", "SILVER", 0.9137, 50.432, "USD/troy oz")]
    public void First_and_last_prices_are_as_printed(string mineral, string series, double january1960, double november2025, string unit)
    {
        ReadResult result = Reader.Read(PublisherFile.File(Published));
        PriceObservation first = One(result, mineral, new Month(1960, 1));
        PriceObservation last = One(result, mineral, new Month(2025, 11));
        Assert.Equal((january1960, november2025), (first.Value.Point, last.Value.Point));
        Assert.Equal((series, unit), (first.Series, first.Unit));
        Assert.Equal((8, 798), (first.Cell.Row, last.Cell.Row));
    }

    [Fact]
    public void A_cell_is_named_by_sheet_row_and_series_name()
    {
        SourceFile file = PublisherFile.File(Published);
        Assert.Equal(
            new SourceCell(file.Snapshot, "CMO-Historical-Data-Monthly.xlsx", "Monthly Prices", 798, "Copper"),
            One(Reader.Read(file), "copper", new Month(2025, 11)).Cell);
    }

    [Fact]
    public void Columns_are_found_by_name_and_the_first_month_by_its_form()
    {
        // Turned round, with blanks and marks of method, a column in between, and two title rows more.
        object?[][] rows = Rows([.. Metals.Reverse().Select(metal => " " + metal + " ** "), "Cobalt"], ["2024M12", "2025M01"]);
        ReadResult result = Reader.Read(Workbook([["a title"], ["another"], .. rows]));
        Assert.Equal(18, result.Observations.Count);
        PriceObservation copper = One(result, "copper", new Month(2025, 1));
        Assert.Equal((108, "COPPER", 8), (copper.Value.Point, copper.Series, copper.Cell.Row));
    }

    [Theory]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData(" … ")]
    [InlineData("")]
    [InlineData(null)]
    public void The_marks_for_no_price_are_not_collected(string? mark)
    {
        object?[][] rows = Rows(Metals, ["2025M01"]);
        rows[^1][2] = mark;
        ReadResult result = Reader.Read(Workbook(rows));
        Assert.Equal(PublishedValue.NotCollected((mark ?? string.Empty).Trim()), One(result, "copper", new Month(2025, 1)).Value);
        Assert.Empty(result.Quarantined);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-3.0)]
    [InlineData("n/a")]
    public void A_price_that_is_no_number_above_zero_is_set_aside(object cell)
    {
        object?[][] rows = Rows(Metals, ["2025M01"]);
        rows[^1][2] = cell;
        ReadResult result = Reader.Read(Workbook(rows));
        Assert.Equal(("price", "Copper", 5),
            (Assert.Single(result.Quarantined).Rule, result.Quarantined[0].Cell.Column, result.Quarantined[0].Cell.Row));
        Assert.Equal(8, result.Observations.Count);
    }

    [Theory]
    [InlineData("2025M01")]
    [InlineData("2024M12")]
    [InlineData("2025M13")]
    [InlineData("Note: preliminary")]
    public void A_row_that_is_not_the_next_month_or_a_later_one_is_set_aside(string month)
    {
        ReadResult result = Reader.Read(Workbook(Rows(Metals, ["2025M01", month])));
        Assert.Equal(("month", $"'{month}'"), (Assert.Single(result.Quarantined).Rule, result.Quarantined[0].Found));
        Assert.Equal("2025M01-2025M01", result.Edition);
    }

    [Fact]
    public void A_listed_metal_without_column_is_layout_drift()
    {
        Fault fault = Assert.Throws<LayoutDriftException>(
            () => Reader.Read(Workbook(Rows([.. Metals.Where(metal => metal != "Tin")], ["2025M01"])))).Fault;
        Assert.Equal(("one column 'Tin'", "none", "sheet Monthly Prices, row 2"), (fault.Expected, fault.Found, fault.Place));
    }

    [Fact]
    public void A_listed_metal_with_two_columns_is_layout_drift() => Assert.Equal(
        "2", Assert.Throws<LayoutDriftException>(() => Reader.Read(Workbook(Rows([.. Metals, "Tin"], ["2025M01"])))).Fault.Found);

    [Fact]
    public void Another_unit_is_refused()
    {
        object?[][] rows = Rows(Metals, ["2025M01"]);
        rows[2][2] = "($/kg)";
        Fault fault = Assert.Throws<UnitMismatchException>(() => Reader.Read(Workbook(rows))).Fault;
        Assert.Equal(("($/mt)", "'($/kg)'"), (fault.Expected, fault.Found));
    }

    [Fact]
    public void A_sheet_without_months_is_layout_drift() =>
        Assert.Throws<LayoutDriftException>(() => Reader.Read(Workbook(Rows(Metals, ["Jan 2025"]))));

    [Fact]
    public void The_cut_is_the_workbook_byte_for_byte() =>
        Assert.Equal(PublisherFile.Bytes(Published), Reader.Cut(PublisherFile.File(Published))!.Value.ToArray());

    private static PriceObservation One(ReadResult result, string mineral, Month month) =>
        Assert.Single(result.Observations.Cast<PriceObservation>(), price => price.Mineral == mineral && price.Period == month);

    private static SourceFile Workbook(object?[][] rows) => TestWorkbook.Of(("AFOSHEET", []), ("Monthly Prices", rows));

    /// <summary>Title, names, units, codes, then a row a month with prices 101, 102, …</summary>
    private static object?[][] Rows(string[] names, string[] months)
    {
        string[] plain = [.. names.Select(name => name.Trim(' ', '*'))];
        return
        [
            ["World Bank Commodity Price Data (The Pink Sheet)"],
            [null, .. names],
            [null, .. plain.Select(name => name is "Gold" or "Platinum" or "Silver" ? "($/troy oz)" : "($/mt)")],
            [null, .. plain.Select(name => name.ToUpperInvariant())],
            .. months.Select(month => new object?[] { month }.Concat(names.Select((_, index) => (object?)(101.0 + index))).ToArray()),
        ];
    }
}
