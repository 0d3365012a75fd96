using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>From how many companies a figure was collected.</summary>
/// <param name="Contributors">Companies, or none where the return does not say.</param>
/// <param name="LargestShare">Share of the largest of them, 0..1, or none where the return does not say.</param>
internal sealed record Collected(int? Contributors, double? LargestShare)
{
    /// <summary>How the rows of one figure were collected: the fewest companies and the largest share among them; none when all are published.</summary>
    internal static Collected? Of(IEnumerable<DomesticSupplyObservation> rows)
    {
        DomesticSupplyObservation[] collected = [.. rows.Where(row => row.Contributors is not null || row.LargestShare is not null)];
        return collected.Length == 0
            ? null
            : new Collected(
                collected.Any(row => row.Contributors is null) ? null : collected.Min(row => row.Contributors),
                collected.Any(row => row.LargestShare is null) ? null : collected.Max(row => row.LargestShare));
    }
}

/// <summary>What one component, or several that cannot be told apart, came to in a year.</summary>
/// <param name="Components">Components of the figure, in order of number.</param>
/// <param name="Amount">Tonnes of metal.</param>
/// <param name="Standing">How far the amount is known.</param>
internal sealed record ComponentFigure(IReadOnlyList<SupplyComponent> Components, Interval Amount, ComponentStanding Standing)
{
    /// <summary><c>c3</c>, or <c>c3+c4+c5</c>.</summary>
    internal string Key => string.Join('+', Components.Select(component => $"c{(int)component}"));

    /// <summary>True when a number, or a bound above nothing, is known.</summary>
    internal bool IsStated => Standing is ComponentStanding.Known or ComponentStanding.Bounded or ComponentStanding.AtLeast;

    /// <summary>Marks of the figure.</summary>
    internal IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Evidence of the amount at an end; asked for only where the amount has that end.</summary>
    internal required Func<End, EvidenceNode> Node { get; init; }

    /// <summary>How it was collected from companies, or none for a published figure.</summary>
    internal Collected? Collected { get; init; }

    /// <summary>True when a published figure of the same component and year exists, on whatever basis: the component can then be subtracted from a sum.</summary>
    internal bool PublishedElsewhere { get; init; }

    /// <summary>The amount by the other reading of the cap, for ① from single mines.</summary>
    internal ComponentFigure? Alternative { get; init; }

    /// <summary>Evidence of the amount that is counted: the point value, or the smallest one where there is none.</summary>
    internal EvidenceNode Counted() => Node(Amount.Point is null ? End.Low : End.Point);

    /// <summary>A component of which nothing is known.</summary>
    internal static ComponentFigure Unstated(SupplyComponent component, ComponentStanding standing) => new([component], Interval.Unknown, standing)
    {
        Node = _ => new EvidenceNode("component", $"c{(int)component}", null, "t"),
    };

    /// <summary>How far an amount is known.</summary>
    internal static ComponentStanding StandingOf(Interval amount) =>
        amount.Point is not null ? ComponentStanding.Known : amount.High is not null ? ComponentStanding.Bounded : ComponentStanding.AtLeast;
}
