using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Pdf;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Numbers;

public sealed class NumberBookTests
{
    private static readonly FigurePath Score = FigurePath.Result(IndicatorId.ProductionConcentration, "score");
    private readonly NumberBook book = new(new FigureResolver([Fixtures.Cobalt]));

    [Fact]
    public void Numbers_run_in_reading_order_and_the_same_figure_in_the_same_words_has_one()
    {
        string tonnes = Print(FigurePath.ImportTotal(2024), DisplayNumber.Tonnes);
        string score = Print(Score, DisplayNumber.Score);
        string percent = Print(Score, DisplayNumber.PercentOfShare);
        ComposedBriefing composed = book.Finish(Of(
            new Section("1 Points", 1, "points", [Paragraph($"The score is {score} ({percent}%). Imports were {tonnes} t. Still {score}.")]),
            new Section("2 Imports", 1, "imports", [new Table([new("Year", 1), new("Total (t)", 1)], [new([new([new("2024")], IsRowHeading: true), new([new(tonnes)])])], Paragraph("Table 1"))])));

        Assert.Equal(["0.584", "58.4", "9,000"], composed.Numbers.Select(number => number.Text));
        Assert.Equal(new[] { 1, 2, 3 }, composed.Numbers.Select(number => number.Number));
        Assert.Equal(["The score is 0.584 (58.4%).", "Still 0.584."], composed.Numbers[0].Places.Select(place => place.Sentence));
        Assert.Equal(
            [new PrintedPlace("points", null, null, null, "Imports were 9,000 t."), new PrintedPlace("imports", "Table 1", "2024", "Total (t)", null)], composed.Numbers[2].Places);
        Assert.Equal(
            [("The score is ", null), ("0.584", 1), (" (", null), ("58.4", 2), ("%). Imports were ", null), ("9,000", 3), (" t. Still ", null), ("0.584", 1), (".", null)],
            composed.Document.Runs().Take(9).Select(run => (run.Text, run.Number)));
    }

    [Fact]
    public void What_is_looked_up_and_not_printed_has_no_number()
    {
        Print(FigurePath.ImportTotal(2023), DisplayNumber.Tonnes);
        Assert.Equal("0.584", Assert.Single(book.Finish(Of(Paragraph(Print(Score, DisplayNumber.Score)))).Numbers).Text);
    }

    [Fact]
    public void Labels_and_captions_of_a_figure_carry_numbers_and_its_alternative_text_none()
    {
        string score = Print(Score, DisplayNumber.Score);
        Figure figure = new(new Drawing(100, 20, [new Label(0, 10, score, 8, Colour.Ink)]), $"Score {score}.", Paragraph($"Figure 1: {score}"));
        Figure clean = Assert.IsType<Figure>(Assert.Single(book.Finish(Of(figure)).Document.Body));
        Label label = Assert.IsType<Label>(Assert.Single(clean.Drawing.Shapes));
        Assert.Equal(("0.584", 1), (label.Text, Assert.Single(label.Numbers)));
        Assert.Equal("Score 0.584.", clean.AlternativeText);
        Assert.Equal("Figure 1: 0.584", clean.Caption.Text());
    }

    [Fact]
    public void A_measure_does_not_see_the_marks() =>
        Assert.Equal(TextMeasures.Estimate("0.584", 10, FontWeight.Bold), NumberMarks.Ignoring(TextMeasures.Estimate)(Print(Score, DisplayNumber.Score), 10, FontWeight.Bold));

    [Fact]
    public void A_mark_that_was_cut_is_an_error()
    {
        string marked = Print(Score, DisplayNumber.Score);
        foreach (string cut in new[] { marked[1..], marked[..^1], marked[..2], marked.Insert(4, marked) })
            Assert.Throws<InvalidOperationException>(() => book.Finish(Of(Paragraph(cut))));
    }

    [Fact]
    public void A_mark_that_was_not_taken_out_is_no_page() =>
        Assert.Throws<Briefings.Pdf.Fonts.MissingGlyphException>(() => Samples.Renderer.Render(Of(Paragraph(Print(Score, DisplayNumber.Score)))));

    [Fact]
    public void The_renderer_says_on_which_pages_a_number_stands()
    {
        string score = Print(Score, DisplayNumber.Score);
        string tonnes = Print(FigurePath.ImportTotal(2024), DisplayNumber.Tonnes);
        Figure figure = new(new Drawing(100, 20, [new Label(0, 10, tonnes, 8, Colour.Ink)]), "Imports.", Paragraph("Figure 1"));
        Document document = book.Finish(Of(Paragraph(score), new PageBreak(), figure, new PageBreak(), Paragraph(score))).Document;
        IReadOnlyDictionary<int, IReadOnlyList<int>> pages = Samples.Renderer.RenderNumbered(document).Pages;
        Assert.Equal([1, 3], pages[1]);
        Assert.Equal([2], pages[2]);
    }

    private string Print(FigurePath path, Func<double, string> format) => book.Print(path.Of("cobalt"), format);

    private static TextBlock Paragraph(string text) => new([new Run(text)], TextStyle.Body);

    private static Document Of(params Block[] body) => new(
        "Title", "Subject", "Office", ["word"], Language.English, new DateOnly(2026, 11, 22), new Classification("OPEN", true), "Header", "Footer", body);
}
