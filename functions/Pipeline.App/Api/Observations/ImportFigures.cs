using System.Globalization;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Imports by year and stage, their moving average, and the partners of the latest year.</summary>
internal static class ImportFigures
{
    private const int AverageYears = 5;
    private const string Basis = "contained metal";

    /// <summary>The figures of a mineral.</summary>
    public static IEnumerable<Datum> Of(MineralAssessment assessment, FigureSources sources) =>
        assessment.Imports.SelectMany(year => OfYear(assessment, year, sources))
            .Concat(assessment.Partners.SelectMany(table => table.Rows.SelectMany(row => OfPartner(assessment, table, row, sources))));

    private static IEnumerable<Datum> OfYear(MineralAssessment assessment, ImportYear year, FigureSources sources)
    {
        Datum Plain(string measure, FigurePath path, Stage stage, double? tonnes, Reason? missing) => sources.Of(
            new Datum(assessment.Mineral, measure, MeasureFigure.Value, path, "t", tonnes is null ? ResultStatus.Insufficient : ResultStatus.Ok)
            {
                Stage = stage, Period = year.Year, Basis = Basis, Value = tonnes, Low = tonnes, High = tonnes, Reason = DatumReason.Of(missing), Flags = year.Flags,
            },
            year.AllEvidence);

        yield return Plain(Measures.Imports, FigurePath.ImportTotal(year.Year.Year), Stage.Trade, year.Tonnes, year.Missing);
        foreach (StageAmount part in year.ByStage)
        {
            yield return Plain(Measures.Imports, FigurePath.ImportStage(year.Year.Year, part.Stage), part.Stage, part.Tonnes, null);
        }

        yield return Plain(
            Measures.ImportsAverage, FigurePath.ImportAverage(year.Year.Year), Stage.Trade, year.MovingAverage, year.MovingAverage is null ? NoAverage(assessment, year.Year.Year) : null) with
        {
            Period = year.AverageOf is [var first, .., var last] ? new YearSpan(first, last) : new YearSpan(new CalendarYear(year.Year.Year - AverageYears + 1), year.Year),
        };
    }

    private static Reason NoAverage(MineralAssessment assessment, int year)
    {
        string[] missing = [.. assessment.Imports.Where(one => one.Year.Year > year - AverageYears && one.Year.Year <= year && one.Tonnes is null)
            .Select(one => one.Year.Year.ToString(CultureInfo.InvariantCulture))];
        return missing.Length > 0 ? new Reason("missingYears", [string.Join(", ", missing)]) : new Reason("seriesTooShort", []);
    }

    private static IEnumerable<Datum> OfPartner(MineralAssessment assessment, PartnerTable table, PartnerRow row, FigureSources sources)
    {
        IndicatorResult? result = assessment.Find(table.Stage == Stage.Concentrate ? IndicatorId.ImportStabilityConcentrate : IndicatorId.ImportStabilityRefined);
        IEnumerable<EvidenceNode> behind = result?.Contributions.FirstOrDefault(one => one.Key == row.Iso3)?.Evidence is { } own ? [own] : result?.AllEvidence ?? [];
        Datum first = sources.Of(Figure(MeasureFigure.Tonnes, "t", row.Tonnes, DatumReason.Of(Term.Flag, "valueBasis")) with { Basis = Basis }, behind);
        yield return first;
        DatumReason unjudged = row.InstitutionalRisk is null ? DatumReason.Of(Term.Flag, "unknownGovernance") : DatumReason.Of(result?.Reason) ?? DatumReason.Of(Term.Status, "insufficient");
        foreach (Datum datum in new[] { Figure(MeasureFigure.Share, "1", row.Share, null), Figure(MeasureFigure.Risk, "1", row.InstitutionalRisk, unjudged), Figure(MeasureFigure.Contribution, "1", row.Term, unjudged) })
        {
            yield return datum with { Sources = first.Sources, Illustrative = first.Illustrative };
        }

        Datum Figure(string figure, string unit, double? value, DatumReason? missing) => new(
            assessment.Mineral, Measures.Partners, figure, FigurePath.Partner(table.Stage, row.Iso3, figure), unit, value is null ? ResultStatus.Insufficient : ResultStatus.Ok)
        {
            Stage = table.Stage, Place = row.Iso3 ?? Places.Unknown, Period = table.Period, Value = value, Low = value, High = value, Reason = value is null ? missing : null,
            Flags = row.Flags, Illustrative = result?.Illustrative ?? false, Label = result?.Label ?? AccessLabel.Open,
        };
    }
}
