using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Section 1: one sentence on how much could be judged and the most material findings, with the radar of the six indicators beside them.
/// Materiality is the band of a score, the size of a change of imports, or the ratio of scenario demand; what cannot be judged is always
/// said, last.
/// </summary>
internal static class KeyPoints
{
    private const double RadarWidth = 204;
    private const int Most = 4;
    private const int Least = 3;

    /// <summary>A change of the import average or a ratio to demand from here on counts as much as a score in the band "high".</summary>
    private const double MaterialShare = 0.10;

    private static readonly string[] Scenarios = [IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind];

    public static Section Compose(Composition briefing)
    {
        List<Point> gaps = [.. Gaps(briefing)];
        List<Point> points =
        [
            .. Candidates(briefing).OrderByDescending(point => point.Weight).ThenBy(point => point.Order).Take(Math.Max(Least, Most - gaps.Count)),
            .. gaps,
        ];
        List<Block> text = [briefing.Paragraph(Lead(briefing), NoteKey.Reading)];
        if (points.Count > 0)
        {
            text.Add(new BulletList([.. points.Select(point =>
                new TextBlock([new Run(point.Text), briefing.Notes.Mark(point.Note)], TextStyle.Body))]));
        }

        Row row = new(
            [new RowCell(Composition.TextWidth - Composition.Gutter - RadarWidth, new Column(text, 4)), new RowCell(RadarWidth, Radar(briefing))],
            Composition.Gutter);
        return new Section(Heading.Of(1, briefing.Say(Words.SectionPoints)), 1, "points", [row]);
    }

    private static Figure Radar(Composition briefing)
    {
        List<IndicatorResult> six = [.. IndicatorId.Six.Select(briefing.Assessment.Find).OfType<IndicatorResult>()];
        return briefing.Figure(
            RadarChart.Draw(six, RadarWidth, briefing.Charts),
            briefing.Say(Words.RadarCaption),
            Proof.Of(six.SelectMany(result => result.AllEvidence)),
            six.Exists(result => result.Illustrative),
            NoteKey.Reading);
    }

    /// <summary>A change or ratio as a share of 1, whatever its unit.</summary>
    /// <exception cref="UnitMismatchException">The unit is neither 1 nor per cent.</exception>
    internal static double AsShare(double value, string unit) => unit switch
    {
        "1" => value,
        "percent" => value / 100,
        _ => throw new UnitMismatchException(new Fault("key points", "unit of a change", "1 or percent", unit, "give the change in one of these units")),
    };

    private static string Lead(Composition briefing)
    {
        List<IndicatorResult> scored = [.. IndicatorId.Six.Select(briefing.Assessment.Find).OfType<IndicatorResult>().Where(result => result.Score is not null)];
        List<IndicatorResult> high = [.. scored.Where(result => result.BandLow >= Band.High)];
        return scored.Count == 0
            ? briefing.Say(Words.LeadNone, briefing.Within(briefing.Mineral))
            : briefing.Say(
                high.Count switch { 0 => Words.LeadNoneHigh, 1 => Words.LeadOneHigh, _ => Words.LeadJudged },
                briefing.Within(briefing.Mineral), scored.Count, high.Count, briefing.List(high.Select(result => briefing.Within(ShortName.Of(result.Indicator, briefing.Language)))));
    }

    private static IEnumerable<Point> Candidates(Composition briefing)
    {
        int order = 0;
        foreach (string id in IndicatorId.Six)
        {
            order++;
            if (briefing.Assessment.Find(id) is { Score: { } score } result)
                yield return new Point(Sentence(briefing, result), id, (int)(result.BandHigh ?? result.BandLow ?? Band.Low) + (score / 2), order);
        }

        order++;
        if (briefing.Assessment.Find(IndicatorId.ImportAverage) is { Value: { } average, Period: { } period })
            yield return Imports(briefing, average, period, order);
        foreach (string id in Scenarios)
        {
            order++;
            if (briefing.Assessment.Find(id) is { Value: { } tonnes } result && ScenarioSection.Ratio(result) is { } ratio)
            {
                yield return new Point(
                    briefing.Say(Words.PointScenario, briefing.Name(id), DisplayNumber.Tonnes(tonnes), DisplayNumber.PercentOfShare(ratio)),
                    NoteKey.Scenario,
                    Weight(ratio),
                    order);
            }
        }
    }

    private static double Weight(double share) => Math.Min(Math.Abs(share) / MaterialShare * (double)Band.High, 2.5);

    private static Point Imports(Composition briefing, double average, Period period, int order)
    {
        string when = PeriodText.Of(period, briefing.Language);
        string tonnes = DisplayNumber.Tonnes(average);
        if (briefing.Assessment.Find(IndicatorId.ImportGrowth) is not { Value: { } change } growth)
            return new Point(briefing.Say(Words.PointAverage, tonnes, when), NoteKey.Imports, 0.4, order);
        double share = AsShare(change, growth.Unit);
        string percent = DisplayNumber.PercentOfShare(Math.Abs(share));
        return new Point(
            briefing.Say(share < 0 ? Words.PointGrowthDown : Words.PointGrowthUp, tonnes, percent, when), NoteKey.Imports, Weight(share), order);
    }

    private static string Sentence(Composition briefing, IndicatorResult result)
    {
        Language language = briefing.Language;
        string score = ResultText.Score(result, language);
        string bands = ResultText.Bands(result, language) ?? briefing.Say(Words.NoMark);
        string period = result.Period is { } when ? PeriodText.Of(when, language) : briefing.Say(Words.NoMark);
        List<string> marks = [period];
        if (result.Status != ResultStatus.Ok) marks.Add(briefing.Within(ResultText.Status(result.Status, language)));
        if (result.Illustrative) marks.Add(briefing.Say(Words.Illustrative));
        string basis = briefing.List(marks);
        if (result.Indicator == IndicatorId.PriceFluctuation && result.Value is { } volatility)
            return briefing.Say(Words.PointPrice, ResultText.Amount(volatility, result.Unit, language), score, bands, basis);
        Leader? leader = Leader.Of(result, language);
        bool stability = result.Indicator is IndicatorId.ImportStabilityConcentrate or IndicatorId.ImportStabilityRefined;
        return leader is null
            ? briefing.Say(Words.PointConcentrationAlone, ShortName.Of(result.Indicator, language), score, bands, basis)
            : briefing.Say(
                stability ? Words.PointStability : Words.PointConcentration,
                ShortName.Of(result.Indicator, language), score, bands, leader.Name, DisplayNumber.PercentOfShare(leader.Share), basis);
    }

    private static IEnumerable<Point> Gaps(Composition briefing)
    {
        List<string> missing = [.. Without(briefing, result => result is null or { Score: null, Status: not ResultStatus.NotApplicable })];
        List<string> notApplicable = [.. Without(briefing, result => result is { Status: ResultStatus.NotApplicable })];
        if (missing.Count > 0) yield return new Point(briefing.Say(Words.PointMissing, Names(briefing, missing)), missing[0], 0, 0);
        if (notApplicable.Count > 0)
            yield return new Point(briefing.Say(Words.PointNotApplicable, Names(briefing, notApplicable)), notApplicable[0], 0, 0);
    }

    private static string Names(Composition briefing, IEnumerable<string> indicators) =>
        briefing.List(indicators.Select(id => briefing.Within(ShortName.Of(id, briefing.Language))));

    private static IEnumerable<string> Without(Composition briefing, Func<IndicatorResult?, bool> condition) =>
        IndicatorId.Six.Where(id => condition(briefing.Assessment.Find(id)));

    private sealed record Point(string Text, string Note, double Weight, int Order);
}

/// <summary>Headings of sections.</summary>
internal static class Heading
{
    /// <summary>Number and words of a heading.</summary>
    public static string Of(int number, string words) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}\u2002{words}");
}
