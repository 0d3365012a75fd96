using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.FinerSet;

/// <summary>品位低下率 (S, finer set): how fast the mean head grade of the known mines falls, per year.</summary>
internal static class GradeDeclineIndicator
{
    /// <summary>Result of one mineral.</summary>
    /// <exception cref="ImplausibleValueException">A head grade is zero or below, or above 100 %.</exception>
    internal static IndicatorResult Assess(string mineral, MineLedger mines, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.GradeDecline, mineral, Stage.Mine, ResultStatus.Insufficient, "1/year");
        MilledOre[] milled = [.. Milled(mines)];
        if (milled.Length == 0)
        {
            return ResultMarks.Finish(empty with { Reason = new Reason("noMinesFeed", []) }, parameters);
        }

        GradeSeries series = GradeSeries.Of(milled, parameters.Count("grade.window"), parameters.Number("grade.sampleShare"));
        int minimum = parameters.Count("grade.minimumYears");
        IndicatorResult dated = empty with
        {
            Flags = [.. MineLedger.Flags(series.Years.SelectMany(year => year.Mines).SelectMany(ore => new[] { ore.Ore, ore.Grade }))],
            Evidence = Evidence(series),
        };
        if (series.Years.Count < minimum)
        {
            return ResultMarks.Finish(dated with { Reason = new Reason("tooFewGrades", [Text(series.Years.Count), Text(minimum)]) }, parameters);
        }

        return ResultMarks.Finish(Fill(dated, series, parameters), parameters);
    }

    private static IndicatorResult Fill(IndicatorResult dated, GradeSeries series, ParameterScope parameters)
    {
        ResultStatus status = Reliability.Status(series.Coverage, 0, parameters);
        bool isKnown = status != ResultStatus.Insufficient;
        double reference = parameters.Number("grade.reference");
        double? decline = isKnown ? series.Decline : null;
        double? score = decline is { } known ? Math.Min(Math.Max(known, 0) / reference, 1) : null;
        IndicatorResult result = dated with
        {
            Status = status,
            Period = new YearSpan(new CalendarYear(series.Years[0].Year), new CalendarYear(series.Years[^1].Year)),
            Value = decline,
            Low = decline,
            High = decline,
            Score = score,
            ScoreLow = score,
            ScoreHigh = score,
            Coverage = series.Coverage,
            ImputedShare = 0,
            Evidence = [.. dated.Evidence, parameters.Quote("grade.reference", "reference")],
            Reason = status == ResultStatus.Ok ? null : new Reason("unsteadyMines", [ResultMarks.Percent(1 - series.Coverage)]),
        };
        FigureFormula[] figures = isKnown
            ? [new("value", "1 - exp(slope(year, ln(grade)))"), new("low", "value"), new("high", "value")]
            : [];
        return result with
        {
            Formulas =
            [
                .. figures,
                .. Figures.Scores(result, figure => $"least(greatest({figure}, 0) / reference, 1)"),
                new("coverage", "sum(oreMilled) / (sum(oreMilled) + sum(oreLeftOut))"),
                new("imputedShare", "0"),
            ],
        };
    }

    private static IReadOnlyList<EvidenceNode> Evidence(GradeSeries series) =>
    [
        .. series.Years.Select(year => new EvidenceNode("mean head grade", new CalendarYear(year.Year).Code, year.Grade, "percent")
        {
            Symbol = "grade",
            Formula = "sum(ore * headGrade) / sum(ore)",
            Inputs =
            [
                .. year.Mines.Select(mine => MineLedger.Leaf("ore milled", mine.Ore, "ore")),
                .. year.Mines.Select(mine => MineLedger.Leaf("head grade", mine.Grade, "headGrade")),
            ],
        }),
        .. series.Years.Select(year => new EvidenceNode("calendar year", new CalendarYear(year.Year).Code, year.Year, "year")
        {
            Symbol = "year",
            Cells = [.. year.Mines.Select(mine => mine.Grade.Cell)],
        }),
        .. series.Years.Select(year => new EvidenceNode("ore milled", new CalendarYear(year.Year).Code, year.Mines.Sum(mine => mine.Tonnes), "t")
        {
            Symbol = "oreMilled",
            Formula = "sum(ore)",
            Inputs = [.. year.Mines.Select(mine => MineLedger.Leaf("ore milled", mine.Ore, "ore"))],
        }),
        .. series.LeftOut.Select(mine => MineLedger.Leaf("ore of a mine that reports in too few years", mine.Ore, "oreLeftOut")),
    ];

    private static IEnumerable<MilledOre> Milled(MineLedger mines)
    {
        Dictionary<(string, int), MineObservation> grades = mines.Of(MineQuantity.HeadGrade).Where(row => row.Value.HasPoint)
            .ToDictionary(row => (MineLedger.Site(row), row.Period.EndYear));
        foreach (MineObservation ore in mines.Of(MineQuantity.OreMilled).Where(row => row.Value.Point is > 0))
        {
            if (grades.TryGetValue((MineLedger.Site(ore), ore.Period.EndYear), out MineObservation? grade))
            {
                yield return grade.Value.Point is > 0 and <= 100
                    ? new MilledOre(ore, grade)
                    : throw new ImplausibleValueException(new Fault(
                        grade.Cell.File,
                        grade.Cell.Address,
                        "a head grade above 0 and up to 100 %",
                        grade.Value.Text,
                        "correct the cell with a dated correction, or leave it empty"));
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
