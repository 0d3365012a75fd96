using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>
/// One figure as it is sent: codes and labels side by side, and every member there in every row. A figure that is missing says
/// <c>"value": null</c> with status and reason, and keeps its interval.
/// </summary>
internal sealed record ObservationRow
{
    /// <summary>Identifier of the figure, the same in every vintage.</summary>
    public required string Id { get; init; }

    /// <summary>Vintage that states the figure.</summary>
    public required string Vintage { get; init; }

    /// <summary>Identifier of the mineral.</summary>
    public required string Mineral { get; init; }

    /// <summary>Its Japanese name.</summary>
    public required string MineralJa { get; init; }

    /// <summary>Its English name.</summary>
    public required string MineralEn { get; init; }

    /// <summary>Indicator or series, as in <c>/indicators</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>Its Japanese name.</summary>
    public required string IndicatorJa { get; init; }

    /// <summary>Its English name.</summary>
    public required string IndicatorEn { get; init; }

    /// <summary>Which figure of it: <c>value</c>, <c>score</c>, <c>tonnes</c>, <c>share</c>, <c>risk</c>, <c>term</c> or a companion.</summary>
    public required string Figure { get; init; }

    /// <summary>Code of the stage, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Stage { get; init; }

    /// <summary>Japanese name of the stage, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? StageJa { get; init; }

    /// <summary>English name of the stage, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? StageEn { get; init; }

    /// <summary>ISO 3166-1 alpha-3 code, <c>world</c>, <c>others</c> or <c>unknown</c>; null for a figure of no place.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Place { get; init; }

    /// <summary>Japanese name of the place, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PlaceJa { get; init; }

    /// <summary>English name of the place, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PlaceEn { get; init; }

    /// <summary>Time the figure speaks of: <c>CY2024</c>, <c>FY2018</c>, <c>2025-11</c>, two of them with a slash, or <c>as of 2026</c>; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Period { get; init; }

    /// <summary>Series, component or case within the measure, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Series { get; init; }

    /// <summary>Japanese words for it, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SeriesJa { get; init; }

    /// <summary>English words for it, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SeriesEn { get; init; }

    /// <summary>Basis of the quantity, such as <c>contained metal</c>, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Basis { get; init; }

    /// <summary>The figure in full precision, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Value { get; init; }

    /// <summary>Lower end of what is possible, or null without a bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Low { get; init; }

    /// <summary>Upper end of what is possible, or null without a bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? High { get; init; }

    /// <summary>Unit of the three: <c>1</c> for shares and scores, <c>t</c>, <c>percent</c>, or the unit of the series.</summary>
    public required string Unit { get; init; }

    /// <summary>Band of the more favourable end of a score, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Band? BandLow { get; init; }

    /// <summary>Band of the less favourable end of a score, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Band? BandHigh { get; init; }

    /// <summary>How far the figure can be relied on.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>Code of the reason why it is missing or not wholly reliable, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Reason { get; init; }

    /// <summary>The reason as a Japanese sentence, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ReasonJa { get; init; }

    /// <summary>The reason as an English sentence, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ReasonEn { get; init; }

    /// <summary>What kind of cell it was published in, or null for a computed figure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ValueKind? ValueKind { get; init; }

    /// <summary>Share of the quantity that is attributed and known, 0..1, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Coverage { get; init; }

    /// <summary>Share that rests on a filled-in value, 0..1, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? ImputedShare { get; init; }

    /// <summary>Marks of the vocabulary.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Sources that it rests on, as in <c>/sources</c>.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>True when it rests on invented or purely illustrative input.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>Who may see it.</summary>
    public required AccessLabel Label { get; init; }

    /// <summary>Address of its evidence.</summary>
    public required string Evidence { get; init; }

    /// <summary>The row of a figure in a vintage.</summary>
    public static ObservationRow Of(Datum datum, string vintage)
    {
        Mineral mineral = MineralCatalogue.Get(datum.Mineral);
        Measure measure = Measures.Get(datum.Measure);
        string? stage = datum.Stage is { } known ? Code.Of(known) : null;
        Bilingual? stageWords = stage is null ? null : Code.Words(Term.Stage, stage);
        Bilingual? place = datum.Place is null ? null : Places.Words(datum.Place);
        return new ObservationRow
        {
            Id = datum.Id, Vintage = vintage, Mineral = mineral.Id, MineralJa = mineral.NameJa, MineralEn = mineral.NameEn,
            Indicator = measure.Code, IndicatorJa = measure.Name.Ja, IndicatorEn = measure.Name.En, Figure = datum.Figure,
            Stage = stage, StageJa = stageWords?.Ja, StageEn = stageWords?.En, Place = datum.Place, PlaceJa = place?.Ja, PlaceEn = place?.En,
            Period = datum.Period?.Code, Series = datum.Series?.Code, SeriesJa = datum.Series?.Words.Ja, SeriesEn = datum.Series?.Words.En, Basis = datum.Basis,
            Value = datum.Value, Low = datum.Low, High = datum.High, Unit = datum.Unit, BandLow = datum.BandLow, BandHigh = datum.BandHigh,
            Status = datum.Status, Reason = datum.Reason?.Code, ReasonJa = datum.Reason?.Words.Ja, ReasonEn = datum.Reason?.Words.En, ValueKind = datum.Kind,
            Coverage = datum.Coverage, ImputedShare = datum.ImputedShare, Flags = datum.Flags, Sources = datum.Sources, Illustrative = datum.Illustrative, Label = datum.Label,
            Evidence = $"/api/v1/observations/{datum.Id}/evidence?vintage={vintage}",
        };
    }
}
