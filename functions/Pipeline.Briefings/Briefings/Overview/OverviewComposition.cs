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
        : base(
            context, language, new FigureResolver(inputs.Assessments, inputs.Before, inputs.Changes?.Largest),
            new SourceList("all minerals", inputs.Assessments.SelectMany(assessment => assessment.Sources).DistinctBy(source => source.Snapshot)))
    {
        Inputs = inputs;
        byMineral = inputs.Assessments.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);
        before = inputs.Before.ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);
        Counts = new OverviewCounts(inputs.Assessments);
        Notes = OverviewNotes.Write(Context, language);
        SixProof = Proof.Of(Counts.Cells.Select(cell => cell.Result).OfType<IndicatorResult>().SelectMany(result => result.AllEvidence));
    }

    public OverviewInputs Inputs { get; }

    public OverviewCounts Counts { get; }

    public override NoteBook Notes { get; }

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

    /// <summary>Results with a score.</summary>
    public int Scored => Cells.Count(cell => cell.IsScored);

    /// <summary>Results judged in full.</summary>
    public int Ok => Of(ResultStatus.Ok);

    /// <summary>Results judged in part.</summary>
    public int Partial => Of(ResultStatus.Partial);

    /// <summary>Results that cannot be judged, or were not computed.</summary>
    public int Insufficient => Of(ResultStatus.Insufficient) + Cells.Count(cell => cell.Result is null);

    /// <summary>Results that do not apply.</summary>
    public int NotApplicable => Of(ResultStatus.NotApplicable);

    /// <summary>Results at high risk or above.</summary>
    public int High => Cells.Count(cell => cell.IsHigh);

    /// <summary>Results at very high risk.</summary>
    public int VeryHigh => Cells.Count(cell => cell is { IsHigh: true, Result.BandLow: Band.VeryHigh });

    /// <summary>Minerals with the most results at high risk or above, in list order, and how many each has; none when there is no such result.</summary>
    public (IReadOnlyList<string> Minerals, int Count) MostHigh()
    {
        (string Mineral, int Count)[] counts = [.. Cells.GroupBy(cell => cell.Mineral, StringComparer.Ordinal).Select(group => (group.Key, group.Count(cell => cell.IsHigh)))];
        int most = counts.Select(pair => pair.Count).DefaultIfEmpty(0).Max();
        return most == 0 ? ([], 0) : ([.. counts.Where(pair => pair.Count == most).Select(pair => pair.Mineral)], most);
    }

    /// <summary>The indicator at which most minerals stand at high risk or above, with how many do and how many have a score; the first of equals.</summary>
    public (string Indicator, int High, int Scored) MostHighIndicator() => IndicatorId.Six
        .Select(id => (Indicator: id, High: Cells.Count(cell => cell.Indicator == id && cell.IsHigh), Scored: Cells.Count(cell => cell.Indicator == id && cell.IsScored)))
        .OrderByDescending(counted => counted.High).First();

    private int Of(ResultStatus status) => Cells.Count(cell => cell.Result?.Status == status);
}
