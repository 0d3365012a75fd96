using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Results;

/// <summary>How far a result can be relied on, from the share that is known and the share that was filled in.</summary>
internal static class Reliability
{
    // Shares are quotients of sums: a share that is 0.85 on paper may come out a few units of the last binary digit below it.
    private const double Rounding = 1e-12;

    /// <summary>Status for a coverage and an imputed share, both 0..1.</summary>
    internal static ResultStatus Status(double coverage, double imputedShare, ParameterScope parameters)
    {
        if (AtLeast(coverage, parameters.Number("result.coverage.ok")) && AtLeast(parameters.Number("result.imputed.ok"), imputedShare))
        {
            return ResultStatus.Ok;
        }

        return AtLeast(coverage, parameters.Number("result.coverage.partial")) && AtLeast(parameters.Number("result.imputed.partial"), imputedShare)
            ? ResultStatus.Partial
            : ResultStatus.Insufficient;
    }

    /// <summary>The weaker of two statuses of the same question.</summary>
    internal static ResultStatus AtMost(ResultStatus limit, ResultStatus status) => status < limit ? limit : status;

    private static bool AtLeast(double value, double mark) => value >= mark - Rounding;
}
