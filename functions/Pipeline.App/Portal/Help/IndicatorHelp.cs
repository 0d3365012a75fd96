using System.Globalization;
using Pipeline.App.Api;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using static Pipeline.App.Portal.Markup;
using MeasureKind = Pipeline.App.Api.MeasureKind;

namespace Pipeline.App.Portal;

/// <summary>Each indicator: what it is, its formula, which way it points, its bands, and the clause that it comes from.</summary>
internal static class IndicatorHelp
{
    private static readonly Bilingual Definition = new("定義", "Definition");
    private static readonly Bilingual Formula = new("算定方法", "Formula");
    private static readonly Bilingual Equation = new("式", "As an equation");
    private static readonly Bilingual Direction = new("向き", "Direction");
    private static readonly Bilingual Bands = new("区分", "Bands");
    private static readonly Bilingual Clause = new("根拠", "Clause");
    private static readonly Bilingual Larger = new("値が大きいほどリスクが大きい（0〜1）。", "A larger value is a larger risk (0 to 1).");
    private static readonly Bilingual Better = new(
        "値が大きいほど自給の割合が高い（％）。構成要素が一部しか分からないときは「少なくとも」の値になる。",
        "A larger value is a larger rate of self-sufficiency (%). Where only some components are known, it is an “at least”.");

    private static readonly Bilingual None = new("区分なし", "no bands");
    private static readonly Bilingual Ours = new("0〜1 への換算と区分の境は、この資料の定めであり、政策文書の値ではない。", "The scaling to 0–1 and the marks between bands are choices of this series, and not values of the policy papers.");

    /// <summary>One part an indicator.</summary>
    public static Html Of(IReadOnlyList<ParameterEntry> parameters, Voice voice) => Html.Of(
    [
        Tag("p", voice.Say(Ours)),
        .. Measures.All.Where(measure => measure.Kind is MeasureKind.Six or MeasureKind.SelfSufficiency).Select(measure => Part(measure, parameters, voice)),
    ]);

    private static HtmlElement Part(Measure measure, IReadOnlyList<ParameterEntry> parameters, Voice voice) => Tag("section",
        Tag("h3", voice.Say(measure.Name)),
        Terms(
        [
            (voice.Say(Definition), voice.Say(measure.Definition)),
            (voice.Say(Formula), voice.Say(measure.Formula)),
            .. measure.Equation is { } equation ? new (Html, Html)[] { (voice.Say(Equation), voice.Say(equation)) } : [],
            (voice.Say(Direction), voice.Say(measure.IsScored ? Larger : Better)),
            (voice.Say(Bands), measure.Bands is { } marks ? Marks(marks, parameters, voice) : voice.Say(None)),
            (voice.Say(Clause), PolicyPapers.Of(measure.Clause, voice)),
        ]).Class("facts")).With("id", measure.Code);

    /// <summary>The bands with the marks between them, as the parameters of the vintage have them.</summary>
    private static string Marks(string id, IReadOnlyList<ParameterEntry> parameters, Voice voice)
    {
        if (parameters.FirstOrDefault(entry => entry.Id == id)?.Value is not { } value)
        {
            return voice.Say(None);
        }

        string[] marks = [.. value.EnumerateArray().Select(mark => mark.GetDouble().ToString("0.###", CultureInfo.InvariantCulture))];
        string[] bands = [.. Enum.GetValues<Band>().Select(band => Vocabulary.Word(Term.Band, band, voice.Language))];
        return string.Join(voice.Say(new("、", "; ")), bands.Select((band, index) => index == 0
            ? voice.Say(new($"{band}：{marks[0]} 未満", $"{band}: below {marks[0]}"))
            : index == marks.Length ? voice.Say(new($"{band}：{marks[^1]} 以上", $"{band}: {marks[^1]} and above"))
            : voice.Say(new($"{band}：{marks[index - 1]} 以上 {marks[index]} 未満", $"{band}: from {marks[index - 1]} to below {marks[index]}"))));
    }
}

/// <summary>The policy papers behind the indicators, which the vocabulary names by a letter.</summary>
internal static class PolicyPapers
{
    /// <summary>Parts of the second paper that clauses name, in English.</summary>
    private static readonly (string Ja, string En)[] Parts = [("評価指標群", "evaluation indicator group"), ("鉱種別自給率", "self-sufficiency by mineral")];

    /// <summary>A clause with the paper that it stands in.</summary>
    /// <param name="clause">Letter of the paper and place in it: <c>P 2(2) ④</c>.</param>
    /// <param name="voice">Language of the page.</param>
    public static string Of(string clause, Voice voice) => clause.Split(' ', 2) switch
    {
        ["P", var place] => voice.Say(new($"「金属鉱産物の備蓄に係る基本方針」（2020年7月1日）{place}", $"Basic policy on stockpiling metals (1 July 2020), {place}")),
        ["S", var place] => voice.Say(new(
            $"「2050年カーボンニュートラル社会実現に向けた鉱物資源政策」（2021年2月15日）{place}", $"Mineral resource policy for a carbon-neutral society in 2050 (15 February 2021), {English(place)}")),
        _ => clause,
    };

    /// <summary>A place in English, with the words of the paper by which it is found there.</summary>
    private static string English(string place) => Parts.FirstOrDefault(part => place.StartsWith(part.Ja, StringComparison.Ordinal)) is (var ja, var en)
        ? $"{en}{place[ja.Length..]} ({place})"
        : place;
}
