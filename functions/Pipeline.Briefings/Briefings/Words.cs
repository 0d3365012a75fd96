namespace Pipeline.Briefings;

/// <summary>
/// Every sentence and word of the briefings in Japanese and English, side by side; words of codes (indicators, statuses, bands, flags,
/// reasons) are in the vocabulary. This part: frame, numbers and key figures.
/// </summary>
internal static partial class Words
{
    public static readonly Phrase PercentSign = new("％", "%");
    public static readonly Phrase PerYear = new("年率{0}％", "{0}% a year");
    public static readonly Phrase Range = new("{0}〜{1}", "{0}–{1}");
    public static readonly Phrase AtLeast = new("{0}以上", "{0} or above");
    public static readonly Phrase BandRange = new("{0}〜{1}", "{0} to {1}");
    public static readonly Phrase BandOrAbove = new("{0}以上", "{0} or above");
    public static readonly Phrase WithInterval = new("{0}（{1}）", "{0} ({1})");
    public static readonly Phrase Bracketed = new("{0}（{1}）", "{0} ({1})");
    public static readonly Phrase ItemSeparator = new("、", "; ");
    public static readonly Phrase ListSeparator = new("、", ", ");
    public static readonly Phrase FirstOfList = new("{0} ほか{1}件", "{0} and {1} more");
    public static readonly Phrase Plain = new("{0}", "{0}");
    public static readonly Phrase YearList = new("{0}年", "{0}");
    public static readonly Phrase SentenceGap = new("", " ");
    public static readonly Phrase Colon = new("：", ": ");

    public static readonly Phrase Series = new("重要鉱物サプライチェーン・ブリーフィング", "Critical minerals supply chain briefing");
    public static readonly Phrase Title = new("{0}の供給リスク概況", "{0}: supply risk at a glance");
    public static readonly Phrase Subject = new(
        "{0}の六指標、輸入、輸入相手国、生産・埋蔵、価格を示す（{1}）。", "Six indicators, imports, source countries, production, reserves and prices of {0} ({1}).");
    public static readonly Phrase Keywords = new("重要鉱物、供給リスク、寡占度、輸入安定性", "critical minerals, supply risk, concentration, import stability");
    public static readonly Phrase TitleLine = new("{0}　{1}　データ基準日 {2}", "{0} | {1} | Data as of {2}");
    public static readonly Phrase VersionLine = new("版 {0}　算定方式 {1}", "Vintage {0} | Method {1}");
    public static readonly Phrase Footer = new("{0}　データ基準日 {1}", "{0} | Data as of {1}");
    public static readonly Phrase Header = new("{0}　{1}", "{0} | {1}");
    public static readonly Phrase Illustrative = new("例示データ", "ILLUSTRATIVE");
    public static readonly Phrase CaptionIllustrative = new("【例示データ】", " ILLUSTRATIVE.");
    public static readonly Phrase CaptionPartlyIllustrative = new("【例示データを含む】", " PARTLY ILLUSTRATIVE.");
    public static readonly Phrase IllustrativeNotice = new(
        "「例示データ」の印がある図表と数値は、例示用の入力に基づくものであり、実績を示すものではない。",
        "Figures marked ILLUSTRATIVE rest on illustrative input and do not describe actual conditions.");

    public static readonly Phrase SectionPoints = new("要点", "Key points");
    public static readonly Phrase SectionScores = new("六つの評価指標", "The six indicators");
    public static readonly Phrase SectionImports = new("輸入量の推移", "Imports over time");
    public static readonly Phrase SectionPartners = new("輸入相手国", "Source countries");
    public static readonly Phrase SectionCountries = new("生産と埋蔵の国別分布", "Production and reserves by country");
    public static readonly Phrase SectionPrices = new("価格の推移", "Prices");
    public static readonly Phrase SectionScenario = new("将来需要の試算", "Scenario demand");
    public static readonly Phrase SectionNotes = new("出典と注", "Sources and notes");
    public static readonly Phrase NotesPart = new("注", "Notes");
    public static readonly Phrase SourcesPart = new("出典", "Sources");
    public static readonly Phrase CodesPart = new("用いた品目番号", "Trade codes");

    public static readonly Phrase NoteMark = new("\u00A0注\u00A0{0}", "[{0}]");
    public static readonly Phrase MarkSeparator = new("、", ",");
    public static readonly Phrase NoteReference = new("注{0}", "note\u00A0{0}");
    public static readonly Phrase SourcesReference = new("出典{0}", "sources\u00A0{0}");
    public static readonly Phrase SourceReference = new("出典{0}", "source\u00A0{0}");
    public static readonly Phrase FigureCaption = new("図{0}　{1}。", "Figure {0}. {1}.");
    public static readonly Phrase TableCaption = new("表{0}　{1}。", "Table {0}. {1}.");
    public static readonly Phrase CaptionReferences = new("［{0}］", " [{0}]");
    public static readonly Phrase Sentence = new("{0}。", "{0}.");

    public static readonly Phrase ShortReserves = new("国別埋蔵寡占度", "Reserve concentration");
    public static readonly Phrase ShortProduction = new("国別生産寡占度", "Production concentration");
    public static readonly Phrase ShortConcentrate = new("輸入安定性（精鉱）", "Import stability (ores)");
    public static readonly Phrase ShortRefined = new("輸入安定性（製錬品）", "Import stability (refined)");
    public static readonly Phrase ShortPrice = new("価格変動幅", "Price fluctuation");
    public static readonly Phrase ShortSecondary = new("スクラップ等再生", "Secondary use");
    public static readonly Phrase TileImports = new("輸入量（5か年平均）", "Imports, five-year mean");
    public static readonly Phrase TileBand = new("リスク：{0}", "Risk: {0}");
    public static readonly Phrase TileRange = new("幅 {0}", "range {0}");
    public static readonly Phrase TileLeader = new("最大：{0} {1}％", "Largest: {0} {1}%");
    public static readonly Phrase TileGrowth = new("5年前の平均比 {0}％", "{0}% over five years");
    public static readonly Phrase TileGrowthUnknown = new("5年前の平均比は判定不能", "Growth cannot be judged");
    public static readonly Phrase TileVolatility = new("変動率 {0}", "Volatility {0}");
    public static readonly Phrase TileContained = new("純分", "contained metal");
    public static readonly Phrase TileStatus = new("{0}、{1}", "{0}, {1}");
}
