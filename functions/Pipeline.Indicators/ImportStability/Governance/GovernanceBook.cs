using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.ImportStability.Governance;

/// <summary>
/// The governance estimates of one release. Each release revises the whole history, so one release is used for all countries of a run.
/// </summary>
internal sealed class GovernanceBook
{
    private readonly Dictionary<(string Iso3, int Year), GovernanceObservation[]> estimates;
    private readonly int[] years;

    /// <summary>Takes the newest release among the observations.</summary>
    internal GovernanceBook(IEnumerable<GovernanceObservation> observations)
    {
        GovernanceObservation[] all = [.. observations];
        Release = all.Length == 0 ? null : all.Max(observation => observation.Release);
        estimates = all.Where(observation => observation.Release == Release && observation.Estimate.HasPoint)
            .GroupBy(observation => (observation.Iso3, observation.Period.EndYear))
            .ToDictionary(
                group => group.Key,
                group => group.GroupBy(observation => observation.Dimension)
                    .Select(twice => twice.Last()).OrderBy(observation => observation.Dimension).ToArray());
        years = [.. estimates.Keys.Select(key => key.Year).Distinct().Order()];
    }

    /// <summary>Year of the release, or none when there is no governance data.</summary>
    internal int? Release { get; }

    /// <summary>Year whose estimates stand for a year of trade: the same, else the last earlier one that the release has.</summary>
    internal int? YearFor(int tradeYear) => years.Any(year => year <= tradeYear) ? years.Last(year => year <= tradeYear) : null;

    /// <summary>Risk of a partner in a year of trade.</summary>
    internal InstitutionalRisk Find(string iso3, int tradeYear, ParameterScope parameters)
    {
        if (YearFor(tradeYear) is { } year)
        {
            if (Known(iso3, year, parameters) is { } own)
            {
                return own;
            }

            Dictionary<string, string> sovereigns = parameters.Table<Dictionary<string, string>>("governance.sovereign");
            if (sovereigns.TryGetValue(iso3, out string? sovereign) && Known(sovereign, year, parameters) is { } inherited)
            {
                return inherited with
                {
                    Flags = [.. inherited.Flags.Append("inheritedGovernance").Order(StringComparer.Ordinal)],
                    Evidence = new EvidenceNode("institutional risk", iso3, inherited.Point, "1")
                    {
                        Formula = "sovereign",
                        Inputs = [inherited.Evidence with { Symbol = "sovereign" }],
                        Reference = $"parameter governance.sovereign {iso3} {sovereign}",
                    },
                };
            }
        }

        double unknown = parameters.Number("governance.unknown");
        return new InstitutionalRisk(unknown, 0, 1, true, ["unknownGovernance"], parameters.Quote("governance.unknown") with { Subject = iso3 });
    }

    private InstitutionalRisk? Known(string iso3, int year, ParameterScope parameters)
    {
        int oldest = checked(year - parameters.Count("governance.maxAgeYears"));
        int minimum = parameters.Count("governance.minimum");
        IReadOnlyList<string> dimensions = parameters.Texts("governance.dimensions");
        for (int candidate = year; candidate >= oldest; candidate--)
        {
            GovernanceObservation[] cells = [.. estimates.GetValueOrDefault((iso3, candidate), [])
                .Where(cell => dimensions.Contains(CamelCase(cell.Dimension)))];
            if (cells.Length >= minimum)
            {
                return Risk(iso3, cells, candidate == year ? [] : ["staleGovernance"]);
            }
        }

        return null;
    }

    private static InstitutionalRisk Risk(string iso3, GovernanceObservation[] cells, IReadOnlyList<string> flags)
    {
        double mean = cells.Sum(cell => cell.Estimate.Point!.Value) / cells.Length;
        double risk = InstitutionalRisk.FromMean(mean);
        EvidenceNode node = new("mean of governance estimates", iso3, mean, "1")
        {
            Symbol = "governance",
            Formula = "mean(estimate)",
            Inputs = [.. cells.Select(cell => new EvidenceNode(CamelCase(cell.Dimension), $"{iso3} {cell.Period.Code}", cell.Estimate.Point, "1")
            {
                Symbol = "estimate",
                Cells = [cell.Cell],
                Corrections = cell.Corrections,
            })],
        };
        return new InstitutionalRisk(risk, risk, risk, false, flags, new EvidenceNode("institutional risk", iso3, risk, "1")
        {
            Formula = "clamp((2.5 - governance) / 5, 0, 1)",
            Inputs = [node],
        });
    }

    private static string CamelCase(GovernanceDimension dimension)
    {
        string name = dimension.ToString();
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
