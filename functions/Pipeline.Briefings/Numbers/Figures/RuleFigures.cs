using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>Reasons for policy tools: <c>tools/recycling/secondary-use/threshold</c>.</summary>
internal static class ToolFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words is not [_, var kind, var subject, var figure] || assessment.Tools.FirstOrDefault(tool => FigurePath.Slug(tool.Kind) == kind) is not { } tool
            || tool.Triggers.FirstOrDefault(trigger => trigger.Subject == subject) is not { } trigger)
        {
            return null;
        }

        double? value = figure switch
        {
            "value" => trigger.Value,
            "low" => trigger.Low,
            "high" => trigger.High,
            "threshold" => trigger.Threshold,
            "leaderShare" => trigger.LeaderShare,
            _ => null,
        };
        List<IndicatorResult> results = [.. trigger.Figures.Select(reference => reference.Indicator).Append(trigger.Subject).Distinct(StringComparer.Ordinal)
            .Select(assessment.Find).OfType<IndicatorResult>()];
        IEnumerable<EvidenceNode> parameters = tool.Parameters.Select(ParameterFigures.Node);
        return value is not { } known ? null : new ResolvedFigure(address, known, "1", results.Count == 1 ? results[0].Period : null, trigger.Status)
        {
            Illustrative = results.Exists(result => result.Illustrative),
            Label = Labels.Highest(results.Select(result => result.Label)),
            Flags = [.. results.SelectMany(result => result.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Evidence = figure == "threshold" ? [.. parameters] : [.. results.SelectMany(result => result.AllEvidence), .. parameters],
            Parameters = tool.Parameters,
        };
    }
}

/// <summary>Content factors of trade codes: <c>trade-codes/810520/content-factor</c>.</summary>
internal static class TradeCodeFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words) =>
        words is [_, var number, "content-factor"] && assessment.Codes.FirstOrDefault(code => code.Code == number && code.ContentFactor is not null) is { ContentFactor: { } factor }
            ? new ResolvedFigure(address, factor, "t/t", null, ResultStatus.Ok)
            {
                Evidence = [new EvidenceNode("content factor", number, factor, "t/t") { Reference = "code table: " + number }],
            }
            : null;
}

/// <summary>Parameters that were used: <c>parameters/price.reference</c>, and how many they are: <c>parameters/count</c>.</summary>
internal static class ParameterFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (address.Path == FigurePath.ParameterCount)
        {
            IReadOnlyList<ParameterUse> all = Used(assessment);
            return Counted.Of(address, [.. all.Select(parameter => parameter.Id)], "parameter of the method") with { Parameters = all };
        }

        ParameterUse? used = words is [_, var id]
            ? assessment.Results.SelectMany(result => result.Parameters).Concat(assessment.Tools.SelectMany(tool => tool.Parameters)).FirstOrDefault(parameter => parameter.Id == id)
            : null;
        return used is not null && double.TryParse(used.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? new ResolvedFigure(address, value, "1", null, ResultStatus.Ok) { Evidence = [Node(used)], Parameters = [used] }
            : null;
    }

    /// <summary>Parameters of all results of a mineral, each once, by identifier.</summary>
    public static IReadOnlyList<ParameterUse> Used(MineralAssessment assessment) =>
    [
        .. assessment.Results.SelectMany(result => result.Parameters).DistinctBy(parameter => (parameter.Id, parameter.Value)).OrderBy(parameter => parameter.Id, StringComparer.Ordinal),
    ];

    /// <summary>A parameter as evidence.</summary>
    public static EvidenceNode Node(ParameterUse parameter) => new(
        "parameter", parameter.Id, double.TryParse(parameter.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null, "1")
    {
        Reference = string.Create(CultureInfo.InvariantCulture, $"parameter {parameter.Id} from {parameter.From:yyyy-MM-dd}"),
    };
}
