using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Production, capacity and reserves by country as the source prints them, with the share of each country.</summary>
internal static class CountryFigures
{
    /// <summary>The figures of a mineral.</summary>
    public static IEnumerable<Datum> Of(MineralAssessment assessment, FigureSources sources) =>
        assessment.Countries.SelectMany(table => table.Rows.SelectMany(row => OfRow(assessment, table, row, sources)).Concat(OfWorld(assessment, table, sources)));

    private static IEnumerable<Datum> OfRow(MineralAssessment assessment, CountryTable table, CountryRow row, FigureSources sources)
    {
        Datum printed = sources.Of(
            PrintedCell.Figure(assessment.Mineral, Measures.Of(table.Statistic), row.Value, table.Unit, figure => FigurePath.Country(table, row.Iso3, figure)) with
            {
                Stage = StageOf(table.Statistic), Place = row.Iso3 ?? Places.Others, Period = table.Period, Series = SeriesOf(table), Basis = table.Basis, Flags = row.Flags,
            },
            [row.Cell]);
        yield return printed;
        yield return new Datum(printed.Mineral, printed.Measure, MeasureFigure.Share, FigurePath.Country(table, row.Iso3, MeasureFigure.Share), "1", row.Share is null ? ResultStatus.Insufficient : ResultStatus.Ok)
        {
            Stage = printed.Stage, Place = printed.Place, Period = printed.Period, Series = printed.Series, Basis = printed.Basis, Flags = printed.Flags,
            Value = row.Share, Low = row.Share, High = row.Share, Reason = row.Share is null ? printed.Reason ?? DatumReason.Of(Term.Standing, "bounded") : null,
            Sources = printed.Sources, Illustrative = printed.Illustrative,
        };
    }

    private static IEnumerable<Datum> OfWorld(MineralAssessment assessment, CountryTable table, FigureSources sources) => table.WorldTotal is not { } total ? [] :
    [
        sources.Of(
            PrintedCell.Figure(assessment.Mineral, Measures.Of(table.Statistic), total, table.Unit, figure => FigurePath.World(table, figure)) with
            {
                Stage = StageOf(table.Statistic), Place = Places.World, Period = table.Period, Series = SeriesOf(table), Basis = table.Basis,
            },
            table.WorldCell is { } cell ? [cell] : []),
    ];

    private static Series SeriesOf(CountryTable table) => new(table.Series, MineralCatalogue.Find(table.Series) is { } mineral
        ? new Bilingual(mineral.NameJa, mineral.NameEn)
        : Code.WordsOrItself(Term.Series, table.Series));

    private static Stage? StageOf(Statistic statistic) => statistic switch
    {
        Statistic.Reserves => Stage.Reserve,
        Statistic.MineProduction or Statistic.PrimaryProduction => Stage.Mine,
        Statistic.RefineryProduction or Statistic.SmelterProduction or Statistic.SecondaryProduction => Stage.Refined,
        _ => null,
    };
}

/// <summary>Figures that a source has published in a cell.</summary>
internal static class PrintedCell
{
    /// <summary>The figure of a cell with the interval that it leaves open; withheld and unknown are no zero, and say which of the two they are.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="unit">Unit of the cell.</param>
    /// <param name="path">Path of one of its figures: <c>value</c>, <c>low</c> or <c>high</c>.</param>
    public static Datum Figure(string mineral, string measure, PublishedValue cell, string unit, Func<string, FigurePath> path) => new(mineral, measure, MeasureFigure.Value, path(MeasureFigure.Value), unit, Status(cell))
    {
        Ends = [path("low"), path("high")],
        Value = cell.Point,
        Low = cell.Low,
        High = cell.High,
        Kind = cell.Kind,
        Reason = cell.HasPoint ? null : cell.Kind == ValueKind.Reported ? DatumReason.Of(Term.Standing, "bounded") : DatumReason.Of(Term.ValueKind, Code.Of(cell.Kind)),
    };

    private static ResultStatus Status(PublishedValue cell) =>
        cell.HasPoint ? ResultStatus.Ok : cell.Kind == ValueKind.NotApplicable ? ResultStatus.NotApplicable : ResultStatus.Insufficient;
}
