using Pipeline.App.Api;
using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.App.Portal;

/// <summary>A change of a result in sentences: what it said, what it says, and what each cause did.</summary>
internal static class MovedText
{
    /// <summary>What is the most material thing that happened, in a word.</summary>
    public static string Materiality(Materiality materiality, Voice voice) => voice.Say(materiality switch
    {
        Pipeline.App.Changes.Materiality.Judgement => new("判定の可否が変わった", "judgement lost or gained"),
        Pipeline.App.Changes.Materiality.Status => new("状況が変わった", "status changed"),
        Pipeline.App.Changes.Materiality.Band => new("区分が変わった", "band changed"),
        Pipeline.App.Changes.Materiality.Interval => new("幅が区分の境を越えた", "range crossed a band boundary"),
        Pipeline.App.Changes.Materiality.Rank => new("順位が大きく動いた", "rank moved"),
        Pipeline.App.Changes.Materiality.Score => new("帯の中で評点が動いた", "score moved within its band"),
        Pipeline.App.Changes.Materiality.Value => new("値または幅が動いた", "value or range moved"),
        _ => new("説明だけが変わった", "remark changed"),
    });

    /// <summary>The sentence of a change.</summary>
    public static string Sentence(MovedResult moved, Voice voice)
    {
        string name = Vocabulary.Word(Term.Indicator, moved.Indicator, voice.Language);
        if (moved.Before is null || moved.After is null)
        {
            return moved.After is null
                ? voice.Say(new($"{name}は、前の版では {Figure(moved, moved.Before!, voice)} であり、後の版にはない。", $"{name} was {Figure(moved, moved.Before!, voice)}; the later vintage does not have it."))
                : voice.Say(new($"{name}は、後の版で加わり、{Figure(moved, moved.After, voice)} である。", $"{name} is new in the later vintage: {Figure(moved, moved.After, voice)}."));
        }

        (string before, string after) = (Figure(moved, moved.Before, voice), Figure(moved, moved.After, voice));
        string? difference = Difference(moved, moved.Before, moved.After, voice);
        return before == after
            ? difference is null
                ? voice.Say(new($"{name}は {after} のままで、時点、理由または注記が変わった。", $"{name} stays at {after}; its period, reason or remarks changed."))
                : voice.Say(new($"{name}は {after} のままで、印字しない桁で動いた（{difference}）。", $"{name} stays at {after} as printed and moved in digits that are not printed ({difference})."))
            : voice.Say(new(
                $"{name}は {before} から {after} へ動いた{(difference is null ? string.Empty : $"（{difference}）")}。",
                $"{name} moved from {before} to {after}{(difference is null ? string.Empty : $" ({difference})")}."));
    }

    /// <summary>What one cause, or several that cannot be told apart, did.</summary>
    public static string Leg(MovedResult moved, Leg leg, Voice voice)
    {
        string causes = Causes(leg.Causes, voice);
        string before = leg.Before is null ? voice.Say(None) : Figure(moved, leg.Before, voice);
        string after = leg.After is null ? voice.Say(None) : Figure(moved, leg.After, voice);
        string? difference = leg is { Before: { } from, After: { } to } ? Difference(moved, from, to, voice) : null;
        string[] parts =
        [
            before == after ? after : $"{before} → {after}",
            .. difference is null ? [] : new[] { difference },
            .. Remarks(leg, voice),
        ];
        return causes + voice.Say(new("：", ": ")) + string.Join(voice.Say(new("、", "; ")), parts);
    }

    /// <summary>Causes in words; several that stand together cannot be told apart.</summary>
    public static string Causes(IEnumerable<Cause> causes, Voice voice) => string.Join(voice.Say(new("と", " and ")), causes.Select(cause => Vocabulary.Word(Term.Cause, cause, voice.Language)));

    private static readonly Bilingual None = new("なし", "none");

    /// <summary>Figure with band: <c>0.577（極高）</c>, <c>0.465（0.465〜0.466、高）</c>.</summary>
    private static string Figure(MovedResult moved, ResultState state, Voice voice)
    {
        IndicatorResult result = StatedResult.Of(moved.Mineral, moved.Indicator, moved.Stage, state);
        string figure = ResultFigure.Of(result, voice.Language);
        (string open, string separator, string close) = voice.Language == Language.Japanese ? ("（", "、", "）") : (" (", "; ", ")");
        return state.Score is null || ResultText.Bands(result, voice.Language) is not { } band ? figure
            : figure.EndsWith(close, StringComparison.Ordinal) ? figure[..^close.Length] + separator + band + close
            : figure + open + band + close;
    }

    /// <summary>How far the leading figure moved, or none where a side has none or it is the same.</summary>
    private static string? Difference(MovedResult moved, ResultState before, ResultState after, Voice voice)
    {
        bool isScore = before.Score is not null && after.Score is not null;
        (double? from, double? to) = isScore ? (before.Score, after.Score) : before.Unit == after.Unit ? (before.Value, after.Value) : (null, null);
        return from is { } one && to is { } other && !ChangeRules.Same(one, other)
            ? DifferenceText.Of(other - one, isScore ? "1" : after.Unit, moved.Indicator, voice)
            : null;
    }

    private static IEnumerable<string> Remarks(Leg leg, Voice voice)
    {
        if (leg is not { Before: { } before, After: { } after })
        {
            yield break;
        }

        if (before.Period != after.Period)
        {
            yield return voice.Say(new($"時点 {Period(before, voice)} → {Period(after, voice)}", $"period {Period(before, voice)} → {Period(after, voice)}"));
        }

        if (before.Status != after.Status)
        {
            yield return $"{ResultText.Status(before.Status, voice.Language)} → {ResultText.Status(after.Status, voice.Language)}";
        }

        if (after.Reason is { } reason && (before.Reason?.Code, Join(before.Reason)) != (reason.Code, Join(reason)))
        {
            yield return ResultText.Sentence(reason, voice.Language).TrimEnd('。', '.');
        }

        string[] flags = [.. after.Flags.Except(before.Flags, StringComparer.Ordinal).Where(flag => Vocabulary.Knows(Term.Flag, flag)).Select(flag => Vocabulary.Word(Term.Flag, flag, voice.Language))];
        if (flags.Length > 0)
        {
            yield return voice.Say(new($"新しい注記：{string.Join("、", flags)}", $"new remark: {string.Join(", ", flags)}"));
        }
    }

    private static string Join(Reason? reason) => reason is null ? string.Empty : string.Join('|', reason.Arguments);

    private static string Period(ResultState state, Voice voice) => state.Period is { } period ? PeriodText.Of(period, voice.Language) : voice.Say(None);
}
