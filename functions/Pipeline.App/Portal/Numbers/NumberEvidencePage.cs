using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>The page of one printed number: what it is, how it was computed, in words, and what it rests on down to the cells of the publishers' files.</summary>
internal static class NumberEvidencePage
{
    private static readonly Bilingual How = new("計算", "How it was computed");
    private static readonly Bilingual NoFormula = new("計算していない。下のセルの値がそのまま印刷されている。", "Nothing was computed: the value of the cell below is printed as it stands.");
    private static readonly Bilingual Rests = new("根拠", "What it rests on");
    private static readonly Bilingual NoEvidence = new("今のプログラムはこの数値の根拠をたどれない。印刷された値は保存されたままである。", "The present program cannot follow this number. The printed value stands as it was stored.");
    private static readonly Bilingual Places = new("掲載箇所", "Where it is printed");
    private static readonly Bilingual Step = new("段階", "Step");
    private static readonly Bilingual InWords = new("言葉による式", "Formula in words");
    private static readonly Bilingual AsRecorded = new("記録された式", "Formula as recorded");

    /// <summary>The page.</summary>
    /// <param name="number">The number with what it rests on.</param>
    /// <param name="address">Where the page stands.</param>
    /// <param name="parameters">Parameters of its vintage.</param>
    /// <param name="voice">Language of the page.</param>
    public static PortalPage Of(NumberPage number, PortalAddress address, IReadOnlyList<ParameterEntry> parameters, Voice voice)
    {
        EvidenceTreeHtml tree = new(voice);
        string subject = number.Briefing[..number.Briefing.LastIndexOf('.')];
        (PortalAddress above, string title) = Above(subject, voice);
        PrintedNumber printed = number.Number;
        return new PortalPage(voice.Language, address, Headed(printed, title, voice),
        [
            NumberFacts.Of(number, voice),
            Tag("h2", voice.Say(How)),
            number.Formulas.Count == 0 ? Tag("p", voice.Say(NoFormula)) : Formulas(number.Formulas, voice),
            Tag("h2", voice.Say(Rests)),
            number.Evidence.Count == 0 ? Tag("p", voice.Say(NoEvidence)) : tree.Of(number.Evidence),
            NumberSources.Parameters(number.Parameters, parameters, voice),
            NumberSources.Files(number.Sources, voice),
            Tag("h2", voice.Say(Places)),
            Tag("ul", [.. printed.Places.Select(place => Tag("li", Place(place, above, voice)))]),
        ])
        { Above = [(above, title)] };
    }

    /// <summary>What the number is of, as far as its address has words for it, and the number.</summary>
    private static string Headed(PrintedNumber printed, string subject, Voice voice) => printed.Address.Path.Words[0] is var measure && Vocabulary.Knows(Term.Indicator, measure)
        ? voice.Say(new(
            $"{subject}、{Vocabulary.Word(Term.Indicator, measure, Language.Japanese)}：{printed.Text} の根拠",
            $"{subject}, {Vocabulary.Word(Term.Indicator, measure, Language.English)}: evidence of {printed.Text}"))
        : voice.Say(new($"{subject}：数値 {printed.Text} の根拠", $"{subject}: evidence of the number {printed.Text}"));

    private static (PortalAddress Address, string Title) Above(string subject, Voice voice) => subject == BriefingStore.Overview
        ? (PortalAddress.Overview, voice.Say(PortalWords.Overview))
        : (PortalAddress.Mineral(subject), ResultText.Mineral(subject, voice.Language));

    /// <summary>The steps that the last one rests on, in the order of computation.</summary>
    private static HtmlElement Formulas(IReadOnlyList<FigureFormula> formulas, Voice voice)
    {
        HashSet<string> needed = new(StringComparer.Ordinal) { formulas[^1].Figure };
        foreach (FigureFormula formula in formulas.Reverse().Where(formula => needed.Contains(formula.Figure)))
        {
            needed.UnionWith(ExpressionText.Symbols(formula.Expression));
        }

        FigureFormula[] steps = [.. formulas.Where(formula => needed.Contains(formula.Figure))];
        return Scrolling(voice.Say(How), Tag("table",
            Tag("thead", Tag("tr", [.. new[] { Step, InWords, AsRecorded }.Select(heading => Tag("th", voice.Say(heading)).With("scope", "col"))])),
            Tag("tbody", [.. steps.Select(step => Tag("tr",
                Tag("th", EvidenceWords.Symbol(step.Figure, voice)).With("scope", "row"), Tag("td", ExpressionText.Of(step.Expression, voice)),
                Tag("td", Tag("code", $"{step.Figure} = {step.Expression}"))))])));
    }

    private static HtmlElement Place(PrintedPlace place, PortalAddress above, Voice voice)
    {
        string separator = voice.Say(new("、", ", "));
        string words = string.Join(separator, new[] { place.Title, place.Row, place.Column, place.Sentence }.OfType<string>());
        return voice.To(place.Section == "head" ? above : above with { Anchor = place.Section }, words.Length == 0 ? place.Section : words);
    }
}
