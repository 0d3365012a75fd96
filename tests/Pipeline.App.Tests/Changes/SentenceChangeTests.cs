using Pipeline.App.Changes;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

public sealed class SentenceChangeTests
{
    private static readonly ChangeReport BandReport = ChangeReportTests.Compare(
        Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.3, Band.High)));

    [Fact]
    public void A_key_point_with_another_number_disappears_and_its_successor_appears_in_its_place() => Assert.Equal(
        [
            (SentenceMove.Disappears, "Production concentration is 0.200, a moderate risk (2024)."),
            (SentenceMove.Appears, "Production concentration is 0.300, a high risk (2024)."),
        ],
        KeyPoints("en").Where(change => change.Text.Contains("concentration is", StringComparison.Ordinal)).Select(change => (change.Move, change.Text)));

    [Fact]
    public void Both_languages_say_what_changes() => Assert.Equal(
        [
            (SentenceMove.Disappears, "国別生産寡占度は0.200で、リスクは「中」に当たる（2024年）。"),
            (SentenceMove.Appears, "国別生産寡占度は0.300で、リスクは「高」に当たる（2024年）。"),
        ],
        KeyPoints("ja").Where(change => change.Text.StartsWith("国別生産寡占度は", StringComparison.Ordinal)).Select(change => (change.Move, change.Text)));

    [Fact]
    public void The_row_of_the_table_of_scores_is_listed_with_the_headings_of_its_columns()
    {
        SentenceChange row = Assert.Single(
            BandReport.Sentences, change => change is { Language: "en", Section: "scores", Kind: SentenceKind.TableRow, Move: SentenceMove.Appears });

        Assert.Equal("Production concentration: Score 0.300; Range –; Band high; Status Assessed; Period 2024", row.Text);
    }

    [Fact]
    public void What_other_indicators_say_does_not_change() => Assert.Equal(
        ["head", "points", "scores"], BandReport.Sentences.Select(change => change.Section).Distinct());

    [Fact]
    public void A_figure_that_prints_as_before_changes_no_sentence()
    {
        ChangeReport report = ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Imports(8000.2)), Given.Mineral("cobalt", Given.Imports(8000.3)));

        Assert.Single(report.Values);
        Assert.Empty(report.Sentences);
        Assert.False(report.NothingChanges);
    }

    [Fact]
    public void A_source_that_is_only_renamed_by_letter_is_no_change_but_the_new_source_is()
    {
        SourceUse first = Given.Source(illustrative: false) with { Source = "a-source", Publisher = "First publisher" };
        SourceUse second = Given.Source(illustrative: false) with { Source = "b-source", Publisher = "Second publisher", Snapshot = new string('6', 64) };
        IndicatorResult rests = Given.Score(0.2) with { Evidence = [new EvidenceNode("value", "", 0.2, "1") { Cells = [new SourceCell(second.Snapshot, "survey.csv", null, 2, "A")] }] };

        ChangeReport report = ChangeReportTests.Compare(
            Given.Mineral("cobalt", rests) with { Sources = [second] }, Given.Mineral("cobalt", rests) with { Sources = [first, second] });

        Assert.Equal(["ja", "en"], report.Sentences.Select(change => change.Language));
        Assert.All(report.Sentences, change => Assert.Contains("First publisher", change.Text, StringComparison.Ordinal));
        Assert.All(report.Sentences, change => Assert.Equal((SentenceMove.Appears, Materiality.Slight), (change.Move, change.Materiality)));
    }

    private static IEnumerable<SentenceChange> KeyPoints(string language) =>
        BandReport.Sentences.Where(change => change.Language == language && change is { Section: "points", Kind: SentenceKind.Text });
}
