using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.Tests.Corrections;

public sealed class CorrectionBookTests
{
    private static readonly RawCell China = Cell("China", "4100");

    [Fact]
    public void A_scaled_figure_keeps_its_printed_text_and_names_the_correction()
    {
        RawCell corrected = Assert.Single(Book(CorrectionAction.Scale, factor: 1000).Apply([China]));
        Assert.Equal((1000d, "4100"), (corrected.Factor, corrected.Value));
        Assert.Equal(["test"], corrected.Corrections);
    }

    [Fact]
    public void An_overridden_figure_has_the_new_text() =>
        Assert.Equal("5", Assert.Single(Book(CorrectionAction.Override, value: "5").Apply([China])).Value);

    [Fact]
    public void A_dropped_cell_is_gone() => Assert.Empty(Book(CorrectionAction.Drop).Apply([China]));

    [Fact]
    public void A_relabelled_cell_keeps_its_place_and_figure()
    {
        RawCell corrected = Assert.Single(Book(CorrectionAction.Relabel, labels: new CorrectionLabels { Unit = "kt", Measure = "capacity" }).Apply([China]));
        Assert.Equal(("kt", "capacity", "4100", China.At), (corrected.Unit, corrected.Measure, corrected.Value, corrected.At));
    }

    [Theory]
    [InlineData("4,100,000", "t", "value '4100'", "'4,100,000'")]
    [InlineData("4100", "kt", "unit 't'", "'kt'")]
    public void A_mended_cell_fires_the_guard(string value, string unit, string expected, string found)
    {
        CorrectionGuardException error = Assert.Throws<CorrectionGuardException>(() =>
            Book(CorrectionAction.Scale, factor: 1000).Apply([China with { Value = value, Unit = unit }]));
        Assert.Equal((expected, found), (error.Fault.Expected, error.Fault.Found));
        Assert.Contains("correction test", error.Fault.Place, StringComparison.Ordinal);
        Assert.Contains("take the correction out", error.Fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_cell_in_the_corrected_table_fires_the_guard() =>
        Assert.Throws<CorrectionGuardException>(() => Book(CorrectionAction.Scale, factor: 1000).Apply([China, Cell("Chile", "7")]));

    [Fact]
    public void A_cell_that_is_gone_fires_the_guard() =>
        Assert.Throws<CorrectionGuardException>(() => Book(CorrectionAction.Drop, places: ["China"]).Apply([Cell("Chile", "7")]));

    [Fact]
    public void A_table_of_another_commodity_edition_or_measure_is_left_alone()
    {
        RawCell[] others = [China with { Commodity = "Cobalt" }, China with { Edition = 2026 }, China with { Measure = "production" }];
        Assert.Equal(others, Book(CorrectionAction.Scale, factor: 1000).Apply(others));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""[{ "id": "a", "remark": "a member that does not exist" }]""")]
    [InlineData("""[{ "id": "a" }]""")]
    public void A_malformed_list_is_refused(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        Assert.Throws<LayoutDriftException>(() => CorrectionBook.Parse("test.corrections.json", stream));
    }

    [Fact]
    public void A_correction_without_what_its_action_needs_is_refused()
    {
        Assert.Throws<LayoutDriftException>(() => Book(CorrectionAction.Scale));
        Assert.Throws<LayoutDriftException>(() => Book(CorrectionAction.Override));
        Assert.Throws<LayoutDriftException>(() => Book(CorrectionAction.Relabel, factor: 2));
        Assert.Throws<LayoutDriftException>(() => Book(CorrectionAction.Drop, value: "1"));
    }

    [Fact]
    public void Two_corrections_of_one_identifier_are_refused()
    {
        Correction one = Book(CorrectionAction.Drop).All[0];
        Assert.Throws<LayoutDriftException>(() => new CorrectionBook("test", [one, one]));
    }

    private static RawCell Cell(string place, string value) => new(
        new SourceCell("00", "test.csv", null, 2, "RESERVES_2024"), 2025, "world", "Vanadium", place, "reserves", "Mine production", "t", null, value, string.Empty);

    private static CorrectionBook Book(
        CorrectionAction action, double? factor = null, string? value = null, CorrectionLabels? labels = null, IReadOnlyList<string>? places = null) => new("test",
        [
            new Correction(
                "test",
                new CorrectionMatch(2025, "world", ["Vanadium"]) { Measures = ["reserves"], Places = places },
                action,
                new CorrectionExpectation(new Dictionary<string, string> { ["China"] = "4100" }) { Unit = "t" },
                "reason", "citation", new DateOnly(2026, 11, 22), CorrectionStatus.Open) { Factor = factor, Value = value, Labels = labels },
        ]);
}
