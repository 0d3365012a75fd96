using System.Globalization;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Pdf;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Numbers;

public sealed class NumberReferenceTests : IDisposable
{
    private static readonly BriefingContext Reachable = Fixtures.Context with { Api = new Uri("https://minerals.example.go.jp/open/"), Measure = Samples.Fonts.Measure };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("numbers-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(Language.Japanese, "数値")]
    [InlineData(Language.English, "numbers\u00A0")]
    public void A_caption_names_the_numbers_that_stand_in_its_table(Language language, string word)
    {
        ComposedBriefing composed = MineralBriefing.ComposeNumbered(Fixtures.Copper, Fixtures.Context, language);
        Table imports = composed.Document.Section("imports").Below().OfType<Table>().First();
        SortedSet<int> inside = [.. imports.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Runs).Select(run => run.Number).OfType<int>()];
        string named = imports.Caption!.Runs.Single(run => run.IsLabel).Text;
        Assert.Contains(word, named, StringComparison.Ordinal);
        Assert.Equal(inside, Numbers(named));
    }

    [Fact]
    public void A_note_names_every_number_it_explains_and_the_address_of_the_first()
    {
        ComposedBriefing composed = MineralBriefing.ComposeNumbered(Fixtures.Cobalt, Fixtures.Context, Language.Japanese);
        TextBlock note = Note(composed.Document, "国別生産寡占度");
        PrintedNumber tile = composed.Numbers.First(number => number.Address.Text == "cobalt/production-concentration/score");
        Assert.Contains(tile.Number, Numbers(note.Runs.First(run => run.IsLabel).Text));
        Assert.Equal($"/api/v1/briefings/cobalt.ja/numbers/{Numbers(note.Runs.First(run => run.IsLabel).Text).Min}", note.Runs[^2].Text);
        Assert.Equal("］", note.Runs[^1].Text);
        Assert.Contains(
            composed.Numbers.Where(number => number.Address.Text == "cobalt/production-concentration/coverage").SelectMany(number => number.Places),
            place => place is { Section: "notes", Title: "国別生産寡占度" } && place.Sentence!.Contains("把握率は", StringComparison.Ordinal));
        Assert.Null(note.Runs[^2].Link);
    }

    [Fact]
    public void A_number_on_a_tile_in_a_table_and_in_the_note_is_explained_by_the_notes_named_there()
    {
        ComposedBriefing composed = MineralBriefing.ComposeNumbered(Fixtures.Cobalt, Fixtures.Context, Language.English);
        int Note(string title) => int.Parse(((TextBlock)Entry(composed.Document, title).Cells[0].Content).Text(), CultureInfo.InvariantCulture);
        Assert.All(
            composed.Numbers.Where(number => number.Address.Path == FigurePath.Result(IndicatorId.ProductionConcentration, "coverage")),
            number => Assert.Equal([Note("Production concentration by country")], number.Notes));
        Assert.All(
            composed.Numbers.Where(number => number.Address.Path.Words is ["imports", _, "total"]), number => Assert.Equal([Note("Imports and the five-year moving average")], number.Notes));
        Assert.All(composed.Numbers, number => Assert.NotEmpty(number.Notes));
    }

    [Fact]
    public void With_the_address_of_the_API_a_note_links_to_the_number_in_the_vintage_of_the_briefing()
    {
        ComposedBriefing composed = MineralBriefing.ComposeNumbered(Fixtures.Cobalt, Reachable, Language.Japanese);
        Run link = Note(composed.Document, "国別生産寡占度").Runs[^2];
        Assert.Equal($"https://minerals.example.go.jp/open{link.Text}?vintage=2026Q4-1f3a9c", link.Link);
        Assert.Contains(
            "https://minerals.example.go.jp/open/api/v1/briefings/cobalt.ja/numbers/番号?vintage=2026Q4-1f3a9c", Note(composed.Document, "版と算定方式").Text(), StringComparison.Ordinal);
        string path = Path.Combine(folder.FullName, "briefing.pdf");
        RenderedDocument rendered = Samples.Renderer.RenderNumbered(composed.Document);
        File.WriteAllBytes(path, rendered.Pdf);
        PdfChecks.All(path, composed.Document);
        Assert.Equal(composed.Numbers.Select(number => number.Number), rendered.Pages.Keys.Order());
    }

    [Fact]
    public void What_a_briefing_says_does_not_depend_on_its_numbers_and_addresses()
    {
        IReadOnlyList<BriefingSentence> plain = BriefingSentences.Of(MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context, Language.English));
        Assert.Equal(plain, BriefingSentences.Of(MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context with { Api = Reachable.Api }, Language.English)));
        Assert.DoesNotContain(plain, sentence => sentence.Text.Contains("/api/", StringComparison.Ordinal) || sentence.Text.Contains("numbers\u00A0", StringComparison.Ordinal));
    }

    private static Row Entry(Document document, string title) =>
        document.Section("notes").Below().OfType<Row>().Single(row => row.Cells[1].Content is TextBlock text && text.Runs[0].Text == title);

    private static TextBlock Note(Document document, string title) => (TextBlock)Entry(document, title).Cells[1].Content;

    /// <summary>The numbers of words such as 数値3、12〜31、35.</summary>
    private static SortedSet<int> Numbers(string words)
    {
        IEnumerable<int[]> runs = new string([.. words.Select(character => char.IsAsciiDigit(character) || character is '〜' or '–' ? character : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(run => run.Split('〜', '–').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray());
        return [.. runs.SelectMany(run => Enumerable.Range(run[0], run[^1] - run[0] + 1))];
    }
}
