using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;
using static System.FormattableString;

namespace Pipeline.Indicators.Concentration;

/// <summary>国別埋蔵寡占度 and 国別生産寡占度 (S, indicators 1 and 2): from the printed tables of a mineral to the result with its evidence.</summary>
internal static class ConcentrationIndicator
{
    /// <summary>Reserve concentration, as of the newest edition that prints reserves.</summary>
    internal static IndicatorResult Reserves(string mineral, CountryStatistics statistics, ParameterSet set) =>
        Assess(Empty(IndicatorId.ReserveConcentration, mineral, Stage.Reserve), choice => choice.Reserves, statistics, set);

    /// <summary>Production concentration, in the older year of the newest edition.</summary>
    internal static IndicatorResult Production(string mineral, CountryStatistics statistics, ParameterSet set) =>
        Assess(Empty(IndicatorId.ProductionConcentration, mineral, Stage.Mine), choice => choice.Production, statistics, set);

    /// <summary>Tables that feed an indicator, for the detail; empty where there are none.</summary>
    internal static IReadOnlyList<PrintedTable> Tables(TableChoice choice, CountryStatistics statistics)
    {
        PrintedTable[] found = [.. choice.Series.Select(series => statistics.Newest(series, choice.Statistic, choice.Basis)).OfType<PrintedTable>()];
        // What only an older edition prints has been given up by the publisher; series are added up only for one and the same time.
        int newest = statistics.All.Count == 0 ? 0 : statistics.All.Max(table => table.Edition);
        bool complete = found.Length == choice.Series.Count && found.All(table => table.Edition == newest);
        return complete && found.Select(table => table.Period).Distinct().Count() == 1 ? found : [];
    }

    private static IndicatorResult Assess(IndicatorResult empty, Func<SeriesChoice, TableChoice> part, CountryStatistics statistics, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        TableChoice? choice = parameters.Row<SeriesChoice>("concentration.series", empty.Mineral) is { } row ? part(row) : null;
        if (choice is null || choice.Unusable is not null)
        {
            return ResultMarks.Finish(empty with { Reason = new Reason(choice?.Unusable ?? "noCountryTable", []) }, parameters);
        }

        IReadOnlyList<PrintedTable> tables = Tables(choice, statistics);
        if (tables.Count == 0)
        {
            return ResultMarks.Finish(empty with { Reason = new Reason("noCountryTable", []) }, parameters);
        }

        TableReading reading = TableReading.Of(tables, statistics, parameters);
        IndicatorResult dated = empty with
        {
            Period = tables[0].Period,
            Flags = [.. reading.Flags.Concat(choice.Flags).Distinct().Order(StringComparer.Ordinal)],
            Evidence = reading.Beside,
            ImputedShare = 0,
        };
        return HerfindahlIndex.Compute(reading.Input) is { } figure
            ? ResultMarks.Finish(Fill(dated, figure, reading, parameters), parameters)
            : ResultMarks.Finish(dated with { Reason = new Reason("noNumbers", []), ImputedShare = null }, parameters);
    }

    private static IndicatorResult Fill(IndicatorResult dated, ConcentrationFigure figure, TableReading reading, ParameterScope parameters)
    {
        ResultStatus status = Reliability.Status(figure.Coverage, 0, parameters);
        bool hidden = reading.Input.Hidden.Count > 0;
        status = hidden ? Reliability.AtMost(ResultStatus.Partial, status) : status;
        IReadOnlyList<EvidenceNode> bounds = ConcentrationFormulas.Bounds(figure, reading.Hidden);
        bool asOne = AsOne(parameters);
        IndicatorResult result = dated with
        {
            Status = status,
            Value = status == ResultStatus.Insufficient ? null : asOne ? figure.High : figure.Value,
            Low = figure.Low,
            High = figure.High,
            Coverage = figure.Coverage,
            Contributions = [.. figure.Terms.Select(term =>
                new Contribution(term.Key, term.Share, term.Share, term.Term, Evidence(term, reading)))],
            Evidence = [.. dated.Evidence, .. bounds],
            Companions = figure.Floor is null ? [] : [new Companion("lowestPossible", figure.Floor, "1")],
            Notes = Remarks(figure, reading.Input.Hidden),
            Reason = status == ResultStatus.Ok
                ? null
                : new Reason(hidden ? "hiddenOutsideTotal" : "unattributed", [ResultMarks.Percent(1 - figure.Coverage)]),
        };
        result = result with { Formulas = ConcentrationFormulas.Of(result, reading.Residual, bounds, asOne) };
        return BandMarks.Score(result, value => value, "bands.concentration", parameters, figure => figure);
    }

    private static IReadOnlyList<Reason> Remarks(ConcentrationFigure figure, IReadOnlyList<HiddenRow> hidden) => figure.Floor switch
    {
        null => [],
        0 => [new Reason("unnamedRestHidden", [])],
        { } floor => [new Reason("severalHidden", [Invariant($"{hidden.Count}"), Invariant($"{floor:F3}")])],
    };

    /// <summary>True where the point value takes the residual as one country or mine.</summary>
    internal static bool AsOne(ParameterScope parameters) =>
        parameters.Text("concentration.residual") switch
        {
            "exclude" => false,
            "asOne" => true,
            string other => throw new ParameterException(
                new Fault("parameters", "concentration.residual", "exclude or asOne", other, "mend the parameter file")),
        };

    private static EvidenceNode Evidence(SquaredShare term, TableReading reading)
    {
        EvidenceNode[] rows = [.. reading.Cells[term.Key].Select(cell => TableReading.Leaf("quantity", cell, "row"))];
        return rows is [var row]
            ? row with { Symbol = "quantity" }
            : new EvidenceNode("quantity", term.Key, term.Quantity, rows[0].Unit) { Symbol = "quantity", Formula = "sum(row)", Inputs = rows };
    }

    private static IndicatorResult Empty(string indicator, string mineral, Stage stage) =>
        new(indicator, mineral, stage, ResultStatus.Insufficient, "1");
}
