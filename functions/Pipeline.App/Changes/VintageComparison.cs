using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Changes;

/// <summary>Two vintages side by side, mineral by mineral and result by result.</summary>
internal sealed class VintageComparison
{
    // Scores are reproducible to nine decimals: what is below does not decide an order.
    private const int Decimals = 9;

    private static readonly Lazy<Dictionary<string, int>> IndicatorOrder = new(() =>
        Vocabulary.Codes(Term.Indicator).Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal));

    private readonly SortedDictionary<int, MineralAssessment> before;
    private readonly SortedDictionary<int, MineralAssessment> after;
    private readonly Ranking ranksBefore;
    private readonly Ranking ranksAfter;

    /// <summary>Lays two vintages side by side.</summary>
    /// <exception cref="UnknownCodeException">A mineral is unknown.</exception>
    public VintageComparison(IReadOnlyList<MineralAssessment> before, IReadOnlyList<MineralAssessment> after)
    {
        (this.before, this.after) = (InOrder(before), InOrder(after));
        (ranksBefore, ranksAfter) = (new Ranking(before), new Ranking(after));
    }

    /// <summary>The report.</summary>
    /// <param name="beforeVintage">Identifier of the current vintage, or none.</param>
    /// <param name="context">What the briefings of both say about themselves.</param>
    /// <param name="compared">What the briefings of each compare with.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public ChangeReport Report(string? beforeVintage, BriefingContext context, ComparedWith compared)
    {
        RefuseRestricted();
        int[] both = [.. before.Keys.Where(after.ContainsKey)];
        Line[] lines = [.. both.SelectMany(place => Lines(place, before[place], after[place]))];
        Line[] moved = [.. InOrder(lines.Where(line => line.IsMoved))];
        ILookup<int, Line> movedByMineral = moved.ToLookup(line => line.Place);
        (int Place, SentenceChange[] Sentences)[] sentences = [.. both.Select(place => (place, SentenceComparison.Compare(
            before[place], after[place], context, compared, movedByMineral[place].Select(line => line.Materiality).DefaultIfEmpty(Materiality.Slight).Min()).ToArray()))];
        return new ChangeReport(
            beforeVintage,
            context.Vintage,
            context.Quarter.Code,
            Labels.Highest(before.Values.Concat(after.Values).SelectMany(assessment => assessment.Results).Select(result => result.Label)),
            [.. moved.Where(line => !line.StatesTheSame).Select(line => line.Value())],
            [.. moved.Where(line => BandSpan.Of(line.Before) != BandSpan.Of(line.After)).Select(line => line.Bands())],
            [.. moved.Where(line => line.RankBefore != line.RankAfter).Select(line => line.Rank(ranksBefore, ranksAfter))],
            [.. sentences.SelectMany(mineral => mineral.Sentences).OrderBy(sentence => sentence.Materiality)],
            [.. after.Where(entry => !before.ContainsKey(entry.Key)).Select(entry => MineralEntry.Of(entry.Value))],
            [.. before.Where(entry => !after.ContainsKey(entry.Key)).Select(entry => MineralEntry.Of(entry.Value))],
            new UnchangedCounts(
                sentences.Count(mineral => mineral.Sentences.Length == 0 && !movedByMineral.Contains(mineral.Place)),
                lines.Count(line => line.StatesTheSame)));
    }

    /// <summary>Results of minerals in both vintages that state something else, the most material first.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public IReadOnlyList<ResultChange> Values()
    {
        RefuseRestricted();
        return [.. InOrder(before.Keys.Where(after.ContainsKey).SelectMany(place => Lines(place, before[place], after[place]))
            .Where(line => !line.StatesTheSame)).Select(line => line.Value())];
    }

    private static SortedDictionary<int, MineralAssessment> InOrder(IReadOnlyList<MineralAssessment> assessments) =>
        new(assessments.ToDictionary(assessment => MineralCatalogue.Get(assessment.Mineral).Order));

    private static IEnumerable<Line> InOrder(IEnumerable<Line> lines) => lines
        .OrderBy(line => line.Materiality)
        .ThenByDescending(line => line.ScoreChange)
        .ThenBy(line => line.Place)
        .ThenBy(line => IndicatorPlace(line.Key.Indicator))
        .ThenBy(line => line.Key.Stage);

    /// <summary>Every result of a mineral, in one vintage or in both.</summary>
    private IEnumerable<Line> Lines(int place, MineralAssessment one, MineralAssessment other)
    {
        Dictionary<ResultKey, IndicatorResult> from = one.Results.ToDictionary(ResultKey.Of);
        Dictionary<ResultKey, IndicatorResult> to = other.Results.ToDictionary(ResultKey.Of);
        return from.Keys.Union(to.Keys).Select(key => new Line(
            place,
            key,
            from.TryGetValue(key, out IndicatorResult? was) ? ResultState.Of(was) : null,
            to.TryGetValue(key, out IndicatorResult? would) ? ResultState.Of(would) : null,
            ranksBefore.Of(key),
            ranksAfter.Of(key)));
    }

    private static int IndicatorPlace(string indicator) => IndicatorOrder.Value.TryGetValue(indicator, out int place)
        ? place
        : throw new UnknownCodeException($"vocabulary ({Term.Indicator})", indicator, "a code of words.csv");

    private void RefuseRestricted()
    {
        foreach (MineralAssessment assessment in before.Values.Concat(after.Values))
        {
            if (assessment.Results.Any(result => result.Label == AccessLabel.Restricted)) throw RestrictedContentException.In(assessment.Mineral);
        }
    }

    /// <summary>A result before and after.</summary>
    private sealed record Line(int Place, ResultKey Key, ResultState? Before, ResultState? After, int? RankBefore, int? RankAfter)
    {
        public bool StatesTheSame { get; } = Before is not null && After is not null && ResultState.Same(Before, After);

        public Materiality Materiality { get; } = ChangeRules.Of(Before, After, RankAfter - RankBefore ?? 0);

        public double ScoreChange { get; } = Math.Round(Math.Abs(After?.Score - Before?.Score ?? 0), Decimals);

        public bool IsMoved => !StatesTheSame || RankBefore != RankAfter;

        private AccessLabel Label { get; } = Labels.Highest(new[] { Before, After }.OfType<ResultState>().Select(state => state.Label));

        private bool Illustrative => Before is { Illustrative: true } || After is { Illustrative: true };

        public ResultChange Value() => new(
            Key.Mineral, Key.Indicator, Key.Stage, Materiality, Before, After,
            Before?.Unit == After?.Unit ? Difference.Between(Before?.Value, After?.Value) : null,
            Difference.Between(Before?.Score, After?.Score),
            Illustrative,
            Label);

        public BandChange Bands() => new(Key.Mineral, Key.Indicator, Key.Stage, Materiality, BandSpan.Of(Before), BandSpan.Of(After), Illustrative, Label);

        public RankChange Rank(Ranking before, Ranking after) => new(
            Key.Mineral, Key.Indicator, Key.Stage, Materiality, RankBefore, RankAfter, before.Count(Key.Indicator), after.Count(Key.Indicator), Illustrative, Label);
    }
}
