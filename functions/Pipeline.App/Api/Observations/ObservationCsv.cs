
namespace Pipeline.App.Api;

/// <summary>The columns of observations as CSV.</summary>
internal static class ObservationCsv
{
    /// <summary>The columns in order; the Japanese ones stand at the end, so that asking for them moves no other.</summary>
    public static IReadOnlyList<CsvColumn<ObservationRow>> Columns { get; } =
    [
        CsvColumn<ObservationRow>.Text("id", row => row.Id),
        CsvColumn<ObservationRow>.Text("vintage", row => row.Vintage),
        CsvColumn<ObservationRow>.Text("mineral", row => row.Mineral),
        CsvColumn<ObservationRow>.Text("mineral_label", row => row.MineralEn),
        CsvColumn<ObservationRow>.Text("indicator", row => row.Indicator),
        CsvColumn<ObservationRow>.Text("indicator_label", row => row.IndicatorEn),
        CsvColumn<ObservationRow>.Text("figure", row => row.Figure),
        CsvColumn<ObservationRow>.Text("stage", row => row.Stage),
        CsvColumn<ObservationRow>.Text("stage_label", row => row.StageEn),
        CsvColumn<ObservationRow>.Text("place", row => row.Place),
        CsvColumn<ObservationRow>.Text("place_label", row => row.PlaceEn),
        CsvColumn<ObservationRow>.Text("period", row => row.Period),
        CsvColumn<ObservationRow>.Text("series", row => row.Series),
        CsvColumn<ObservationRow>.Text("series_label", row => row.SeriesEn),
        CsvColumn<ObservationRow>.Text("basis", row => row.Basis),
        CsvColumn<ObservationRow>.Number("value", row => row.Value),
        CsvColumn<ObservationRow>.Number("low", row => row.Low),
        CsvColumn<ObservationRow>.Number("high", row => row.High),
        CsvColumn<ObservationRow>.Text("unit", row => row.Unit),
        CsvColumn<ObservationRow>.Text("band_low", row => Member(row.BandLow)),
        CsvColumn<ObservationRow>.Text("band_high", row => Member(row.BandHigh)),
        CsvColumn<ObservationRow>.Text("status", row => Code.Of(row.Status)),
        CsvColumn<ObservationRow>.Text("reason", row => row.Reason),
        CsvColumn<ObservationRow>.Text("reason_label", row => row.ReasonEn),
        CsvColumn<ObservationRow>.Text("value_kind", row => Member(row.ValueKind)),
        CsvColumn<ObservationRow>.Number("coverage", row => row.Coverage),
        CsvColumn<ObservationRow>.Number("imputed_share", row => row.ImputedShare),
        CsvColumn<ObservationRow>.Text("flags", row => string.Join(';', row.Flags)),
        CsvColumn<ObservationRow>.Text("sources", row => string.Join(';', row.Sources)),
        CsvColumn<ObservationRow>.Truth("illustrative", row => row.Illustrative),
        CsvColumn<ObservationRow>.Text("label", row => Code.Of(row.Label)),
        CsvColumn<ObservationRow>.Text("evidence", row => row.Evidence),
        CsvColumn<ObservationRow>.Japanese("mineral_label_ja", row => row.MineralJa),
        CsvColumn<ObservationRow>.Japanese("indicator_label_ja", row => row.IndicatorJa),
        CsvColumn<ObservationRow>.Japanese("stage_label_ja", row => row.StageJa),
        CsvColumn<ObservationRow>.Japanese("place_label_ja", row => row.PlaceJa),
        CsvColumn<ObservationRow>.Japanese("series_label_ja", row => row.SeriesJa),
        CsvColumn<ObservationRow>.Japanese("reason_label_ja", row => row.ReasonJa),
    ];

    private static string? Member<T>(T? member)
        where T : struct, Enum => member is { } known ? Code.Of(known) : null;
}
