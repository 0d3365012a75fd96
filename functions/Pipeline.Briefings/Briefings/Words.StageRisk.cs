namespace Pipeline.Briefings;

/// <summary>Words of the risks along the supply chain.</summary>
internal static partial class Words
{
    public static readonly Phrase StageReserves = new("埋蔵", "Reserves");
    public static readonly Phrase StageMining = new("生産（採掘）", "Mining");
    public static readonly Phrase StageConcentrate = new("精鉱", "Concentrates");
    public static readonly Phrase StageRefined = new("製錬品", "Refined");
    public static readonly Phrase StageParts = new("部素材", "Components");
    public static readonly Phrase StageFinal = new("最終製品", "Final goods");
    public static readonly Phrase KindConcentration = new("国の偏在", "Concentration by country");
    public static readonly Phrase KindImports = new("輸入の安定性", "Import stability");
    public static readonly Phrase KindPrice = new("価格の変動", "Price fluctuation");
    public static readonly Phrase KindSecondary = new("再生利用", "Secondary use");
    public static readonly Phrase KindSelfSufficiency = new("自給率", "Self-sufficiency");
    public static readonly Phrase NotAssessed = new("未評価", "not assessed");
    public static readonly Phrase NoBand = new("区分なし", "no band");
    public static readonly Phrase KeyNotAssessed = new("未評価（指標がない）", "not assessed: no indicator");
    public static readonly Phrase StageRiskCaption = new(
        "工程別のリスク。区分と評点を示し、幅が区分の境をまたぐときは両方の区分を示す。「—」は当該の工程に関わらないもの",
        "Risks along the supply chain, by band and score; an interval that crosses a mark shows both bands. A dash: does not arise at that stage");
    public static readonly Phrase StageRiskAlt = new("工程別のリスクの一覧図。{0}{1}。部素材と最終製品の偏在及び輸入は未評価である。", "Map of risks along the supply chain. {0} {1}. Concentration and imports of components and final goods are not assessed.");
    public static readonly Phrase StageRiskAltCell = new("{0}の{1}：{2} {3}", "{0}, {1}: {2} {3}");
    public static readonly Phrase StageRiskHigh = new("区分が高以上の工程は{0}である。", "Stages with a band of high or above: {0}.");
    public static readonly Phrase StageRiskNoneHigh = new("区分が高以上の工程はない。", "No stage has a band of high or above.");
    public static readonly Phrase StageRiskLead = new(
        "埋蔵から最終製品までの各工程のリスクを示す。工程や指標を通じた合計は行わない。",
        "The map shows the risks at each stage, from reserves to the final product. Nothing is added up over stages or indicators.");
    public static readonly Phrase StageRiskPart = new("工程別のリスク", "Risks along the supply chain");
}
