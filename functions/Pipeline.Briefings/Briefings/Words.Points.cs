namespace Pipeline.Briefings;

/// <summary>Sentences of the key points, computed from the results.</summary>
internal static partial class Words
{
    public static readonly Phrase LeadJudged = new(
        "{0}の六指標のうち、{1}指標を算定できた。このうちリスクが「高」以上に当たるものは{2}指標（{3}）である。",
        "Of the six indicators of {0}, {1} could be computed; {2} of them stand at high risk or above ({3}).");
    public static readonly Phrase LeadOneHigh = new(
        "{0}の六指標のうち、{1}指標を算定できた。このうちリスクが「高」以上に当たるものは1指標（{3}）である。",
        "Of the six indicators of {0}, {1} could be computed; one stands at high risk or above ({3}).");
    public static readonly Phrase LeadNoneHigh = new(
        "{0}の六指標のうち、{1}指標を算定できた。このうちリスクが「高」以上に当たるものはない。",
        "Of the six indicators of {0}, {1} could be computed; none stands at high risk or above.");
    public static readonly Phrase LeadNone = new(
        "{0}の六指標は、いずれも算定できない。理由は各指標の注に示す。", "None of the six indicators can be computed for {0}; the notes give the reason for each.");

    public static readonly Phrase PointConcentration = new(
        "{0}は{1}で、リスクは「{2}」に当たる。首位の{3}が{4}％を占める（{5}）。",
        "{0} is {1}, a {2} risk. {3} leads with {4}% ({5}).");
    public static readonly Phrase PointConcentrationAlone = new(
        "{0}は{1}で、リスクは「{2}」に当たる（{3}）。", "{0} is {1}, a {2} risk ({3}).");
    public static readonly Phrase PointStability = new(
        "{0}は{1}で、リスクは「{2}」に当たる。最大の輸入相手は{3}で、{4}％を占める（{5}）。",
        "{0} is {1}, a {2} risk. The largest supplier is {3} with {4}% ({5}).");
    public static readonly Phrase PointPrice = new(
        "価格の変動率は{0}である。価格変動幅の評点は{1}で、リスクは「{2}」に当たる（{3}）。",
        "Prices fluctuate by {0}: the score is {1}, a {2} risk ({3}).");
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
    public static readonly Phrase PointMissing = new(
        "判定不能は{0}である。欠けた指標は、リスクが小さいことを意味しない。", "Cannot be judged: {0}. A missing indicator does not mean a small risk.");
    public static readonly Phrase PointNotApplicable = new(
        "該当なしは{0}である。当該の段階では輸入がないか、ごくわずかである。", "Not applicable: {0}. There are no imports at that stage, or next to none.");
    public static readonly Phrase PointImportsMissing = new(
        "輸入量の5か年移動平均は判定不能である。{0}", "The five-year moving average of imports cannot be judged. {0}");
}
