namespace Pipeline.Briefings;

/// <summary>Sentences of the key points, computed from the results.</summary>
internal static partial class Words
{
    public static readonly Phrase LeadJudged = new(
        "{0}の六指標のうち、{1}指標を算定できた。このうちリスクが「高」以上に当たるものは{2}指標（{3}）である。",
        "Of the six indicators of {0}, {1} could be computed; {2} of them stand at high risk or above ({3}).");
    public static readonly Phrase LeadOneHigh = new(
        "{0}の六指標のうち、{1}指標を算定できた。このうちリスクが「高」以上に当たるものは{2}指標（{3}）である。",
        "Of the six indicators of {0}, {1} could be computed; {2} of them stands at high risk or above ({3}).");
    public static readonly Phrase LeadNoneHigh = new(
        "{0}の六指標のうち、{1}指標を算定できた。このうちリスクが「高」以上に当たるものはない。",
        "Of the six indicators of {0}, {1} could be computed; none stands at high risk or above.");
    public static readonly Phrase LeadOnlyHigh = new(
        "{0}の六指標のうち算定できたのは{1}のみで、そのリスクは「高」以上に当たる。", "Of the six indicators of {0} only one could be computed, {1}; it stands at high risk or above.");
    public static readonly Phrase LeadOnlyLower = new(
        "{0}の六指標のうち算定できたのは{1}のみで、そのリスクは「高」に達しない。", "Of the six indicators of {0} only one could be computed, {1}; it stays below high risk.");
    public static readonly Phrase LeadNone = new(
        "{0}の六指標は、いずれも算定できない。理由は各指標の注に示す。", "None of the six indicators can be computed for {0}; the notes give the reason for each.");
    public static readonly Phrase LeadUnmoved = new(
        "前回の版（{0}）から区分が変わった指標はない。", "No indicator has changed its band since the last vintage ({0}).");
    public static readonly Phrase LeadMoved = new(
        "前回の版（{0}）から区分が変わった指標は、{1}である。", "Since the last vintage ({0}), the band has changed for: {1}.");

    public static readonly Phrase NameMarked = new("{0}【{1}】", "{0} [{1}]");
    public static readonly Phrase PointScore = new("{0}は{1}で、リスクは「{2}」に当たる。", "{0} is {1}, a {2} risk.");
    public static readonly Phrase PointScoreAlone = new("{0}は{1}で、リスクは「{2}」に当たる（{3}）。", "{0} is {1}, a {2} risk ({3}).");
    public static readonly Phrase PointScoreOpen = new(
        "{0}は{1}の間にあり、欠測のため区分は「{2}」の範囲としか定まらない。", "{0} lies within {1}; missing data leave the band open, {2}.");
    public static readonly Phrase PointScoreOpenAlone = new(
        "{0}は{1}の間にあり、欠測のため区分は「{2}」の範囲としか定まらない（{3}）。", "{0} lies within {1}; missing data leave the band open, {2} ({3}).");
    public static readonly Phrase PointScoreFrom = new(
        "{0}は{1}で、欠測のため区分は「{2}」の範囲としか定まらない。", "{0} is {1}; missing data leave the band open, {2}.");
    public static readonly Phrase PointScoreFromAlone = new(
        "{0}は{1}で、欠測のため区分は「{2}」の範囲としか定まらない（{3}）。", "{0} is {1}; missing data leave the band open, {2} ({3}).");
    public static readonly Phrase PointLeader = new("首位の{0}が{1}％を占める（{2}）。", "{0} leads with {1}% ({2}).");
    public static readonly Phrase PointLeaderMajority = new("{0}だけで{1}％と過半を占める（{2}）。", "{0} alone holds {1}% ({2}).");
    public static readonly Phrase PointSupplier = new("最大の輸入相手は{0}で、{1}％を占める（{2}）。", "The largest supplier is {0} with {1}% ({2}).");
    public static readonly Phrase PointSupplierRisky = new(
        "最大の輸入相手は制度リスクの大きい{0}で、{1}％を占める（{2}）。", "The largest supplier, with {1}%, is {0}, where institutional risk is high ({2}).");
    public static readonly Phrase PointSupplierMajority = new("輸入の過半（{1}％）を{0}に頼る（{2}）。", "More than half of imports ({1}%) comes from {0} ({2}).");
    public static readonly Phrase PointSupplierMajorityRisky = new(
        "輸入の過半（{1}％）を制度リスクの大きい{0}に頼る（{2}）。", "More than half of imports ({1}%) comes from {0}, where institutional risk is high ({2}).");
    public static readonly Phrase PointSupplierAlone = new(
        "{0}の最大の輸入相手は{1}で、{2}％を占める（{3}）。安定性そのものは判定不能である。",
        "The largest supplier of {0} is {1} with {2}% ({3}); stability itself cannot be judged.");
    public static readonly Phrase PointPrice = new(
        "価格の変動率は{0}である。価格変動幅の評点は{1}で、リスクは「{2}」に当たる（{3}）。",
        "Price volatility is {0}, which gives a score of {1}, a {2} risk ({3}).");
    public static readonly Phrase PointInterval = new(
        "{0}は点としては定まらないが、{1}の範囲にある（{2}）。", "{0} has no point value, but lies within {1} ({2}).");
    public static readonly Phrase PointBandUp = new(
        "{0}のリスクの区分は、前回（{1}）の「{2}」から「{3}」に上がった。", "{0} has moved up from {2} to {3} since {1}.");
    public static readonly Phrase PointBandDown = new(
        "{0}のリスクの区分は、前回（{1}）の「{2}」から「{3}」に下がった。", "{0} has moved down from {2} to {3} since {1}.");
    public static readonly Phrase PointBandNarrowed = new(
        "{0}のリスクの区分は、前回（{1}）の「{2}」から「{3}」に絞られた。", "{0} has narrowed from {2} to {3} since {1}.");
    public static readonly Phrase PointBandWidened = new(
        "{0}のリスクの区分は、前回（{1}）の「{2}」から「{3}」に広がった。", "{0} has widened from {2} to {3} since {1}.");
    public static readonly Phrase PointNow = new("評点は{0}である（{1}）。", "The score is {0} ({1}).");
    public static readonly Phrase PointGrowthUp = new(
        "輸入量の5か年移動平均は{0}\u00A0tで、5年前の平均に比べ{1}％の増加である（純分、{2}）。",
        "The five-year moving average of imports is {0}\u00A0t, {1}% more than five years before (contained metal, {2}).");
    public static readonly Phrase PointGrowthDown = new(
        "輸入量の5か年移動平均は{0}\u00A0tで、5年前の平均に比べ{1}％の減少である（純分、{2}）。",
        "The five-year moving average of imports is {0}\u00A0t, {1}% less than five years before (contained metal, {2}).");
    public static readonly Phrase PointAverage = new(
        "輸入量の5か年移動平均は{0}\u00A0tである（純分、{1}）。5年前との比較は判定不能である。",
        "The five-year moving average of imports is {0}\u00A0t (contained metal, {1}). The change on five years before cannot be judged.");
    public static readonly Phrase PointScenario = new(
        "{0}は{1}\u00A0tであり、2018年の国内需要の{2}％に当たる。", "{0} would be {1}\u00A0t, which is {2}% of domestic demand in 2018.");
    public static readonly Phrase PointRate = new("自給率（権益ベース）は{0}％である（{1}）。", "Self-sufficiency (equity basis) is {0}% ({1}).");
    public static readonly Phrase PointRateAtLeast = new("自給率（権益ベース）は少なくとも{0}％である（{1}）。", "Self-sufficiency (equity basis) is at least {0}% ({1}).");
    public static readonly Phrase PointRateBetween = new(
        "自給率（権益ベース）は{0}％から{1}％までの間にある（{2}）。", "Self-sufficiency (equity basis) lies between {0}% and {1}% ({2}).");
    public static readonly Phrase PointOld = new("{0}による。3年以上前の統計である。", "Old statistics: {0}.");
    public static readonly Phrase PointOldItem = new("{0}は{1}の統計", "{0} from {1}");
    public static readonly Phrase PointUnconfirmed = new(
        "確認期限を過ぎたパラメータによるもの：{0}。", "Resting on a parameter past its confirmation date: {0}.");
    public static readonly Phrase PointMissing = new(
        "{0}は判定不能である。判定不能は、リスクが小さいことを意味しない。", "Cannot be judged: {0}. A missing indicator does not mean a small risk.");
    public static readonly Phrase PointNotApplicable = new(
        "{0}は該当しない。当該の段階では輸入がないか、ごくわずかである。", "Not applicable: {0}. There are no imports at that stage, or next to none.");
    public static readonly Phrase PointImportsMissing = new(
        "輸入量の5か年移動平均は判定不能である。{0}", "The five-year moving average of imports cannot be judged. {0}");
}
