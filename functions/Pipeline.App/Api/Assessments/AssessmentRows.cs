using System.Text.Json.Serialization;
using Pipeline.App.ResultTable;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/assessments</c>.</summary>
/// <param name="Meta">Vintage of the figures.</param>
/// <param name="Label">Highest label of the figures: the answer may be seen by nobody who may not see it.</param>
/// <param name="Assessments">Minerals in list order.</param>
internal sealed record AssessmentList(Meta Meta, AccessLabel Label, IReadOnlyList<AssessmentRow> Assessments);

/// <summary>A mineral against the figures that the ministry compares.</summary>
/// <param name="Mineral">The mineral.</param>
/// <param name="Results">The six indicators, self-sufficiency, growth of imports and the five factors; one that the vintage does not have is left out.</param>
/// <param name="MissingInputs">Inputs for want of which results cannot be judged.</param>
internal sealed record AssessmentRow(MineralSummary Mineral, IReadOnlyList<AssessedResult> Results, IReadOnlyList<MissingInputRow> MissingInputs)
{
    /// <summary>The row of a mineral.</summary>
    public static AssessmentRow Of(Mineral mineral, MineralAssessment assessment)
    {
        IndicatorResult[] results = [.. MineralTable.Columns.Select(column => assessment.Find(column.Indicator)).OfType<IndicatorResult>()];
        return new AssessmentRow(
            MineralSummary.Of(mineral), [.. results.Select(AssessedResult.Of)],
            [.. MissingInput.Of(results.Where(result => result.Status == ResultStatus.Insufficient)).Select(MissingInputRow.Of)]);
    }
}

/// <summary>A result with its interval, band and reason; null where there is none.</summary>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Period">Time it speaks of.</param>
/// <param name="Unit">Unit of value, low and high.</param>
/// <param name="Value">Point value.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Score">Risk score, 0 = low risk, 1 = high risk.</param>
/// <param name="ScoreLow">Score of the more favourable end.</param>
/// <param name="ScoreHigh">Score of the less favourable end.</param>
/// <param name="BandLow">Band of the more favourable end.</param>
/// <param name="BandHigh">Band of the less favourable end.</param>
/// <param name="Status">How far it can be relied on.</param>
/// <param name="Reason">Code of the reason.</param>
/// <param name="ReasonJa">The reason in Japanese.</param>
/// <param name="ReasonEn">The reason in English.</param>
/// <param name="Coverage">Share of the quantity that is attributed and known.</param>
/// <param name="ImputedShare">Share that rests on a filled-in value.</param>
/// <param name="Flags">Marks of the vocabulary.</param>
/// <param name="Illustrative">True when it rests on invented or purely illustrative input.</param>
/// <param name="Label">Who may see it.</param>
internal sealed record AssessedResult(
    string Indicator, string NameJa, string NameEn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Period? Period,
    string Unit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Low,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? High,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? ScoreLow,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? ScoreHigh,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Band? BandLow,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Band? BandHigh,
    ResultStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ReasonJa,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ReasonEn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Coverage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? ImputedShare,
    IReadOnlyList<string> Flags, bool Illustrative, AccessLabel Label)
{
    /// <summary>The row of a result.</summary>
    public static AssessedResult Of(IndicatorResult result)
    {
        Bilingual name = Code.Words(Term.Indicator, result.Indicator);
        DatumReason? reason = DatumReason.Of(result.Reason);
        return new AssessedResult(
            result.Indicator, name.Ja, name.En, result.Period, result.Unit, result.Value, result.Low, result.High, result.Score, result.ScoreLow, result.ScoreHigh,
            result.BandLow, result.BandHigh, result.Status, reason?.Code, reason?.Words.Ja, reason?.Words.En, result.Coverage, result.ImputedShare, result.Flags, result.Illustrative, result.Label);
    }
}

/// <summary>An input for want of which results cannot be judged.</summary>
/// <param name="Code">Code of the input, or null when none is known that would cure the reason.</param>
/// <param name="Ja">What would have to be handed in or laid down, or the reason, in Japanese.</param>
/// <param name="En">The same in English.</param>
/// <param name="HolderJa">Who is likely to have it, in Japanese, or null.</param>
/// <param name="HolderEn">The same in English, or null.</param>
/// <param name="Indicators">Indicators that wait for it.</param>
internal sealed record MissingInputRow(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Code, string Ja, string En,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? HolderJa,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? HolderEn,
    IReadOnlyList<string> Indicators)
{
    /// <summary>The row of an input.</summary>
    public static MissingInputRow Of(MissingInput input)
    {
        Bilingual words = input.Code is { } code ? Api.Code.Words(Term.Input, code) : DatumReason.Of(input.Results[0].Reason)?.Words ?? Api.Code.Words(Term.Status, "insufficient");
        Bilingual? holder = input.Code is { } known ? Api.Code.Words(Term.InputHolder, known) : null;
        return new MissingInputRow(input.Code, words.Ja, words.En, holder?.Ja, holder?.En, [.. input.Results.Select(result => result.Indicator)]);
    }
}

/// <summary>The columns of assessments as CSV: a row a mineral and indicator.</summary>
internal static class AssessmentCsv
{
    /// <summary>The columns in order; the Japanese ones stand at the end.</summary>
    public static IReadOnlyList<CsvColumn<(AssessmentRow Row, AssessedResult Result)>> Columns { get; } =
    [
        Text("mineral", (row, _) => row.Mineral.Id),
        Text("mineral_label", (row, _) => row.Mineral.NameEn),
        Text("indicator", (_, result) => result.Indicator),
        Text("indicator_label", (_, result) => result.NameEn),
        Text("period", (_, result) => result.Period?.Code),
        Number("value", result => result.Value),
        Number("low", result => result.Low),
        Number("high", result => result.High),
        Text("unit", (_, result) => result.Unit),
        Number("score", result => result.Score),
        Number("score_low", result => result.ScoreLow),
        Number("score_high", result => result.ScoreHigh),
        Text("band_low", (_, result) => result.BandLow is { } band ? Code.Of(band) : null),
        Text("band_high", (_, result) => result.BandHigh is { } band ? Code.Of(band) : null),
        Text("status", (_, result) => Code.Of(result.Status)),
        Text("reason", (_, result) => result.Reason),
        Text("reason_label", (_, result) => result.ReasonEn),
        Number("coverage", result => result.Coverage),
        Number("imputed_share", result => result.ImputedShare),
        Text("flags", (_, result) => string.Join(';', result.Flags)),
        Text("illustrative", (_, result) => result.Illustrative ? "true" : "false"),
        Text("label", (_, result) => Code.Of(result.Label)),
        Japanese("mineral_label_ja", (row, _) => row.Mineral.NameJa),
        Japanese("indicator_label_ja", (_, result) => result.NameJa),
        Japanese("reason_label_ja", (_, result) => result.ReasonJa),
    ];

    private static CsvColumn<(AssessmentRow Row, AssessedResult Result)> Text(string name, Func<AssessmentRow, AssessedResult, string?> cell) =>
        CsvColumn<(AssessmentRow Row, AssessedResult Result)>.Text(name, pair => cell(pair.Row, pair.Result));

    private static CsvColumn<(AssessmentRow Row, AssessedResult Result)> Japanese(string name, Func<AssessmentRow, AssessedResult, string?> cell) =>
        CsvColumn<(AssessmentRow Row, AssessedResult Result)>.Japanese(name, pair => cell(pair.Row, pair.Result));

    private static CsvColumn<(AssessmentRow Row, AssessedResult Result)> Number(string name, Func<AssessedResult, double?> cell) =>
        CsvColumn<(AssessmentRow Row, AssessedResult Result)>.Number(name, pair => cell(pair.Result));
}
