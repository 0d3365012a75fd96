using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.ImportDemand;

/// <summary>Five-year moving average of imports in contained metal and its growth against five years earlier.</summary>
internal sealed class ImportDemandIndicator
{
    private readonly MineralCodes codes;
    private readonly TradeLedger ledger;
    private readonly ParameterSet set;
    private readonly YearAmount[] series;

    internal ImportDemandIndicator(MineralCodes codes, TradeLedger ledger, ParameterSet set)
    {
        this.codes = codes;
        this.ledger = ledger;
        this.set = set;
        Years = ContainedImports.Series(codes, ledger);
        series = [.. Years.Select(year => new YearAmount(year.Year, year.Tonnes))];
    }

    /// <summary>Imports by year, gaps included.</summary>
    internal IReadOnlyList<YearOfImports> Years { get; }

    /// <summary>Imports by year with their moving average, as charts and tables show them.</summary>
    internal IReadOnlyList<ImportYear> Table()
    {
        ParameterScope parameters = set.Open();
        return [.. Years.Select(year =>
        {
            AverageFigure average = Average(series, year.Year, parameters);
            return new ImportYear(
                new CalendarYear(year.Year),
                year.Tonnes,
                average.Tonnes,
                year.Stages,
                year.Missing,
                ResultMarks.Ordered(average is { State: AverageState.Known, Missing.Count: > 0 } ? year.Flags.Append("meanOfFour") : year.Flags),
                year.Evidence)
            {
                ScrapEvidence = year.ScrapEvidence,
                AverageOf = average.State == AverageState.Known ? [.. average.Known.Select(known => new CalendarYear(known.Year))] : [],
            };
        })];
    }

    /// <summary>A(t) for the newest year, in tonnes of metal a year.</summary>
    internal IndicatorResult AverageResult()
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ImportAverage, codes.Mineral, Stage.Trade, ResultStatus.Insufficient, "t");
        if (Years.Count == 0)
        {
            return ResultMarks.Finish(empty with { Reason = new Reason("noTradeData", []) }, parameters);
        }

        int last = series[^1].Year;
        int window = parameters.Count("importDemand.window");
        int first = checked(last - window + 1);
        AverageFigure figure = Average(series, last, parameters);
        IndicatorResult dated = Dated(empty, first, last, parameters);
        if (Obstacle(first, last, figure) is { } obstacle)
        {
            return ResultMarks.Finish(dated with { Reason = obstacle }, parameters);
        }

        AverageFigure withScrap = Average([.. Years.Select(year => new YearAmount(year.Year, year.TonnesWithScrap))], last, parameters);
        double coverage = (double)figure.Known.Count / window;
        return ResultMarks.Finish(
            dated with
            {
                Status = Reliability.Status(coverage, 0, parameters),
                Value = figure.Tonnes,
                Low = figure.Tonnes,
                High = figure.Tonnes,
                Coverage = coverage,
                ImputedShare = 0,
                Flags = figure.Missing.Count > 0 ? [.. dated.Flags, "meanOfFour"] : dated.Flags,
                Reason = figure.Missing.Count > 0 ? MissingYears(figure.Missing) : null,
                Contributions = [.. figure.Known.Select(year => new Contribution(
                    new CalendarYear(year.Year).Code,
                    1.0 / figure.Known.Count,
                    year.Tonnes,
                    year.Tonnes / figure.Known.Count,
                    EvidenceOf(year.Year, "tonnes")))],
                Companions = [new Companion("alternativeValue", withScrap.Tonnes, "t")],
                Evidence =
                [
                    .. figure.Known.Select(year => Of(year.Year).ScrapEvidence).OfType<EvidenceNode>().Select(tree => tree with { Symbol = "scrap" }),
                    parameters.Quote("importDemand.window", "window"),
                ],
                Formulas =
                [
                    new("terms", "tonnes / count(tonnes)"),
                    new("value", "sum(terms)"),
                    new("low", "value"),
                    new("high", "value"),
                    new("coverage", "count(tonnes) / window"),
                    new("imputedShare", "0"),
                    new("alternativeValue", "value + sum(scrap) / count(tonnes)"),
                ],
            },
            parameters);
    }

    /// <summary>g(t) for the newest year.</summary>
    internal IndicatorResult GrowthResult()
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ImportGrowth, codes.Mineral, Stage.Trade, ResultStatus.Insufficient, "1");
        if (Years.Count == 0)
        {
            return ResultMarks.Finish(empty with { Reason = new Reason("noTradeData", []) }, parameters);
        }

        int last = series[^1].Year;
        int window = parameters.Count("importDemand.window");
        int first = checked(last - (2 * window) + 1);
        AverageFigure now = Average(series, last, parameters);
        AverageFigure before = Average(series, checked(last - window), parameters);
        int[] missing = [.. before.Missing.Concat(now.Missing)];
        IndicatorResult dated = Dated(empty, first, last, parameters) with
        {
            Evidence =
            [
                .. before.Known.Select(year => EvidenceOf(year.Year, "before")),
                .. now.Known.Select(year => EvidenceOf(year.Year, "now")),
            ],
        };
        Reason? obstacle = Obstacle(first, last, now) ?? Obstacle(first, last, before)
            ?? (before.Tonnes == 0 ? new Reason("zeroBase", []) : null);
        if (obstacle is not null)
        {
            return ResultMarks.Finish(dated with { Reason = obstacle }, parameters);
        }

        double? growth = MovingAverage.Growth(now, before);
        double coverage = (double)Math.Min(now.Known.Count, before.Known.Count) / window;
        return ResultMarks.Finish(
            dated with
            {
                Status = Reliability.Status(coverage, 0, parameters),
                Value = growth,
                Low = growth,
                High = growth,
                Coverage = coverage,
                ImputedShare = 0,
                Flags = missing.Length > 0 ? [.. dated.Flags, "meanOfFour"] : dated.Flags,
                Reason = missing.Length > 0 ? MissingYears(missing) : null,
                Evidence = [.. dated.Evidence, parameters.Quote("importDemand.window", "window")],
                Formulas =
                [
                    new("value", "mean(now) / mean(before) - 1"),
                    new("low", "value"),
                    new("high", "value"),
                    new("coverage", "least(count(now), count(before)) / window"),
                    new("imputedShare", "0"),
                ],
            },
            parameters);
    }

    private static AverageFigure Average(IReadOnlyList<YearAmount> amounts, int year, ParameterScope parameters) => MovingAverage.Of(
        amounts, year, parameters.Count("importDemand.window"), parameters.Count("importDemand.maximumMissing"));

    private static Reason MissingYears(IEnumerable<int> years) =>
        new("missingYears", [string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)))]);

    private Reason? Obstacle(int first, int last, AverageFigure figure)
    {
        if (codes.Unbridged(first, last) is { Count: > 0 } cut)
        {
            return new Reason("codeChangeNotBridged", [string.Join(", ", cut.Select(code => code.Code))]);
        }

        YearOfImports[] inside = [.. Years.Where(year => year.Year >= first && year.Year <= last)];
        if (inside.Any(year => year.Missing?.Code == "noExclusiveCode") && inside.All(year => year.Missing is not null))
        {
            return new Reason("notMeasurable", [string.Join(", ", codes.Uses.Where(use => use.LeftOut is not null).Select(use => use.Code))]);
        }

        return figure.State switch
        {
            AverageState.TooShort => new Reason("seriesTooShort", []),
            AverageState.TooManyMissing => MissingYears(figure.Missing),
            _ => null,
        };
    }

    private IndicatorResult Dated(IndicatorResult empty, int first, int last, ParameterScope parameters)
    {
        YearOfImports[] inside = [.. Years.Where(year => year.Year >= first && year.Year <= last)];
        return empty with
        {
            Period = new YearSpan(new CalendarYear(first), new CalendarYear(last)),
            Flags = ResultMarks.Ordered(inside.SelectMany(year => year.Flags)),
            Notes = Fallen(first, last, parameters.Number("importDemand.fall")),
        };
    }

    // Only the year in which confidential codes appear can be the year in which an open code moved there. Rows of the code table are
    // compared, so that a new subdivision of the same heading is no fall.
    private IReadOnlyList<Reason> Fallen(int first, int last, double fall) =>
        [.. Enumerable.Range(first, checked(last - first + 1))
            .SelectMany(year => codes.Measured
                .Where(code => ledger.Confidential(code.Chapter, year).Count > 0 && ledger.Confidential(code.Chapter, year - 1).Count == 0)
                .GroupBy(code => code.Meaning.Code, StringComparer.Ordinal)
                .Select(row => (Code: row.Key, Year: year, Before: Weight(row, year - 1), After: Weight(row, year))))
            .Where(change => change.After < change.Before * (1 - fall))
            .Select(change => new Reason("codeFell", [
                change.Code,
                change.Year.ToString(CultureInfo.InvariantCulture),
                Tonnes(change.Before),
                Tonnes(change.After)]))];

    private double Weight(IEnumerable<MeasuredCode> row, int year) => row.Sum(code => ContainedImports.Weight(code, ledger, year));

    private static string Tonnes(double tonnes) =>
        Math.Round((decimal)tonnes, tonnes < 100 ? 3 : 0, MidpointRounding.AwayFromZero).ToString("#,0.###", CultureInfo.InvariantCulture);

    private YearOfImports Of(int year) => Years.Single(candidate => candidate.Year == year);

    private EvidenceNode EvidenceOf(int year, string symbol) => Of(year).Evidence! with { Symbol = symbol };
}
