using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.DomesticSurvey;

/// <summary>The template of the domestic survey: demand, the five components of 自給率 and the balances around them (S, 鉱種別自給率).</summary>
internal static class DomesticSurveyTemplate
{
    /// <summary>Rates that somebody has published for the base metals together.</summary>
    public const string BaseMetals = "base-metals";

    /// <summary>Confidence of a figure that the office has collected from companies.</summary>
    public const string Collected = "collected from companies";

    private const string AtSite = "鉱山・製錬所ごとの項目の場合", AtSiteEn = "for quantities of one mine or smelter";

    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals(
        "mineral_id", Need.Required, new Wording("鉱種、又は公表された鉱種群", "Mineral, or a published group of minerals"),
        new TemplateCode(BaseMetals, new Wording("ベースメタル（公表された鉱種群）", "base metals, a published group")));

    public static readonly CodeColumn<MineralPart> Part = new(
        "part", Need.Optional,
        new Wording("鉱種の一部のみの数値である場合、その元素。全体の数値とは合算しない",
            "Element, where the figure covers only a part of the mineral. It is never added to figures of the whole"),
        new Wording("元素コード", "an element of the mineral, for example 'neodymium'"),
        [.. MineralPart.All.Select(part => (new TemplateCode(part.Id, new Wording(part.NameJa, part.NameEn)), part))]);

    public static readonly PeriodColumn Period = new(
        "period", Need.Required,
        new Wording("期間。自給率は年度による。年度と暦年は混ぜない。月は月末在庫に限る",
            "Period. Self-sufficiency is computed on fiscal years; fiscal and calendar years are never mixed. A month only for stocks at its end"),
        PeriodForms.FiscalYear | PeriodForms.CalendarYear | PeriodForms.Month | PeriodForms.MonthSpan);

    public static readonly TextColumn PeriodAsPrinted = new("period_as_printed", Need.Optional, new Wording(
        "資料が年度・暦年の別を示さない等の場合、資料の表記", "Words of the source, where it does not say which kind of year it counts, or says it otherwise"));

    public static readonly CodeColumn<DomesticQuantity> Quantity = CodeColumn.Of(
        "quantity", Need.Required, new Wording("項目", "What the figure measures"),
        ("domestic_demand", DomesticQuantity.DomesticDemand, "地金等の内需（見掛値又は公表の総需要）", "domestic demand of metal, apparent or total as printed"),
        ("consumption", DomesticQuantity.Consumption, "内需（報告値）", "consumption as reported by users"),
        ("equity_ore", DomesticQuantity.EquityOre, "① 海外自山鉱（鉱種計。輸入量を上限とした後の値）", "① ore from equity in mines abroad, mineral as a whole, already capped at imports"),
        ("imported_metal", DomesticQuantity.ImportedMetal, "② 輸入地金等（鉱種計。引取量を上限とした後の値）", "② metal from equity in smelters abroad, mineral as a whole, already capped at what was taken"),
        ("old_scrap", DomesticQuantity.OldScrap, "③ スクラップ（国内で発生した使用済み製品）", "③ scrap from used products arising in Japan"),
        ("smelter_residues", DomesticQuantity.SmelterResidues, "④ 製錬残渣等", "④ residues of domestic smelters"),
        ("process_scrap", DomesticQuantity.ProcessScrap, "⑤ 再生地金等（工程くず等）", "⑤ process scrap and the like"),
        ("secondary_production", DomesticQuantity.SecondaryProduction, "二次原料からの生産（③④⑤の区分なし）", "secondary production where ③, ④ and ⑤ are not separated"),
        ("refined_production", DomesticQuantity.RefinedProduction, "地金生産（一次・二次計）", "production of refined metal, primary and secondary"),
        ("imports", DomesticQuantity.Imports, "輸入（当該資料の集計による）", "imports as the source counts them"),
        ("exports", DomesticQuantity.Exports, "輸出（当該資料の集計による）", "exports as the source counts them"),
        ("stocks", DomesticQuantity.Stocks, "期末在庫", "stocks at the end of the period"),
        ("self_sufficiency", DomesticQuantity.PublishedSelfSufficiency, "公表された自給率（算定値は記入しない）", "self-sufficiency rate as published; nothing computed goes here"),
        ("mine_production", DomesticQuantity.MineProduction, "海外鉱山1か所の生産量（①用）", "production of one mine abroad, for ①"),
        ("equity_share", DomesticQuantity.EquityShare, "同鉱山の本邦企業権益比率（①用）", "share of that mine held by Japanese companies, for ①"),
        ("mine_imports", DomesticQuantity.MineImports, "同鉱山からの輸入量（①用）", "imports from that mine, for ①"),
        ("smelter_offtake", DomesticQuantity.SmelterOfftake, "海外製錬所1か所からの引取量（②用）", "metal taken from one smelter abroad, for ②"),
        ("smelter_equity_quantity", DomesticQuantity.SmelterEquityQuantity, "同製錬所の権益相当量（②用）", "quantity that the equity in that smelter stands for, for ②"));

    public static readonly TextColumn Site = new("site", Need.When(AtSite, AtSiteEn), new Wording(
        "鉱山又は製錬所の名称（企業名ではない）", "Name of the mine or smelter, not of a company"));

    public static readonly PublishedColumn Value = new(
        "value", Need.Required, new Wording("数値", "The figure, in the unit of the next column"));

    public static readonly CodeColumn<string> Unit = CodeColumn.Of(
        "unit", Need.Required, new Wording("単位", "Unit"),
        ("t", "t", "トン（金属純分。含有基準は content_basis に記入）", "tonnes of contained metal, as content_basis says"),
        ("1", "1", "0から1までの割合（equity_share のみ）", "share from 0 to 1, for equity_share only"),
        ("percent", "percent", "百分率（self_sufficiency、及び鉱種群の equity_ore のみ）", "per cent, for self_sufficiency, and equity_ore of a group"));

    public static readonly TextColumn Basis = new("content_basis", Need.Required, new Wording(
        "含有基準・段階（地金、純分、酸化物換算等）。基準が異なる数値は合算しない",
        "Content basis and stage in the words of the source (metal, content, oxide …). Figures of different bases are never added"));

    public static readonly TextColumn Definition = new("definition", Need.Required, new Wording(
        "資料が集計する対象", "What the source counts"));

    public static readonly WholeNumberColumn Contributors = new(
        "contributors", Need.When("企業から集めた合計値の場合", "for totals collected from companies"),
        new Wording("合計値に含まれる企業数", "Number of companies in the total"), 1, 100_000);

    public static readonly ShareColumn LargestShare = new(
        "largest_share", Need.When("企業から集めた合計値の場合", "for totals collected from companies"),
        new Wording("最大企業の構成比", "Share of the largest company in the total"));

    public static readonly TextColumn Citation = new("source", Need.Required, new Wording(
        "数値を確認した資料。鉱山・製錬所ごとの行は公表資料に限る",
        "Document in which the figure was read; for one mine or smelter only a published one"));

    public static readonly TextColumn Publisher = new("publisher", Need.Required, new Wording("公表者", "Who publishes it"));

    public static readonly CodeColumn<string> Confidence = CodeColumn.Of(
        "confidence", Need.Required, new Wording("資料との近さ", "How near the figure is to the document"),
        ("original", "original", "資料又はデータファイルそのもので確認", "read in the document or data file itself"),
        ("original excerpt", "original excerpt", "公表者自身の頁の抜粋で確認", "read in an excerpt of the publisher's own page"),
        ("secondary excerpt", "secondary excerpt", "資料を引用する頁・写しで確認", "read in a page or copy that quotes the document"),
        ("derived from original", "derived from original", "資料の数値から計算", "computed from figures of the document"),
        ("derived from original excerpt", "derived from original excerpt", "公表者の頁の抜粋の数値から計算", "computed from figures of such an excerpt"),
        ("derived from secondary excerpt", "derived from secondary excerpt", "引用された数値から計算", "computed from quoted figures"),
        (Collected, Collected, "企業から集めた合計値（公表資料ではない）", "total that the office has collected from companies"));

    public static readonly FeedTemplate Template = new(
        "domestic-survey", 1,
        new Wording("国内需給調査", "Domestic survey"),
        new Wording(
            "鉱種別自給率、スクラップ等再生、内需量の算定に用いる。公表資料の数値と、企業から集めて合計した数値を受け付ける。企業別・鉱山別に企業から得た権益量・引取量は非公開であり、この様式では受け付けない（閉域の業務用）。",
            "Self-sufficiency, secondary use and domestic demand by mineral are computed from it. It takes published figures, and totals of what companies "
                + "have reported. Equity and offtake by company or mine that companies have reported are restricted: they belong to the closed application, not here."),
        [
            Mineral, Part, Period, PeriodAsPrinted, Quantity, Site, Value, Unit, Basis, Definition, Contributors, LargestShare, Citation, Publisher,
            Confidence,
        ])
    {
        Key = [Mineral, Part, Period, PeriodAsPrinted, Quantity, Site, Basis, Definition, Citation],
        Rules = DomesticSurveyRules.Words,
    };
}
