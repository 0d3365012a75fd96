using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.MarketOutlook;

/// <summary>Type of a row of an outlook.</summary>
internal enum OutlookRow
{
    /// <summary>Supply, demand and balance of a year.</summary>
    Outlook,

    /// <summary>Price of a month.</summary>
    Price,
}

/// <summary>
/// The template of market outlooks of the kind that S cites (Roskill): supply, demand and balance by year and case, and monthly prices of
/// minor metals.
/// </summary>
internal static class MarketOutlookTemplate
{
    private static readonly Need OfOutlooks = Need.When(
        "需給の行で少なくとも一つ、価格の行では空欄", "at least one of supply, demand and balance in rows of type outlook, empty in rows of type price");

    private static readonly Need OfPrices = Need.When("価格の行で必須、需給の行では空欄", "required in rows of type price, empty in rows of type outlook");

    public static readonly CodeColumn<OutlookRow> Type = CodeColumn.Of(
        "row_type", Need.Required, new Wording("行の種類", "Type of the row"),
        ("outlook", OutlookRow.Outlook, "世界の需給（暦年）", "supply and demand of the world in a calendar year"),
        ("price", OutlookRow.Price, "価格（月平均）", "average price of a month"));

    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals("mineral_id", Need.Required, new Wording("鉱種", "Mineral"));

    public static readonly PeriodColumn Period = new(
        "period", Need.Required, new Wording("需給は暦年、価格は月", "Calendar year of supply and demand, month of a price"),
        PeriodForms.CalendarYear | PeriodForms.Month);

    public static readonly CodeColumn<OutlookCase> Case = TermColumn.Of(
        "case", Need.When(
            "発行年より後の年（予測）の需給の行で必須、発行年までの年（実績）では任意（空欄は基準ケース）、価格の行では空欄",
            "required in rows of type outlook for years after that of the issue (forecasts), optional for earlier years "
                + "(history; empty means the base case), empty in rows of type price"),
        new Wording("見通しのケース", "Case of the outlook"), Term.OutlookCase, Enum.GetValues<OutlookCase>());

    public static readonly PublishedColumn Supply = new("supply", OfOutlooks, new Wording("供給", "Supply"));

    public static readonly PublishedColumn Demand = new("demand", OfOutlooks, new Wording("需要", "Demand"));

    public static readonly PublishedColumn Balance = new(
        "balance", OfOutlooks, new Wording("需給バランス（供給－需要）", "Supply less demand"), mayBeNegative: true);

    public static readonly CodeColumn<OutlookUnit> Unit = CodeColumn.Of(
        "unit", Need.Required, new Wording("単位。需給は t 又は kt、価格はその他", "Unit: t or kt for supply and demand, the others for prices"),
        ("t", OutlookUnit.Mass(1), "トン", "tonnes"),
        ("kt", OutlookUnit.Mass(1000), "千トン", "thousand tonnes"),
        PriceUnit("USD/t"), PriceUnit("USD/kg"), PriceUnit("USD/lb"), PriceUnit("US cents/lb"),
        PriceUnit("USD/troy oz"), PriceUnit("USD/g"),
        PriceUnit("USD/t unit WO3"), PriceUnit("USD/t unit Mn"));

    public static readonly CodeColumn<string> Basis = CodeColumn.Of(
        "basis", Need.When("需給の行で必須、価格の行では空欄", "required in rows of type outlook, empty in rows of type price"),
        new Wording("数量の基準", "Basis of the quantity"),
        BasisCode("contained metal"), BasisCode("gross weight"), BasisCode("REO"), BasisCode("Nd2O3"), BasisCode("Li2CO3"),
        BasisCode("TiO2"), BasisCode("Cr2O3"), BasisCode("not stated"));

    public static readonly TextColumn Series = new("series", OfPrices, new Wording(
        "価格系列の名称（英小文字・数字・ハイフン）。発行回によらず同じ名称とする",
        "Name of the price series in small letters, digits and hyphens, the same in every issue, for example 'carbonate-cif-asia'"));

    public static readonly PublishedColumn Price = new("price", OfPrices, new Wording(
        "名目価格（月平均）。零を超える値、又は不詳（NA）",
        "Nominal price, average of the month: above 0, or NA"));

    public static readonly DateColumn IssuedOn = new("issued_on", Need.Required, new Wording(
        "見通しの発行日。ファイル内で同一とする。発行年までは実績、後の年は予測として表示する",
        "Day of the issue, the same in the whole file. Years up to it are shown as history, later ones as forecasts"));

    public static readonly TextColumn Citation = new("source", Need.Required, new Wording(
        "見通しの資料名・発行者", "Title and publisher of the outlook"));

    public static readonly RowShape Outlooks = new([Basis], [Series, Price]);

    public static readonly RowShape Prices = new([Series, Price], [Case, Supply, Demand, Balance, Basis]);

    public static readonly FeedTemplate Template = new(
        "market-outlook", 1,
        new Wording("市場見通し", "Market outlook"),
        new Wording(
            "世界の需給見通しを実績と並べて表示し、月次価格を価格変動幅の算定に用いる。調査会社の資料は、その利用許諾の範囲で記入する。",
            "Supply and demand are shown beside history, and monthly prices serve the price fluctuation. Figures of a "
                + "vendor are filled in within the terms of its licence."),
        [Type, Mineral, Period, Case, Supply, Demand, Balance, Unit, Basis, Series, Price, IssuedOn, Citation])
    {
        Key = [Type, Mineral, Period, Case, Series],
        Agreements = [new(By: null, IssuedOn)],
        Rules =
        [
            new Wording(
                "供給・需要・バランスがそろう行では、供給－需要＝バランス（表示桁の丸めの範囲を除く）",
                "Where supply, demand and balance are all given, supply less demand is the balance, apart from the "
                    + "rounding of the last decimals"),
            new Wording("発行年より後の年の需給の行にはケースを記入する", "A year after that of the issue has a case"),
            new Wording("価格は零を超え、発行月まで", "A price is above 0, and of the month of the issue or an earlier one"),
            new Wording("発行日は一つのファイルに一つ。known_from は発行日以後", "A file has one day of issue, and known_from is not before it"),
        ],
    };

    private static (string Code, OutlookUnit Value, string Ja, string En) PriceUnit(string code) =>
        (code, OutlookUnit.Price(code), Vocabulary.Word(Term.Unit, code, Language.Japanese),
            Vocabulary.Word(Term.Unit, code, Language.English));

    private static (string Code, string Value, string Ja, string En) BasisCode(string code) =>
        (code, code, Vocabulary.Word(Term.Basis, code, Language.Japanese), Vocabulary.Word(Term.Basis, code, Language.English));
}
