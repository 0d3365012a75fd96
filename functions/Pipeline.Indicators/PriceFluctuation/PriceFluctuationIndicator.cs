using System.Globalization;
using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.PriceFluctuation;

/// <summary>価格変動幅 (S, indicator 5) of one mineral: monthly where a running file or the market outlook has the metal, else on annual averages.</summary>
internal static class PriceFluctuationIndicator
{
    /// <summary>
    /// Result, and the prices that it and the charts rest on. Where the reference series is annual or cannot be used, monthly prices of the
    /// market outlook stand in for it, illustrative ones only when nothing real gives a value.
    /// </summary>
    internal static (IndicatorResult Result, PriceHistory? History) Assess(string mineral, PriceShelf shelf, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.PriceFluctuation, mineral, Stage.Trade, ResultStatus.Insufficient, "1/year");
        PriceChoice? choice = parameters.Row<PriceChoice>("price.series", mineral);
        (IndicatorResult Result, PriceHistory? History) reference = Reference(empty, choice, shelf, parameters);
        if (reference is { Result.Value: not null, History.IsMonthly: true })
        {
            return reference;
        }

        List<Reason> obstacles = [];
        foreach (MonthlyStandIn standIn in MonthlyStandIn.Of(choice, shelf).Where(candidate => !candidate.IsIllustrative || reference.Result.Value is null))
        {
            if (standIn.Obstacle is { } obstacle)
            {
                obstacles.Add(obstacle);
                continue;
            }

            ParameterScope own = set.Open();
            _ = own.Row<PriceChoice>("price.series", mineral);
            (IndicatorResult Result, PriceHistory? History) instead = Monthly(standIn.Announce(empty), standIn.Months, own);
            if (instead.Result.Value is not null)
            {
                return instead;
            }

            obstacles.Add(new Reason("outlookPricesTooFew", instead.Result.Reason!.Arguments));
        }

        return reference with { Result = reference.Result with { Notes = [.. reference.Result.Notes, .. obstacles] } };
    }

    private static (IndicatorResult Result, PriceHistory? History) Reference(
        IndicatorResult empty, PriceChoice? choice, PriceShelf shelf, ParameterScope parameters)
    {
        if (choice is null || choice.Unusable is not null)
        {
            return (ResultMarks.Finish(empty with { Reason = new Reason(choice?.Unusable ?? "noPriceSeries", []) }, parameters), null);
        }

        empty = choice.Note is { } note ? empty with { Notes = [new Reason(note, [])] } : empty;
        IReadOnlyList<PriceObservation> months = shelf.Months(choice.Source, choice.Series);
        return months.Any(month => month.Value.HasPoint) ? Monthly(empty, months, parameters) : Annual(empty, choice, shelf, parameters);
    }

    private static (IndicatorResult Result, PriceHistory? History) Monthly(
        IndicatorResult empty, IReadOnlyList<PriceObservation> months, ParameterScope parameters)
    {
        int returns = parameters.Count("price.months");
        Month last = (Month)months.Last(month => month.Value.HasPoint).Period;
        PriceObservation[] window = [.. months.Where(month => Place(month) <= last.Ordinal && Place(month) >= last.Ordinal - returns)];
        Month first = new((last.Ordinal - returns) / 12, ((last.Ordinal - returns) % 12) + 1);
        IndicatorResult dated = empty with { Period = new MonthSpan(first, last) };
        IndicatorResult result = Fill(
            dated, window, 12, "price.months", parameters.Count("price.ok"), parameters.Count("price.partial"), parameters);
        return (ResultMarks.Finish(result, parameters), History(window, isMonthly: true));
    }

    private static (IndicatorResult Result, PriceHistory? History) Annual(
        IndicatorResult empty, PriceChoice choice, PriceShelf shelf, ParameterScope parameters)
    {
        SplicedSeries spliced = shelf.Years(choice.Source, choice.Series, choice.FirstYear ?? 0, parameters.Number("price.restatement"));
        if (spliced.Rows.All(row => !row.Value.HasPoint))
        {
            return (ResultMarks.Finish(empty with { Reason = spliced.Obstacle ?? new Reason("noPriceSeries", []) }, parameters), null);
        }

        int changes = parameters.Count("price.annualChanges");
        int last = spliced.Rows.Last(row => row.Value.HasPoint).Period.EndYear;
        PriceObservation[] window = [.. spliced.Rows.Where(row => row.Period.EndYear <= last && row.Period.EndYear >= last - changes)];
        IndicatorResult dated = empty with
        {
            Period = new YearSpan(new CalendarYear(window.First(row => row.Value.HasPoint).Period.EndYear), new CalendarYear(last)),
            Flags = window.Any(row => row.Value.Kind == ValueKind.Estimated || row.Flags.Contains("estimated"))
                ? ["annualBasis", "estimated"]
                : ["annualBasis"],
        };
        int minimum = parameters.Count("price.annualMinimum");
        IndicatorResult result = spliced.Obstacle is { } obstacle
            ? dated with { Reason = obstacle }
            : Fill(dated, window, 1, "price.annualChanges", minimum, minimum, parameters);
        return (ResultMarks.Finish(result, parameters), History(window, isMonthly: false));
    }

    private static IndicatorResult Fill(
        IndicatorResult dated, PriceObservation[] window, int placesPerYear, string wanted, int ok, int partial, ParameterScope parameters)
    {
        PriceObservation[] priced = [.. window.Where(row => row.Value.HasPoint)];
        foreach (PriceObservation row in priced.Where(row => !(row.Value.Point > 0)))
        {
            throw new ImplausibleValueException(new Fault(
                row.Cell.File,
                row.Cell.Address,
                "a price above 0",
                row.Value.Text,
                "correct the cell with a dated correction, or mark it as missing"));
        }

        int full = parameters.Count(wanted);
        VolatilityFigure? figure = Volatility.Compute([.. priced.Select(row => new PlacedPrice(Place(row), row.Value.Point!.Value))], placesPerYear);
        int count = figure?.Returns.Count ?? 0;
        bool isEnough = figure is not null && count >= partial;
        PriceEvidence evidence = PriceEvidence.Of(priced, Place);
        IndicatorResult covered = dated with
        {
            // A single change has no deviation and counts as none.
            Coverage = Math.Min((double)count / full, 1),
            Evidence = [.. evidence.Nodes, parameters.Quote(wanted, "wantedChanges")],
            Formulas = [new("coverage", figure is null ? "0" : $"least(count({evidence.Ratios}) / wantedChanges, 1)")],
        };
        if (figure is null || !isEnough)
        {
            return covered with { Reason = new Reason("tooFewPrices", [Text(count), Text(partial)]) };
        }

        double reference = parameters.Number("price.reference");
        IndicatorResult result = covered with
        {
            Status = count >= ok ? ResultStatus.Ok : ResultStatus.Partial,
            Value = figure.Sigma,
            Low = figure.Sigma,
            High = figure.Sigma,
            ImputedShare = 0,
            Companions = [new Companion("relativeRange", figure.RelativeRange, "1")],
            Reason = count >= ok ? null : new Reason("missingPrices", [Text(count), Text(full)]),
            Evidence = [.. covered.Evidence, parameters.Quote("price.reference", "reference")],
            Formulas =
            [
                new("value", placesPerYear == 1 ? evidence.Deviation : $"{evidence.Deviation} * sqrt({Text(placesPerYear)})"),
                new("low", "value"),
                new("high", "value"),
                .. covered.Formulas,
                new("imputedShare", "0"),
                new("relativeRange", evidence.RelativeRange),
            ],
        };
        return BandMarks.Score(
            result, sigma => Volatility.Score(sigma, reference), "bands.priceFluctuation", parameters, figure => $"least({figure} / reference, 1)");
    }

    private static PriceHistory History(PriceObservation[] window, bool isMonthly) => new(
        window[0].Series, window[0].Unit, isMonthly, [.. window.Select(row => new PricePoint(row.Period, row.Value.Point, row.Cell))]);

    private static int Place(PriceObservation row) => row.Period is Month month ? month.Ordinal : row.Period.EndYear;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
