using System.Globalization;
using Pipeline.App.Api;
using Pipeline.App.Changes;
using Pipeline.App.Scenarios;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What a scenario gives, as pieces of a page: marked as hypothetical first, then the assumption, each indicator before and after, and why.</summary>
internal static class WhatIfAnswer
{
    private const int MostContributions = 8;

    private static readonly Bilingual Hypothetical = new("仮定による試算", "HYPOTHETICAL");
    private static readonly Bilingual Assumption = new("仮定", "Assumption");
    private static readonly Bilingual Indicators = new("各指標の前と後", "Indicators before and after");
    private static readonly Bilingual Caption = new("対策の前と後の指標（仮定による試算）。評点は 0（低リスク）から 1（高リスク）。", "Indicators before and after the measure (hypothetical). Scores run from 0 (low risk) to 1 (high risk).");
    private static readonly Bilingual Indicator = new("指標", "Indicator");
    private static readonly Bilingual Before = new("前（公表値）", "Before (published)");
    private static readonly Bilingual After = new("後（仮定）", "After (hypothetical)");
    private static readonly Bilingual Effect = new("差", "Difference");
    private static readonly Bilingual Unchanged = new("変わらない", "no change");
    private static readonly Bilingual NoDifference = new("比べられない", "cannot be compared");
    private static readonly Bilingual Falls = new("リスクが下がる", "risk falls");
    private static readonly Bilingual Rises = new("リスクが上がる", "risk rises");
    private static readonly Bilingual Figure = new("図で見る", "As a figure");
    private static readonly Bilingual Why = new("何が動かしたか", "What made the difference");
    private static readonly Bilingual Share = new("割合", "share");
    private static readonly Bilingual None = new("なし", "none");
    private static readonly Bilingual Tools = new("政策評価ツールの前と後", "Policy tools before and after");

    /// <summary>The pieces.</summary>
    /// <param name="published">The mineral as it is published.</param>
    /// <param name="input">The assumption.</param>
    /// <param name="answer">What it gives.</param>
    /// <param name="voice">Language of the page.</param>
    public static IEnumerable<Html> Of(MineralAssessment published, WhatIfInput input, ScenarioAnswer answer, Voice voice) =>
    [
        Tag("div", Tag("p", Tag("strong", voice.Say(Hypothetical)), " ", voice.Language == Language.Japanese ? answer.Notice.Ja : answer.Notice.En)).Class("box warned"),
        Tag("h2", voice.Say(Assumption)).With("id", "assumption"),
        Tag("p", AssumptionText(input, voice)),
        Tag("h2", voice.Say(Indicators)).With("id", "indicators"),
        Table(published, answer.Scenario, voice),
        .. Contributions(answer.Scenario, voice),
        Tag("h2", voice.Say(Tools)),
        Tag("ul", [.. answer.Scenario.Tools.Select(tool => Tag("li", Tool(tool, voice)))]),
        Tag("h2", voice.Say(Figure)),
        Tag("figure", new HtmlPicture(voice.Language == Language.Japanese ? answer.Radar.Ja : answer.Radar.En)).Class("narrow"),
    ];

    private static string AssumptionText(WhatIfInput input, Voice voice)
    {
        string size = string.Create(CultureInfo.InvariantCulture, $"{input.Number:#,0.######}");
        string unit = WhatIfForm.Words(input.Unit, input.Kind, voice);
        string who = input.Kind.IsSupply ? ResultText.Country(input.Country, voice.Language) : string.Empty;
        string room = input.Kind.IsSupply ? voice.Say(WhatIfInput.Displacements.First(one => one.Code == input.Displaces).Words) : string.Empty;
        return voice.Say(new(
            $"{input.Kind.Words.Ja}。{(who.Length > 0 ? $"国：{who}。" : string.Empty)}規模：{size}（{unit}）。{(room.Length > 0 ? $"{room}。" : string.Empty)}",
            $"Measure: {input.Kind.Words.En}. {(who.Length > 0 ? $"Country: {who}. " : string.Empty)}Amount: {size} ({unit}).{(room.Length > 0 ? $" Displacement: {room}." : string.Empty)}"));
    }

    private static HtmlElement Table(MineralAssessment published, ScenarioComparison scenario, Voice voice) => CardTable.Of(
        "compared",
        voice.Say(Caption),
        CardTable.Columns(new[] { Indicator, Before, After, Effect }.Select(voice.Say)),
        scenario.Indicators.Where(change => IndicatorId.Six.Contains(change.Indicator) || IsMoved(change)).Select(change => Row(published, change, voice)));

    private static (Html, IReadOnlyList<CardCell>) Row(MineralAssessment published, IndicatorChange change, Voice voice) => (voice.Language == Language.Japanese ? change.NameJa : change.NameEn,
    [
        ResultCell.Of(published, change.Indicator, voice),
        ResultCell.Of(StatedResult.Of(published.Find(change.Indicator)!, change.After), target: null, voice),
        new CardCell(Difference(change, voice)),
    ]);

    private static Html Difference(IndicatorChange change, Voice voice)
    {
        if (!IsMoved(change))
        {
            return voice.Say(Unchanged);
        }

        if (change.Difference is not { } difference)
        {
            return voice.Say(NoDifference);
        }

        bool isScore = change.Before.Score is not null && change.After.Score is not null;
        string printed = ChangeRules.Same(difference, 0) ? voice.Say(Unchanged) : DifferenceText.Of(difference, isScore ? "1" : change.After.Unit, change.Indicator, voice);
        return Html.Of([Tag("span", printed).Class("figure"), .. isScore && !ChangeRules.Same(difference, 0) ? [Tag("span", voice.Say(difference < 0 ? Falls : Rises)).Class("remark")] : Array.Empty<Html>()]);
    }

    private static bool IsMoved(IndicatorChange change) =>
        change.Before.Status != change.After.Status || change.Before.Unit != change.After.Unit
        || !new[] { (change.Before.Value, change.After.Value), (change.Before.Low, change.After.Low), (change.Before.High, change.After.High), (change.Before.Score, change.After.Score), (change.Before.ScoreLow, change.After.ScoreLow), (change.Before.ScoreHigh, change.After.ScoreHigh) }
            .All(pair => ChangeRules.Same(pair.Item1, pair.Item2));

    /// <summary>Shares that changed in the indicators that moved, the largest change first.</summary>
    private static IEnumerable<Html> Contributions(ScenarioComparison scenario, Voice voice)
    {
        Html[] parts = [.. scenario.Indicators.Where(IsMoved).Select(change => (Change: change, Rows: Rows(change))).Where(pair => pair.Rows.Length > 0).Select(pair => Html.Of(
        [
            Tag("h3", voice.Language == Language.Japanese ? pair.Change.NameJa : pair.Change.NameEn),
            Tag("ul", [.. pair.Rows.Take(MostContributions).Select(row => Tag("li", voice.Say(new(
                $"{Key(row.Key, voice)}：{voice.Say(Share)} {Percent(row.ShareBefore, voice)} → {Percent(row.ShareAfter, voice)}",
                $"{Key(row.Key, voice)}: {voice.Say(Share)} {Percent(row.ShareBefore, voice)} → {Percent(row.ShareAfter, voice)}"))))]),
        ]))];
        return parts.Length == 0 ? [] : [Tag("h2", voice.Say(Why)).With("id", "why"), .. parts];
    }

    private static ContributionChange[] Rows(IndicatorChange change) =>
        [.. change.Contributions.Where(row => !ChangeRules.Same(row.ShareBefore, row.ShareAfter)).OrderByDescending(row => Math.Abs((row.ShareAfter ?? 0) - (row.ShareBefore ?? 0))).ThenBy(row => row.Key, StringComparer.Ordinal)];

    private static string Percent(double? share, Voice voice) => share is { } known ? DisplayNumber.PercentOfShare(known) + voice.Say(new("％", "%")) : voice.Say(None);

    private static string Key(string key, Voice voice) => CountryCatalogue.Find(key) is not null ? ResultText.Country(key, voice.Language)
        : Vocabulary.Knows(Term.Component, key) ? Vocabulary.Word(Term.Component, key, voice.Language)
        : key;

    private static string Tool(ToolChange tool, Voice voice)
    {
        string name = Vocabulary.Word(Term.Tool, tool.Kind, voice.Language) + voice.Say(new("：", ": "));
        string before = Vocabulary.Word(Term.ToolStrength, tool.Before, voice.Language);
        string after = Vocabulary.Word(Term.ToolStrength, tool.After, voice.Language);
        return before == after ? voice.Say(new($"{name}{after}のまま", $"{name}{after} as before")) : $"{name}{before} → {after}";
    }
}
