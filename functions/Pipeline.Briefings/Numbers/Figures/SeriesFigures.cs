using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>Prices of the series of the assessment and their band: <c>prices/2025-11</c>, <c>prices/CY2024</c>, <c>prices/five-years/mean</c>.</summary>
internal static class PriceFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words) =>
        words is [_, var when] && assessment.Prices is { } history
        && history.Points.FirstOrDefault(point => FigurePath.Slug(point.Period.Code) == when) is { Price: { } price } found
            ? new ResolvedFigure(address, price, history.Unit, found.Period, ResultStatus.Ok)
            {
                Evidence = [new EvidenceNode("price", found.Period.Code, price, history.Unit) { Cells = [found.Cell] }],
            }
            : words is [_, "five-years", var figure] && assessment.Prices is { } series && PriceBand.Of(series) is { } band ? OfBand(address, band, series.Unit, figure) : null;

    private static ResolvedFigure? OfBand(FigureAddress address, PriceBand band, string unit, string figure)
    {
        (double? value, string formula) = figure switch
        {
            "mean" => (band.Mean, "mean(price)"),
            "deviation" => (band.Deviation, "stdev(price)"),
            "low" => (band.Low, "mean(price) - stdev(price)"),
            "high" => (band.High, "mean(price) + stdev(price)"),
            _ => ((double?)null, string.Empty),
        };
        return value is { } known ? new ResolvedFigure(address, known, unit, band.Period, ResultStatus.Ok)
        {
            Formulas = [new FigureFormula(figure, formula)],
            Evidence = [.. band.Prices.Select(point => new EvidenceNode("price", point.Period.Code, point.Price!.Value, unit) { Symbol = "price", Cells = [point.Cell] })],
        }
        : null;
    }
}

/// <summary>World supply, demand and balance: <c>outlook/demand/base/contained-metal/2030/value</c>.</summary>
internal static class OutlookFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words is not [_, var quantity, var scenario, var basis, var when, var figure])
        {
            return null;
        }

        OutlookSeries? series = assessment.Outlook?.Series.FirstOrDefault(candidate =>
            FigurePath.Slug(candidate.Quantity) == quantity && FigurePath.Slug(candidate.Case) == scenario && FigurePath.Slug(candidate.Basis) == basis);
        return series?.Years.FirstOrDefault(candidate => candidate.Year.Year.ToString(CultureInfo.InvariantCulture) == when) is { } year
            && PublishedFigure.Of(address, year.Value, series.Unit, year.Year, year.Cell, figure) is { } found
                ? found with { Illustrative = year.Illustrative }
                : null;
    }
}
