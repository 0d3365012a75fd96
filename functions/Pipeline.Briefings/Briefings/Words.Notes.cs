namespace Pipeline.Briefings;

/// <summary>Sentences of the notes: what a figure means, on what it rests, and why it is missing.</summary>
internal static partial class Words
{
    public static readonly Phrase NoteReading = new("評点の読み方", "Reading the scores");
    public static readonly Phrase NoteReadingText = new(
        "評点は0から1までの値で、値が大きいほどリスクが大きい。「安定性」の名をもつ指標も同じ向きである。六指標を一つの値に合成することはしない。括弧内の幅は、欠測により取り得る範囲を示す。区分は「低」「中」「高」「極高」の四段階で、幅が区分をまたぐときは両方を示す。「一部不明」と「判定不能」は、国別に分かる割合（把握率）や補った値に頼る割合（補完率）が所定の水準に達しないものをいう。破線の軸は値がないことを示し、ゼロを意味しない。0〜1への換算と区分の境は本資料の定めである。",
        "Scores run from 0 to 1; a larger value means a larger risk, also where the name speaks of stability. The six are not added into one number. The range in brackets is what missing data leave open. Bands are low, moderate, high and very high; where a range crosses a mark, both bands are shown. “Partly known” and “cannot be judged” mean that the share attributed to countries (coverage) or the share resting on filled-in values (imputed) misses its threshold. A dashed axis has no value; it does not mean zero. The scaling to 0–1 and the marks between bands are choices of this series.");

    public static readonly Phrase DefineReserveConcentration = new(
        "国別埋蔵量の構成比の二乗和。「その他」は一国とみなさず、一国とみなした場合を幅の上端に示す。",
        "Sum of squared country shares of reserves. “Other countries” are not taken as one country; the upper end of the range shows the result if they were.");
    public static readonly Phrase DefineProductionConcentration = new(
        "国別生産量の構成比の二乗和。「その他」は一国とみなさず、一国とみなした場合を幅の上端に示す。",
        "Sum of squared country shares of production. “Other countries” are not taken as one country; the upper end of the range shows the result if they were.");
    public static readonly Phrase DefineImportStabilityConcentrate = new(
        "精鉱の輸入相手国の構成比の二乗に、その国の制度リスクを乗じた和。", "Sum over the partners of concentrate imports of the squared share times the partner's institutional risk.");
    public static readonly Phrase DefineImportStabilityRefined = new(
        "製錬品の輸入相手国の構成比の二乗に、その国の制度リスクを乗じた和。", "Sum over the partners of refined imports of the squared share times the partner's institutional risk.");
    public static readonly Phrase DefinePriceFluctuation = new(
        "名目価格の対数変化率の標準偏差（年率）を、基準値で除した値（上限1）。", "Standard deviation of the log changes of nominal prices, per year, divided by a fixed reference and limited to 1.");
    public static readonly Phrase DefineSecondaryUse = new(
        "1から、内需量に対する二次原料（使用済み製品のスクラップと再生地金等）の割合を引いた値。",
        "One minus the ratio of secondary input (scrap from used products, process scrap and the like) to domestic demand.");
    public static readonly Phrase NoteImports = new("輸入量と5か年移動平均", "Imports and the five-year moving average");
    public static readonly Phrase DefineImports = new(
        "貿易統計の品目別数量に純分係数を乗じ、精鉱と製錬品を合計した。スクラップは含めない。移動平均は当該年を含む5年の平均で、5年前の平均と比べて増減率を求める。測定できない年はゼロとせず、欠測とする。表と本文の計は、四捨五入した精鉱と製錬品の和である。",
        "Quantities of the trade statistics by code times their content factor, concentrates and refined products added up, scrap left out. The average covers the year and the four before it and is compared with that of five years before. A year that cannot be measured is missing, not zero. Totals are printed as the sum of the rounded stages.");
    public static readonly Phrase NoteInstitutional = new("制度リスク", "Institutional risk");
    public static readonly Phrase DefineInstitutional = new(
        "世界銀行の統治指標6項目の平均を0〜1に置き換えた値で、0が最も安定している。図の区分は表示のためのもので、{0}未満を「小」、{0}以上{1}未満を「中」、{1}以上を「大」とする。値のない国は0.5とみなし、評点に0〜1の幅をもたせる。",
        "Mean of the six World Bank governance estimates, rescaled to 0–1; 0 is the most stable. The classes of the charts are for display: below {0} low, from {0} to below {1} medium, {1} and above high. A country without a value counts as 0.5, and the score carries the range from 0 to 1.");
    public static readonly Phrase NoteCountries = new("国別の表の読み方", "Reading the tables by country");
    public static readonly Phrase DefineCountries = new(
        "割合は公表された行の合計に対するもので、四捨五入した世界計に対するものではない。「秘匿」は公表機関が値を伏せたもの、「不詳」は値が得られないものであり、いずれもゼロではない。「推定」は公表機関による推定値である。いずれの欄もゼロと公表された国は表から省いた。",
        "Shares are of the sum of the published rows, not of the rounded world total. “Withheld” means that the publisher hides the value and “not available” that there is none; neither is zero. “est.” marks the publisher's own estimates. Countries published as zero in every column are left out of the table.");
    public static readonly Phrase NoteScenario = new("将来需要の試算", "Scenario demand");
    public static readonly Phrase DefineScenario = new(
        "電気自動車100万台又は洋上風力10GWに要する量を、原単位を乗じて求め、2018年の国内需要と比べた。",
        "Material needed for one million electric vehicles or 10 GW of offshore wind, from the intensity per unit, compared with domestic demand in 2018.");
    public static readonly Phrase NoteVintage = new("版と算定方式", "Vintage and method");
    public static readonly Phrase DefineVintage = new(
        "本資料は版{0}（{1}、データ基準日{2}）による。算定方式とパラメータの識別子は{3}である。",
        "This briefing belongs to vintage {0} ({1}, data as of {2}). The method and its parameters are identified by {3}.");

    public static readonly Phrase ReasonSentence = new("{0}の理由：{1}", "{0}: {1}");
    public static readonly Phrase NoReason = new("この版では算定していない。", "It is not computed in this vintage.");
    public static readonly Phrase PeriodSentence = new("対象期間は{0}である。", "Period: {0}.");
    public static readonly Phrase CoverageSentence = new("把握率は{0}％である。", "Coverage: {0}%.");
    public static readonly Phrase ImputedSentence = new("把握率は{0}％、補完率は{1}％である。", "Coverage: {0}%; imputed: {1}%.");
    public static readonly Phrase FlagsSentence = new("留意点：{0}。", "Marks: {0}.");
    public static readonly Phrase CompanionsSentence = new("参考値：{0}。", "Shown beside it: {0}.");
    public static readonly Phrase ParameterSentence = new(
        "用いたパラメータは{0}個であり、識別子、値及び確認日はこの版のデータに含まれる。",
        "{0} parameter was used; its identifier, value and date are part of the data of this vintage.");
    public static readonly Phrase ParametersSentence = new(
        "用いたパラメータは{0}個であり、識別子、値及び確認日はこの版のデータに含まれる。",
        "{0} parameters were used; their identifiers, values and dates are part of the data of this vintage.");
    public static readonly Phrase StaleParameters = new("確認期限を過ぎたパラメータ：{0}。", "Parameters past their confirmation date: {0}.");
    public static readonly Phrase EvidenceSentence = new("根拠は{0}の{1}セルである。", "Evidence: {1} cells of {0}.");
    public static readonly Phrase EvidenceOneCell = new("根拠は{0}の{1}セルである。", "Evidence: {1} cell of {0}.");
    public static readonly Phrase EvidenceOneReference = new("根拠は本資料の基準表及びパラメータ{0}件である。", "Evidence: {0} entry of the reference tables and parameters.");
    public static readonly Phrase EvidenceReference = new("根拠は本資料の基準表及びパラメータ{0}件である。", "Evidence: {0} entries of the reference tables and parameters.");
    public static readonly Phrase MissingYearItem = new("{0}：{1}", "{0}: {1}");
    public static readonly Phrase MissingYearsSentence = new("欠測の理由：{0}", "Missing years: {0}");

    /// <summary>Long lists of bare numbers break at their spaces, in browsers as here; after 「、」 a browser keeps a digit.</summary>
    public static readonly Phrase NumberSeparator = new(", ", ", ");
    public static readonly Phrase NumberNamed = new("数値{0}", "number\u00A0{0}");
    public static readonly Phrase NumbersNamed = new("数値{0}", "numbers\u00A0{0}");
    public static readonly Phrase NoteNumbers = new("［{0}, {1}］", " [{0}, {1}]");
    public static readonly Phrase NumbersSentence = new(
        "図表と注に示す数値の番号から、値、計算式及び出所のセルを {0} で参照できる。",
        "The numbers that captions and notes name lead to the value, its formula and its source cells: {0}");
    public static readonly Phrase NumberInAddress = new("番号", "NUMBER");

    public static readonly Phrase SourceText = new(
        "{0}「{1}」。利用条件：{2}。出典の表示：{3}。ファイル {4}（SHA-256 {5}…）。", "{0}, “{1}”. Licence: {2}. Credit: {3}. File {4} (SHA-256 {5}…).");
    public static readonly Phrase NoteTitleGap = new("　", ". ");
    public static readonly Phrase SourceTitles = new("{0}〜{1}（計{2}点）", "{0} to {1} ({2} titles)");
    public static readonly Phrase SourceFiles = new("{0} ほか{1}点", "{0} and {1} more");
    public static readonly Phrase SourcesNone = new("この版で用いた出典はない。", "No source was used in this vintage.");

    public static readonly Phrase CodesUsed = new(
        "合計に用いた品目番号と、純分係数（製品1 tに含まれる金属のt数）", "Trade codes added up, and their content factors (t of metal per t of goods)");
    public static readonly Phrase CodesUsedFew = new("合計に用いた品目番号（段階、純分係数）：{0}。", "Trade codes added up (stage, content factor): {0}.");
    public static readonly Phrase CodesUsedItem = new("{0}（{1}、{2}）", "{0} ({1}, {2})");
    public static readonly Phrase CodesLeftOut = new("合計に用いなかった品目番号：{0}", "Trade codes left out: {0}");
    public static readonly Phrase CodesLeftOutItem = new("{0}（{1}）", "{0} ({1})");
    public static readonly Phrase CodesReasonGroup = new("{0} — {1}", "{0} – {1}");
    public static readonly Phrase CodesNone = new("用いた品目番号はない。", "No trade code was used.");
    public static readonly Phrase ColumnCodes = new("品目番号", "Codes");
    public static readonly Phrase ColumnStage = new("段階", "Stage");
    public static readonly Phrase ColumnFactor = new("純分係数", "Content factor");
    public static readonly Phrase ColumnConfidence = new("係数の確度", "Confidence");
    public static readonly Phrase ConfidenceHigh = new("高", "high");
    public static readonly Phrase ConfidenceMedium = new("中", "medium");
    public static readonly Phrase ConfidenceLow = new("低", "low");
}
