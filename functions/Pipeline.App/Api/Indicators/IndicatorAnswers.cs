using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/indicators</c>: everything that is measured, the indicators first, then the series that stand beside them.</summary>
/// <param name="Meta">Vintage whose marks are shown.</param>
/// <param name="Indicators">Indicators and series in a fixed order.</param>
internal sealed record IndicatorList(Meta Meta, IReadOnlyList<IndicatorRow> Indicators);

/// <summary>Answer of <c>/indicators/{id}</c>.</summary>
/// <param name="Meta">Vintage whose results use the parameters.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Parameters">Parameters that results of the vintage use, with the values that were in force; one that depends on the mineral stands there once for each value.</param>
/// <param name="Results">Results of the vintage by status.</param>
internal sealed record IndicatorPage(Meta Meta, IndicatorRow Indicator, IReadOnlyList<UsedParameter> Parameters, ResultCounts Results)
{
    /// <summary>The page of a measure in a vintage.</summary>
    public static IndicatorPage Of(Measure measure, PublishedView view)
    {
        IndicatorResult[] results = [.. view.Assessments.Values.SelectMany(assessment => assessment.Results).Where(result => result.Indicator == measure.Code)];
        return new IndicatorPage(
            Meta.Of(view),
            IndicatorRow.Of(measure, view),
            [.. results.SelectMany(result => result.Parameters).Distinct()
                .OrderBy(use => use.Id, StringComparer.Ordinal).ThenBy(use => use.Value, StringComparer.Ordinal).Select(use => UsedParameter.Of(use, view))],
            new ResultCounts(Count(results, ResultStatus.Ok), Count(results, ResultStatus.Partial), Count(results, ResultStatus.Insufficient), Count(results, ResultStatus.NotApplicable)));
    }

    private static int Count(IndicatorResult[] results, ResultStatus status) => results.Count(result => result.Status == status);
}

/// <summary>What an indicator or a series is.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Kind">What it is among the others.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="DefinitionJa">What it means, in Japanese.</param>
/// <param name="DefinitionEn">What it means, in English.</param>
/// <param name="FormulaJa">How it is computed, in Japanese words.</param>
/// <param name="FormulaEn">How it is computed, in English words.</param>
/// <param name="EquationJa">The same as an equation with Japanese words, or null for one that has none.</param>
/// <param name="EquationEn">The same with English words, or null.</param>
/// <param name="BasisJa">On what it is counted, in Japanese.</param>
/// <param name="BasisEn">On what it is counted, in English.</param>
/// <param name="Unit">Unit of its value, or null where it differs by series.</param>
/// <param name="Stage">Code of its stage, or null where it differs by row.</param>
/// <param name="Clause">Clause of the policy papers, or null for what no paper asks for.</param>
/// <param name="Direction">How its score is to be read, in both languages, or null for one without a score.</param>
/// <param name="Bands">Marks between the bands of its score, or null for one without bands.</param>
/// <param name="Label">Who may see its figures.</param>
/// <param name="Links">Addresses that lead on.</param>
internal sealed record IndicatorRow(
    string Id, MeasureKind Kind, string NameJa, string NameEn, string DefinitionJa, string DefinitionEn, string FormulaJa, string FormulaEn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? EquationJa,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? EquationEn,
    string BasisJa, string BasisEn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Unit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Stage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Clause,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Direction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] BandMarksRow? Bands,
    AccessLabel Label, IndicatorLinks Links)
{
    /// <summary>The row of a measure; the marks are those in force for the vintage.</summary>
    public static IndicatorRow Of(Measure measure, PublishedView view) => new(
        measure.Code, measure.Kind, measure.Name.Ja, measure.Name.En, measure.Definition.Ja, measure.Definition.En, measure.Formula.Ja, measure.Formula.En,
        measure.Equation?.Ja, measure.Equation?.En, measure.Basis.Ja, measure.Basis.En,
        measure.Unit, measure.Stage, measure.Clause.Length == 0 ? null : measure.Clause,
        measure.IsScored || measure.Kind == MeasureKind.Factor ? Meta.Of(view).Direction : null,
        measure.Bands is { } parameter ? BandMarksRow.Of(parameter, view) : null,
        measure.Label,
        new IndicatorLinks($"/api/v1/indicators/{measure.Code}", $"/api/v1/observations?indicator={measure.Code}", ParameterRoutes.AddressOf(view.Manifest)));
}

/// <summary>Marks between bands.</summary>
/// <param name="Parameter">Parameter that holds them.</param>
/// <param name="Moderate">Lowest score of the band moderate.</param>
/// <param name="High">Lowest score of the band high.</param>
/// <param name="VeryHigh">Lowest score of the band very high.</param>
internal sealed record BandMarksRow(string Parameter, double Moderate, double High, double VeryHigh)
{
    /// <summary>The marks that results of a vintage were laid against, or those of the parameter files where no result has a score.</summary>
    public static BandMarksRow Of(string parameter, PublishedView view)
    {
        string text = view.Assessments.Values.SelectMany(assessment => assessment.Results).SelectMany(result => result.Parameters).FirstOrDefault(use => use.Id == parameter)?.Value
            ?? InForce(parameter, view.Manifest.LastDay());
        return JsonSerializer.Deserialize<double[]>(text) is [var moderate, var high, var veryHigh]
            ? new BandMarksRow(parameter, moderate, high, veryHigh)
            : throw new UnknownCodeException("parameter", parameter, "three marks between bands");
    }

    private static string InForce(string parameter, DateOnly day) => ParameterSet.InForce(day).Entries.Single(entry => entry.Id == parameter).Value is { } value
        ? value.GetRawText()
        : throw new UnknownCodeException("parameter", parameter, FormattableString.Invariant($"a value in force on {day:yyyy-MM-dd}"));
}

/// <summary>Addresses of an indicator.</summary>
/// <param name="Self">The indicator.</param>
/// <param name="Observations">Its figures.</param>
/// <param name="Parameters">The parameters in force for the vintage.</param>
internal sealed record IndicatorLinks(string Self, string Observations, string Parameters);

/// <summary>A parameter as results use it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Value">Value in force, as text.</param>
/// <param name="From">First day on which it is in force.</param>
/// <param name="IsStale">True when it is past its confirmation.</param>
/// <param name="Link">Address of the parameters with reason and reference.</param>
internal sealed record UsedParameter(string Id, string Value, DateOnly From, bool IsStale, string Link)
{
    /// <summary>The row of a use.</summary>
    public static UsedParameter Of(ParameterUse use, PublishedView view) => new(use.Id, use.Value, use.From, use.IsStale, ParameterRoutes.AddressOf(view.Manifest));
}
