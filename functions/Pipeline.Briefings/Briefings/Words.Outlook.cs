namespace Pipeline.Briefings;

/// <summary>Words of the market outlook.</summary>
internal static partial class Words
{
    public static readonly Phrase OutlookPart = new("世界の需給見通し", "Outlook for the world market");
    public static readonly Phrase OutlookLead = new(
        "世界の需給の実績と見通しを次に示す（{0}発行、{1}）。輸入量とは別の資料によるものであり、評点には用いない。",
        "The table gives actual and forecast world supply and demand ({1}, issued {0}). It rests on another source than the imports above and enters no score.");
    public static readonly Phrase OutlookDemand = new(
        "基準ケースの需要は、{0}の{1}\u00A0tから{2}の{3}\u00A0tとなる見通しである（数量の基準：{4}）。", "In the base case demand goes from {1}\u00A0t in {0} to {3}\u00A0t in {2}; the tonnes are stated as: {4}.");
    public static readonly Phrase OutlookNone = new(
        "世界の需給見通しは、この版には収録されていない。", "No outlook for the world market has been taken in for this vintage.");
    public static readonly Phrase OutlookCaption = new(
        "世界の需給の実績と見通し（{0}、{1}、{2}発行）", "World supply and demand, actual and forecast ({0}, {1}, issued {2})");
    public static readonly Phrase OutlookCaptionSelected = new(
        "世界の需給の実績と見通し（{0}、{1}、{2}発行、年は抜粋）", "World supply and demand, actual and forecast ({0}, {1}, issued {2}, selected years)");
    public static readonly Phrase ColumnQuantityAndCase = new("項目（ケース）", "Quantity (case)");
    public static readonly Phrase ColumnPast = new("{0}年 実績", "{0} actual");
    public static readonly Phrase ColumnForecast = new("{0}年 見通し", "{0} forecast");
    public static readonly Phrase IssueSentence = new("{0}発行の{1}による。", "Issued {0}: {1}.");
    public static readonly Phrase IssueIllustrative = new(
        "{0}発行とした例示データ（様式を示すための架空の値）による。", "Issued {0}: ILLUSTRATIVE, invented to show the form of the feed.");
    public static readonly Phrase NoteOutlook = new("世界の需給見通し", "Outlook for the world market");
    public static readonly Phrase DefineOutlook = new(
        "市場調査資料が示す世界の供給、需要及び需給バランス（供給から需要を引いた値）である。発行日までに終わった年を実績、それより後の年を見通しとし、見通しは低位、基準、高位の各ケースによる。複数の版があるときは最新の版のみを示す。",
        "World supply, demand and balance (supply less demand) as a market outlook states them. Years that had ended on the day of issue are actual, later ones forecasts by low, base and high case. Of several issues only the newest is shown.");
    public static readonly Phrase OutlookFigure = new(
        "世界の需給の実績と見通し（{0}、{1}、{2}発行）。帯は需要の低位〜高位ケース、破線は見通し", "World supply and demand, actual and forecast ({0}, {1}, issued {2}). Band: low to high case of demand; dashed: forecast");
    public static readonly Phrase OutlookUnit = new("（{0}、世界）", "({0}, world)");
    public static readonly Phrase OutlookKeyDemand = new("需要（基準）", "demand, base case");
    public static readonly Phrase OutlookKeySupply = new("供給（基準）", "supply, base case");
    public static readonly Phrase OutlookKeyFan = new("需要の低位〜高位", "demand, low to high case");
    public static readonly Phrase OutlookForecastFrom = new("見通し →", "forecast →");
    public static readonly Phrase OutlookAlt = new(
        "世界需要の実績と見通し（{0}、{5}、{1}発行、基準ケース）。実績：{2}。見通し：{3}。{4}", "World demand, actual and forecast ({0}, {5}, issued {1}, base case). Actual: {2}. Forecast: {3}. {4}");
    public static readonly Phrase OutlookAltFan = new("{0}は低位{1}から高位{2}まで。", "In {0} the cases run from {1} (low) to {2} (high).");
    public static readonly Phrase OutlookAltNoFan = new("低位と高位のケースはない。", "There are no low and high cases.");
    public static readonly Phrase OutlookAltSupply = new("供給：{0}。", "Supply: {0}.");
}
