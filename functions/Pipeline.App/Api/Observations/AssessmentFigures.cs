using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Every figure of an assessment, one a row: results first, then the series that stand beside them.</summary>
internal static class AssessmentFigures
{
    /// <summary>The figures of a mineral in the order of its assessment.</summary>
    public static IEnumerable<Datum> Of(MineralAssessment assessment)
    {
        FigureSources sources = new(assessment);
        return
        [
            .. assessment.Results.SelectMany(result => OfResult(result, sources)),
            .. ImportFigures.Of(assessment, sources),
            .. CountryFigures.Of(assessment, sources),
            .. MarketFigures.Of(assessment, sources),
            .. SupplyFigures.Of(assessment, sources),
        ];
    }

    private static IEnumerable<Datum> OfResult(IndicatorResult result, FigureSources sources)
    {
        Datum value = sources.Of(
            new Datum(result.Mineral, result.Indicator, MeasureFigure.Value, FigurePath.Result(result.Indicator, MeasureFigure.Value), result.Unit, result.Status)
            {
                Ends = [FigurePath.Result(result.Indicator, "low"), FigurePath.Result(result.Indicator, "high")],
                Stage = result.Stage, Period = result.Period, Value = result.Value, Low = result.Low, High = result.High, Reason = DatumReason.Of(result.Reason),
                Coverage = result.Coverage, ImputedShare = result.ImputedShare, Flags = result.Flags, Illustrative = result.Illustrative, Label = result.Label,
            },
            result.AllEvidence);
        yield return value;
        if (Measures.Get(result.Indicator).IsScored || result.Score is not null)
        {
            yield return Beside(value, MeasureFigure.Score, result.Indicator, "1", result.Score) with
            {
                Ends = [FigurePath.Result(result.Indicator, "scoreLow"), FigurePath.Result(result.Indicator, "scoreHigh")],
                Low = result.ScoreLow, High = result.ScoreHigh, BandLow = result.BandLow, BandHigh = result.BandHigh,
            };
        }

        foreach (Companion companion in result.Companions)
        {
            Datum beside = Beside(value, companion.Id, result.Indicator, companion.Unit, companion.Value);
            ResultStatus status = result.StatusOf(companion);
            // The reason speaks of the result.
            yield return status == result.Status ? beside : beside with { Status = status, Reason = null };
        }
    }

    /// <summary>Another figure of the same result: it shares what holds for the whole of it.</summary>
    private static Datum Beside(Datum value, string figure, string indicator, string unit, double? number) =>
        new(value.Mineral, value.Measure, figure, FigurePath.Result(indicator, figure), unit, value.Status)
        {
            Stage = value.Stage, Period = value.Period, Value = number, Low = number, High = number, Reason = value.Reason, Coverage = value.Coverage,
            ImputedShare = value.ImputedShare, Flags = value.Flags, Illustrative = value.Illustrative, Label = value.Label, Sources = value.Sources,
        };
}
