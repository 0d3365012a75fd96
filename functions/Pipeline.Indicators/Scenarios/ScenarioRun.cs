using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;
using Pipeline.Indicators.Scenarios.Baseline;
using Pipeline.Indicators.Scenarios.Levers;
using Pipeline.Indicators.Scenarios.Request;

namespace Pipeline.Indicators.Scenarios;

/// <summary>
/// 政策実施前・後 (S, 政策評価ツール): measures change inputs, and the same <see cref="MineralAssessor"/> computes the scores again. Pure: the
/// same request on the same base gives the same comparison, and nothing of it is kept.
/// </summary>
/// <param name="Comparison">The two sides and their difference.</param>
/// <param name="Before">Assessment of the base.</param>
/// <param name="After">Assessment with the measures; every result that rests on an assumption carries the flag <c>hypothetical</c>.</param>
public sealed record ScenarioRun(ScenarioComparison Comparison, MineralAssessment Before, MineralAssessment After)
{
    /// <summary>Flag of a result that rests on invented or purely illustrative data, assumptions of a scenario aside.</summary>
    internal const string IllustrativeFlag = "illustrative";

    /// <summary>Compares a mineral of a vintage with itself after the measures.</summary>
    /// <exception cref="ScenarioRequestException">A measure cannot take effect on this base.</exception>
    public static ScenarioRun Of(ScenarioRequest request, ScenarioBase from)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(from);
        return Compare(request, from, new ScenarioSource(request.Hash));
    }

    /// <summary>Compares a baseline that is typed in with itself after the measures.</summary>
    /// <param name="request">The scenario.</param>
    /// <param name="parameters">Parameters in force.</param>
    /// <exception cref="ScenarioRequestException">The mineral has no series or code for a figure, or a measure cannot take effect.</exception>
    public static ScenarioRun Of(ScenarioRequest request, ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(parameters);
        ScenarioSource source = new(request.Hash);
        HypotheticalInputs inputs = request.Inputs
            ?? throw new ScenarioRequestException("/inputs", "a baseline that is typed in", "nothing");
        return Compare(
            request, new ScenarioBase("inputs", new InputsObservations(request.Mineral, inputs, source, parameters).All(), [source.Use], parameters), source);
    }

    private static ScenarioRun Compare(ScenarioRequest request, ScenarioBase from, ScenarioSource source)
    {
        SourceUse[] sources = [.. from.Sources.Where(use => use.Snapshot != source.Hash), source.Use];
        MineralAssessment before = Marked(new MineralAssessor(from.Index, from.Parameters, sources).Assess(request.Mineral), null, from, source);
        ScenarioState state = new(request.Mineral, from.Index, before, from.Parameters, source);
        foreach (Measure measure in request.Measures)
        {
            state.Apply(measure);
        }

        ObservationIndex index = state.FinishedIndex();
        MineralAssessment after = Marked(new MineralAssessor(index, state.AssumedParameters, sources).Assess(request.Mineral), before, from, source);
        double? days = request.Measures.OfType<StockMeasure>().LastOrDefault()?.Days;
        ScenarioComparison comparison = new(
            request.Mineral, from.Name, request.Hash, from.Parameters.AsOf, ComparisonOfResults.Indicators(before, after), ComparisonOfResults.Tools(before, after))
        {
            Title = request.Title,
            Assumed = [.. state.Assumed.Select(input => input with { FromYear = FromYear(request, input) })],
            Stock = ComparisonOfResults.Stock(days, after),
        };
        return new ScenarioRun(comparison, before, after);
    }

    // A place of an assumption is its measure or lies within it.
    private static int? FromYear(ScenarioRequest request, AssumedInput input) =>
        request.Measures.FirstOrDefault(measure => input.Place == measure.Pointer || input.Place.StartsWith(measure.Pointer + "/", StringComparison.Ordinal))?.FromYear;

    /// <summary>
    /// Marks every result that rests on an assumption, or on a file of which rows were set aside. Assumed cells are illustrative too; such a result keeps the flag <c>illustrative</c> only
    /// where figures of the base are, so that a reader can tell invented data from the assumptions of the scenario.
    /// </summary>
    private static MineralAssessment Marked(MineralAssessment assessment, MineralAssessment? before, ScenarioBase from, ScenarioSource source)
    {
        HashSet<string> invented = [.. assessment.Sources.Where(use => use.Illustrative).Select(use => use.Snapshot)];
        MineralAssessment marked = QuarantineMarks.On(assessment, from.Incomplete);
        return marked with { Results = [.. marked.Results.Select(Mark)] };

        IndicatorResult Mark(IndicatorResult result)
        {
            SourceCell[] cells = [.. result.AllEvidence.SelectMany(node => node.Walk()).SelectMany(node => node.Cells)];
            if (!cells.Any(source.Holds)) return result;
            // An assumption may have been worked out from an invented figure that it replaces: what the base has marked stays marked.
            bool illustrative = cells.Any(cell => !source.Holds(cell) && (cell.Illustrative || invented.Contains(cell.Snapshot)))
                || (before?.Find(result.Indicator)?.Flags.Contains(IllustrativeFlag) ?? false);
            IEnumerable<string> others = result.Flags.Where(flag => flag != IllustrativeFlag).Append(ScenarioSource.Flag);
            return result with { Flags = ResultMarks.Ordered(illustrative ? others.Append(IllustrativeFlag) : others), Illustrative = true };
        }
    }
}
