using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.Factors;

/// <summary>One country's part in Japan's imports.</summary>
/// <param name="Key">ISO code.</param>
/// <param name="Share">sᵢ: share of the imports, unknown origin included in the whole, 0..1.</param>
internal sealed record CountryShare(string Key, double Share);

/// <summary>Dependence on a specific country.</summary>
/// <param name="Value">r₁ = max(largest sᵢ, Σ sᵢ over the watch list).</param>
/// <param name="High">With everything of unknown origin from that country: min(1, r₁ + u).</param>
/// <param name="Countries">Countries whose shares make the value, in order of key.</param>
internal sealed record DependenceFigure(double Value, double High, IReadOnlyList<string> Countries);

/// <summary>特定国への輸入依存度 (P 2(2) ①): the largest partner's share in imports of all stages, or that of the watch list together.</summary>
internal static class ImportDependence
{
    /// <summary>Factor of a mineral.</summary>
    internal static IndicatorResult Of(string mineral, PartnerImports imports, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        // Read for every mineral: which years count is part of why there is no value, too.
        _ = parameters.Count("factor1.years");
        IReadOnlyList<string> watchList = parameters.Texts("factor1.watchList");
        IndicatorResult dated = imports.Date(FactorResult.Empty(IndicatorId.ImportDependence, mineral, Stage.Trade));
        return FactorResult.Finish(dated.Reason is null ? Fill(dated, imports, watchList, parameters) : dated, parameters);
    }

    /// <summary>r₁ of shares.</summary>
    /// <param name="shares">Countries of known origin.</param>
    /// <param name="unknown">u: share of unknown origin.</param>
    /// <param name="watchList">Countries of the watch list, by ISO code.</param>
    internal static DependenceFigure Compute(IEnumerable<CountryShare> shares, double unknown, IReadOnlyList<string> watchList)
    {
        CountryShare[] ordered = [.. shares.OrderBy(share => share.Key, StringComparer.Ordinal)];
        CountryShare[] watched = [.. ordered.Where(share => watchList.Contains(share.Key))];
        CountryShare? largest = ordered.MaxBy(share => share.Share);
        double together = watched.Sum(share => share.Share);
        double value = Math.Max(largest?.Share ?? 0, together);
        return new DependenceFigure(
            value,
            Math.Min(1, value + unknown),
            together >= (largest?.Share ?? 0) && watched.Length > 0 ? [.. watched.Select(share => share.Key)] : largest is null ? [] : [largest.Key]);
    }

    private static IndicatorResult Fill(IndicatorResult dated, PartnerImports imports, IReadOnlyList<string> watchList, ParameterScope parameters)
    {
        double whole = imports.Whole;
        double unknown = (imports.Unknown?.Tonnes ?? 0) / whole;
        double imputed = imports.All.Sum(partner => partner.EstimatedTonnes) / whole;
        DependenceFigure figure = Compute(imports.Partners.Select(partner => new CountryShare(partner.Iso3!, partner.Tonnes / whole)), unknown, watchList);
        ResultStatus status = Reliability.Status(1 - unknown, imputed, parameters);
        bool isKnown = status != ResultStatus.Insufficient;
        return dated with
        {
            Status = status,
            Value = isKnown ? figure.Value : null,
            Low = figure.Value,
            High = figure.High,
            Coverage = 1 - unknown,
            ImputedShare = imputed,
            // The value is a largest share, no sum, so that the contributions have shares and no terms.
            Contributions = [.. imports.Partners.Select(partner => new Contribution(
                partner.Iso3!, partner.Tonnes / whole, null, null, partner.Evidence(watchList.Contains(partner.Iso3!) ? "watched" : "tonnes")))],
            Evidence = [.. Unknown(imports), .. imports.All.SelectMany(partner => partner.EstimatedEvidence("estimated"))],
            Notes = [.. dated.Notes, new Reason("dependsOn", [string.Join(", ", figure.Countries)])],
            Formulas =
            [
                new("whole", "sum(tonnes, watched, unknown)"),
                new("largest", "max(0, tonnes, watched) / whole"),
                new("watchList", "sum(watched) / whole"),
                new("low", "greatest(largest, watchList)"),
                new("high", "least(1, low + sum(unknown) / whole)"),
                .. isKnown ? [new FigureFormula("value", "low")] : Array.Empty<FigureFormula>(),
                new("coverage", "1 - sum(unknown) / whole"),
                new("imputedShare", "sum(estimated) / whole"),
            ],
            Reason = status == ResultStatus.Ok
                ? null
                : unknown > imputed ? new Reason("unknownOrigin", [ResultMarks.Percent(unknown)]) : new Reason("imputed", [ResultMarks.Percent(imputed)]),
        };
    }

    private static IEnumerable<EvidenceNode> Unknown(PartnerImports imports) =>
        imports.Unknown is { } unknown ? [unknown.Evidence("unknown")] : [];
}
