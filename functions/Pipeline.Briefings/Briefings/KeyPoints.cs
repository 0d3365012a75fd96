using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Section 1: one paragraph on how much could be judged and what has moved, then the most material facts (<see cref="MineralFacts"/>), with the radar
/// of the six indicators beside them.
/// </summary>
internal static class KeyPoints
{
    private const double RadarWidth = 204;

    public static Section Compose(Composition briefing)
    {
        List<Block> text =
        [
            briefing.Paragraph(briefing.Join(Lead(briefing), Moved(briefing)), NoteKey.Reading),
            .. Bullets(briefing, MineralFacts.Of(briefing.Assessment, briefing.Context.Previous?.Assessment, briefing.Context.Quarter)),
        ];
        Row row = new(
            [new RowCell(Composition.TextWidth - Composition.Gutter - RadarWidth, new Column(text, 4)), new RowCell(RadarWidth, Radar(briefing))],
            Composition.Gutter);
        return new Section(Heading.Of(1, briefing.Say(Words.SectionPoints)), 1, "points", [row]);
    }

    /// <summary>A change or ratio as a share of 1, whatever its unit.</summary>
    /// <exception cref="UnitMismatchException">The unit is neither 1 nor per cent.</exception>
    internal static double AsShare(double value, string unit) => unit switch
    {
        "1" => value,
        "percent" => value / 100,
        _ => throw new UnitMismatchException(new Fault("key points", "unit of a change", "1 or percent", unit, "give the change in one of these units")),
    };

    private static IEnumerable<Block> Bullets(Composition briefing, IReadOnlyList<Fact> facts) => facts.Count == 0
        ? []
        : [new BulletList([.. facts.Select(fact => briefing.Paragraph(FactSentence.Of(fact, briefing), fact.Notes))])];

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

    private static string Lead(Composition briefing)
    {
        List<IndicatorResult> scored = [.. IndicatorId.Six.Select(briefing.Assessment.Find).OfType<IndicatorResult>().Where(result => result.Score is not null)];
        if (scored.Count == 0) return briefing.Say(Words.LeadNone, briefing.Within(briefing.Mineral));
        List<string> high = [.. scored.Where(result => result.BandLow >= Band.High).Select(result => result.Indicator)];
        if (scored is [{ } only])
            return briefing.Say(high.Count > 0 ? Words.LeadOnlyHigh : Words.LeadOnlyLower, briefing.Within(briefing.Mineral), Names(briefing, [only.Indicator]));
        return briefing.Say(
            high.Count switch { 0 => Words.LeadNoneHigh, 1 => Words.LeadOneHigh, _ => Words.LeadJudged },
            briefing.Within(briefing.Mineral),
            briefing.Write(FigurePath.ScoredCount, scored.Count, Count),
            high.Count > 0 ? briefing.Write(FigurePath.HighCount, high.Count, Count) : string.Empty,
            Names(briefing, high));
    }

    private static string Count(double count) => DisplayNumber.Count((int)count);

    /// <summary>Short names of indicators; one that rests on illustrative input is marked.</summary>
    private static string Names(Composition briefing, IEnumerable<string> indicators) => briefing.List(indicators.Select(id =>
    {
        string name = briefing.Within(ShortName.Of(id, briefing.Language));
        return briefing.Assessment.Find(id) is { Illustrative: true } ? briefing.Say(Words.NameMarked, name, briefing.Say(Words.Illustrative)) : name;
    }));

    /// <summary>Which indicators stand in another band than a quarter before; nothing where there is no earlier vintage.</summary>
    private static string Moved(Composition briefing)
    {
        if (briefing.Context.Previous is not { Assessment: { } before } previous) return string.Empty;
        List<string> moved = [.. IndicatorId.Six.Where(id => briefing.Assessment.Find(id) is { } result && MineralFacts.HasMoved(before.Find(id), result))];
        return briefing.Say(moved.Count == 0 ? Words.LeadUnmoved : Words.LeadMoved, PeriodText.Of(previous.Quarter, briefing.Language), Names(briefing, moved));
    }
}

/// <summary>Headings of sections.</summary>
internal static class Heading
{
    /// <summary>Number and words of a heading.</summary>
    public static string Of(int number, string words) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}\u2002{words}");
}
