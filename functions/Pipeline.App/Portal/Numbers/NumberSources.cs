using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Parameters and files behind a number.</summary>
internal static class NumberSources
{
    private const int HashLength = 12;
    private const int LongestShown = 60;
    private const int ShownOfLong = 24;

    private static readonly Bilingual Headed = new("用いた係数", "Parameters used");
    private static readonly Bilingual Id = new("係数", "Parameter");
    private static readonly Bilingual Value = new("値", "Value");
    private static readonly Bilingual Since = new("適用開始", "In force since");
    private static readonly Bilingual Clause = new("根拠条項・理由", "Clause or reason");
    private static readonly Bilingual Stale = new("（確認期限を過ぎている）", " (past its confirmation date)");
    private static readonly Bilingual Unsaid = new("記載なし", "not stated");
    private static readonly Bilingual Sources = new("出典", "Sources");

    /// <summary>The table of parameters with the clause that prints each; nothing without parameters.</summary>
    public static Html Parameters(IReadOnlyList<ParameterUse> used, IReadOnlyList<ParameterEntry> entries, Voice voice) => used.Count == 0 ? Html.None : Html.Of(
    [
        Tag("h2", voice.Say(Headed)),
        Scrolling(voice.Say(Headed), Tag("table",
            Tag("thead", Tag("tr", [.. new[] { Id, Value, Since, Clause }.Select(heading => Tag("th", voice.Say(heading)).With("scope", "col"))])),
            Tag("tbody", [.. used.Select(parameter => Tag("tr",
                Tag("th", Tag("code", parameter.Id)).With("scope", "row"),
                Tag("td", Shown(parameter.Value)),
                Tag("td", PeriodText.Of(parameter.From, voice.Language) + (parameter.IsStale ? voice.Say(Stale) : string.Empty)),
                Tag("td", entries.FirstOrDefault(entry => entry.Id == parameter.Id) is { } entry ? entry.Reference ?? entry.Reason ?? voice.Say(Unsaid) : voice.Say(Unsaid))))]))),
    ]);

    /// <summary>A value as it is recorded; a long list opens when it is asked for.</summary>
    private static HtmlElement Shown(string value) => value.Length <= LongestShown
        ? Tag("code", value)
        : Tag("details", Tag("summary", Tag("code", value[..ShownOfLong] + "…")), Tag("code", value));

    /// <summary>The files that the cells lie in, with publisher and licence.</summary>
    public static Html Files(IReadOnlyList<SourceUse> sources, Voice voice) => sources.Count == 0 ? Html.None : Html.Of(
    [
        Tag("h2", voice.Say(Sources)),
        Tag("ul", [.. sources.Select(source => Tag("li",
            source.Illustrative ? Tag("strong", voice.Say(new("【例示データ】", "[illustrative] "))).Class("warning") : Html.None,
            Tag("strong", CreditText.In(source.Title, voice.Language)), voice.Say(new("、", ", ")), CreditText.In(source.Publisher, voice.Language), Tag("br"),
            voice.Say(new("利用条件：", "Licence: ")) + CreditText.In(source.Licence, voice.Language), Tag("br"),
            voice.Say(new("出典の表示：", "Credit line: ")) + CreditText.In(source.Citation, voice.Language), Tag("br"),
            Tag("code", source.File), $" sha256 {source.Snapshot[..Math.Min(HashLength, source.Snapshot.Length)]}…"))]),
    ]);
}
