using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.FinerSet;

/// <summary>
/// 可採年数変化率 (S, finer set): v = Lₜ / Lₜ₋₅ - 1, where L is world reserves over world production of one edition. The span is five editions
/// and no other: a shorter one would be another quantity.
/// </summary>
internal static class ReserveLifeIndicator
{
    /// <summary>Result of one mineral.</summary>
    internal static IndicatorResult Assess(string mineral, CountryStatistics statistics, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ReserveLifeChange, mineral, Stage.Reserve, ResultStatus.Insufficient, "1");
        IndicatorResult Open(IndicatorResult result, string code, params string[] arguments) =>
            ResultMarks.Finish(result with { Reason = new Reason(code, arguments) }, parameters);

        SeriesChoice? choice = parameters.Row<SeriesChoice>("concentration.series", mineral);
        if (choice is null || (choice.Reserves.Unusable ?? choice.Production.Unusable) is not null)
        {
            return Open(empty, choice?.Reserves.Unusable ?? choice?.Production.Unusable ?? "noCountryTable");
        }

        ReserveLife[] lives = [.. ReserveLife.ByEdition(choice, statistics)];
        int newest = statistics.All.Count == 0 ? 0 : statistics.All.Max(table => table.Edition);
        if (lives.LastOrDefault() is not { } now || now.Edition != newest)
        {
            return Open(empty, "noReserveLife");
        }

        IndicatorResult dated = empty with
        {
            Period = now.Reserves.Period,
            Flags = [.. choice.Production.Flags, .. choice.Reserves.Flags, .. now.Flags()],
        };
        if (!now.IsOnOneBasis)
        {
            return Open(dated, "lifeBasesDiffer");
        }

        dated = Show(dated, now, string.Empty);
        int earlier = checked(newest - parameters.Count("life.span"));
        if (lives.FirstOrDefault(life => life.Edition == earlier) is not { } before)
        {
            return Open(dated, statistics.HasEdition(earlier) ? "earlierEditionWithoutTable" : "earlierEditionMissing", Text(earlier), Text(newest));
        }

        dated = Show(dated with { Flags = [.. dated.Flags, .. before.Flags()] }, before, "Before");
        DefinitionChange? change = (parameters.Row<IReadOnlyList<DefinitionChange>>("life.definitions", mineral) ?? [])
            .FirstOrDefault(known => known.Edition > earlier && known.Edition <= newest);
        if (change is not null || !now.IsComparableWith(before))
        {
            return Open(dated, "definitionChanged", Text(earlier), Text(newest));
        }

        if (now.IsBound || before.IsBound)
        {
            return Open(dated, "reservesAreLowerBound");
        }

        return ResultMarks.Finish(Fill(dated, now, before, parameters), parameters);
    }

    private static IndicatorResult Fill(IndicatorResult dated, ReserveLife now, ReserveLife before, ParameterScope parameters)
    {
        double change = (now.Years / before.Years) - 1;
        double score = Math.Clamp(-change / parameters.Number("life.reference"), 0, 1);
        bool excludes = now.Production.ExcludesCountries || before.Production.ExcludesCountries
            || now.Reserves.ExcludesCountries || before.Reserves.ExcludesCountries;
        IndicatorResult result = dated with
        {
            Status = excludes ? ResultStatus.Partial : ResultStatus.Ok,
            Value = change,
            Low = change,
            High = change,
            Score = score,
            ScoreLow = score,
            ScoreHigh = score,
            Coverage = excludes ? null : 1,
            ImputedShare = 0,
            Evidence = [.. dated.Evidence, parameters.Quote("life.reference", "reference")],
            Reason = excludes ? new Reason("totalsLeaveCountriesOut", []) : null,
        };
        return result with
        {
            Formulas =
            [
                .. result.Formulas,
                new("value", "reserveLife / reserveLifeBefore - 1"),
                new("low", "value"),
                new("high", "value"),
                .. Figures.Scores(result, figure => $"clamp(-{figure} / reference, 0, 1)"),
                .. excludes ? Array.Empty<FigureFormula>() : [new("coverage", "1")],
                new("imputedShare", "0"),
            ],
        };
    }

    // A life stands beside the result also where there is no change to state.
    private static IndicatorResult Show(IndicatorResult result, ReserveLife life, string when) => result with
    {
        Companions = [.. result.Companions, new Companion("reserveLife" + when, life.Years, "year")],
        Evidence = [.. result.Evidence, .. life.Reserves.Leaves("reserves" + when), .. life.Production.Leaves("production" + when)],
        Formulas = [.. result.Formulas, new("reserveLife" + when, $"sum(reserves{when}) / sum(production{when})")],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reserves and production of the world as one edition prints them.</summary>
/// <param name="Edition">Year of the edition.</param>
/// <param name="Reserves">World reserves.</param>
/// <param name="Production">World production of the older of the two years.</param>
internal sealed record ReserveLife(int Edition, WorldTotal Reserves, WorldTotal Production)
{
    /// <summary>L in years; a lower bound where <see cref="IsBound"/>.</summary>
    internal double Years => Reserves.Tonnes / Production.Tonnes;

    /// <summary>True where a total is printed as <c>&gt;x</c>.</summary>
    internal bool IsBound => Reserves.IsLowerBound || Production.IsLowerBound;

    /// <summary>True where reserves and production are masses of the same thing.</summary>
    internal bool IsOnOneBasis => Reserves.Basis == Production.Basis;

    /// <summary>Lives by edition, oldest first; an edition that prints only one of the two is left out.</summary>
    internal static IEnumerable<ReserveLife> ByEdition(SeriesChoice choice, CountryStatistics statistics)
    {
        Dictionary<int, WorldTotal> production = WorldTotal.ByEdition(choice.Production, statistics).ToDictionary(total => total.Tables[0].Edition);
        return WorldTotal.ByEdition(choice.Reserves, statistics)
            .Where(reserves => production.ContainsKey(reserves.Tables[0].Edition))
            .Select(reserves => new ReserveLife(reserves.Tables[0].Edition, reserves, production[reserves.Tables[0].Edition]));
    }

    /// <summary>True where the other edition counts on the same basis.</summary>
    internal bool IsComparableWith(ReserveLife other) => Reserves.Basis == other.Reserves.Basis && Production.Basis == other.Production.Basis;

    /// <summary>Marks that a result from this life carries, in no order.</summary>
    internal IEnumerable<string> Flags() => Reserves.Flags().Concat(Production.Flags());
}

/// <summary>A change of what an edition counts as reserves or production.</summary>
internal sealed record DefinitionChange
{
    /// <summary>First edition on the new definition.</summary>
    public required int Edition { get; init; }

    /// <summary>What changed, and where the publisher says so.</summary>
    public required string Reason { get; init; }
}
