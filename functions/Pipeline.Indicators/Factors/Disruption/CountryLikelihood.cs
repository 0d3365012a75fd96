using Pipeline.Domain;

namespace Pipeline.Indicators.Factors.Disruption;

/// <summary>How many sub-factors must be known, and what stands for a country that has fewer.</summary>
/// <param name="Minimum">Least number of known sub-factors.</param>
/// <param name="MinimumWeight">Least share of the weights that they carry, 0..1.</param>
/// <param name="Unknown">Point for a country that has fewer.</param>
internal sealed record LikelihoodRule(int Minimum, double MinimumWeight, double Unknown);

/// <summary>A country with its share of Japan's imports and its sub-factors.</summary>
/// <param name="Key">ISO code, or <see cref="UnknownOrigin"/>.</param>
/// <param name="Share">sᵢ, 0..1.</param>
/// <param name="EstimatedShare">Part of the share that rests on an estimated weight, 0..1.</param>
/// <param name="SubFactors">All seven; none for goods of unknown origin.</param>
/// <param name="Rule">When the known ones are enough.</param>
internal sealed record CountryLikelihood(string Key, double Share, double EstimatedShare, IReadOnlyList<SubFactor> SubFactors, LikelihoodRule Rule)
{
    /// <summary>Key of goods of unknown origin: a country of which nothing is known.</summary>
    internal const string UnknownOrigin = "unknownOrigin";

    // Weights of 0.1 add up to a unit of the last binary digit below 0.5.
    private const double Rounding = 1e-12;

    /// <summary>Sub-factors with a point.</summary>
    internal IReadOnlyList<SubFactor> Known => [.. SubFactors.Where(subFactor => subFactor.Point is not null)];

    /// <summary>Share of the weights that the known sub-factors carry, 0..1.</summary>
    internal double KnownWeight => SubFactors.Count == 0 ? 0 : Known.Sum(subFactor => subFactor.Weight) / Weights;

    /// <summary>True when the known sub-factors are enough for a value.</summary>
    internal bool IsKnown => Known.Count >= Rule.Minimum && KnownWeight >= Rule.MinimumWeight - Rounding;

    /// <summary>
    /// What the value of the country is the weighted mean of, in order of name: the known sub-factors, and those whose records rule out the
    /// mean of the known ones, at the nearest value that they allow, so that the value lies in its interval. Empty where too few are known.
    /// </summary>
    internal IReadOnlyList<CountedSubFactor> Counted
    {
        get
        {
            if (!IsKnown)
            {
                return [];
            }

            double mean = Known.Sum(subFactor => subFactor.Weight * subFactor.Point!.Value) / Known.Sum(subFactor => subFactor.Weight);
            return [.. SubFactors.Where(subFactor => subFactor.Point is not null || mean < subFactor.Low || mean > subFactor.High)
                .OrderBy(subFactor => subFactor.Name, StringComparer.Ordinal)
                .Select(subFactor => new CountedSubFactor(subFactor, subFactor.Point ?? Math.Clamp(mean, subFactor.Low, subFactor.High)))];
        }
    }

    /// <summary>cᵢ: weighted mean of what counts, or the value of an unknown country.</summary>
    internal double Point => IsKnown
        ? Counted.Sum(counted => counted.SubFactor.Weight * counted.Value) / Counted.Sum(counted => counted.SubFactor.Weight)
        : Rule.Unknown;

    /// <summary>cᵢ with every sub-factor that is not known at its low end; 0 where too few are known.</summary>
    internal double Low => IsKnown ? SubFactors.Sum(subFactor => subFactor.Weight * subFactor.Low) / Weights : 0;

    /// <summary>cᵢ with every sub-factor that is not known at its high end; 1 where too few are known.</summary>
    internal double High => IsKnown ? SubFactors.Sum(subFactor => subFactor.Weight * subFactor.High) / Weights : 1;

    private double Weights => SubFactors.Sum(subFactor => subFactor.Weight);
}

/// <summary>A sub-factor with the value that counts for its country.</summary>
/// <param name="SubFactor">The sub-factor.</param>
/// <param name="Value">x, 0..1: the point, or the end of the interval that is nearest to the mean of the known ones.</param>
internal sealed record CountedSubFactor(SubFactor SubFactor, double Value)
{
    /// <summary>Tree behind the value.</summary>
    internal EvidenceNode? Evidence => SubFactor.PointEvidence ?? (IsAtLow ? SubFactor.LowEvidence : SubFactor.HighEvidence);

    /// <summary>True for a value at the low end of an interval.</summary>
    internal bool IsAtLow => SubFactor.Point is null && Value <= SubFactor.Low;

    /// <summary>True for a value at the high end of an interval.</summary>
    internal bool IsAtHigh => SubFactor.Point is null && !IsAtLow;
}

/// <summary>One term of r₂.</summary>
/// <param name="Key">Country and sub-factor (<c>CHN/policyStability</c>), or a country alone where too little is known of it.</param>
/// <param name="Share">sᵢ.</param>
/// <param name="Factor">wₖ xᵢₖ over the counted weights of the country, or the value of an unknown country.</param>
/// <param name="Country">The country.</param>
/// <param name="Counted">The sub-factor, or none.</param>
internal sealed record LikelihoodTerm(string Key, double Share, double Factor, CountryLikelihood Country, CountedSubFactor? Counted)
{
    /// <summary>What the key adds to r₂.</summary>
    internal double Term => Share * Factor;
}

/// <summary>r₂ = Σ sᵢ cᵢ with the interval that unknown sub-factors leave open.</summary>
/// <param name="Value">r₂.</param>
/// <param name="Low">Σ sᵢ cᵢ with every cᵢ at its low end.</param>
/// <param name="High">Σ sᵢ cᵢ with every cᵢ at its high end.</param>
/// <param name="Coverage">Σ sᵢ x share of the weights known, over countries of which enough is known.</param>
/// <param name="ImputedShare">Share of countries of which too little is known, and of estimated weights in the others.</param>
/// <param name="Terms">Terms in ascending order of key; they add up to <paramref name="Value"/>.</param>
internal sealed record LikelihoodFigure(
    double Value, double Low, double High, double Coverage, double ImputedShare, IReadOnlyList<LikelihoodTerm> Terms)
{
    /// <summary>r₂ of countries whose shares add up to 1.</summary>
    internal static LikelihoodFigure Compute(IEnumerable<CountryLikelihood> countries)
    {
        CountryLikelihood[] ordered = [.. countries.OrderBy(country => country.Key, StringComparer.Ordinal)];
        LikelihoodTerm[] terms = [.. ordered.SelectMany(TermsOf).OrderBy(term => term.Key, StringComparer.Ordinal)];
        return new LikelihoodFigure(
            terms.Sum(term => term.Term),
            ordered.Sum(country => country.Share * country.Low),
            ordered.Sum(country => country.Share * country.High),
            ordered.Where(country => country.IsKnown).Sum(country => country.Share * country.KnownWeight),
            ordered.Sum(country => country.IsKnown ? country.EstimatedShare : country.Share),
            terms);
    }

    private static IEnumerable<LikelihoodTerm> TermsOf(CountryLikelihood country)
    {
        if (!country.IsKnown)
        {
            return [new LikelihoodTerm(country.Key, country.Share, country.Rule.Unknown, country, null)];
        }

        double weights = country.Counted.Sum(counted => counted.SubFactor.Weight);
        return country.Counted.Select(counted => new LikelihoodTerm(
            $"{country.Key}/{counted.SubFactor.Name}", country.Share, counted.SubFactor.Weight * counted.Value / weights, country, counted));
    }
}
