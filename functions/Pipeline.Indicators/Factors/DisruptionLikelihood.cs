using Pipeline.Domain;
using Pipeline.Indicators.Factors.Disruption;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.Factors;

/// <summary>
/// 供給途絶発生の可能性 (P 2(2) ②): r₂ = Σ sᵢ cᵢ, with the shares of factor ① and cᵢ the weighted mean of the known ones of seven sub-factors.
/// </summary>
internal static class DisruptionLikelihood
{
    /// <summary>Factor of a mineral on the day of the parameters.</summary>
    internal static IndicatorResult Of(string mineral, PartnerImports imports, DisruptionRecords records, GovernanceBook governance, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult dated = imports.Date(FactorResult.Empty(IndicatorId.DisruptionLikelihood, mineral, Stage.Trade));
        if (dated.Reason is not null)
        {
            return FactorResult.Finish(dated, parameters);
        }

        EventWindow window = new(set.AsOf, parameters.Count("factor2.years"));
        SubFactorReader reader = new(records, governance, window, imports.Years[^1], parameters);
        LikelihoodRule rule = new(
            parameters.Count("factor2.minimum"), parameters.Number("factor2.minimumWeight"), parameters.Number("factor2.unknown"));
        double whole = imports.Whole;
        CountryLikelihood[] countries = [.. imports.All.Select(partner => new CountryLikelihood(
            partner.Iso3 ?? CountryLikelihood.UnknownOrigin,
            partner.Tonnes / whole,
            partner.EstimatedTonnes / whole,
            partner.Iso3 is { } iso3 ? reader.Read(iso3) : [],
            rule))];
        IndicatorResult result = Fill(dated, countries, parameters);
        return FactorResult.Finish(
            result with
            {
                Notes = [.. result.Notes, .. MissingFeeds(records)],
                Evidence =
                [
                    .. imports.All.Zip(countries, (partner, country) => Imports(partner, country)).SelectMany(nodes => nodes),
                    .. Enum.GetValues<DisruptionSubFactor>().Select(kind => parameters.QuoteRow(
                        "factor2.weights", SubFactor.NameOf(kind), reader.Weight(kind), LikelihoodFormulas.Weight(SubFactor.Unknown(kind, 1)))),
                    .. result.Evidence,
                ],
            },
            parameters);
    }

    private static IndicatorResult Fill(IndicatorResult dated, IReadOnlyList<CountryLikelihood> countries, ParameterScope parameters)
    {
        LikelihoodFigure figure = LikelihoodFigure.Compute(countries);
        ResultStatus status = Reliability.Status(figure.Coverage, figure.ImputedShare, parameters);
        bool isKnown = status != ResultStatus.Insufficient;
        return dated with
        {
            Status = status,
            Value = isKnown ? figure.Value : null,
            Low = figure.Low,
            High = figure.High,
            Coverage = figure.Coverage,
            ImputedShare = figure.ImputedShare,
            Contributions = [.. figure.Terms.Select(term => new Contribution(term.Key, term.Share, term.Factor, term.Term, Evidence(term, parameters)))],
            Flags = [.. dated.Flags, .. countries.SelectMany(country => country.SubFactors).SelectMany(subFactor => subFactor.Flags)],
            Evidence = [.. countries.SelectMany(LikelihoodFormulas.Ends)],
            Formulas = LikelihoodFormulas.Of(countries, isKnown),
            Reason = status == ResultStatus.Ok
                ? null
                : new Reason("subFactorsMissing", [ResultMarks.Percent(1 - figure.Coverage), ResultMarks.Percent(figure.ImputedShare)]),
        };
    }

    private static IEnumerable<EvidenceNode> Imports(PartnerImport partner, CountryLikelihood country)
    {
        IEnumerable<EvidenceNode> estimated = country.IsKnown ? partner.EstimatedEvidence(LikelihoodFormulas.Estimated(country.Key)) : [];
        return estimated.Prepend(partner.Evidence(LikelihoodFormulas.Tonnes(country.Key)));
    }

    private static EvidenceNode Evidence(LikelihoodTerm term, ParameterScope parameters) => term.Counted is { } counted
        ? counted.Evidence! with { Symbol = LikelihoodFormulas.Value(term.Country, counted.SubFactor) }
        : new EvidenceNode("country of which too little is known", term.Country.Key, term.Country.Rule.Unknown, "1")
        {
            Symbol = LikelihoodFormulas.Unknown(term.Country.Key),
            Formula = "unknown",
            Inputs = [parameters.Quote("factor2.unknown", "unknown"), .. term.Country.Known.Select(subFactor => subFactor.PointEvidence!)],
        };

    private static IEnumerable<Reason> MissingFeeds(DisruptionRecords records)
    {
        if (!records.HasRegister)
        {
            yield return new Reason("noExportMeasures", []);
        }

        if (!records.HasSurvey)
        {
            yield return new Reason("noDisruptionSurvey", []);
        }
    }
}
