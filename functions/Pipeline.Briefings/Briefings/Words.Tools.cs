namespace Pipeline.Briefings;

/// <summary>Words of the policy tools.</summary>
internal static partial class Words
{
    public static readonly Phrase SectionTools = new("政策評価ツール", "Policy tools");
    public static readonly Phrase ToolsLead = new(
        "評価指標と需要の見込みから導かれる政策評価ツールを、鉱物政策の資料と同じ順に示す。読み方の補助であり、順位や決定を示すものではない。",
        "The policy tools to which the indicators and demand lead, in the order of the policy paper. The list is a reading aid; it ranks and decides nothing.");
    public static readonly Phrase ToolsNone = new("政策評価ツールとの対応は、この版では算定していない。", "The policy tools are not derived in this vintage.");
    public static readonly Phrase ToolsCaption = new("政策評価ツールと判定の根拠", "Policy tools, findings and reasons");
    public static readonly Phrase ColumnTool = new("政策評価ツール", "Policy tool");
    public static readonly Phrase ColumnFinding = new("判定", "Finding");
    public static readonly Phrase ColumnReasons = new("根拠", "Reasons");
    public static readonly Phrase IllustrativeInBrackets = new("［例示データ］", " [ILLUSTRATIVE]");
    public static readonly Phrase ColumnEffect = new("{0}％実施後の試算", "If taken by {0}% (hypothetical)");
    public static readonly Phrase EffectsPart = new("政策実施前・後の試算", "Before and after measures");
    public static readonly Phrase EffectsLead = new(
        "「該当」又は「可能性あり」とした措置を{0}％ずつ同時に実施したと仮定し、同じ算定方法で指標を計算し直した。仮定による試算であり、見通しではない。",
        "The measures that are indicated or possible are assumed to be taken together, each by {0}%, and the indicators are computed again by the same rules. The result is hypothetical and no forecast.");
    public static readonly Phrase EffectsNone = new(
        "{0}％の実施を仮定した試算は、計算できる措置がないため行っていない。理由は表に示す。", "Nothing is computed for measures of {0}%, because none of them can be; the table gives the reasons.");
    public static readonly Phrase EffectsNoFigures = new(
        "{0}％の実施を仮定しても、算定できる指標に変化はない。", "Measures of {0}% change none of the indicators that can be computed.");
    public static readonly Phrase EffectsRadarCaption = new(
        "六指標の実施前（破線）と実施後（実線）。仮定による試算", "The six indicators before (dashed) and after (solid). Hypothetical");
    public static readonly Phrase EffectsTableCaption = new("措置の前後の数値（仮定による試算）", "Figures before and after the measures (hypothetical)");
    public static readonly Phrase ColumnBeforeMeasures = new("実施前", "Before");
    public static readonly Phrase ColumnAfterMeasures = new("実施後", "After");
    public static readonly Phrase ColumnEffectSize = new("差", "Change");
    public static readonly Phrase EffectChange = new("{0} {1}\u00A0→\u00A0{2}", "{0} {1}\u00A0→\u00A0{2}");
    public static readonly Phrase EffectRefused = new("{0}：{1}", "{0}: {1}");
    public static readonly Phrase EffectNoFigure = new("算定できる指標に変化はない。", "No indicator that can be computed changes.");
    public static readonly Phrase EffectVehicles = new("EV100万台の所要量", "Need of 1m electric vehicles");
    public static readonly Phrase EffectWind = new("洋上風力10GWの所要量", "Need of 10 GW offshore wind");
    public static readonly Phrase TonnesSign = new("\u00A0t", "\u00A0t");
    public static readonly Phrase NoSign = new("", "");
    public static readonly Phrase AssumeProduction = new(
        "上流開発：世界生産の{0}％を、首位の{1}に代えて{2}が供給する。", "Upstream: {2} takes {0}% of world production over from {1}, the largest.");
    public static readonly Phrase AssumeConcentrate = new(
        "上流開発：精鉱輸入の{0}％を、首位の{1}から{2}に替える。", "Upstream: {0}% of concentrate imports move from {1}, the largest, to {2}.");
    public static readonly Phrase AssumeSmelter = new(
        "製錬所支援：製錬品輸入の{0}％を、首位の{1}に代えて国内製錬で賄う。", "Smelters: domestic smelting replaces {0}% of refined imports, from {1}, the largest.");
    public static readonly Phrase AssumeLessUse = new("代替材等：使用量を{0}％減らす。", "Less use: demand falls by {0}%.");
    public static readonly Phrase AssumeRecycling = new(
        "リサイクル：使用済み製品からの再生を内需の{0}％分増やす。", "Recycling: scrap from used products grows by {0}% of domestic demand.");
    public static readonly Phrase NoteTools = new("政策評価ツール", "Policy tools");
    public static readonly Phrase DefineTools = new(
        "寡占度と輸入安定性は供給の多角化、価格変動幅は使用量の削減、スクラップ等再生はリサイクル、需要の増加は供給の拡大に結び付ける。評点又は需要の増加が基準に達すれば「該当」、幅の上端だけが達すれば「可能性あり」、指標が判定不能であれば「判定不能」とする。基準は本資料の定めである。措置の試算では、上流開発は首位以外の既存の供給国のうち制度リスクが最も小さい国が首位国に代わるもの、製錬所支援は国内製錬が首位国からの製錬品輸入に代わるものとする。備蓄、埋蔵及び価格への効果は含まない。",
        "Concentration and import stability lead to diversification, price fluctuation to less use, secondary use to recycling, growing demand to more supply. A tool is indicated when a score or the growth of demand reaches its mark, possible when only the upper end does, and cannot be judged when the figure is missing. The marks are choices of this series. For the computation of measures, upstream development lets the present supplier of lowest institutional risk take over from the largest, and smelter support lets domestic smelting take the place of refined imports from the largest. Effects of stockpiles and on reserves and prices are left out.");
}
