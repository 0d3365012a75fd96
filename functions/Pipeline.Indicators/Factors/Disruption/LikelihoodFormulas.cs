using Pipeline.Domain;

namespace Pipeline.Indicators.Factors.Disruption;

/// <summary>
/// How r₂ follows from its evidence. Symbols are named by country: <c>CHN.tonnes</c>, <c>CHN.policyStability</c>, <c>CHN.policyStability.high</c>;
/// steps as well: <c>CHN.share</c>, <c>CHN.terms</c>, <c>CHN.low</c>.
/// </summary>
internal static class LikelihoodFormulas
{
    /// <summary>Symbol of the imports from a country.</summary>
    internal static string Tonnes(string country) => country + ".tonnes";

    /// <summary>Symbol of the part of them with an estimated weight.</summary>
    internal static string Estimated(string country) => country + ".estimated";

    /// <summary>Symbol of the value that stands for a country of which too little is known.</summary>
    internal static string Unknown(string country) => country + ".unknown";

    /// <summary>Symbol of the weight of a sub-factor.</summary>
    internal static string Weight(SubFactor subFactor) => "weight." + subFactor.Name;

    /// <summary>Symbol of the value that a counted sub-factor has.</summary>
    internal static string Value(CountryLikelihood country, SubFactor subFactor) => $"{country.Key}.{subFactor.Name}";

    /// <summary>Trees behind ends of intervals that belong to no contribution.</summary>
    internal static IEnumerable<EvidenceNode> Ends(CountryLikelihood country)
    {
        foreach (SubFactor subFactor in country.SubFactors.Where(subFactor => country.IsKnown && subFactor.Point is null))
        {
            CountedSubFactor? counted = CountedOf(country, subFactor);
            if (subFactor.LowEvidence is { } low && counted is not { IsAtLow: true })
            {
                yield return low with { Symbol = LowEnd(country, subFactor) };
            }

            if (subFactor.HighEvidence is { } high && counted is not { IsAtHigh: true })
            {
                yield return high with { Symbol = HighEnd(country, subFactor) };
            }
        }
    }

    /// <summary>Formulas of every figure.</summary>
    internal static IReadOnlyList<FigureFormula> Of(IReadOnlyList<CountryLikelihood> countries, bool isKnown)
    {
        List<FigureFormula> formulas =
        [
            new("whole", $"sum({Listed(countries, country => Tonnes(country.Key))})"),
            .. countries.SelectMany(Of),
            new("terms", $"list({Listed(countries, country => country.Key + ".terms")})"),
            new("low", Sum(countries, country => $"{country.Key}.share * {country.Key}.low")),
            new("high", Sum(countries, country => $"{country.Key}.share * {country.Key}.high")),
            new("coverage", Sum(countries.Where(country => country.IsKnown), country => $"{country.Key}.share * {country.Key}.knownWeight")),
            new("imputedShare", Sum(
                countries.Where(country => !country.IsKnown || country.EstimatedShare > 0),
                country => country.IsKnown ? $"sum({Estimated(country.Key)}) / whole" : $"{country.Key}.share")),
        ];
        if (isKnown)
        {
            formulas.Add(new FigureFormula("value", "sum(terms)"));
        }

        return formulas;
    }

    private static IEnumerable<FigureFormula> Of(CountryLikelihood country)
    {
        string key = country.Key;
        yield return new FigureFormula($"{key}.share", $"{Tonnes(key)} / whole");
        if (!country.IsKnown)
        {
            yield return new FigureFormula($"{key}.terms", $"{key}.share * {Unknown(key)}");
            yield return new FigureFormula($"{key}.low", "0");
            yield return new FigureFormula($"{key}.high", "1");
            yield break;
        }

        SubFactor[] counted = [.. country.Counted.Select(counted => counted.SubFactor)];
        string weights = $"({Sum(country.SubFactors, Weight)})";
        yield return new FigureFormula(
            $"{key}.terms",
            $"{key}.share * list({string.Join(", ", counted.Select(subFactor => $"{Weight(subFactor)} * {Value(country, subFactor)}"))}) / ({Sum(counted, Weight)})");
        yield return new FigureFormula($"{key}.low", $"({Sum(country.SubFactors.Where(subFactor => subFactor.Low > 0 || subFactor.Point is not null), subFactor => Weight(subFactor) + " * " + Low(country, subFactor))}) / {weights}");
        yield return new FigureFormula($"{key}.high", $"({Sum(country.SubFactors, subFactor => Weight(subFactor) + High(country, subFactor))}) / {weights}");
        yield return new FigureFormula($"{key}.knownWeight", $"({Sum(country.Known, Weight)}) / {weights}");
    }

    private static string Low(CountryLikelihood country, SubFactor subFactor) =>
        subFactor.Point is not null || CountedOf(country, subFactor) is { IsAtLow: true } ? Value(country, subFactor) : LowEnd(country, subFactor);

    // A sub-factor that nothing bounds counts with its whole weight.
    private static string High(CountryLikelihood country, SubFactor subFactor)
    {
        if (subFactor.Point is not null || CountedOf(country, subFactor) is { IsAtHigh: true })
        {
            return " * " + Value(country, subFactor);
        }

        return subFactor.HighEvidence is null ? string.Empty : " * " + HighEnd(country, subFactor);
    }

    private static CountedSubFactor? CountedOf(CountryLikelihood country, SubFactor subFactor) =>
        country.Counted.FirstOrDefault(counted => counted.SubFactor.Kind == subFactor.Kind);

    private static string LowEnd(CountryLikelihood country, SubFactor subFactor) => Value(country, subFactor) + ".low";

    private static string HighEnd(CountryLikelihood country, SubFactor subFactor) => Value(country, subFactor) + ".high";

    private static string Listed(IEnumerable<CountryLikelihood> countries, Func<CountryLikelihood, string> name) => string.Join(", ", countries.Select(name));

    private static string Sum<T>(IEnumerable<T> terms, Func<T, string> expression)
    {
        string[] all = [.. terms.Select(expression)];
        return all.Length == 0 ? "0" : string.Join(" + ", all);
    }
}
