using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>
/// Whole numbers, however small, that have no number of their own. What is no count is taken out first: days, years and quarters, names of
/// vintages and editions, trade codes, running numbers of tables and figures, marks of notes and sources, words that are fixed in a phrase, words of
/// publishers in quotation marks and addresses of their pages, and the marks of an axis.
/// </summary>
internal static partial class CountChecks
{
    private static readonly Type Words = typeof(MineralBriefing).Assembly.GetType("Pipeline.Briefings.Words", throwOnError: true)!;

    /// <summary>The list of sources describes files in the words of others; there only its own counts are looked for.</summary>
    private const string Sources = "sources";

    private static readonly string[] Fixed = [.. Phrases().SelectMany(phrase => new[] { phrase.Ja, phrase.En })
        .Concat(Enum.GetValues<Language>().SelectMany(language => Enum.GetValues<Term>().SelectMany(term => Vocabulary.Codes(term).Select(code => Vocabulary.Word(term, code, language)))))
        .SelectMany(text => Place().Split(text)).Concat(NumberChecks.ClassMarks)
        .Where(part => AnyDigit().IsMatch(part) && part.Any(char.IsLetter))
        .Distinct(StringComparer.Ordinal).OrderByDescending(part => part.Length)];

    /// <summary>Fails with every text that has such a number.</summary>
    public static void None(Document document)
    {
        IReadOnlyList<string> without = WithoutNumber(document);
        Assert.True(without.Count == 0, string.Join("\n", without));
    }

    /// <summary>Texts with such a number, each after the anchor of its section.</summary>
    public static IReadOnlyList<string> WithoutNumber(Document document) =>
        [.. document.Body.SelectMany(block => Texts(block, "head")).Where(text => (text.Section == Sources ? OwnCount() : AnyDigit()).IsMatch(text.Text)).Select(text => $"{text.Section}: {text.Text}")];

    private static IEnumerable<(string Section, string Text)> Texts(Block block, string section) => block switch
    {
        Section part => part.Content.SelectMany(inner => Texts(inner, part.Anchor ?? section)),
        Column column => column.Content.SelectMany(inner => Texts(inner, section)),
        Row row => row.Cells.SelectMany(cell => Texts(cell.Content, section)),
        Box box => Texts(box.Content, section),
        // The mark of a note in the margin.
        TextBlock { Anchor: not null } => [],
        TextBlock text => [(section, Left(text.Runs))],
        BulletList list => list.Items.Select(item => (section, Left(item.Runs))),
        Table table =>
        [
            (section, Left(table.Caption?.Runs ?? [])),
            .. table.Rows.SelectMany(row => row.Cells.Zip(table.Columns)).Where(pair => !IsOfPublisher(pair.Second)).Select(pair => (section, Left(pair.First.Runs))),
        ],
        Figure figure =>
        [
            (section, Left(figure.Caption.Runs)),
            .. figure.Drawing.Shapes.OfType<Label>().Where(label => label.Numbers.Count == 0 && !AxisMark().IsMatch(label.Text)).Select(label => (section, Left([new Run(label.Text)]))),
        ],
        _ => [],
    };

    /// <summary>What is left of a text when everything with a number of its own and everything that is no count is taken out.</summary>
    private static string Left(IReadOnlyList<Run> runs)
    {
        string text = string.Concat(runs.Select(run => run.Number is not null || run.Link is not null || run.IsLabel || run.Position != ScriptPosition.Baseline ? "\u0001" : run.Text));
        foreach (string words in Fixed) text = text.Replace(words, "\u0002", StringComparison.Ordinal);
        return NoCount().Replace(OfPublisher().Replace(text, "\u0002"), "\u0002");
    }

    private static bool IsOfPublisher(TableColumn column) => new[] { Language.Japanese, Language.English }.Any(language => column.Heading == Phrase("ColumnEdition").In(language));

    private static Phrase Phrase(string name) => (Phrase)Words.GetField(name)!.GetValue(null)!;

    private static IEnumerable<Phrase> Phrases() => Words.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Phrase>();

    // What is quoted may quote in its turn.
    [GeneratedRegex("「(?>[^「」]+|「(?<deep>)|」(?<-deep>))*(?(deep)(?!))」|“(?>[^“”]+|“(?<deep>)|”(?<-deep>))*(?(deep)(?!))”|https?://[^\\s()（）]+")]
    private static partial Regex OfPublisher();

    [GeneratedRegex("[0-9]")]
    private static partial Regex AnyDigit();

    [GeneratedRegex("(計|ほか)[0-9,]+点|[0-9,]+ (more|titles)(?![a-z])")]
    private static partial Regex OwnCount();

    // A vintage; a method; a day; a quarter; a month; a year or a span of years; a trade code, which unlike a count has no separators; the running number of a
    // table or figure.
    [GeneratedRegex(
        "[12][0-9]{3}Q[1-4]-[0-9a-f]{6,8}|(m-[0-9a-f]{6}|(?<![0-9a-z.,])[0-9a-f]{8})(?![0-9a-z]|[.,][0-9])"
        + "|[12][0-9]{3}年[0-9]{1,2}月([0-9]{1,2}日)?|[0-9]{1,2} [A-Z][a-z]+ [12][0-9]{3}"
        + "|[12][0-9]{3}年第[1-4]四半期|Q[1-4] [12][0-9]{3}"
        + "|(?<![0-9.,])[12][0-9]{3}-[01][0-9](?![0-9])"
        + "|(?<![0-9.,])[12][0-9]{3}(?![0-9.,][0-9])"
        + "|(?<![0-9.,])[0-9]{6}([0-9]{3})?(?![0-9]|[.,][0-9])"
        + "|^(表|図|Table |Figure )[0-9]+")]
    private static partial Regex NoCount();

    [GeneratedRegex("^[0-9]{1,3}(,[0-9]{3})*([.][0-9]+)?$")]
    private static partial Regex AxisMark();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
