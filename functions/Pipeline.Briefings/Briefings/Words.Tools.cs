namespace Pipeline.Briefings;

/// <summary>Words of the policy tools.</summary>
internal static partial class Words
{
    public static readonly Phrase SectionTools = new("政策評価ツール", "Policy tools");
    public static readonly Phrase ToolsLead = new(
        "評価指標と需要の見込みから導かれる政策評価ツールを、資料の順に示す。読み方の補助であり、順位や決定を示すものではない。",
        "The policy tools to which the indicators and demand lead, in the order of the policy paper. The list is a reading aid; it ranks and decides nothing.");
    public static readonly Phrase ToolsNone = new("政策評価ツールとの対応は、この版では算定していない。", "The policy tools are not derived in this vintage.");
    public static readonly Phrase ToolsCaption = new("政策評価ツールと判定の根拠", "Policy tools, findings and reasons");
    public static readonly Phrase ColumnTool = new("政策評価ツール", "Policy tool");
    public static readonly Phrase ColumnFinding = new("判定", "Finding");
    public static readonly Phrase ColumnReasons = new("根拠", "Reasons");
    public static readonly Phrase IllustrativeInBrackets = new("［例示データ］", " [ILLUSTRATIVE]");
    public static readonly Phrase NoteTools = new("政策評価ツール", "Policy tools");
    public static readonly Phrase DefineTools = new(
        "寡占度と輸入安定性は供給の多角化、価格変動幅は使用量の削減、スクラップ等再生はリサイクル、需要の増加は供給の拡大に結び付ける。評点又は需要の増加が基準に達すれば「該当」、幅の上端だけが達すれば「可能性あり」、指標が判定不能であれば「判定不能」とする。基準は本資料の定めである。",
        "Concentration and import stability lead to diversification, price fluctuation to less use, secondary use to recycling, growing demand to more supply. A tool is indicated when a score or the growth of demand reaches its mark, possible when only the upper end does, and cannot be judged when the figure is missing. The marks are choices of this series.");
}
