using System.Globalization;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>自給率 laid open: domestic demand, its components, what is missing, and rates that others have published.</summary>
internal static class SupplyFigures
{
    private const string Basis = "contained metal";

    /// <summary>The figures of a mineral.</summary>
    public static IEnumerable<Datum> Of(MineralAssessment assessment, FigureSources sources)
    {
        if (assessment.SelfSufficiency is not { } table)
        {
            return [];
        }

        IndicatorResult? rate = assessment.Find(IndicatorId.SelfSufficiency);
        return
        [
            Demand(assessment, table, rate, sources),
            .. table.Components.SelectMany(row => OfRow(assessment, table, row, rate, sources)),
            .. table.Published.Select((one, place) => Published(assessment, one, place + 1, sources)),
        ];
    }

    private static Datum Demand(MineralAssessment assessment, SelfSufficiencyTable table, IndicatorResult? rate, FigureSources sources)
    {
        MissingFigure? missing = table.Missing.FirstOrDefault(figure => figure.Quantity == DomesticQuantity.DomesticDemand);
        return sources.Of(
            Plain(assessment, table, Measures.DomesticDemand, MeasureFigure.Value, FigurePath.Demand, "t", table.Demand, rate) with
            {
                Flags = table.DemandFlags, Basis = Basis,
                Reason = table.Demand is not null ? null : missing is not null ? DatumReason.Of(Term.Standing, Code.Of(missing.Standing)) : DatumReason.Of(rate?.Reason),
            },
            table.DemandEvidence is { } tree ? [tree] : Array.Empty<EvidenceNode>());
    }

    private static IEnumerable<Datum> OfRow(MineralAssessment assessment, SelfSufficiencyTable table, SupplyRow row, IndicatorResult? rate, FigureSources sources)
    {
        DatumReason? open = row.Tonnes is null ? DatumReason.Of(Term.Standing, Code.Of(row.Standing)) : null;
        Datum amount = sources.Of(
            Plain(assessment, table, Measures.SupplyComponents, MeasureFigure.Tonnes, FigurePath.Component(row.Key, MeasureFigure.Tonnes), "t", row.Tonnes, rate) with
            {
                Ends = [FigurePath.Component(row.Key, "low"), FigurePath.Component(row.Key, "high")], Low = row.Low, High = row.High,
                Series = SeriesOf(row), Basis = Basis, Flags = row.Flags, Reason = open,
            },
            [row.Evidence]);
        yield return amount;
        yield return Plain(assessment, table, Measures.SupplyComponents, MeasureFigure.Share, FigurePath.Component(row.Key, MeasureFigure.Share), "1", row.ShareOfDemand, rate) with
        {
            Series = amount.Series, Flags = row.Flags, Sources = amount.Sources, Illustrative = amount.Illustrative, High = row.Tonnes is null ? null : row.ShareOfDemand,
            Reason = row.ShareOfDemand is null ? DatumReason.Of(rate?.Reason) ?? DatumReason.Of(Term.Standing, Code.Of(ComponentStanding.NotCollected)) : open,
        };
    }

    private static Datum Published(MineralAssessment assessment, PublishedRate rate, int place, FigureSources sources) => sources.Of(
        PrintedCell.Figure(assessment.Mineral, Measures.PublishedRates, rate.Value, "percent", figure => FigurePath.PublishedRate(place, figure)) with
        {
            Stage = Stage.Use, Period = rate.Period,
            Series = new Series(place.ToString(CultureInfo.InvariantCulture), Bilingual.Same($"{rate.Citation}: {rate.Definition}")),
        },
        [rate.Cell]);

    private static Datum Plain(
        MineralAssessment assessment, SelfSufficiencyTable table, string measure, string figure, FigurePath path, string unit, double? value, IndicatorResult? rate) => new(
        assessment.Mineral, measure, figure, path, unit, value is null ? ResultStatus.Insufficient : ResultStatus.Ok)
    {
        Stage = Stage.Use, Period = table.Period, Value = value, Low = value, High = value, Label = rate?.Label ?? AccessLabel.Open, Illustrative = rate?.Illustrative ?? false,
    };

    private static Series SeriesOf(SupplyRow row)
    {
        Bilingual[] words = [.. row.Components.Select(component => Code.Words(Term.Component, Code.Of(component)))];
        return new Series(row.Key, new Bilingual(string.Join("、", words.Select(word => word.Ja)), string.Join(", ", words.Select(word => word.En))));
    }
}
