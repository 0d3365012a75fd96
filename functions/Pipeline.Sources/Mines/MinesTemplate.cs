using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.Mines;

/// <summary>The template of the mines feed: reserves, production, ore and head grade of single mines (S, 指標: 鉱山別).</summary>
internal static class MinesTemplate
{
    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals(
        "mineral_id", Need.Required, new Wording("鉱種", "Mineral"));

    public static readonly TextColumn Mine = new("mine", Need.Required, new Wording(
        "鉱山名。鉱山は操業地点であり、企業ではない。年を通じて同じ表記とする",
        "Name of the mine. A mine is a site, not a company. Write the same name in every year"));

    public static readonly CodeColumn<string> Country = CodeColumn.Countries(
        "country", Need.Required, new Wording("鉱山の所在国", "Country of the mine"));

    public static readonly PeriodColumn Period = new(
        "period", Need.Required,
        new Wording("埋蔵量は資料の版（as of 2026）、その他は暦年", "Edition for reserves (as of 2026), calendar year for everything else"),
        PeriodForms.CalendarYear | PeriodForms.AsOfEdition);

    public static readonly CodeColumn<MineQuantity> Quantity = CodeColumn.Of(
        "quantity", Need.Required, new Wording("項目", "What the figure measures"),
        ("reserves", MineQuantity.Reserves, "埋蔵量（金属純分）", "reserves, contained metal"),
        ("production", MineQuantity.Production, "生産量（金属純分）", "production, contained metal"),
        ("ore_milled", MineQuantity.OreMilled, "粗鉱処理量（鉱石量。平均品位の重み）", "ore milled, tonnes of ore: the weight of the mean grade"),
        ("head_grade", MineQuantity.HeadGrade, "給鉱品位", "head grade of the ore"));

    public static readonly PublishedColumn Value = new(
        "value", Need.Required, new Wording("数値", "The figure, in the unit of the next column"));

    public static readonly CodeColumn<string> Unit = CodeColumn.Of(
        "unit", Need.Required, new Wording("単位", "Unit"),
        ("t", "t", "トン", "tonnes"),
        ("percent", "percent", "百分率（給鉱品位のみ）", "per cent, head grades only"));

    public static readonly TextColumn Citation = new(
        "source", Need.Required, new Wording("数値を確認した公表資料", "Published document in which the figure was read"));

    public static readonly FeedTemplate Template = new(
        "mines", 1,
        new Wording("鉱山別統計", "Figures of single mines"),
        new Wording(
            "鉱山別の埋蔵寡占度・生産寡占度、品位低下率の算定に用いる。公表資料の数値に限る。任意の様式であり、提出がない場合は当該指標を判定不能とする。",
            "Concentration by mine and grade decline are computed from it. Published figures only. The feed is optional: without it these "
                + "indicators cannot be determined."),
        [Mineral, Mine, Country, Period, Quantity, Value, Unit, Citation])
    {
        Key = [Mineral, Mine, Country, Period, Quantity],
        Rules =
        [
            new Wording("埋蔵量の期間は版（as of）、その他は暦年", "Reserves are as of an edition, everything else is of a calendar year"),
            new Wording("給鉱品位は百分率で100以下、その他はトン", "Head grades are in per cent and at most 100, everything else is in tonnes"),
        ],
    };
}
