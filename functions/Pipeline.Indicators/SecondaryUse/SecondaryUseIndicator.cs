using Pipeline.Domain;
using Pipeline.Indicators.Bands;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.SecondaryUse;

/// <summary>From the rate to the result.</summary>
internal static class SecondaryUseIndicator
{
    /// <summary>Result for the amounts of a fiscal year.</summary>
    internal static IndicatorResult Assess(
        string mineral, FiscalYear year, IReadOnlyDictionary<SupplyComponent, PublishedValue> amounts, double? demand, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        SupplyComponent[] counted = [.. parameters.Numbers("secondary.components").Select(number => (SupplyComponent)(int)number)];
        IndicatorResult empty = Empty(mineral) with { Period = year };
        if (SecondaryUseRate.Compute(amounts, demand, counted) is not { } figure)
        {
            return ResultMarks.Finish(empty with { Reason = new Reason("noDomesticDemand", []) }, parameters);
        }

        IndicatorResult result = empty with
        {
            Status = figure.Rate is null ? ResultStatus.Insufficient : ResultStatus.Ok,
            Value = figure.Rate,
            Low = figure.LowerBound,
            High = figure.Rate,
            Coverage = figure.Rate is null ? null : 1,
            ImputedShare = 0,
            Companions = [new Companion("oldScrapRate", figure.OldScrapRate, "1")],
            Reason = figure.Rate is null ? new Reason("withheldComponent", []) : null,
        };
        result = BandMarks.Score(result, SecondaryUseFigure.Score, "bands.secondaryUse", parameters);
        // A rate without an upper bound can be anything up to all of demand: the score can fall to 0.
        return ResultMarks.Finish(figure.Rate is null ? result with { ScoreLow = 0 } : result, parameters);
    }

    /// <summary>Result while no survey of domestic demand and scrap has been taken in.</summary>
    internal static IndicatorResult WithoutSurvey(string mineral) => Empty(mineral) with { Reason = new Reason("noDomesticSurvey", []) };

    private static IndicatorResult Empty(string mineral) => new(IndicatorId.SecondaryUse, mineral, Stage.Use, ResultStatus.Insufficient, "1");
}
