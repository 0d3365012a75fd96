namespace Pipeline.Briefings;

/// <summary>Words of the briefing of all minerals.</summary>
internal static partial class Words
{
    public static readonly Phrase OverviewTitle = new("重要鉱物の供給リスク総覧", "Critical minerals: supply risk overview");
    public static readonly Phrase OverviewName = new("全鉱種", "All minerals");
    public static readonly Phrase OverviewSubject = new(
        "{0}鉱種の六指標、自給率、前の版からの変化、データの鮮度と不足を示す（{1}）。",
        "Six indicators of {0} minerals, self-sufficiency, changes since the previous vintage, freshness of the data and what is missing ({1}).");

    public static readonly Phrase SectionHeatMap = new("六指標のヒートマップ", "Heat map of the six indicators");
    public static readonly Phrase SectionRanking = new("自給率の順位と目標", "Self-sufficiency and the goal");
    public static readonly Phrase SectionChanges = new("前の版からの主な変化", "Largest changes since the previous vintage");
    public static readonly Phrase SectionFreshness = new("データの鮮度", "Freshness of the data");
    public static readonly Phrase SectionLacking = new("不足しているデータ", "What is missing");

    public static readonly Phrase OverviewTileOf = new("全{0}件（{1}鉱種×6指標）のうち", "of {0} results ({1} minerals × 6 indicators)");
    public static readonly Phrase OverviewTilePartial = new("評点はあるが、把握が一部にとどまる", "with a score, on incomplete data");
    public static readonly Phrase OverviewTileNotApplicable = new("このほか該当なしが{0}件", "{0} more do not apply");
    public static readonly Phrase OverviewTileHigh = new("リスク「高」以上", "High risk or above");
    public static readonly Phrase OverviewTileVeryHigh = new("うち「極高」が{0}件", "{0} of them very high");
    public static readonly Phrase OverviewTileUnit = new(" 件", "");

    public static readonly Phrase OverviewLead = new(
        "{0}鉱種の六指標（計{1}件）のうち、評点を算定できたものは{2}件（判定可{3}件、一部不明{4}件）である。判定不能は{5}件、該当なしは{6}件であり、いずれもリスクが小さいことを意味しない。",
        "Of the {1} results ({0} minerals, six indicators each), {2} have a score ({3} assessed, {4} partly known). {5} cannot be judged and {6} do not apply; neither means a small risk.");
    public static readonly Phrase OverviewHigh = new(
        "リスクが「高」以上に当たる結果は{0}件で、うち{1}件は「極高」である。最も多い指標は{2}で、算定できた{4}鉱種のうち{3}鉱種が「高」以上に当たる。",
        "{0} results stand at high risk or above, {1} of them at very high. They are most frequent in {2}: {3} of the {4} minerals with a score.");
    public static readonly Phrase OverviewNoneHigh = new("リスクが「高」以上に当たる結果はない。", "No result stands at high risk or above.");
    public static readonly Phrase OverviewMost = new(
        "「高」以上の指標が最も多いのは{0}で、それぞれ{1}指標が当たる。", "Most often at high risk or above: {0}, with {1} indicators each.");
    public static readonly Phrase OverviewMostOne = new(
        "「高」以上の指標が最も多いのは{0}で、{1}指標が当たる。", "Most often at high risk or above: {0}, with {1} indicators.");
    public static readonly Phrase OverviewMostMany = new(
        "「高」以上の指標が最も多いのは{0}ほか{1}鉱種で、それぞれ{2}指標が当たる。", "Most often at high risk or above: {0} and {1} more, with {2} indicators each.");
    public static readonly Phrase OverviewCrossing = new(
        "欠測による幅が区分の境をまたぐ結果は{0}件で、うち{1}件は「高」以上に達する可能性がある。",
        "In {0} results the range left by missing data crosses a mark; {1} of them may reach high risk.");
    public static readonly Phrase OverviewGoalReached = new(
        "{0}年目標（{1}％以上）は{2}全体に対するものであり、個別に見て達していると確認できるのは{3}である。",
        "The goal of {1}% in {0} is set for {2} together. Known to reach it alone: {3}.");
    public static readonly Phrase OverviewGoalOpen = new(
        "{0}年目標（{1}％以上）は{2}全体に対するものであり、個別に見て達していると確認できるものはない。把握できた値が最も高いのは{3}（{4}）である。",
        "The goal of {1}% in {0} is set for {2} together; none of them is known to reach it alone. The highest known rate is that of {3} ({4}).");
    public static readonly Phrase OverviewGoalUnknown = new(
        "{0}年目標（{1}％以上）は{2}全体に対するものであり、いずれも自給率を示せない。", "The goal of {1}% in {0} is set for {2} together; no rate of self-sufficiency can be given for any of them.");
    public static readonly Phrase OverviewLargest = new(
        "最大の変化は{0}の{1}で、{2}から{3}に変わった。原因は{4}である。", "The largest change is that of {0}, {1}: from {2} to {3}. Cause: {4}.");
    public static readonly Phrase OverviewLacking = new(
        "判定不能の最大の要因は{0}の不足で、{1}件（{2}鉱種）に及ぶ。", "The commonest gap is {0}: {1} results of {2} minerals cannot be judged without it.");
    public static readonly Phrase OverviewLackingNext = new(
        "次いで{0}の不足が{1}件（{2}鉱種）である。", "Next comes {0}: {1} results of {2} minerals.");
    public static readonly Phrase OverviewOld = new(
        "最も古い出典は{0}（{1}公表）で、四半期末の時点で公表から{2}日となる。", "The oldest source is {0} of {1}, {2} days before the end of the quarter.");
    public static readonly Phrase OverviewIllustrativeOne = new(
        "例示データに基づく結果は{0}件で、表に【例】と記した。上の件数に含まれるが、実績を示すものではない。", "{0} result rests on illustrative input, marked “ill.” in the table; the counts above include it, but it does not describe actual conditions.");
    public static readonly Phrase OverviewIllustrative = new(
        "例示データに基づく結果は{0}件で、表に【例】と記した。上の件数に含まれるが、実績を示すものではない。", "{0} results rest on illustrative input, marked “ill.” in the table; the counts above include them, but they do not describe actual conditions.");

    public static readonly Phrase HeatMapCaption = new(
        "六指標の評点と区分（0〜1、値が大きいほどリスクが大きい）。△は一部不明、（ ）は評点がなく幅のみ、【例】は例示データ",
        "Scores and bands of the six indicators (0 to 1, a larger value means a larger risk). L low, M moderate, H high, VH very high; △ partly known, ( ) range only, “ill.” illustrative");
    public static readonly Phrase ColumnMineral = new("鉱種", "Mineral");
    public static readonly Phrase ShortBandLow = new("低", "L");
    public static readonly Phrase ShortBandModerate = new("中", "M");
    public static readonly Phrase ShortBandHigh = new("高", "H");
    public static readonly Phrase ShortBandVeryHigh = new("極高", "VH");
    public static readonly Phrase HeatPartial = new("△", "△");
    public static readonly Phrase HeatRangeOnly = new("（{0}）", "({0})");
    public static readonly Phrase HeatMissing = new("判定不能", "not judged");
    public static readonly Phrase HeatNotApplicable = new("該当なし", "n/a");
    public static readonly Phrase HeatIllustrative = new("【例】", "ill.\u00A0");

    public static readonly Phrase RankingLead = new(
        "自給率を、把握できた値の高い順に示す。{2}には、{0}年に{1}％以上とする目標がある。値のない鉱種はゼロではなく、判定不能である。",
        "Rates of self-sufficiency, the highest known first. For {2}s the goal is {1}% or more in {0}. A mineral without a rate is not at zero; it cannot be judged.");
    public static readonly Phrase RankingLeadPlain = new(
        "自給率を、把握できた値の高い順に示す。値のない鉱種はゼロではなく、判定不能である。", "Rates of self-sufficiency, the highest known first. A mineral without a rate is not at zero; it cannot be judged.");
    public static readonly Phrase RankingPublished = new(
        "公表された{0}全体の自給率は{1}（{2}）である。", "The published rate of {0}s together is {1} ({2}).");
    public static readonly Phrase RankingCaption = new(
        "自給率（権益ベース、％）と目標の線", "Self-sufficiency (equity basis, %) and the goal as a line");
    public static readonly Phrase RankingTableCaption = new("自給率と目標までの差", "Self-sufficiency and the distance to the goal");
    public static readonly Phrase RankingAlt = new(
        "自給率の順位（％）。{2}の{0}年目標は{1}％。{3}。", "Ranking of self-sufficiency (%). The goal for {2} in {0} is {1}%. {3}.");
    public static readonly Phrase RankingAltPlain = new("自給率の順位（％）。{0}。", "Ranking of self-sufficiency (%). {0}.");
    public static readonly Phrase RankingUnknown = new(
        "次の{0}鉱種は、自給率の値も、0％を超える下限も示せない。{1}。", "For {0} minerals neither a rate nor a lower bound above 0% can be given: {1}.");
    public static readonly Phrase GoalLabel = new("{0}年目標 {1}％（{2}）", "Goal {0}: {1}% ({2})");
    public static readonly Phrase OtherMetals = new("その他", "Other");
    public static readonly Phrase LegendOpen = new("下限のみ（右端は開いている）", "lower bound only (open to the right)");
    public static readonly Phrase LegendInterval = new("欠測による幅", "range left by missing data");
    public static readonly Phrase RateValue = new("{0}％", "{0}%");
    public static readonly Phrase RateBetween = new("{0}〜{1}％", "{0}–{1}%");
    public static readonly Phrase RateAtLeast = new("少なくとも{0}％", "at least {0}%");
    public static readonly Phrase LowerBoundOnly = new("下限のみ", "lower bound only");
    public static readonly Phrase ColumnGroup = new("区分", "Kind");
    public static readonly Phrase ColumnRate = new("自給率", "Self-sufficiency");
    public static readonly Phrase ColumnGap = new("目標までの差", "Short of the goal by");
    public static readonly Phrase Gap = new("{0}ポイント", "{0} points");
    public static readonly Phrase GapAtMost = new("最大{0}ポイント", "at most {0} points");
    public static readonly Phrase GapNone = new("目標以上", "goal reached");

    public static readonly Phrase ChangesFirst = new(
        "これより前の四半期に公表した版はなく、比較の対象がない。", "No vintage of an earlier quarter has been published, so there is nothing to compare with.");
    public static readonly Phrase ChangesNone = new(
        "前の版（{0}、{1}）から変わった結果はない。", "No result has changed since the previous vintage ({0}, {1}).");
    public static readonly Phrase ChangesLead = new(
        "前の版（{0}、{1}）から内容が変わった結果は{2}件（{3}鉱種）で、うち{4}件は区分が変わった。",
        "Since the previous vintage ({0}, {1}) {2} results of {3} minerals have changed; {4} of them stand in another band.");
    public static readonly Phrase ChangesCaption = new(
        "前の版からの主な変化（{0}件）とその原因。△は一部不明、【例】は例示データ",
        "Largest changes since the previous vintage ({0}) and their causes; △ partly known, “ill.” illustrative");
    public static readonly Phrase ColumnBefore = new("前の版", "Before");
    public static readonly Phrase ColumnNow = new("この版", "Now");
    public static readonly Phrase ColumnWhy = new("変化とその原因", "Change and causes");
    public static readonly Phrase ScoreAndBand = new("{0}\u00A0{1}", "{0}\u00A0{1}");
    public static readonly Phrase NamedCell = new("{0} {1}", "{0} {1}");
    public static readonly Phrase CausePart = new("{0} {1}", "{0} {1}");
    public static readonly Phrase CauseSeparator = new("・", " and ");
    public static readonly Phrase CausesUnknown = new(
        "不明（前の版の入力を読み取れない）", "cannot be told (the inputs of the previous vintage cannot be read)");
    public static readonly Phrase ChangeOf = new("{0}＝{1}", "{0} = {1}");
    public static readonly Phrase Points = new("{0}ポイント", "{0} points");

    public static readonly Phrase FreshnessCaption = new("出典ごとの最新の版と、{0}までの経過日数", "Newest edition of each source, and its age on {0}");
    public static readonly Phrase ColumnSource = new("出典", "Source");
    public static readonly Phrase ColumnEdition = new("用いた最新の版", "Newest edition used");
    public static readonly Phrase ColumnKnownOn = new("公表日", "Published on");
    public static readonly Phrase ColumnAge = new("経過日数", "Age (days)");
    public static readonly Phrase ColumnFiles = new("ファイル", "Files");
    public static readonly Phrase ColumnRows = new("行", "Rows");
    public static readonly Phrase ColumnSetAside = new("隔離した行", "Rows set aside");
    public static readonly Phrase SourcesComplete = new(
        "予定した出典は全て取り込み、受け付けなかったファイルはない。", "Every expected source was taken in, and no file was refused.");
    public static readonly Phrase SourcesMissing = new("次の出典は、四半期末までに公表されたファイルがない：{0}。", "No file published by the end of the quarter: {0}.");
    public static readonly Phrase SourcesRefused = new(
        "次の出典は、受け付けられないファイルがあったため用いなかった：{0}。", "Not used, because files of theirs could not be read: {0}.");
    public static readonly Phrase RefusedItem = new("{0}（{1}件）", "{0} (files: {1})");
    public static readonly Phrase UnknownSource = new("出典を特定できないもの", "unrecognised");

    public static readonly Phrase LackingNone = new("判定不能の結果はない。", "No result is left that cannot be judged.");
    public static readonly Phrase LackingLead = new(
        "六指標、輸入量及び自給率のうち、判定不能の結果は{0}件である。最大の要因は{1}の不足で、{2}件（{3}鉱種）がこれによる。",
        "Of the six indicators, imports and self-sufficiency, {0} results cannot be judged. Most wait for {1}: {2} results of {3} minerals.");
    public static readonly Phrase LackingCaption = new("不足している入力と、これにより判定できない結果", "Missing inputs, and the results that wait for them");
    public static readonly Phrase LackingItem = new("{0}：{1}件、{2}鉱種。照会先：{3}。", "{0}: {1} results of {2} minerals. Ask: {3}.");
    public static readonly Phrase LackingOther = new("その他：{0}", "Other: {0}");
    public static readonly Phrase ColumnLacking = new("不足している入力", "Missing input");
    public static readonly Phrase ColumnWaiting = new("結果（件）", "Results");
    public static readonly Phrase ColumnMinerals = new("鉱種", "Minerals");
    public static readonly Phrase ColumnConcerned = new("主な対象", "Chiefly");
    public static readonly Phrase ColumnHolder = new("照会先", "Who would have it");
    public static readonly Phrase ConcernedItem = new("{0} {1}", "{0} {1}");

    public static readonly Phrase OverviewReading = new(
        "評点は0から1までの値で、値が大きいほどリスクが大きい。「安定性」の名をもつ指標も同じ向きである。六指標を一つの値に合成することはせず、件数は評点の合計ではない。区分は「低」「中」「高」「極高」の四段階である。0〜1への換算と区分の境は本資料の定めである。各指標の定義と根拠のセルは、鉱種ごとの資料に示す。",
        "Scores run from 0 to 1; a larger value means a larger risk, also where the name speaks of stability. The six are not added into one number, and counts are no sums of scores. Bands are low, moderate, high and very high. The scaling to 0–1 and the marks between bands are choices of this series. The briefing of each mineral defines the indicators and leads to their cells.");
    public static readonly Phrase NoteHeatMap = new("ヒートマップの読み方と件数", "Reading the heat map, and the counts");
    public static readonly Phrase DefineHeatMap = new(
        "各欄は評点と区分を示し、色は幅の不利な端の区分による。「中〜高」のように書いたものは、欠測による幅が区分の境をまたぐ。△は「一部不明」（国別に分かる割合が所定の水準に達しない）、括弧のみの欄は評点がなく、取り得る範囲のみ、「判定不能」は値を示せないもの、「該当なし」は問い自体が当てはまらないものである。区分は丸める前の評点による。「高」以上の件数は、幅の有利な端が「高」以上にあるものを数える。",
        "A cell gives score and band; its tint follows the band of the less favourable end. “M–H” and the like mean that the range left by missing data crosses a mark. △ is partly known (the share attributed to countries misses its threshold); brackets alone give the range that is possible where there is no score; “not judged” has no figure; “n/a” does not apply. Bands follow the scores before rounding. Counts of high or above take results whose more favourable end is high or above.");
    public static readonly Phrase NoteGoal = new("自給率の目標", "The goal of self-sufficiency");
    public static readonly Phrase DefineGoal = new(
        "{2}の自給率を{0}年に{1}％以上とする目標は、第五次エネルギー基本計画による（資源エネルギー庁「2050年カーボンニュートラル社会実現に向けた鉱物資源政策」2021年2月15日「我が国の鉱種別自給率」）。目標は{2}全体について定められており、同資料は鉱種ごとのばらつきが大きく一括りの評価は困難とする。ここでは鉱種ごとに同じ線と比べた。目標はパラメータ{3}（{4}から）による。下限のみの値は、目標に達していないことを示すものではない。",
        "The goal of {1}% or more in {0} for {2}s is that of the fifth Strategic Energy Plan (as quoted in “Mineral resource policy for carbon neutrality in 2050”, Agency for Natural Resources and Energy, 15 February 2021, slide on self-sufficiency by mineral). It is set for {2}s together; the paper finds them too uneven to be judged as one, so each metal is laid beside the line by itself. Parameter {3}, from {4}. A lower bound below the line does not show that the goal is missed.");
    public static readonly Phrase GoalNotInForce = new("この四半期には、目標が定められていない。", "No goal is in force in this quarter.");
    public static readonly Phrase NoteChanges = new("変化とその原因", "Changes and their causes");
    public static readonly Phrase DefineChanges = new(
        "前の版とは、これより前の四半期のうち直近のものの最新の版をいう。判定の可否、状態、区分、幅の一端の区分の変化を順に並べ、同じ種類では変化の大きいもの（評点が新たに得られ、又は失われたものは評点の高いもの）を先とした。原因は、データの改定、新しいデータ、パラメータ、算定方法を順に入れて算定し直し、それぞれが動かした分を示す。端数の処理により、内訳の和は末位で一致しないことがある。",
        "The previous vintage is the newest one of the latest quarter before. Changes between judged and not judged come first, then those of status, of band, and of one end of the range; among equals the larger comes first, and the higher score where one was gained or lost. For the causes the figure is computed anew with revised data, new data, parameters and method let in one after the other; each part is what that step moved. Rounded parts may differ from the change in the last digit.");
    public static readonly Phrase NoteFreshness = new("データの鮮度", "Freshness");
    public static readonly Phrase DefineFreshness = new(
        "版の名称は公表者による。経過日数は、用いた最新の版の公表日（日付のないものは取り込んだ日）から四半期の末日（{0}）までの日数である。隔離した行は、規則に合わず算定に用いなかった行をいう。",
        "Editions are named as their publishers name them. The age counts from the publication of the newest edition used (from its taking in where it is not dated) to the last day of the quarter, {0}. Rows set aside broke a rule and were not used.");
    public static readonly Phrase NoteLacking = new("不足しているデータ", "What is missing");
    public static readonly Phrase DefineLacking = new(
        "判定不能の理由ごとに、それを解消する入力を一つ対応させて数えた。一つの入力を得ても、ほかの入力も欠けていれば判定不能のまま残ることがある。",
        "Each reason is matched with the one input that would cure it. A result that lacks other inputs too may stay without a judgement.");
    public static readonly Phrase PreviousSentence = new("前の版は{0}（{1}）である。", "The previous vintage is {0} ({1}).");
}
