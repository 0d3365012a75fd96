using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The briefing of all minerals in the making. Sections of the briefing are functions over it.</summary>
internal sealed class OverviewComposition : BriefingParts
{
    private readonly Dictionary<string, MineralAssessment> byMineral;
    private readonly Dictionary<string, MineralAssessment> before;

    /// <summary>Begins the briefing.</summary>
    /// <param name="inputs">Inputs without what a briefing never shows.</param>
    /// <param name="context">What the briefing says about itself.</param>
    /// <param name="language">Language of the text.</param>
    public OverviewComposition(OverviewInputs inputs, BriefingContext context, Language language)
        : base(context, language, new FigureResolver(inputs, context.Quarter, context.Goal), SourceList.Of(inputs))
    {
        Inputs = inputs;
        byMineral = inputs.Assessments.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);
        before = inputs.Before.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);
        Counts = new OverviewCounts(inputs.Assessments);
        Charts = Charts with { Write = Writer(FigureAddress.All) };
        Notes = OverviewNotes.Write(Context, context.Goal is null ? string.Empty : GoalPercent(), language);
        SixProof = Proof.Of(Counts.Cells.Select(cell => cell.Result).OfType<IndicatorResult>().SelectMany(result => result.AllEvidence));
    }

    public OverviewInputs Inputs { get; }

    public OverviewCounts Counts { get; }

    public override NoteBook Notes { get; }

    public override string Subject => FigureAddress.All;

    /// <summary>What the six indicators of all minerals rest on.</summary>
    public Proof SixProof { get; }

    /// <summary>A result of the vintage, or none.</summary>
    public IndicatorResult? Find(string mineral, string indicator) => byMineral.GetValueOrDefault(mineral)?.Find(indicator);

    /// <summary>A result of the previous vintage, or none.</summary>
    public IndicatorResult? FindBefore(string mineral, string indicator) => before.GetValueOrDefault(mineral)?.Find(indicator);

    /// <summary>The writer of figures of a mineral.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="isPrevious">True for the previous vintage.</param>
    public FigureWriter Writer(string mineral, bool isPrevious = false) =>
        (path, value, format) => Write(new FigureAddress(mineral, path, isPrevious), value, format);

    /// <summary>How many results of the six indicators are of a kind of <see cref="OverviewCounts.Of"/>, as printed.</summary>
    public string Count(string kind) => Count(FigurePath.Count(kind));

    /// <summary>The same of one indicator.</summary>
    public string Count(string kind, string indicator) => Count(FigurePath.Count(kind, indicator));

    /// <summary>How many minerals are assessed, as printed.</summary>
    public string MineralCount() => Count(FigurePath.MineralCount);

    /// <summary>A count of all minerals together, as printed.</summary>
    public string Count(FigurePath path) => Number(path.Of(FigureAddress.All), DisplayNumber.Count);

    /// <summary>The goal of self-sufficiency in per cent, as printed; there must be one.</summary>
    public string GoalPercent() => Number(FigurePath.Goal.Of(FigureAddress.All), percent => DisplayNumber.AxisMark(percent, 1));

    /// <summary>Name of a mineral in words.</summary>
    public string Mineral(string id) => ResultText.Mineral(id, Language);

    /// <summary>Names of minerals in running text.</summary>
    public string Minerals(IEnumerable<string> ids) => List(ids.Select(id => Within(Mineral(id))));
}

/// <summary>One cell of the heat map.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Result">The result, or none when it was not computed.</param>
internal sealed record OverviewCell(string Mineral, string Indicator, IndicatorResult? Result)
{
    /// <summary>True when the result has a score.</summary>
    public bool IsScored => Result?.Score is not null;

    /// <summary>True when the result has a score whose lower end lies in the band high or above.</summary>
    public bool IsHigh => Result is { Score: not null, BandLow: >= Band.High };

    /// <summary>True when the interval of the score spans bands.</summary>
    public bool Crosses => Result is { Score: not null, BandLow: { } low } result && (result.BandHigh ?? (result.ScoreHigh is null ? Band.VeryHigh : low)) != low;

    /// <summary>True when the score lies below the band high and its interval reaches it.</summary>
    public bool MayBeHigh => Crosses && !IsHigh && (Result!.BandHigh ?? Band.VeryHigh) >= Band.High;
}

/// <summary>Counts over the six indicators of all minerals. They count results and never add scores: there is no composite figure.</summary>
internal sealed class OverviewCounts
{
    /// <summary>Lays out the results.</summary>
    public OverviewCounts(IReadOnlyList<MineralAssessment> assessments)
    {
        Minerals = assessments.Count;
        Cells = [.. assessments.SelectMany(assessment => IndicatorId.Six.Select(id => new OverviewCell(assessment.Mineral, id, assessment.Find(id))))];
    }

    /// <summary>Minerals covered.</summary>
    public int Minerals { get; }

    /// <summary>Results in order of mineral and indicator.</summary>
    public IReadOnlyList<OverviewCell> Cells { get; }

    /// <summary>
    /// Results of a kind: <c>all</c>; with a score (<c>scored</c>), of these <c>high</c> or above, <c>very-high</c>, <c>crossing</c> a mark, <c>may-be-high</c>;
    /// <c>ok</c>, <c>partial</c>, <c>insufficient</c> (or not computed), <c>not-applicable</c>; <c>illustrative</c>. None for another word.
    /// </summary>
    public IReadOnlyList<OverviewCell>? Of(string kind) => Kind(kind) is { } isOfKind ? [.. Cells.Where(isOfKind)] : null;

    /// <summary>How many results are of a kind.</summary>
    public int Count(string kind) => Of(kind)?.Count ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of results.");

    /// <summary>Minerals with the most results at high risk or above, in list order, and how many each has; none when there is no such result.</summary>
    public (IReadOnlyList<string> Minerals, int Count) MostHigh()
    {
        (string Mineral, int Count)[] counts = [.. Cells.GroupBy(cell => cell.Mineral, StringComparer.Ordinal).Select(group => (group.Key, group.Count(cell => cell.IsHigh)))];
        int most = counts.Select(pair => pair.Count).DefaultIfEmpty(0).Max();
        return most == 0 ? ([], 0) : ([.. counts.Where(pair => pair.Count == most).Select(pair => pair.Mineral)], most);
    }

    /// <summary>The indicator at which most minerals stand at high risk or above; the first of equals.</summary>
    public string MostHighIndicator() => IndicatorId.Six.OrderByDescending(id => Cells.Count(cell => cell.Indicator == id && cell.IsHigh)).First();

    private static Func<OverviewCell, bool>? Kind(string kind) => kind switch
    {
        "all" => _ => true,
        "scored" => cell => cell.IsScored,
        "high" => cell => cell.IsHigh,
        "very-high" => cell => cell is { IsHigh: true, Result.BandLow: Band.VeryHigh },
        "crossing" => cell => cell.Crosses,
        "may-be-high" => cell => cell.MayBeHigh,
        "ok" => cell => cell.Result?.Status == ResultStatus.Ok,
        "partial" => cell => cell.Result?.Status == ResultStatus.Partial,
        "insufficient" => cell => (cell.Result?.Status ?? ResultStatus.Insufficient) == ResultStatus.Insufficient,
        "not-applicable" => cell => cell.Result?.Status == ResultStatus.NotApplicable,
        "illustrative" => cell => cell.Result is { Illustrative: true },
        _ => null,
    };
}
