using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Section 3: self-sufficiency of the minerals, highest known rate first, beside the goal. Metals that the goal is set for are always shown; others
/// only with a rate or a bound above zero. All that have neither are named, so that none is taken to stand at zero.
/// </summary>
internal static class RankingSection
{
    public static Section Compose(OverviewComposition briefing)
    {
        List<Ranked> ranked = Order(briefing);
        List<Block> content = [Lead(briefing)];
        if (ranked.Count > 0)
        {
            Proof proof = Proof.Of(ranked.Select(rate => rate.Result).OfType<IndicatorResult>().SelectMany(result => result.AllEvidence));
            bool illustrative = ranked.Exists(rate => rate.Result is { Illustrative: true });
            content.Add(briefing.Figure(
                RankingChart.Draw([.. ranked.Select(rate => Bar(briefing, rate))], briefing.Context.Goal, BriefingParts.TextWidth, briefing.Charts),
                briefing.Say(Words.RankingCaption), proof, illustrative, NoteKey.SelfSufficiency, NoteKey.Goal));
            content.Add(Numbers(briefing, ranked, proof).FittedTo(BriefingParts.TextWidth, briefing).Whole());
        }

        IReadOnlyList<string> unrated = Unrated(briefing.Inputs.Assessments, briefing.Context.Goal);
        if (unrated.Count > 0) content.Add(briefing.Paragraph(briefing.Say(Words.RankingUnknown, briefing.Count(FigurePath.UnratedCount), briefing.Minerals(unrated)), NoteKey.Lacking));
        return new Section(Heading.Of(3, briefing.Say(Words.SectionRanking)), 1, "self-sufficiency", content);
    }

    /// <summary>Minerals of the ranking: those with a rate or a bound above zero, and all that the goal is set for; highest known rate first, then list order.</summary>
    internal static List<Ranked> Order(OverviewComposition briefing) => Order(briefing.Inputs.Assessments, briefing.Context.Goal);

    /// <summary>Minerals of which neither a rate nor a lower bound is shown.</summary>
    internal static IReadOnlyList<string> Unrated(IReadOnlyList<MineralAssessment> assessments, SelfSufficiencyGoal? goal) =>
        [.. assessments.Select(assessment => assessment.Mineral)
            .Except(Order(assessments, goal).Where(rate => rate.Result?.Low is not null).Select(rate => rate.Mineral), StringComparer.Ordinal)];

    private static List<Ranked> Order(IReadOnlyList<MineralAssessment> assessments, SelfSufficiencyGoal? goal) =>
        [.. assessments
            .Select(assessment => new Ranked(assessment.Mineral, goal is not null && MineralCatalogue.Get(assessment.Mineral).Group == goal.Group, assessment.Find(IndicatorId.SelfSufficiency)))
            .Where(rate => rate.HasGoal || ResultText.IsRateKnown(rate.Result))
            .OrderBy(rate => rate.Result?.Low is null).ThenByDescending(rate => rate.Result?.Value ?? rate.Result?.Low)];

    /// <summary>True when a rate is known to reach the goal: its lower end does.</summary>
    internal static bool Reaches(IndicatorResult? result, SelfSufficiencyGoal goal) => Known(result) >= goal.Percent;

    /// <summary>What is known of a rate: the value, or the lower end.</summary>
    internal static double? Known(IndicatorResult? result) => result?.Value ?? result?.Low;

    private static TextBlock Lead(OverviewComposition briefing)
    {
        if (briefing.Context.Goal is not { } goal) return briefing.Paragraph(briefing.Say(Words.RankingLeadPlain), NoteKey.SelfSufficiency, NoteKey.Goal);
        string kind = briefing.Within(Vocabulary.Word(Term.Group, goal.Group, briefing.Language));
        string lead = briefing.Say(Words.RankingLead, goal.Year, briefing.GoalPercent(), kind);
        if (OfGroup(briefing, goal) is not var (mineral, place, rate)) return briefing.Paragraph(lead, NoteKey.SelfSufficiency, NoteKey.Goal);
        string figure = rate.Value.Point is null
            ? SelfSufficiencySection.Published(rate.Value, briefing.Language, (end, value) => briefing.Number(FigurePath.PublishedRate(place, end).Of(mineral), DisplayNumber.Percent))
            : briefing.Say(Words.RateValue, briefing.Number(FigurePath.PublishedRate(place, "value").Of(mineral), DisplayNumber.Percent));
        string published = briefing.Say(Words.RankingPublished, kind, figure, PeriodText.Of(rate.Period, briefing.Language));
        TextBlock whole = briefing.Paragraph(briefing.Join(lead, published), NoteKey.SelfSufficiency, NoteKey.Goal);
        return whole with { Runs = [whole.Runs[0], .. briefing.References(Proof.Of([rate.Cell]), []), .. whole.Runs.Skip(1)] };
    }

    /// <summary>The newest published rate of all metals of the goal's kind together, with its place in the list of an assessment, or none.</summary>
    private static (string Mineral, int Place, PublishedRate Rate)? OfGroup(OverviewComposition briefing, SelfSufficiencyGoal goal) => briefing.Inputs.Assessments
        .Where(assessment => MineralCatalogue.Get(assessment.Mineral).Group == goal.Group)
        .SelectMany(assessment => (assessment.SelfSufficiency?.Published ?? []).Select((rate, index) => (assessment.Mineral, Place: index + 1, Rate: rate)))
        .Where(published => MineralCatalogue.Find(published.Rate.Subject) is null)
        .Select(published => ((string, int, PublishedRate)?)published)
        .FirstOrDefault();

    private static RankedRate Bar(OverviewComposition briefing, Ranked rate) => new(
        briefing.Mineral(rate.Mineral),
        rate.HasGoal,
        Known(rate.Result),
        rate.Result?.Value ?? rate.Result?.High,
        Text(briefing, rate),
        rate.Result?.Illustrative ?? false);

    private static string Text(OverviewComposition briefing, Ranked rate) => RateText.Of(rate.Result, briefing.Language, briefing.Writer(rate.Mineral));

    private static Table Numbers(OverviewComposition briefing, List<Ranked> ranked, Proof proof) => new(
        [
            new TableColumn(briefing.Say(Words.ColumnMineral), 1),
            new TableColumn(briefing.Say(Words.ColumnGroup), 1),
            new TableColumn(briefing.Say(Words.ColumnPeriod), 1),
            new TableColumn(briefing.Say(Words.ColumnRate), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnGap), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnStatus), 1),
        ],
        [.. ranked.Select(rate => new TableRow(
        [
            new TableCell([new Run(briefing.Mineral(rate.Mineral))], IsRowHeading: true),
            new TableCell([new Run(Vocabulary.Word(Term.Group, MineralCatalogue.Get(rate.Mineral).Group, briefing.Language))]),
            new TableCell([new Run(rate.Result?.Period is { } period ? PeriodText.Of(period, briefing.Language) : briefing.Say(Words.NoMark))]),
            new TableCell([new Run(Text(briefing, rate), FontWeight.Bold)]),
            new TableCell([new Run(Gap(briefing, rate))]),
            new TableCell([new Run(Standing(briefing, rate.Result))]),
        ]))],
        briefing.TableCaption(briefing.Say(Words.RankingTableCaption), proof, NoteKey.SelfSufficiency, NoteKey.Goal));

    private static string Standing(OverviewComposition briefing, IndicatorResult? result)
    {
        string status = result is { Status: ResultStatus.Insufficient, Value: null, Low: > 0, High: null }
            ? briefing.Say(Words.LowerBoundOnly)
            : ResultText.Status(result?.Status ?? ResultStatus.Insufficient, briefing.Language);
        return result is { Illustrative: true } ? briefing.Say(Words.TileStatus, status, briefing.Say(Words.Illustrative)) : status;
    }

    /// <summary>Percentage points to the goal, in words: reached, short by, at most short by, or none without a goal or a rate.</summary>
    internal static string Gap(OverviewComposition briefing, Ranked rate)
    {
        if (!rate.HasGoal || briefing.Context.Goal is not { } goal || Known(rate.Result) is not { } known) return briefing.Say(Words.NoMark);
        if (known >= goal.Percent) return briefing.Say(Words.GapNone);
        return briefing.Say(rate.Result!.Value is null ? Words.GapAtMost : Words.Gap, briefing.Write(FigurePath.Gap.Of(rate.Mineral), goal.Percent - known, DisplayNumber.Percent));
    }
}

/// <summary>A mineral in the ranking.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="HasGoal">True when the goal is set for its kind of metal.</param>
/// <param name="Result">Its rate, or none.</param>
internal sealed record Ranked(string Mineral, bool HasGoal, IndicatorResult? Result);
