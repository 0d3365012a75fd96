using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Tests.Support;

/// <summary>Hand-made observations: short words for what a publisher's row says.</summary>
internal static class Given
{
    internal static readonly DateOnly Day = new(2026, 11, 22);

    internal static ParameterSet Parameters => ParameterSet.InForce(Day);

    /// <summary>The parameters in force with another value for one of them.</summary>
    internal static ParameterSet With(string id, string json) => ParameterSet.From(
        [.. ParameterFile.Embedded.Select(definition => definition.Id == id
            ? definition with { Values = [definition.Values[0] with { Value = System.Text.Json.JsonDocument.Parse(json).RootElement }] }
            : definition)],
        Day);

    internal static SourceCell Cell(string file, int row = 1, string column = "value") => new("snapshot of " + file, file, null, row, column);

    internal static PublishedValue Value(string text, double unit = 1) => text switch
    {
        "W" => PublishedValue.Withheld(text),
        "NA" or "Large" or "s" => PublishedValue.NotCollected(text),
        "XX" => PublishedValue.NotApplicable(text),
        "Less than ½ unit" => PublishedValue.Trace(0.5 * unit, text),
        _ when text.StartsWith('>') => PublishedValue.AtLeast(Number(text[1..]) * unit, text),
        _ when text.StartsWith('e') => PublishedValue.Estimated(Number(text[1..]) * unit, text),
        _ => PublishedValue.Reported(Number(text) * unit, text),
    };

    internal static MineralStatisticObservation Statistic(
        string place, string text, Period? period = null, int edition = 2026, string series = "cobalt", Statistic statistic = Domain.Statistic.MineProduction,
        string mineral = "cobalt", string basis = "contained metal", bool excludes = false, params string[] flags) => new(
            "usgs-mcs",
            period ?? (statistic == Domain.Statistic.Reserves ? new AsOfEdition(edition) : new CalendarYear(edition - 2)),
            Cell($"mcs{edition}.csv", 2, place),
            edition,
            mineral,
            series,
            statistic,
            "as printed",
            place switch
            {
                "world" => new Place(PlaceKind.WorldTotal, null),
                "other" => new Place(PlaceKind.Residual, null),
                _ => new Place(PlaceKind.Country, place),
            },
            Value(text),
            "t",
            basis,
            excludes) { Flags = flags };

    internal static IEnumerable<TradeObservation> Import(int year, string code, double quantity, double value, string unit = "KG", params (string? Iso3, double Quantity, double Value)[] origins)
    {
        yield return Row(year, code, null, quantity, value, unit, $"total-{year}.csv");
        foreach ((string? iso3, double amount, double worth) in origins)
        {
            yield return Row(year, code, new TradeOrigin(iso3 ?? "999", iso3), amount, worth, unit, $"country-{year}.csv");
        }
    }

    internal static TradeObservation Row(int year, string code, TradeOrigin? origin, double quantity, double value, string unit, string file) => new(
        "mof-trade",
        new CalendarYear(year),
        Cell(file, 2, $"{code} {origin?.CustomsCode}"),
        TradeFlow.Import,
        code,
        origin,
        quantity,
        unit,
        unit switch { "MT" => quantity, "KG" => quantity / 1000, "GR" => quantity / 1e6, _ => null },
        value,
        "Value-Year");

    internal static IEnumerable<GovernanceObservation> Governance(string iso3, int year, params double?[] estimates) =>
        estimates.Select((estimate, index) => new GovernanceObservation(
            "wgi",
            new CalendarYear(year),
            Cell("wgi.csv", index + 2, $"{iso3} {year}"),
            iso3,
            (GovernanceDimension)index,
            estimate is { } known ? new PublishedValue(ValueKind.Reported, known, known, known, "as printed") : PublishedValue.NotCollected(string.Empty),
            2023));

    private static double Number(string text) => double.Parse(text.Replace(",", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
