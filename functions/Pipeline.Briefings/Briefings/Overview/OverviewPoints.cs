using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;

namespace Pipeline.Briefings;

/// <summary>
/// Section 1: what a reader must know of all minerals at once. How much could be judged; where the risk is high and for which minerals most often; how the
/// base metals stand to the goal; what moved since the previous vintage; what is missing and what is old.
/// </summary>
internal static class OverviewPoints
{
    private const int MineralsNamed = 6;

    /// <summary>A source that is older than this on the last day of the quarter is said to be old: its next yearly edition is overdue.</summary>
    private const int OldAfterDays = 366;

    public static Section Compose(OverviewComposition briefing)
    {
        BulletList points = new([.. Points(briefing).Where(point => point.Text.Length > 0).Select(point =>
            new TextBlock([new Run(point.Text), briefing.Notes.Mark(point.Note)], TextStyle.Body))]);
        return new Section(Heading.Of(1, briefing.Say(Words.SectionPoints)), 1, "points", [briefing.Paragraph(Lead(briefing), NoteKey.Reading), points]);
    }

    private static string Lead(OverviewComposition briefing) => briefing.Say(
        Words.OverviewLead, briefing.MineralCount(), briefing.Count("all"), briefing.Count("scored"), briefing.Count("ok"), briefing.Count("partial"),
        briefing.Count("insufficient"), briefing.Count("not-applicable"));

    private static IEnumerable<(string Text, string Note)> Points(OverviewComposition briefing) =>
    [
        (High(briefing), NoteKey.HeatMap),
        (Most(briefing), NoteKey.HeatMap),
        (Changes(briefing), NoteKey.Changes),
        (Goal(briefing), NoteKey.Goal),
        (Crossing(briefing), NoteKey.HeatMap),
        (Lacking(briefing), NoteKey.Lacking),
        (Freshness(briefing), NoteKey.Freshness),
        (Illustrative(briefing), NoteKey.HeatMap),
    ];

    private static string High(OverviewComposition briefing)
    {
        OverviewCounts counts = briefing.Counts;
        if (counts.Count("high") == 0) return counts.Count("scored") == 0 ? string.Empty : briefing.Say(Words.OverviewNoneHigh);
        string indicator = counts.MostHighIndicator();
        return briefing.Say(
            Words.OverviewHigh, briefing.Count("high"), briefing.Count("very-high"), briefing.Within(ShortName.Of(indicator, briefing.Language)),
            briefing.Count("high", indicator), briefing.Count("scored", indicator));
    }

    private static string Most(OverviewComposition briefing)
    {
        (IReadOnlyList<string> minerals, int count) = briefing.Counts.MostHigh();
        if (count == 0) return string.Empty;
        string named = briefing.Minerals(minerals.Take(MineralsNamed));
        // All of them have as many; the number leads to those of the first.
        string each = briefing.Number(FigurePath.HighCount.Of(minerals[0]), DisplayNumber.Count);
        return minerals.Count > MineralsNamed
            ? briefing.Say(Words.OverviewMostMany, named, briefing.Count(FigurePath.MostHighAfter(MineralsNamed)), each)
            : briefing.Say(minerals.Count == 1 ? Words.OverviewMostOne : Words.OverviewMost, named, each);
    }

    private static string Crossing(OverviewComposition briefing) => briefing.Counts.Count("crossing") == 0
        ? string.Empty
        : briefing.Say(Words.OverviewCrossing, briefing.Count("crossing"), briefing.Count("may-be-high"));

    private static string Goal(OverviewComposition briefing)
    {
        List<Ranked> ranked = [.. RankingSection.Order(briefing).Where(rate => rate.HasGoal)];
        if (briefing.Context.Goal is not { } goal || ranked.Count == 0) return string.Empty;
        string percent = briefing.GoalPercent();
        string names = briefing.Minerals(ranked.Select(rate => rate.Mineral));
        string[] reached = [.. ranked.Where(rate => RankingSection.Reaches(rate.Result, goal)).Select(rate => rate.Mineral)];
        if (reached.Length > 0) return briefing.Say(Words.OverviewGoalReached, goal.Year, percent, names, briefing.Minerals(reached));
        return RankingSection.Known(ranked[0].Result) is null
            ? briefing.Say(Words.OverviewGoalUnknown, goal.Year, percent, names)
            : briefing.Say(
                Words.OverviewGoalOpen, goal.Year, percent, names, briefing.Within(briefing.Mineral(ranked[0].Mineral)),
                RateText.Of(ranked[0].Result, briefing.Language, briefing.Writer(ranked[0].Mineral)));
    }

    private static string Changes(OverviewComposition briefing)
    {
        if (briefing.Inputs.Changes is null) return string.Empty;
        string lead = ChangesSection.Lead(briefing);
        if (briefing.Inputs.Changes.Largest is not [var largest, ..]) return lead;
        return briefing.Join(lead, briefing.Say(
            Words.OverviewLargest, briefing.Within(briefing.Mineral(largest.Mineral)), briefing.Within(ChangesSection.Name(briefing, largest.Indicator)),
            ChangesSection.Said(briefing, largest, isPrevious: true), ChangesSection.Said(briefing, largest, isPrevious: false), ChangesSection.Why(briefing, largest)));
    }

    private static string Lacking(OverviewComposition briefing) => briefing.Join(
        briefing.Inputs.Lacking.Take(2).Zip([Words.OverviewLacking, Words.OverviewLackingNext], (input, phrase) => briefing.Say(
            phrase, LackingSection.Name(briefing, input), LackingSection.Results(briefing, input), LackingSection.Minerals(briefing, input))));

    private static string Freshness(OverviewComposition briefing)
    {
        DateOnly day = FreshnessSection.Day(briefing);
        SourceState? oldest = briefing.Inputs.Sources.OrderBy(source => source.KnownOn).ThenBy(source => source.Source, StringComparer.Ordinal).FirstOrDefault();
        string old = oldest is not null && oldest.AgeOn(day) > OldAfterDays
            ? briefing.Say(Words.OverviewOld, FreshnessSection.Name(briefing, oldest.Source), PeriodText.Of(oldest.KnownOn, briefing.Language), briefing.Count(FigurePath.Source(oldest.Source, "age")))
            : string.Empty;
        return briefing.Join(old, briefing.Inputs.Absent.Count > 0 ? FreshnessSection.Absent(briefing) : string.Empty);
    }

    private static string Illustrative(OverviewComposition briefing) => briefing.Counts.Count("illustrative") switch
    {
        0 => string.Empty,
        1 => briefing.Say(Words.OverviewIllustrativeOne, briefing.Count("illustrative")),
        _ => briefing.Say(Words.OverviewIllustrative, briefing.Count("illustrative")),
    };
}
