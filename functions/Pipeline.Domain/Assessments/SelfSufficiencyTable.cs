namespace Pipeline.Domain;

/// <summary>Components of 自給率（権益ベース） by their number in S.</summary>
public enum SupplyComponent
{
    /// <summary>① 海外自山鉱: equity share of mines abroad, at most what was imported.</summary>
    EquityOre = 1,

    /// <summary>② 輸入地金等: taken from smelters in which Japanese companies hold equity.</summary>
    ImportedMetal = 2,

    /// <summary>③ スクラップ: scrap from used products arising in Japan.</summary>
    OldScrap = 3,

    /// <summary>④ 製錬残渣等: residues of domestic smelters; primary ore, so no secondary input.</summary>
    SmelterResidues = 4,

    /// <summary>⑤ 再生地金等: process scrap and the like.</summary>
    ProcessScrap = 5,
}

/// <summary>How far a component is known, and why not further.</summary>
public enum ComponentStanding
{
    /// <summary>The amount is known.</summary>
    Known,

    /// <summary>Only an interval is known.</summary>
    Bounded,

    /// <summary>Only a part of the component is counted: the amount is a lower bound.</summary>
    AtLeast,

    /// <summary>Withheld by the source: at least 0.</summary>
    Withheld,

    /// <summary>Nobody has been found to state it.</summary>
    NotCollected,

    /// <summary>Several figures on different bases compete and the parameters name none of them.</summary>
    NotChosen,

    /// <summary>Collected from too few companies to be shown, alone or with another component.</summary>
    NotDisclosed,
}

/// <summary>自給率 laid open: demand, each component with its share of demand, what is missing and who would have it, and rates that others have published.</summary>
/// <param name="Period">Fiscal year, or calendar year where only such figures exist; none without demand.</param>
/// <param name="Demand">地金等の内需 in tonnes of metal, or none.</param>
/// <param name="DemandFlags">Marks of the demand (<c>apparent</c>, <c>productDemand</c>).</param>
/// <param name="DemandEvidence">Tree of the demand down to source cells, or none.</param>
/// <param name="Components">Components that are shown, in order of key; those that are not split by their source or are joined for disclosure share a row.</param>
/// <param name="Missing">Components and demand that are not known.</param>
/// <param name="Published">Rates that others have published, newest first; none of them was computed here.</param>
public sealed record SelfSufficiencyTable(
    Period? Period,
    double? Demand,
    IReadOnlyList<string> DemandFlags,
    EvidenceNode? DemandEvidence,
    IReadOnlyList<SupplyRow> Components,
    IReadOnlyList<MissingFigure> Missing,
    IReadOnlyList<PublishedRate> Published)
{
    /// <summary>Trees of demand and of every row.</summary>
    public IEnumerable<EvidenceNode> Evidence() => Components.Select(row => row.Evidence).Concat(DemandEvidence is null ? [] : [DemandEvidence]);
}

/// <summary>One row of components.</summary>
/// <param name="Key"><c>c1</c> to <c>c5</c>, or several joined: <c>c3+c4+c5</c>.</param>
/// <param name="Components">Components of the row.</param>
/// <param name="Tonnes">Amount in tonnes of metal, or none where only bounds are known.</param>
/// <param name="Low">Smallest amount in tonnes.</param>
/// <param name="High">Largest amount in tonnes, or none without a bound.</param>
/// <param name="ShareOfDemand">Amount (the smallest where only bounds are known) against demand, 0 and above, or none without demand.</param>
/// <param name="Standing">How far the amount is known.</param>
/// <param name="Flags">Marks of the row, for example <c>notSplit</c> or <c>joinedForDisclosure</c>.</param>
/// <param name="Evidence">Tree down to source cells; it stops at the sum where single figures come from companies.</param>
public sealed record SupplyRow(
    string Key,
    IReadOnlyList<SupplyComponent> Components,
    double? Tonnes,
    double Low,
    double? High,
    double? ShareOfDemand,
    ComponentStanding Standing,
    IReadOnlyList<string> Flags,
    EvidenceNode Evidence);

/// <summary>A figure that self-sufficiency would need.</summary>
/// <param name="Quantity">What is missing.</param>
/// <param name="Standing">Why.</param>
/// <param name="Holders">Who would have it, as codes of the vocabulary, likeliest first.</param>
public sealed record MissingFigure(DomesticQuantity Quantity, ComponentStanding Standing, IReadOnlyList<string> Holders);

/// <summary>A rate of self-sufficiency that somebody has published.</summary>
/// <param name="Subject">Identifier of the mineral, or of the group that the rate speaks of.</param>
/// <param name="Period">Year of the rate.</param>
/// <param name="Value">The rate in percent as printed.</param>
/// <param name="Definition">What it counts.</param>
/// <param name="Citation">Document it was read in.</param>
/// <param name="Cell">Where it stands.</param>
public sealed record PublishedRate(string Subject, Period Period, PublishedValue Value, string Definition, string Citation, SourceCell Cell);
