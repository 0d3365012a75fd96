namespace Pipeline.Briefings;

/// <summary>Words of sections, captions, charts and tables.</summary>
internal static partial class Words
{
    public static readonly Phrase RadarCaption = new(
        "六指標の評点。太線は欠測による幅、軸の破線は算定できない指標を示す", "Scores of the six indicators. Thick bars: range left open by missing data; dashed axis: no score");
    public static readonly Phrase RadarAlt = new("六指標のレーダー図（0から1、外側ほどリスクが大きい）。{0}。", "Radar of the six indicators (0 to 1, farther out means a larger risk). {0}.");
    public static readonly Phrase RadarChangeAlt = new(
        "政策実施前・後の六指標のレーダー図（仮定による試算、0から1、外側ほどリスクが大きい）。{0}。",
        "Radar of the six indicators before and after measures (hypothetical, 0 to 1, farther out means a larger risk). {0}.");
    public static readonly Phrase BeforeMeasures = new("実施前", "before");
    public static readonly Phrase AfterMeasures = new("実施後（仮定による試算）", "after (hypothetical)");
    public static readonly Phrase ScoreTableCaption = new("六指標の評点（0〜1、値が大きいほどリスクが大きい）", "Scores of the six indicators (0 to 1, a larger value means a larger risk)");
    public static readonly Phrase ColumnIndicator = new("指標", "Indicator");
    public static readonly Phrase ColumnScore = new("評点", "Score");
    public static readonly Phrase ColumnBand = new("区分", "Band");
    public static readonly Phrase ColumnInterval = new("幅", "Range");
    public static readonly Phrase ColumnStatus = new("状態", "Status");
    public static readonly Phrase ColumnPeriod = new("期間", "Period");
    public static readonly Phrase NoMark = new("—", "–");

    public static readonly Phrase ImportsLead = new(
        "{0}の輸入量は{1}\u00A0tである（純分）。", "Imports in {0} were {1}\u00A0t (contained metal).");
    public static readonly Phrase ImportsLatestMissing = new(
        "{0}の輸入量は判定不能である。{1}", "Imports in {0} cannot be judged. {1}");
    public static readonly Phrase ImportsMissingYears = new(
        "{0}は値がなく、欠測（…）とした。理由は注に示す。", "{0} has no value and is shown as missing (…); the note tells why.");
    public static readonly Phrase ImportsNone = new("輸入量は判定不能である。{0}", "Imports cannot be judged. {0}");
    public static readonly Phrase ImportsNoReason = new("該当する品目の統計がない。", "There are no statistics for the goods concerned.");
    public static readonly Phrase ImportCaption = new(
        "輸入量（棒）と5か年移動平均（線）。純分、{0}。「…」は欠測", "Imports (bars) and five-year moving average (line). Contained metal, {0}. “…” marks a missing year");
    public static readonly Phrase ImportUnit = new("（t、純分）", "(t, contained metal)");
    public static readonly Phrase LegendConcentrate = new("精鉱", "Ores and concentrates");
    public static readonly Phrase LegendRefined = new("製錬品", "Refined products");
    public static readonly Phrase LegendImports = new("輸入量", "Imports");
    public static readonly Phrase LegendAverage = new("5か年移動平均", "Five-year moving average");
    public static readonly Phrase ImportAlt = new("輸入量と5か年移動平均（純分t）。{0}。", "Imports and five-year moving average (t of contained metal). {0}.");
    public static readonly Phrase ImportAltYear = new("{0} {1}", "{0} {1}");
    public static readonly Phrase ImportAltAverage = new("（平均{0}）", " (average {0})");
    public static readonly Phrase Missing = new("…", "…");
    public static readonly Phrase MissingYear = new("欠測", "missing");
    public static readonly Phrase ImportTableCaption = new("輸入量の内訳と5か年移動平均（t、純分）", "Imports by stage and five-year moving average (t, contained metal)");
    public static readonly Phrase ColumnYear = new("年", "Year");
    public static readonly Phrase ColumnConcentrate = new("精鉱（t）", "Concentrates (t)");
    public static readonly Phrase ColumnRefined = new("製錬品（t）", "Refined (t)");
    public static readonly Phrase ColumnTotal = new("計（t）", "Total (t)");
    public static readonly Phrase ColumnAverage = new("5か年平均（t）", "5-year mean (t)");
    public static readonly Phrase ColumnScrap = new("別掲：スクラップ（t）", "Not in total: scrap (t)");
    public static readonly Phrase ColumnRemark = new("備考", "Remark");

    public static readonly Phrase PartnersLead = new(
        "{0}（{1}）の輸入相手は{2}か国・地域で、上位3か国・地域が{3}％を占める。", "{0} ({1}): {2} countries or territories; the top three supplied {3}%.");
    public static readonly Phrase PartnersLeadFew = new(
        "{0}（{1}）の輸入相手は{2}である。", "{0} ({1}) came from {2}.");
    public static readonly Phrase PartnersYear = new(
        "取り込み済みの国別統計は{0}分までであり、輸入相手国は同年の値による。", " Statistics by country reach up to {0}; the partners are those of that year.");
    public static readonly Phrase PartnersNone = new("{0}の輸入相手国：{1}。{2}", "Source countries of {0}: {1}. {2}");
    public static readonly Phrase PartnerCaption = new("{0}の輸入相手国（{1}、{2}）", "Source countries of {0} ({1}, {2})");
    public static readonly Phrase BasisWeight = new("純分重量の割合", "share by contained metal");
    public static readonly Phrase BasisValue = new("金額の割合", "share by value");
    public static readonly Phrase PartnerAlt = new("{0}の輸入相手国別の割合（{1}）。{2}。", "Shares of source countries of {0} ({1}). {2}.");
    public static readonly Phrase BarAlt = new("{0} {1}％（{2}）", "{0} {1}% ({2})");
    public static readonly Phrase BarAltPlain = new("{0} {1}％", "{0} {1}%");
    public static readonly Phrase ShareUnit = new("（％）", "(%)");
    public static readonly Phrase Others = new("その他{0}か国・地域", "{0} others");
    public static readonly Phrase OthersPlain = new("その他", "Others");
    public static readonly Phrase UnknownOrigin = new("原産国不明", "Origin unknown");
    public static readonly Phrase RiskLow = new("制度リスク小", "Institutional risk low");
    public static readonly Phrase RiskMiddle = new("中", "medium");
    public static readonly Phrase RiskHigh = new("大", "high");
    public static readonly Phrase RiskUnknown = new("不明", "unknown");
    public static readonly Phrase RiskMixed = new("区分なし", "not classed");
    public static readonly Phrase PartnerTableCaption = new(
        "{0}の輸入相手国（{1}）。寄与は評点への寄与", "Source countries of {0} ({1}). Term: part of the score");
    public static readonly Phrase ColumnCountry = new("国・地域", "Country");
    public static readonly Phrase ColumnTonnes = new("輸入量（t）", "Imports (t)");
    public static readonly Phrase ColumnShare = new("割合（％）", "Share (%)");
    public static readonly Phrase ColumnRisk = new("制度リスク", "Inst. risk");
    public static readonly Phrase ColumnTerm = new("寄与", "Term");

    public static readonly Phrase CountriesLead = new(
        "{0}（{1}）は、首位の{2}が{3}％、上位3か国が{4}％を占める。", "{0} ({1}): {2} leads with {3}%, the top three hold {4}%.");
    public static readonly Phrase CountriesLeadFew = new("{0}（{1}）は、{2}が{3}％を占める。", "{0} ({1}): {2} holds {3}%.");
    public static readonly Phrase CountriesNoShares = new("{0}（{1}）は、国別の割合を算定できない。", "{0} ({1}): shares by country cannot be computed.");
    public static readonly Phrase CountriesNone = new("生産量と埋蔵量の国別の統計はない。{0}", "There are no statistics of production or reserves by country. {0}");
    public static readonly Phrase CountryCaption = new("{0}の国別割合（{1}、公表された行の合計に対する割合）", "{0} by country ({1}, share of the sum of published rows)");
    public static readonly Phrase CountryAlt = new("{0}の国別割合（{1}）。{2}。", "{0}: shares by country ({1}). {2}.");
    public static readonly Phrase CountryAltWord = new("{0} {1}", "{0} {1}");
    public static readonly Phrase CountryTableCaption = new("{0}の国別数量", "{0} by country");
    public static readonly Phrase CountryTableUnits = new("{0}（{1}、{2}、{3}）", "{0} ({1}, {2}, {3})");
    public static readonly Phrase ColumnAmount = new("{0}（{1}）", "{0} ({1})");
    public static readonly Phrase WorldTotal = new("世界計（公表値）", "World total, published");
    public static readonly Phrase OtherCountries = new("その他の国", "Other countries");
    public static readonly Phrase MoreCountries = new("ほか{0}か国", "{0} more countries");
    public static readonly Phrase MarkEstimated = new("推定", "est.");
    public static readonly Phrase AtMost = new("{0}以下", "up to {0}");
    public static readonly Phrase SharesUnknown = new("国別の割合を算定できない", "shares by country cannot be computed");
    public static readonly Phrase OtherSeries = new("ほかに公表されている系列は次のとおりである。", "Other published series are as follows.");
    public static readonly Phrase OtherSeriesItem = new("{0}（{1}、{2}、{3}）：{4}", "{0} ({1}, {2}, {3}): {4}");
    public static readonly Phrase SeriesStatistic = new("{0}（{1}）", "{0} ({1})");

    public static readonly Phrase ScenarioLead = new(
        "導入量に応じた必要資源量の試算である。需要の予測ではない。", "Material needed for a given roll-out; not a forecast of demand.");
    public static readonly Phrase ScenarioNone = new("{0}には、原単位が示された試算がない。", "No scenario states an intensity for {0}.");
    public static readonly Phrase ScenarioRatio = new("2018年国内需要の{0}％", "{0}% of domestic demand in 2018");
    public static readonly Phrase ScenarioRatioOf = new("2018年国内需要（{1} t）の{0}％", "{0}% of domestic demand in 2018 ({1} t)");
}
