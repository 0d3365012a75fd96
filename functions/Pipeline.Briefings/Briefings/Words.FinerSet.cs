namespace Pipeline.Briefings;

/// <summary>Words of the finer set.</summary>
internal static partial class Words
{
    public static readonly Phrase FinerSetLead = new(
        "埋蔵と生産の詳細指標は次のとおりである。六指標の評点には含めない。", "The finer indicators of reserves and production are as follows. They do not enter the six scores.");
    public static readonly Phrase FinerSetNone = new(
        "埋蔵と生産の詳細指標（鉱山別の寡占度、品位低下率、可採年数変化率）は、いずれも判定不能である。{0}",
        "None of the finer indicators of reserves and production (concentration by mine, grade decline, change of reserve life) can be judged. {0}");
    public static readonly Phrase FinerSetCaption = new("埋蔵と生産の詳細指標", "Finer indicators of reserves and production");
    public static readonly Phrase ColumnValue = new("値", "Value");
    public static readonly Phrase NoteFinerSet = new("埋蔵と生産の詳細指標", "Finer indicators of reserves and production");
    public static readonly Phrase DefineFinerSet = new(
        "鉱山別の寡占度は、鉱山ごとの構成比の二乗和で、調査票にない鉱山の分は幅に含める。品位低下率は、継続して報告のある鉱山の加重平均品位が1年に下がる割合である。可採年数変化率は、埋蔵量を生産量で除した年数の5年前からの変化である。",
        "Concentration by mine is the sum of squared shares of mines; what the survey lacks widens the range. Grade decline is the yearly fall of the mean grade, weighted by tonnage, of mines that report throughout. The change of reserve life compares reserves divided by production with five years before.");
}
