using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>Components of self-sufficiency in per cent of demand as they are printed, and their total.</summary>
internal static class SupplyShares
{
    /// <summary>
    /// The rate in words, per cent: the sum of the printed parts where the parts are printed, so that they add up; "x % or above" where a part is
    /// not known, an interval where it has bounds.
    /// </summary>
    public static string Total(SelfSufficiencyTable supply, IndicatorResult rate, ChartContext context) =>
        Total(supply, rate, context, Words.PercentRange, Words.PercentOrAbove, Words.PercentSign);

    /// <summary>The same with other words around the numbers: an interval, a lower bound, and what follows a point.</summary>
    /// <inheritdoc cref="Total(SelfSufficiencyTable, IndicatorResult, ChartContext)"/>
    public static string Total(SelfSufficiencyTable supply, IndicatorResult rate, ChartContext context, Phrase between, Phrase atLeast, Phrase sign)
    {
        string sum = PrintedSum(supply) is { } total
            ? context.Write(FigurePath.PrintedTotal, total, DisplayNumber.Percent)
            : context.Write(FigurePath.Result(rate.Indicator, "low"), rate.Low!.Value, DisplayNumber.Percent);
        return (rate.Value, rate.High) switch
        {
            ({ }, _) => sum + sign.In(context.Language),
            (null, { } high) => between.In(context.Language, sum, context.Write(FigurePath.Result(rate.Indicator, "high"), high, DisplayNumber.Percent)),
            _ => atLeast.In(context.Language, sum),
        };
    }

    /// <summary>Sum of the parts as printed (one decimal, a half away from zero), in percent; none without parts.</summary>
    public static double? PrintedSum(SelfSufficiencyTable supply)
    {
        List<decimal> parts = [.. supply.Components.Where(row => row.ShareOfDemand is not null)
            .Select(row => Math.Round((decimal)row.ShareOfDemand!.Value * 100m, 1, MidpointRounding.AwayFromZero))];
        return parts.Count == 0 ? null : (double)parts.Sum();
    }

    /// <summary>A row with its share: ③スクラップ 12.3％.</summary>
    public static string Named(SupplyRow row, ChartContext context)
    {
        string names = string.Join(Words.SupplyJoint.In(context.Language), row.Components.Select(component => Vocabulary.Word(Term.Component, component, context.Language)));
        string share = context.Write(FigurePath.Component(row.Key, "share"), row.ShareOfDemand!.Value, DisplayNumber.PercentOfShare);
        return (row.Tonnes is null ? Words.SupplyPartAtLeast : Words.BarAltPlain).In(context.Language, names, share);
    }

    /// <summary>Components that are not known, or known in part.</summary>
    public static List<string> MissingNames(SelfSufficiencyTable supply, Language language) =>
        [.. supply.Missing.Where(figure => figure.Quantity != DomesticQuantity.DomesticDemand).Select(figure => Vocabulary.Word(Term.Quantity, figure.Quantity, language))];
}
