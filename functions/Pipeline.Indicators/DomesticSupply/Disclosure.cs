using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>
/// Which components may be shown. A figure collected from companies needs enough of them and none too large; otherwise it is shown only in a sum
/// with other collected figures that hides it, and where there is no such sum, it is left out of every total as well.
/// </summary>
/// <remarks>
/// What can be subtracted protects nothing. Three sums can be subtracted from: our own total less the rows shown, which is why a figure that is
/// not disclosed is not in the total either; a published figure of the same component and year, which is why such a component hides no other; and a
/// published rate of self-sufficiency of the year, which is why no collected figure at all is shown beside one that has to stay hidden.
/// </remarks>
internal static class Disclosure
{
    /// <summary>Mark of a sum that hides one of its parts.</summary>
    internal const string JoinedFlag = "joinedForDisclosure";

    /// <summary>The figures as they may be shown and added up, in order of key.</summary>
    /// <param name="figures">Figures of the year.</param>
    /// <param name="totalIsPublished">True when somebody has published the rate of the same year.</param>
    /// <param name="parameters">Parameters of the result.</param>
    internal static IReadOnlyList<ComponentFigure> Of(IReadOnlyList<ComponentFigure> figures, bool totalIsPublished, ParameterScope parameters)
    {
        ComponentFigure[] collected = [.. figures.Where(figure => figure.IsStated && figure.Collected is not null)];
        if (collected.Length == 0)
        {
            return figures;
        }

        Rule rule = new(parameters.Count("disclosure.minimumContributors"), parameters.Number("disclosure.dominance"));
        ComponentFigure[] unsafeOnes = [.. collected.Where(figure => !rule.IsSafe([figure]))];
        if (unsafeOnes.Length == 0)
        {
            return figures;
        }

        if (Joined(unsafeOnes, [.. collected.Except(unsafeOnes)], rule) is { } joined)
        {
            return [.. figures.Except(joined.Members).Append(joined.Figure).OrderBy(figure => figure.Key, StringComparer.Ordinal)];
        }

        ComponentFigure[] hidden = totalIsPublished ? collected : unsafeOnes;
        return [.. figures.Select(figure => hidden.Contains(figure) ? Hidden(figure) : figure)];
    }

    /// <summary>True when a single figure, such as demand, may be shown by itself.</summary>
    internal static bool MayShow(Collected? collected, ParameterScope parameters) =>
        collected is null || new Rule(parameters.Count("disclosure.minimumContributors"), parameters.Number("disclosure.dominance")).IsSafe(collected);

    // The fewest partners that make the sum safe, in order of key, so that as little as possible is lost to the reader.
    private static (IReadOnlyList<ComponentFigure> Members, ComponentFigure Figure)? Joined(ComponentFigure[] unsafeOnes, ComponentFigure[] safe, Rule rule)
    {
        ComponentFigure[] partners = [.. safe.Where(figure => figure.Amount.Point > 0)];
        if (unsafeOnes.Any(figure => figure.Amount.Point is null))
        {
            return null;
        }

        foreach (ComponentFigure[] chosen in Subsets(partners))
        {
            ComponentFigure[] members = [.. unsafeOnes.Concat(chosen).OrderBy(figure => figure.Key, StringComparer.Ordinal)];
            ComponentFigure[] unknown = [.. members.Where(figure => !figure.PublishedElsewhere)];
            if (members.Length > 1 && rule.Hides(members, unsafeOnes) && (unknown.Length == members.Length || unknown.Length == 0 || rule.Hides(unknown, [.. unsafeOnes.Intersect(unknown)])))
            {
                return (members, Sum(members));
            }
        }

        return null;
    }

    private static IEnumerable<ComponentFigure[]> Subsets(ComponentFigure[] partners) =>
        Enumerable.Range(0, 1 << partners.Length)
            .OrderBy(mask => System.Numerics.BitOperations.PopCount((uint)mask)).ThenBy(mask => mask)
            .Select(mask => partners.Where((_, index) => (mask & (1 << index)) != 0).ToArray());

    private static ComponentFigure Sum(ComponentFigure[] members)
    {
        Interval amount = Interval.Sum(members.Select(figure => figure.Amount));
        SourceCell[] cells = [.. members.SelectMany(figure => figure.Counted().Walk()).SelectMany(node => node.Cells).Distinct()];
        return new ComponentFigure([.. members.SelectMany(figure => figure.Components).Distinct().Order()], amount, ComponentFigure.StandingOf(amount))
        {
            Flags = [.. members.SelectMany(figure => figure.Flags).Append(JoinedFlag).Distinct()],
            // The tree ends at the sum: its parts are what must not be read.
            Node = end => new EvidenceNode("components joined", string.Empty, amount.At(end), "t") { Cells = cells },
        };
    }

    private static ComponentFigure Hidden(ComponentFigure figure) => new(figure.Components, Interval.Unknown, ComponentStanding.NotDisclosed)
    {
        Node = _ => new EvidenceNode("component", figure.Key, null, "t"),
    };

    /// <summary>The marks of safety.</summary>
    private sealed record Rule(int Minimum, double Dominance)
    {
        internal bool IsSafe(Collected collected) => collected.Contributors >= Minimum && collected.LargestShare <= Dominance;

        // The companies of several figures may be the same, and the largest of each too: a sum has at least as many as its best figure.
        internal bool IsSafe(ComponentFigure[] figures)
        {
            double whole = figures.Sum(figure => figure.Amount.Point ?? 0);
            return figures is [var alone]
                ? IsSafe(alone.Collected!)
                : whole > 0
                    && figures.All(figure => figure.Collected is { LargestShare: not null })
                    && figures.Max(figure => figure.Collected!.Contributors) >= Minimum
                    && figures.Sum(figure => figure.Collected!.LargestShare!.Value * figure.Amount.Point!.Value) / whole <= Dominance;
        }

        // A figure that makes up nearly all of a sum is as good as shown.
        internal bool Hides(ComponentFigure[] figures, ComponentFigure[] unsafeOnes) =>
            unsafeOnes.Length == 0
            || (figures.Length > 1 && IsSafe(figures)
                && unsafeOnes.All(figure => figure.Amount.Point <= Dominance * figures.Sum(other => other.Amount.Point ?? 0)));
    }
}
