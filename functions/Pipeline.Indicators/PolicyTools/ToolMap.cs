using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.PolicyTools;

/// <summary>
/// 政策評価ツール (S): from findings to tools. A tool is indicated when the lower end of a figure reaches its threshold, possible when only the
/// upper end does. The list is in the order of S, whatever the figures are.
/// </summary>
internal static class ToolMap
{
    private const string Ratio = "ratioToDemand2018";

    private static readonly string[] Scores = ["score", "scoreLow", "scoreHigh"];
    private static readonly string[] Values = ["value", "low", "high"];
    private static readonly string[] Scenarios = [IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind];

    /// <summary>Every tool with what points at it.</summary>
    /// <param name="results">Results of one mineral.</param>
    /// <param name="set">Parameters of the run.</param>
    internal static IReadOnlyList<PolicyTool> Of(IReadOnlyList<IndicatorResult> results, ParameterSet set)
    {
        Dictionary<string, IndicatorResult> byId = results.ToDictionary(result => result.Indicator, StringComparer.Ordinal);
        return [.. set.Open().Table<List<ToolRule>>("tools.map").OrderBy(rule => rule.Tool).Select(rule => Line(rule, byId, set))];
    }

    private static PolicyTool Line(ToolRule rule, Dictionary<string, IndicatorResult> results, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        ToolTrigger[] triggers = [.. rule.Triggers.Select(trigger => Judge(trigger, results, parameters))];
        return new PolicyTool(rule.Tool, triggers.Min(trigger => trigger.Strength), triggers) { Parameters = parameters.Uses };
    }

    private static ToolTrigger Judge(TriggerRule rule, Dictionary<string, IndicatorResult> results, ParameterScope parameters)
    {
        ToolTrigger figure = rule.Subject == ToolTrigger.ScenarioRatio
            ? ScenarioRatio(results)
            : results.TryGetValue(rule.Subject, out IndicatorResult? result) ? Figure(result) : new ToolTrigger(rule.Subject, default, ResultStatus.Insufficient, 0);
        double threshold = Threshold(rule.Threshold, parameters);
        bool Reaches(double value) => BandMarks.Of(value, [threshold]) > Band.Low;
        ToolStrength strength = figure switch
        {
            { Status: ResultStatus.NotApplicable } => ToolStrength.NotIndicated,
            { Status: ResultStatus.Insufficient } or { Value: null } => ToolStrength.CannotBeJudged,
            { Low: { } low } when Reaches(low) => ToolStrength.Indicated,
            { High: null } => ToolStrength.Possible,
            { High: { } high } when Reaches(high) => ToolStrength.Possible,
            _ => ToolStrength.NotIndicated,
        };
        return figure with { Strength = strength, Threshold = threshold };
    }

    private static double Threshold(string parameter, ParameterScope parameters) => parameter.StartsWith("bands.", StringComparison.Ordinal)
        ? parameters.Numbers(parameter)[(int)MarkOf(parameters) - 1]
        : parameters.Number(parameter);

    private static Band MarkOf(ParameterScope parameters) =>
        Enum.TryParse(parameters.Text("tools.band"), ignoreCase: true, out Band band) && band > Band.Low
            ? band
            : throw new ParameterException(new Fault(
                "parameters", "tools.band", "moderate, high or veryHigh", parameters.Text("tools.band"), "mend the parameter file"));

    /// <summary>A score where the indicator has one; the value itself for growth, which has none.</summary>
    private static ToolTrigger Figure(IndicatorResult result)
    {
        bool grows = result.Indicator == IndicatorId.ImportGrowth;
        Contribution? leader = result.Value is > 0 ? result.Contributions.MaxBy(contribution => contribution.Term ?? 0) : null;
        return new ToolTrigger(result.Indicator, default, result.Status, 0)
        {
            Value = grows ? result.Value : result.Score,
            Low = grows ? result.Low : result.ScoreLow,
            High = grows ? result.High : result.ScoreHigh,
            Leader = leader?.Key,
            LeaderShare = leader?.Term / result.Value,
            Figures = [.. (grows ? Values : Scores).Select(figure => new FigureReference(result.Indicator, figure))],
        };
    }

    /// <summary>Demand of the scenarios together against domestic demand in 2018; a technology that does not need the mineral adds nothing.</summary>
    private static ToolTrigger ScenarioRatio(Dictionary<string, IndicatorResult> results)
    {
        (IndicatorResult Result, double Percent)[] known =
        [
            .. Scenarios.Select(results.GetValueOrDefault).OfType<IndicatorResult>()
                .Select(result => (result, Percent: result.Companions.FirstOrDefault(companion => companion.Id == Ratio)?.Value))
                .Where(pair => pair.Percent is not null).Select(pair => (pair.result, pair.Percent!.Value)),
        ];
        if (known.Length == 0)
        {
            return new ToolTrigger(ToolTrigger.ScenarioRatio, default, ResultStatus.NotApplicable, 0);
        }

        double ratio = known.Sum(one => one.Percent) / 100;
        (IndicatorResult leader, double most) = known.MaxBy(one => one.Percent);
        return new ToolTrigger(ToolTrigger.ScenarioRatio, default, ResultStatus.Ok, 0)
        {
            Value = ratio,
            Low = ratio,
            High = ratio,
            Leader = ratio > 0 ? leader.Indicator : null,
            LeaderShare = ratio > 0 ? most / 100 / ratio : null,
            Figures = [.. known.Select(one => new FigureReference(one.Result.Indicator, Ratio))],
        };
    }
}
