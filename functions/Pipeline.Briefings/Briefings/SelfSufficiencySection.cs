using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Section 4: self-sufficiency with its components as a stacked bar and a table, what is missing and who would have it, rates that others have published, and secondary use
/// with its interval.
/// </summary>
internal static class SelfSufficiencySection
{
    private const string OldScrapRate = "oldScrapRate";

    public static Section Compose(Composition briefing)
    {
        List<Block> content = [Lead(briefing)];
        if (briefing.Assessment.SelfSufficiency is { } supply)
        {
            Table components = SupplyNumbers.Fitted(briefing, supply);
            content = Stack(briefing, supply) is { } stack
                ? [Composition.Together(content[0], stack), Composition.Together(components)]
                : [Composition.Together(content[0], components)];
            content.AddRange(Published(briefing, supply));
        }

        content.Add(SecondaryUse(briefing));
        return new Section(Heading.Of(4, briefing.Say(Words.SectionSelfSufficiency)), 1, "self-sufficiency", content);
    }

    private static TextBlock Lead(Composition briefing)
    {
        IndicatorResult? result = briefing.Assessment.Find(IndicatorId.SelfSufficiency);
        return briefing.Paragraph(
            Sentence(briefing, result, Words.SelfSufficiencyValue, Words.SelfSufficiencyAtLeast, Words.SelfSufficiencyBetween, Words.SelfSufficiencyUnknown), NoteKey.SelfSufficiency);
    }

    /// <summary>The components as a stacked bar; none where no component has a share.</summary>
    private static Figure? Stack(Composition briefing, SelfSufficiencyTable supply)
    {
        if (supply is not { Period: { } period } || SupplyShares.PrintedSum(supply) is null || briefing.Assessment.Find(IndicatorId.SelfSufficiency) is not { Low: not null } rate)
            return null;
        return briefing.Figure(
            SupplyStackChart.Draw(supply, rate, Goal(briefing), Composition.TextWidth, briefing.Charts),
            briefing.Say(Words.SupplyFigure, PeriodText.Of(period, briefing.Language)),
            Proof.Of(supply.Evidence()),
            rate.Illustrative,
            NoteKey.SelfSufficiency);
    }

    /// <summary>The goal that concerns the mineral, or none.</summary>
    private static SelfSufficiencyGoal? Goal(Composition briefing) =>
        briefing.Context.Goal is { } goal && goal.Group == MineralCatalogue.Get(briefing.Assessment.Mineral).Group ? goal : null;

    private static TextBlock SecondaryUse(Composition briefing)
    {
        IndicatorResult? result = briefing.Assessment.Find(IndicatorId.SecondaryUse);
        string sentence = Sentence(briefing, result, Words.SecondaryValue, Words.SecondaryAtLeast, Words.SecondaryBetween, Words.SecondaryUnknown);
        string oldScrap = result?.Companions.FirstOrDefault(companion => companion.Id == OldScrapRate)?.Value is { } rate
            ? briefing.Say(Words.SecondaryOldScrap, briefing.Write(FigurePath.Result(IndicatorId.SecondaryUse, OldScrapRate), rate, DisplayNumber.PercentOfShare))
            : string.Empty;
        return briefing.Paragraph(briefing.Join(sentence, oldScrap), IndicatorId.SecondaryUse);
    }

    /// <summary>A rate in words: its value, its lower bound, its interval, or why there is none.</summary>
    private static string Sentence(Composition briefing, IndicatorResult? result, Phrase known, Phrase atLeast, Phrase between, Phrase unknown)
    {
        string reason = ResultText.ShortReason(result, briefing.Language, briefing.Write);
        if (result is not { Period: { } period, Low: { } low }) return briefing.Say(unknown, reason);
        string when = PeriodText.Of(period, briefing.Language);
        if (result.Illustrative) when = briefing.List([when, briefing.Say(Words.Illustrative)]);
        return (result.Value, result.High) switch
        {
            ({ } value, _) => briefing.Say(known, when, Rate(briefing, result, "value", value), briefing.Within(ResultText.Status(result.Status, briefing.Language))),
            (null, { } high) => briefing.Say(between, when, Rate(briefing, result, "low", low), Rate(briefing, result, "high", high), reason),
            _ => briefing.Say(atLeast, when, Rate(briefing, result, "low", low), reason),
        };
    }

    /// <summary>Per cent with one decimal, of a rate in per cent or on a base of 1.</summary>
    internal static string Percent(double rate, string unit) => unit == "percent" ? DisplayNumber.Percent(rate) : DisplayNumber.PercentOfShare(KeyPoints.AsShare(rate, unit));

    /// <summary>An end of a rate as printed. The rate of self-sufficiency is what its printed components add up to, so that both agree wherever it stands.</summary>
    internal static string Rate(Composition briefing, IndicatorResult result, string end, double value)
    {
        bool isSum = result.Indicator == IndicatorId.SelfSufficiency && (end == "low" || (end == "value" && result.Low == result.Value));
        return isSum && briefing.Assessment.SelfSufficiency is { } supply && SupplyShares.PrintedSum(supply) is { } sum
            ? briefing.Write(FigurePath.PrintedTotal, sum, DisplayNumber.Percent)
            : briefing.Write(FigurePath.Result(result.Indicator, end), value, rate => Percent(rate, result.Unit));
    }

    private static IEnumerable<Block> Published(Composition briefing, SelfSufficiencyTable supply)
    {
        if (supply.Published.Count == 0) yield break;
        yield return briefing.Paragraph(briefing.Say(Words.PublishedRateLead), NoteKey.SelfSufficiency);
        yield return new BulletList([.. supply.Published.Select((rate, index) => new TextBlock(
            [
                new Run(briefing.Say(Words.PublishedRateItem, PeriodText.Of(rate.Period, briefing.Language), Subject(briefing, rate), Published(
                    rate.Value, briefing.Language, (end, value) => briefing.Write(FigurePath.PublishedRate(index + 1, end), value, DisplayNumber.Percent)))),
                .. Mark(briefing, Proof.Of([rate.Cell])),
                .. briefing.References(Proof.Of([rate.Cell]), []),
            ],
            TextStyle.Body))]);
    }

    private static IEnumerable<Run> Mark(Composition briefing, Proof proof) => briefing.Sources.AnyIllustrative(proof)
        ? [new Run(briefing.Say(Words.IllustrativeInBrackets), FontWeight.Bold, Palette.Brick)]
        : [];

    /// <summary>The mineral, or the group that the rate speaks of.</summary>
    private static string Subject(Composition briefing, PublishedRate rate) => MineralCatalogue.Find(rate.Subject) is not null
        ? ResultText.Mineral(rate.Subject, briefing.Language)
        : briefing.Say(Words.PublishedGroup, Vocabulary.Word(Term.Group, MineralCatalogue.Get(briefing.Assessment.Mineral).Group, briefing.Language));

    /// <summary>A published rate as printed: a number, a bound, or the word for a value that is not there.</summary>
    /// <param name="value">The rate in percent.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="write">Writes the <c>value</c>, <c>low</c> or <c>high</c> of the rate.</param>
    internal static string Published(PublishedValue value, Language language, Func<string, double, string> write) => value switch
    {
        { Point: { } point } => write("value", point) + Words.PercentSign.In(language),
        { Low: { } low, High: { } high } => Words.PercentRange.In(language, write("low", low), write("high", high)),
        { Low: { } low } => Words.PercentOrAbove.In(language, write("low", low)),
        { High: { } high } => Words.PercentUpTo.In(language, write("high", high)),
        _ => Vocabulary.Word(Term.ValueKind, value.Kind, language),
    };
}
