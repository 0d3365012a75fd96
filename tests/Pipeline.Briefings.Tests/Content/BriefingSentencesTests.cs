using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class BriefingSentencesTests
{
    private static readonly TextStyle Style = TextStyle.Body;

    public static TheoryData<string, Language> Briefings => MineralBriefingTests.Briefings;

    [Fact]
    public void A_note_is_cut_into_sentences_under_its_title_and_any_other_paragraph_stays_whole()
    {
        TextBlock note = new([new Run("Price", FontWeight.Bold) { IsTitle = true }, new Run(". "), new Run("Period: 2024. Source: U.S. Geological Survey. Coverage: 61.0%.")], Style);
        TextBlock lead = new([new Run("Imports fell. They had risen."), Run.Superscript("[3]", "#note-3")], Style);

        Assert.Equal(
            [
                ("Price", "Period: 2024."), ("Price", "Source: U.S. Geological Survey."), ("Price", "Coverage: 61.0%."), (null, "Imports fell. They had risen."),
            ],
            Of(Language.English, note, lead).Select(sentence => (sentence.Title, sentence.Text)));
    }

    [Fact]
    public void A_Japanese_note_is_cut_after_its_full_stops() => Assert.Equal(
        ["対象期間は2024年である。", "「推定。」の印がある。"],
        Of(Language.Japanese, new TextBlock([new Run("価格", FontWeight.Bold) { IsTitle = true }, new Run("　"), new Run("対象期間は2024年である。「推定。」の印がある。")], Style)).Select(sentence => sentence.Text));

    [Fact]
    public void A_row_of_a_table_says_every_number_after_the_heading_of_its_column()
    {
        Table table = new(
            [new TableColumn("Country", 1), new TableColumn("Imports (t)", 1), new TableColumn("Share (%)", 1), new TableColumn("Remark", 1)],
            [new TableRow([new TableCell([new Run("Chile")], IsRowHeading: true), new TableCell([new Run("12,346")]), new TableCell([new Run("61.5")]), new TableCell([new Run("")])])],
            new TextBlock([new Run("Table 3. Source countries."), new Run(" ["), new Run("note 4", Link: "#note-4"), new Run("]")], Style));

        Assert.Equal(
            [(SentenceKind.Caption, null, "Table 3. Source countries. [note 4]"), (SentenceKind.TableRow, "Source countries.", "Chile: Imports (t) 12,346; Share (%) 61.5")],
            Of(Language.English, table).Select(sentence => (sentence.Kind, sentence.Title, sentence.Text)));
    }

    [Fact]
    public void Labels_are_printed_and_do_not_count_as_content()
    {
        BriefingSentence one = Of(Language.English, Caption("Figure 2. Imports.", "source A")).Single();
        BriefingSentence shifted = Of(Language.English, Caption("Figure 3. Imports.", "source B")).Single();
        BriefingSentence other = Of(Language.English, Caption("Figure 2. Exports.", "source A")).Single();

        Assert.Equal("Figure 2. Imports. [source A]", one.Text);
        Assert.NotEqual(one.Text, shifted.Text);
        Assert.Equal(one.Content, shifted.Content);
        Assert.NotEqual(one.Content, other.Content);
    }

    [Fact]
    public void The_mark_in_the_margin_of_a_note_is_no_sentence() => Assert.Equal(
        ["Text of the note."],
        Of(Language.English, new Row([new RowCell(1, new TextBlock([new Run("3")], Style) { Anchor = "note-3" }), new RowCell(9, new TextBlock([new Run("Text of the note.")], Style))]))
            .Select(sentence => sentence.Text));

    [Fact]
    public void What_is_said_twice_in_a_section_is_listed_once() =>
        Assert.Single(Of(Language.English, new TextBlock([new Run("Twice.")], Style), new TextBlock([new Run("Twice.")], Style)));

    [Theory]
    [MemberData(nameof(Briefings))]
    public void Every_number_of_a_briefing_is_in_its_sentences_and_its_name_and_vintage_only_in_the_note_on_them(string mineral, Language language)
    {
        Document document = MineralBriefing.Compose(Fixtures.All.Single(assessment => assessment.Mineral == mineral), Fixtures.Context, language);
        IReadOnlyList<BriefingSentence> sentences = BriefingSentences.Of(document);

        Assert.Contains(sentences, sentence => sentence is { Section: "notes", Kind: SentenceKind.Text, Title: not null });
        string said = string.Join('\n', sentences.Select(sentence => sentence.Title + sentence.Text));
        string[] printed = [.. document.Body.Where(block => block is not Box).SelectMany(block => block.Texts())];
        Assert.Empty(printed.SelectMany(Reading.Facts).Except(Reading.Facts(said)));
        Assert.Single(sentences, sentence => sentence.Text.Contains(Fixtures.Context.Vintage, StringComparison.Ordinal));
        Assert.DoesNotContain(sentences, sentence => sentence.Text.Contains(document.Author, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.DoesNotMatch("[\u0001\u0002]", sentence.Text + sentence.Content));
    }

    [Theory]
    [MemberData(nameof(Briefings))]
    public void Every_section_has_sentences_and_they_stand_in_reading_order(string mineral, Language language)
    {
        Document document = MineralBriefing.Compose(Fixtures.All.Single(assessment => assessment.Mineral == mineral), Fixtures.Context, language);
        IEnumerable<string> sections = BriefingSentences.Of(document).Select(sentence => sentence.Section).Distinct();

        Assert.Equal(
            ["head", "points", "scores", "imports", "self-sufficiency", "partners", "countries", "prices", "scenario", "tools", "notes", "sources", "codes"],
            sections.Where(section => section is not ("sources-and-notes" or "outlook" or "effects")));
    }

    private static Figure Caption(string text, string label) =>
        new(new Drawing(1, 1, []), "", new TextBlock([new Run(text), new Run(" ["), new Run(label, Link: "#source-" + label[^1]), new Run("]")], Style));

    private static IReadOnlyList<BriefingSentence> Of(Language language, params IReadOnlyList<Block> content) => BriefingSentences.Of(new Document(
        "Title", "Subject", "Office", [], language, new DateOnly(2026, 11, 22), new Classification("OPEN", true), "Header", "Footer", [new Section("1 Part", 1, "part", content)]));
}
