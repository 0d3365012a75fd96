using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>
/// Check 15: every printed number is the rounded value that its address leads to, rests on a cell or a reference row, and no figure stands outside a
/// numbered piece of text.
/// </summary>
internal static partial class NumberChecks
{
    /// <summary>Sections whose figures are printed by name of their publisher, or that only describe the document: no figures of the assessment.</summary>
    private static readonly HashSet<string> Unnumbered = new(StringComparer.Ordinal) { "sources" };

    private static readonly string[] FixedWords = [.. PhrasesWithFigures()];

    /// <summary>All of it.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="resolver">Follows its addresses.</param>
    public static void All(ComposedBriefing briefing, FigureResolver resolver)
    {
        Assert.Equal(Enumerable.Range(1, briefing.Numbers.Count), briefing.Numbers.Select(number => number.Number));
        Assert.All(briefing.Numbers, number => Check(number, resolver.Resolve(number.Address)));
        StackedPartsAddUp(briefing);
        List<string> without = FiguresWithoutNumber(briefing.Document);
        Assert.True(without.Count == 0, string.Join("\n", without));
    }

    public static void Check(PrintedNumber number, ResolvedFigure figure)
    {
        Assert.Equal((figure.Value, figure.Unit, figure.Period, figure.Status), (number.Value, number.Unit, number.Period, number.Status));
        Assert.True(IsRounded(number.Text, SaysFall(number) ? Math.Abs(figure.Value) : figure.Value, figure.Unit), $"{number.Address} is {figure.Value} {figure.Unit} and is printed as {number.Text}.");
        Assert.True(
            figure.Evidence.SelectMany(node => node.Walk()).Any(node => node.Cells.Count > 0 || node.Reference is not null), $"{number.Address} leads to no cell and no reference row.");
        Assert.NotEmpty(number.Places);
        Assert.Equal(AccessLabel.Open, figure.Label);
    }

    /// <summary>Parts that are stacked in a chart add up, as they are printed, to the total that is printed with them.</summary>
    private static void StackedPartsAddUp(ComposedBriefing briefing)
    {
        foreach (IGrouping<string, PrintedNumber> year in briefing.Numbers.Where(number => number.Address.Path.Words is ["imports", _, _]).GroupBy(number => number.Address.Path.Words[1], StringComparer.Ordinal))
            AddUp(year.Where(number => number.Address.Path.Words[2] is "concentrate" or "refined"), year.Where(number => number.Address.Path.Words[2] == "printed-total"));
        AddUp(
            briefing.Numbers.Where(number => number.Address.Path.Words is [IndicatorId.SelfSufficiency, "components", _, "share"]),
            briefing.Numbers.Where(number => number.Address.Path.Words is [IndicatorId.SelfSufficiency, "printed-total"]));
    }

    private static void AddUp(IEnumerable<PrintedNumber> parts, IEnumerable<PrintedNumber> total)
    {
        // Less than one unit of the last digit rounds to nothing.
        static decimal Printed(PrintedNumber number) => number.Text.StartsWith('<') ? 0 : decimal.Parse(number.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        List<PrintedNumber> stacked = [.. parts];
        if (stacked.Count < 2 || total.FirstOrDefault() is not { } sum) return;
        Assert.True(stacked.Sum(Printed) == Printed(sum), $"{sum.Address} is printed as {sum.Text}; its parts are {string.Join(", ", stacked.Select(part => part.Text))}.");
    }

    /// <summary>The formulas of a figure, over the values of the evidence that they speak of, give its value.</summary>
    public static void Recomputed(ResolvedFigure figure)
    {
        if (figure.Formulas.Count == 0) return;
        Dictionary<string, IReadOnlyList<double>> symbols = figure.Evidence.Where(node => node.Symbol is not null).GroupBy(node => node.Symbol!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<double>)[.. group.Select(node => node.Value).OfType<double>()], StringComparer.Ordinal);
        foreach (FigureFormula formula in figure.Formulas)
            symbols[formula.Figure] = EvidenceFormula.Evaluate(formula.Expression, symbol => symbols.GetValueOrDefault(symbol, []));
        Assert.Contains(symbols[figure.Formulas[^1].Figure], value => PublishedFigures.Agrees([figure.Value], [value]));
    }

    /// <summary>True for the size of a fall: the words around it, and not a sign, say which way it goes.</summary>
    private static bool SaysFall(PrintedNumber number) => number.Value < 0 && number.Places.All(place => place.Sentence is { } sentence
        && (sentence.Contains("減少", StringComparison.Ordinal) || sentence.Contains("% less than", StringComparison.Ordinal)));

    /// <summary>True when the digits are the value in its unit, or a share in per cent, rounded half away from zero to the decimals that are printed.</summary>
    internal static bool IsRounded(string text, double value, string unit)
    {
        bool isBelow = text.TrimStart('+', '\u2212').StartsWith('<');
        decimal printed = decimal.Parse(text.TrimStart('+', '\u2212').TrimStart('<'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        int decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        // Scores and shares of 1 have three decimals and more, percentages one.
        decimal scale = unit is "1" or "1/year" && decimals == 1 ? 100 : 1;
        decimal exact = Math.Abs((decimal)value * scale);
        bool signFits = text[0] switch { '\u2212' => value < 0, '+' => value > 0, _ => value >= 0 || printed == 0 };
        return signFits && (isBelow ? exact > 0 && exact < printed : Math.Round(exact, decimals, MidpointRounding.AwayFromZero) == printed);
    }

    /// <summary>
    /// Texts with a figure that has no number. A figure has decimals or thousands separated, stands before a per cent sign or tonnes, or in a
    /// column that has a unit, or is the whole label of a chart below 1,000. Years, dates,
    /// quarters, numbers of notes, tables, figures and sections, trade codes, identifiers and counts (<see cref="CountChecks"/>) have none of these; words that are fixed in a
    /// phrase (0 to 1, 100％, 2018年) are definitions; what stands in quotation marks and the list of sources are words of publishers.
    /// </summary>
    internal static List<string> FiguresWithoutNumber(Document document)
    {
        List<string> found = [];
        foreach (Block block in document.Body.Where(block => block is not Box)) Read(block, "head", found);
        return found;
    }

    private static void Read(Block block, string section, List<string> found)
    {
        switch (block)
        {
            case Section part when part.Anchor is not { } anchor || !Unnumbered.Contains(anchor):
                foreach (Block inner in part.Content) Read(inner, part.Anchor ?? section, found);
                break;
            case Column column:
                foreach (Block inner in column.Content) Read(inner, section, found);
                break;
            case Row row:
                foreach (RowCell cell in row.Cells) Read(cell.Content, section, found);
                break;
            case Box box:
                Read(box.Content, section, found);
                break;
            case TextBlock text:
                Read(text.Runs, section, found);
                break;
            case BulletList list:
                foreach (TextBlock item in list.Items) Read(item.Runs, section, found);
                break;
            case Table table:
                if (table.Caption is { } caption) Read(caption.Runs, section, found);
                foreach ((TableColumn column, TableCell cell) in table.Rows.SelectMany(row => table.Columns.Zip(row.Cells)))
                    Read(cell.Runs, section, found, UnitHeading().IsMatch(column.Heading) ? AnyDigit() : AnyFigure());
                break;
            case Figure figure:
                Read(figure.Caption.Runs, section, found);
                Read([.. figure.Drawing.Shapes.OfType<Label>().Where(label => label.Numbers.Count == 0).Select(label => label.Text)], section, found);
                break;
            default:
                break;
        }
    }

    private static void Read(IReadOnlyList<Run> runs, string section, List<string> found) => Read(runs, section, found, AnyFigure());

    private static void Read(IReadOnlyList<Run> runs, string section, List<string> found, Regex figure)
    {
        // A number is taken out whole, so that what stands before and after it does not grow together.
        string text = string.Concat(runs.Select(run => run.Number is null ? run.Text : "\u0001"));
        if (!figure.IsMatch(text)) return;
        foreach (string words in FixedWords) text = text.Replace(words, "\u0002", StringComparison.Ordinal);
        text = Quotation().Replace(text, "\u0002");
        if (figure.IsMatch(text)) found.Add($"{section}: {text}");
    }

    /// <summary>
    /// Labels of a chart: figures without a number may only be the marks of an axis, which stand at even steps from zero.
    /// </summary>
    private static void Read(IReadOnlyList<string> labels, string section, List<string> found)
    {
        List<string> figures = [.. labels.Where(label => (AnyFigure().IsMatch(label) || WholeNumber().IsMatch(label)) && !FixedWords.Contains(label))];
        List<decimal> marks = [];
        foreach (string figure in figures)
        {
            if (decimal.TryParse(figure, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal mark)) marks.Add(mark);
            else found.Add($"{section}: {figure}");
        }

        marks = [.. marks.Distinct().Order()];
        decimal step = marks.Count > 1 ? marks[1] - marks[0] : 1;
        if (marks.Count > 1 && (marks[0] % step != 0 || marks.Zip(marks.Skip(1), (one, next) => next - one).Any(between => between != step)))
            found.Add($"{section}: {string.Join(", ", figures)}");
    }

    /// <summary>Sentences that name the marks between the classes of the charts, which are a choice for display.</summary>
    internal static IEnumerable<string> ClassMarks => Enum.GetValues<Language>().SelectMany(language => ThresholdWords(Phrases(), language));

    private static List<Phrase> Phrases() => [.. Internal("Pipeline.Briefings.Words").GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<Phrase>()];

    private static IEnumerable<string> PhrasesWithFigures()
    {
        Language[] languages = [Language.Japanese, Language.English];
        IEnumerable<string> words =
        [
            .. Phrases().SelectMany(phrase => new[] { phrase.Ja, phrase.En }).SelectMany(text => Place().Split(text)),
            .. languages.SelectMany(language => Vocabulary.Codes(Term.Indicator).Select(code => Vocabulary.Word(Term.Indicator, code, language))),
            .. ClassMarks,
        ];
        return words.Where(part => AnyFigure().IsMatch(part)).Distinct(StringComparer.Ordinal).OrderByDescending(part => part.Length);
    }

    private static IEnumerable<string> ThresholdWords(List<Phrase> phrases, Language language)
    {
        string[] marks = [.. new[] { "Medium", "High" }.Select(name =>
            DisplayNumber.Score((double)Internal("Pipeline.Briefings.Charts.InstitutionalRiskClass").GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!))];
        return phrases.Where(phrase => phrase.En.Contains("governance estimates", StringComparison.Ordinal)).Select(phrase => phrase.In(language, marks[0], marks[1]));
    }

    private static Type Internal(string name) => typeof(MineralBriefing).Assembly.GetType(name, throwOnError: true)!;

    [GeneratedRegex(@"[0-9]+\.[0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]+[\u00A0 ]?(%|％|t\b)")]
    private static partial Regex AnyFigure();

    [GeneratedRegex("[0-9]")]
    private static partial Regex AnyDigit();

    [GeneratedRegex("[（(](t|％|%)[、,）)]")]
    private static partial Regex UnitHeading();

    [GeneratedRegex("^[0-9]{1,3}$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("「.*」|“.*”")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
