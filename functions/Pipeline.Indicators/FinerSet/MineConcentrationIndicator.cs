using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.FinerSet;

/// <summary>
/// 埋蔵寡占度（鉱山別） and 生産寡占度（鉱山別） (S, finer set): the concentration of the known mines inside the world total of the mineral's
/// named table. What no mine accounts for is the residual.
/// </summary>
internal static class MineConcentrationIndicator
{
    // The mines feed is in contained metal; gross weights and oxides cannot be compared with it.
    private const string BasisOfMines = "contained metal";

    /// <summary>Reserve concentration by mine, as of the newest edition for which a mine states reserves.</summary>
    internal static IndicatorResult Reserves(string mineral, MineLedger mines, CountryStatistics statistics, ParameterSet set) =>
        Assess(Empty(IndicatorId.ReserveConcentrationByMine, mineral, Stage.Reserve), MineQuantity.Reserves, choice => choice.Reserves, mines, statistics, set);

    /// <summary>Production concentration by mine, in the newest settled year for which a mine states a number.</summary>
    internal static IndicatorResult Production(string mineral, MineLedger mines, CountryStatistics statistics, ParameterSet set) =>
        Assess(Empty(IndicatorId.ProductionConcentrationByMine, mineral, Stage.Mine), MineQuantity.Production, choice => choice.Production, mines, statistics, set);

    private static IndicatorResult Assess(
        IndicatorResult empty, MineQuantity quantity, Func<SeriesChoice, TableChoice> part, MineLedger mines, CountryStatistics statistics, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult Open(string code, params string[] arguments) => ResultMarks.Finish(empty with { Reason = new Reason(code, arguments) }, parameters);

        IReadOnlyList<MineObservation> reported = mines.Of(quantity);
        if (reported.Count == 0)
        {
            return Open("noMinesFeed");
        }

        TableChoice? choice = parameters.Row<SeriesChoice>("concentration.series", empty.Mineral) is { } row ? part(row) : null;
        if (choice is null || choice.Unusable is not null)
        {
            return Open(choice?.Unusable ?? "noCountryTable");
        }

        // A time of which mines state no number says only that they report; it goes before another where no time has one.
        WorldTotal? total = WorldTotal.ByEdition(choice, statistics)
            .Where(candidate => reported.Any(mine => mine.Period == candidate.Period))
            .MaxBy(candidate => (
                reported.Any(mine => mine.Period == candidate.Period && Amount(mine) is not null), candidate.Period.EndYear, candidate.Tables[0].Edition));
        if (total is null)
        {
            return Open("noTotalForMines", reported.MaxBy(mine => mine.Period.EndYear)!.Period.Code);
        }

        return total.Basis == BasisOfMines
            ? ResultMarks.Finish(Fill(empty, [.. reported.Where(mine => mine.Period == total.Period)], total, choice, parameters), parameters)
            : Open("minesBasisDiffers");
    }

    private static IndicatorResult Fill(
        IndicatorResult empty, IReadOnlyList<MineObservation> mines, WorldTotal total, TableChoice choice, ParameterScope parameters)
    {
        Dictionary<string, MineObservation> known = mines.Where(mine => Amount(mine) is not null).ToDictionary(MineLedger.Site, StringComparer.Ordinal);
        KnownRow[] rows = [.. known.Select(mine => new KnownRow(mine.Key, Amount(mine.Value)!.Value))];
        TotalComparison comparison = PublishedTotal.Compare(
            total.IsLowerBound ? PublishedValue.AtLeast(total.Tonnes, string.Empty) : PublishedValue.Reported(total.Tonnes, string.Empty),
            rows.Sum(row => row.Quantity),
            parameters.Number("concentration.totalTolerance"),
            parameters.Count("concentration.minimumDigits"));
        IndicatorResult dated = empty with
        {
            Period = total.Period,
            Flags = [.. choice.Flags, .. total.Flags(), .. MineLedger.Flags(mines), .. Marks(mines, comparison)],
            Evidence =
            [
                .. total.Leaves(comparison.Gap > 0 ? "total" : "totalWithinRounding"),
                .. mines.Where(mine => Amount(mine) is not > 0).Select(mine => MineLedger.Leaf("mine without a quantity", mine, null)),
            ],
        };
        // Countries that the total leaves out may have any number of mines.
        HiddenRow[] hidden = total.ExcludesCountries ? [new HiddenRow(HiddenRow.UnnamedRest, null)] : [];
        if (HerfindahlIndex.Compute(new ConcentrationInput(rows, comparison.Gap, hidden)) is not { } figure)
        {
            return dated with { Reason = new Reason("noMineNumbers", []) };
        }

        ResultStatus status = Reliability.Status(figure.Coverage, 0, parameters);
        status = total.IsLowerBound || total.ExcludesCountries ? Reliability.AtMost(ResultStatus.Partial, status) : status;
        bool asOne = ConcentrationIndicator.AsOne(parameters);
        double? value = status == ResultStatus.Insufficient ? null : asOne ? figure.High : figure.Value;
        IndicatorResult result = dated with
        {
            Status = status,
            Value = value,
            Low = figure.Low,
            High = figure.High,
            Score = value,
            ScoreLow = figure.Low,
            ScoreHigh = figure.High,
            Coverage = figure.Coverage,
            ImputedShare = 0,
            Contributions = [.. figure.Terms.Select(term =>
                new Contribution(term.Key, term.Share, term.Share, term.Term, MineLedger.Leaf("quantity of the mine", known[term.Key], "quantity")))],
            Companions = figure.Floor is { } floor ? [new Companion("lowestPossible", floor, "1")] : [],
            Notes = figure.Floor is null ? [] : [new Reason("unnamedRestHidden", [])],
            Reason = status == ResultStatus.Ok ? null : new Reason("unattributedToMines", [ResultMarks.Percent(1 - figure.Coverage)]),
        };
        return result with
        {
            Formulas =
            [
                .. ConcentrationFormulas.Of(result, comparison.Gap > 0 ? "sum(total) - sum(quantity)" : "0", [], asOne),
                .. Figures.Scores(result, figure => figure),
            ],
        };
    }

    private static IEnumerable<string> Marks(IReadOnlyList<MineObservation> mines, TotalComparison comparison)
    {
        if (comparison.Gap > 0)
        {
            yield return "residual";
        }

        if (comparison.RowsExceedTotal)
        {
            yield return "rowsExceedTotal";
        }

        if (mines.Any(mine => mine.Value.Kind == ValueKind.WithheldBySource))
        {
            yield return "withheldMine";
        }

        if (mines.Any(mine => mine.Value.Kind == ValueKind.NotCollected))
        {
            yield return "notCollectedMine";
        }
    }

    private static double? Amount(MineObservation mine) => mine.Value.Point ?? (mine.Value.IsLowerBound ? mine.Value.Low : null);

    private static IndicatorResult Empty(string indicator, string mineral, Stage stage) => new(indicator, mineral, stage, ResultStatus.Insufficient, "1");
}
