namespace Pipeline.Domain;

/// <summary>What a row of the domestic survey measures. Components ① to ⑤ are those of 自給率 (S, 鉱種別自給率).</summary>
public enum DomesticQuantity
{
    /// <summary>地金等の内需: domestic demand of metal.</summary>
    DomesticDemand,

    /// <summary>内需 報告値: consumption as reported by users.</summary>
    Consumption,

    /// <summary>① 海外自山鉱 of the mineral as a whole, already capped at what was imported.</summary>
    EquityOre,

    /// <summary>② 輸入地金等 of the mineral as a whole, already capped at what was taken.</summary>
    ImportedMetal,

    /// <summary>③ スクラップ: scrap from used products arising in Japan.</summary>
    OldScrap,

    /// <summary>④ 製錬残渣等: residues of domestic smelters.</summary>
    SmelterResidues,

    /// <summary>⑤ 再生地金等: process scrap and the like.</summary>
    ProcessScrap,

    /// <summary>Secondary production where a source does not split ③, ④ and ⑤.</summary>
    SecondaryProduction,

    /// <summary>Production of refined metal, primary and secondary together.</summary>
    RefinedProduction,

    /// <summary>Imports as the source of the survey counts them; never those of the trade statistics.</summary>
    Imports,

    /// <summary>Exports as the source of the survey counts them.</summary>
    Exports,

    /// <summary>Stocks at the end of the period.</summary>
    Stocks,

    /// <summary>自給率 as somebody has published it, in percent; never computed by us.</summary>
    PublishedSelfSufficiency,

    /// <summary>Production of one mine abroad (for ①).</summary>
    MineProduction,

    /// <summary>Share of that mine held by Japanese companies, 0..1 (for ①).</summary>
    EquityShare,

    /// <summary>What was imported from that mine (for ①).</summary>
    MineImports,

    /// <summary>What was taken from one smelter abroad in which Japanese companies hold equity (for ②).</summary>
    SmelterOfftake,

    /// <summary>The quantity that the equity in that smelter stands for (for ②).</summary>
    SmelterEquityQuantity,
}

/// <summary>One figure of the domestic survey: demand, supply components, balances of one mineral in one year.</summary>
/// <param name="Source">Always <c>domestic-survey</c>.</param>
/// <param name="Period">Fiscal year or calendar year, as the source counts.</param>
/// <param name="Cell">Where the figure stands.</param>
/// <param name="Mineral">Identifier of the mineral, or of a published group such as <c>base-metals</c>.</param>
/// <param name="Part">Part of the mineral that the figure covers alone (<c>neodymium</c> of rare earths), or none. A part is never added to its whole.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Site">Mine or smelter, or none for a figure of the mineral as a whole.</param>
/// <param name="Value">The cell in <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>t</c> of contained metal, <c>1</c> for shares, <c>percent</c> for published rates.</param>
/// <param name="Basis">Content basis in the words of the source: one key may hold rows of several bases, which are never added.</param>
/// <param name="Definition">What the source counts, in its words or ours.</param>
/// <param name="Citation">Document the figure was read in.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Confidence">How near to the document: <c>original</c>, <c>original excerpt</c>, <c>secondary excerpt</c>, <c>derived from …</c>.</param>
public sealed record DomesticSupplyObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Mineral,
    string? Part,
    DomesticQuantity Quantity,
    string? Site,
    PublishedValue Value,
    string Unit,
    string Basis,
    string Definition,
    string Citation,
    string Publisher,
    string Confidence) : Observation(Source, Period, Cell)
{
    /// <summary>Companies that contribute to a total collected from companies, or none for a published figure.</summary>
    public int? Contributors { get; init; }

    /// <summary>Share of the largest of them, 0..1, or none for a published figure.</summary>
    public double? LargestShare { get; init; }
}
