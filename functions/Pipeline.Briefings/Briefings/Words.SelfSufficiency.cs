namespace Pipeline.Briefings;

/// <summary>Words of self-sufficiency and secondary use.</summary>
internal static partial class Words
{
    public static readonly Phrase SectionSelfSufficiency = new("自給率とスクラップ等再生", "Self-sufficiency and secondary use");
    public static readonly Phrase SelfSufficiency = new("自給率（権益ベース）", "Self-sufficiency (equity basis)");
    public static readonly Phrase SelfSufficiencyValue = new("自給率（権益ベース）は{1}％である（{0}、{2}）。", "Self-sufficiency (equity basis) is {1}% ({0}, {2}).");
    public static readonly Phrase SelfSufficiencyAtLeast = new(
        "自給率（権益ベース）は少なくとも{1}％である（{0}）。{2}", "Self-sufficiency (equity basis) is at least {1}% ({0}). {2}");
    public static readonly Phrase SelfSufficiencyBetween = new(
        "自給率（権益ベース）は{1}％から{2}％までの間にある（{0}）。{3}", "Self-sufficiency (equity basis) lies between {1}% and {2}% ({0}). {3}");
    public static readonly Phrase SelfSufficiencyUnknown = new("自給率（権益ベース）は判定不能である。{0}", "Self-sufficiency (equity basis) cannot be judged. {0}");
    public static readonly Phrase SecondaryValue = new(
        "内需に対する二次原料の割合は{1}％である（{0}、{2}）。", "Secondary input comes to {1}% of domestic demand ({0}, {2}).");
    public static readonly Phrase SecondaryAtLeast = new(
        "内需に対する二次原料の割合は少なくとも{1}％である（{0}）。{2}", "Secondary input comes to at least {1}% of domestic demand ({0}). {2}");
    public static readonly Phrase SecondaryBetween = new(
        "内需に対する二次原料の割合は{1}％から{2}％までの間にある（{0}）。{3}", "Secondary input comes to between {1}% and {2}% of domestic demand ({0}). {3}");
    public static readonly Phrase SecondaryUnknown = new("スクラップ等再生は判定不能である。{0}", "Secondary use cannot be judged. {0}");
    public static readonly Phrase SecondaryOldScrap = new(
        "使用済み製品のスクラップだけでは{0}％である。", "Scrap from used products alone comes to {0}%.");
    public static readonly Phrase PublishedRateLead = new(
        "公表された自給率は次のとおりである。本資料の値とは定義が異なることがある。", "Published rates of self-sufficiency are as follows; their definitions may differ from ours.");
    public static readonly Phrase PublishedRateItem = new("{0}（{1}）：{2}", "{0} ({1}): {2}");
    public static readonly Phrase PublishedGroup = new("{0}全体", "{0}s together");
    public static readonly Phrase PublishedQuote = new("{0}「{1}」（{2}）", "{0} “{1}” ({2})");
    public static readonly Phrase PublishedQuotes = new("公表値の定義と出所：{0}。", "Definitions and sources of the published rates: {0}.");
    public static readonly Phrase PercentOrAbove = new("{0}％以上", "{0}% or above");
    public static readonly Phrase PercentUpTo = new("{0}％以下", "up to {0}%");
    public static readonly Phrase PercentRange = new("{0}〜{1}％", "{0}–{1}%");
    public static readonly Phrase SupplyCaption = new("自給率の構成要素（{0}、t、純分）", "Components of self-sufficiency ({0}, t, contained metal)");
    public static readonly Phrase SupplyCaptionUnknown = new("自給率の構成要素と、不足している統計", "Components of self-sufficiency, and the statistics that are missing");
    public static readonly Phrase ColumnComponent = new("構成要素", "Component");
    public static readonly Phrase ColumnQuantity = new("数量（t）", "Amount (t)");
    public static readonly Phrase ColumnOfDemand = new("内需比（％）", "Of demand (%)");
    public static readonly Phrase ColumnStanding = new("把握状況", "Standing");
    public static readonly Phrase ColumnRemarkOrHolder = new("備考・照会先", "Remarks; who would know");
    public static readonly Phrase HolderRemark = new("照会先：{0}", "ask {0}");
    public static readonly Phrase RowDemand = new("地金等の内需", "Domestic demand of metal");
    public static readonly Phrase RowSelfSufficiency = new("自給率の計", "Self-sufficiency");
    public static readonly Phrase StripAtLeast = new("少なくとも", "at least");
    public static readonly Phrase StripDetail = new("{0}、{1}。内訳は第4節に示す。", "{0}, {1}. Section 4 shows the components.");
    public static readonly Phrase NoteSelfSufficiency = new("自給率（権益ベース）", "Self-sufficiency (equity basis)");
    public static readonly Phrase DefineSelfSufficiency = new(
        "地金等の内需に対する、①海外自山鉱（鉱山ごとに権益分と輸入量の小さい方）、②日本企業が権益をもつ製錬所からの引取量、③スクラップ、④製錬残渣等、⑤再生地金等の合計の割合である。上限は設けず、100％を超えることがある。把握できない要素があるときは下限を示す。3社以上が寄与し、かつ特定の1社に偏らない要素のみを示し、それ以外は他の要素と合算する。",
        "Ratio to domestic demand of metal of ① ore from mines abroad (equity share, at most what was imported, mine by mine), ② metal taken from smelters with Japanese equity, ③ scrap, ④ residues of smelters and ⑤ process scrap. There is no ceiling at 100%. Where a component is not known the figure is a lower bound. A component is shown only where at least three companies contribute and none dominates; otherwise it is joined with another.");
    public static readonly Phrase SupplyRounding = new(
        "内訳の割合は小数第1位に四捨五入し、その計は丸めた内訳の和である。", "Shares of components are rounded to one decimal; their total is the sum of the rounded shares.");
    public static readonly Phrase SupplyFigure = new(
        "自給率の構成要素（{0}、内需に対する割合）。破線は把握できない部分", "Components of self-sufficiency ({0}, per cent of domestic demand). Dashed: not known");
    public static readonly Phrase SupplyJoint = new("＋", " + ");
    public static readonly Phrase SupplyPartAtLeast = new("{0} {1}％以上", "{0} {1}% or above");
    public static readonly Phrase SupplyUnknownPart = new("把握できない部分 →", "not known →");
    public static readonly Phrase SupplyWhole = new(" 内需＝100％", " demand = 100%");
    public static readonly Phrase SupplyGoalMark = new("{0}年目標 {1}％ ", "{0} goal {1}% ");
    public static readonly Phrase SupplyKeyUnknown = new("把握できない要素：{0}", "not known: {0}");
    public static readonly Phrase SupplyAltMissing = new("{0} 不明", "{0} not known");
    public static readonly Phrase SupplyAltGoal = new("{0}全体の{1}年の目標は{2}％である。", "The goal for {0}s together is {2}% in {1}.");
    public static readonly Phrase SupplyAlt = new("自給率の構成要素（{0}、内需に対する割合）。計 {1}：{2}。{3}", "Components of self-sufficiency ({0}, per cent of demand). Total {1}: {2}. {3}");
}
