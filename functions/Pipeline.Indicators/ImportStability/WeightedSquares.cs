using Pipeline.Indicators.ImportStability.Governance;

namespace Pipeline.Indicators.ImportStability;

/// <summary>A partner with its share of Japan's imports of one stage.</summary>
/// <param name="Key">ISO code; sort key.</param>
/// <param name="Share">Share of the stage's imports, 0..1; unknown origin is part of the whole.</param>
/// <param name="EstimatedShare">Part of the share that rests on an estimated weight, 0..1.</param>
/// <param name="Risk">Institutional risk.</param>
internal sealed record PartnerShare(string Key, double Share, double EstimatedShare, InstitutionalRisk Risk);

/// <summary>One term of the score.</summary>
internal sealed record RiskTerm(PartnerShare Partner, double Term);

/// <summary>Import stability with what is shown beside it. A risk in spite of its name: 0 = low, 1 = high.</summary>
/// <param name="Value">Score.</param>
/// <param name="Low">Score with every unknown at its most favourable.</param>
/// <param name="High">Score with every unknown at its least favourable.</param>
/// <param name="ImportConcentration">輸入寡占度 Σ sᵢ².</param>
/// <param name="EffectiveRisk">Σ sᵢ² rᵢ / Σ sᵢ², or none without partners.</param>
/// <param name="AlternativeValue">The score under the other reading of "concentration times each country's index".</param>
/// <param name="ImputedShare">Share of partners whose risk or weight is filled in.</param>
/// <param name="Terms">Terms in ascending order of key; they add up to <paramref name="Value"/>.</param>
internal sealed record StabilityFigure(
    double Value,
    double Low,
    double High,
    double ImportConcentration,
    double? EffectiveRisk,
    double AlternativeValue,
    double ImputedShare,
    IReadOnlyList<RiskTerm> Terms);

/// <summary>
/// 輸入の寡占度×各国の制度安定性指標 (S, indicators 3 and 4). Each squared share is weighted with that partner's own index, the reading of
/// 「各国の」; concentration times the import-weighted mean of the index is kept beside it, so that the choice can be seen.
/// </summary>
internal static class WeightedSquares
{
    /// <summary>Score of the partners.</summary>
    /// <param name="partners">Partners with known origin.</param>
    /// <param name="unknownShare">u: share of unknown origin; at worst one partner with the highest risk.</param>
    /// <param name="product">True to score by the product, and keep the weighted squares beside it.</param>
    internal static StabilityFigure Compute(IEnumerable<PartnerShare> partners, double unknownShare, bool product = false)
    {
        PartnerShare[] ordered = [.. partners.OrderBy(partner => partner.Key, StringComparer.Ordinal)];
        double concentration = ordered.Sum(partner => partner.Share * partner.Share);
        double Squares(Func<InstitutionalRisk, double> risk) => ordered.Sum(partner => partner.Share * partner.Share * risk(partner.Risk));
        double known = ordered.Sum(partner => partner.Share);
        double Product(Func<InstitutionalRisk, double> risk) =>
            known == 0 ? 0 : concentration * ordered.Sum(partner => partner.Share * risk(partner.Risk)) / known;

        Func<Func<InstitutionalRisk, double>, double> form = product ? Product : Squares;
        double squares = Squares(risk => risk.Point);
        return new StabilityFigure(
            form(risk => risk.Point),
            form(risk => risk.Low),
            form(risk => risk.High) + (unknownShare * unknownShare),
            concentration,
            concentration == 0 ? null : squares / concentration,
            product ? squares : Product(risk => risk.Point),
            ordered.Sum(partner => partner.Risk.IsImputed ? partner.Share : partner.EstimatedShare),
            [.. ordered.Select(partner => new RiskTerm(
                partner,
                product ? concentration * partner.Share * partner.Risk.Point / known : partner.Share * partner.Share * partner.Risk.Point))]);
    }
}
