using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Prices of the series of the assessment, and the world market as an outlook sees it.</summary>
internal static class MarketFigures
{
    /// <summary>The figures of a mineral.</summary>
    public static IEnumerable<Datum> Of(MineralAssessment assessment, FigureSources sources) =>
        (assessment.Prices is { } prices ? prices.Points.Select(point => OfPrice(assessment, prices, point, sources)) : [])
            .Concat(assessment.Outlook is { } outlook ? outlook.Series.SelectMany(series => series.Years.Select(year => OfOutlook(assessment, series, year, sources))) : []);

    private static Datum OfPrice(MineralAssessment assessment, PriceHistory history, PricePoint point, FigureSources sources) => sources.Of(
        new Datum(
            assessment.Mineral, Measures.Prices, MeasureFigure.Value, FigurePath.Price(point.Period), history.Unit, point.Price is null ? ResultStatus.Insufficient : ResultStatus.Ok)
        {
            Period = point.Period, Series = new Series(history.Series, Code.WordsOrItself(Term.Series, history.Series)), Value = point.Price, Low = point.Price, High = point.Price,
            Reason = point.Price is null ? DatumReason.Of(Term.ValueKind, Code.Of(ValueKind.NotCollected)) : null,
        },
        [point.Cell]);

    private static Datum OfOutlook(MineralAssessment assessment, OutlookSeries series, OutlookYear year, FigureSources sources) => sources.Of(
        PrintedCell.Figure(assessment.Mineral, Measures.Of(series.Quantity), year.Value, series.Unit, figure => FigurePath.Outlook(series, year.Year.Year, figure)) with
        {
            Place = Places.World, Period = year.Year, Series = new Series(Code.Of(series.Case), Code.Words(Term.OutlookCase, Code.Of(series.Case))), Basis = series.Basis,
            Illustrative = year.Illustrative,
        },
        [year.Cell]);
}
