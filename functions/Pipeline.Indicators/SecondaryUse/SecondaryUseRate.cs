using Pipeline.Domain;

namespace Pipeline.Indicators.SecondaryUse;

/// <summary>Components of self-sufficiency by their number in S.</summary>
internal enum SupplyComponent
{
    /// <summary>③ スクラップ: scrap from used products.</summary>
    OldScrap = 3,

    /// <summary>④ 製錬残渣等: residues of smelters; primary ore, so no secondary input.</summary>
    SmelterResidues = 4,

    /// <summary>⑤ 再生地金等: process scrap and the like.</summary>
    ProcessScrap = 5,
}

/// <summary>Rate of secondary input to domestic demand.</summary>
/// <param name="Rate">Rate, shown as it is also above 1; none when a component is withheld.</param>
/// <param name="LowerBound">Rate of the known components.</param>
/// <param name="OldScrapRate">Rate of ③ alone, because the risk that S names is that used products are thrown away.</param>
internal sealed record SecondaryUseFigure(double? Rate, double LowerBound, double? OldScrapRate)
{
    /// <summary>Score of the rate: 1 - min(rate, 1), or none.</summary>
    internal double? Value => Rate is { } rate ? Score(rate) : null;

    /// <summary>Score that a rate stands for.</summary>
    internal static double Score(double rate) => 1 - Math.Min(rate, 1);
}

/// <summary>スクラップ等再生: 内需量に対する二次原料調達率 (S, indicator 6), fiscal year, contained metal.</summary>
internal static class SecondaryUseRate
{
    /// <summary>Rate of the components that count, or none when demand is zero or missing.</summary>
    /// <param name="amounts">Tonnes of metal by component.</param>
    /// <param name="demand">内需量 in tonnes of metal, the same fiscal year.</param>
    /// <param name="counted">Numbers of the components that count as secondary.</param>
    internal static SecondaryUseFigure? Compute(
        IReadOnlyDictionary<SupplyComponent, PublishedValue> amounts, double? demand, IReadOnlyList<SupplyComponent> counted)
    {
        if (demand is not (> 0 and double denominator))
        {
            return null;
        }

        double? Amount(SupplyComponent component) => amounts.TryGetValue(component, out PublishedValue? value) ? value.Point : null;
        double known = counted.Order().Sum(component => Amount(component) ?? 0) / denominator;
        return new SecondaryUseFigure(
            counted.All(component => Amount(component) is not null) ? known : null,
            known,
            Amount(SupplyComponent.OldScrap) / denominator);
    }
}
