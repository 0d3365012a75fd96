using Pipeline.Domain;
using Pipeline.Sources.Templates;
using static System.FormattableString;
using Columns = Pipeline.Sources.DomesticSurvey.DomesticSurveyTemplate;

namespace Pipeline.Sources.DomesticSurvey;

/// <summary>What the cells of one row of the domestic survey must be to each other.</summary>
internal static class DomesticSurveyRules
{
    /// <summary>Shares are rounded when they are entered: half a point is let pass.</summary>
    private const double ShareRounding = 0.005;

    private static readonly HashSet<DomesticQuantity> OfSites =
    [
        DomesticQuantity.MineProduction, DomesticQuantity.EquityShare, DomesticQuantity.MineImports, DomesticQuantity.SmelterOfftake,
        DomesticQuantity.SmelterEquityQuantity,
    ];

    /// <summary>The rules in words, in the order in which they are checked.</summary>
    public static IReadOnlyList<Wording> Words { get; } =
    [
        new("企業から集めた鉱山・製錬所ごとの数値は受け付けない（site と contributors、又は site と collected from companies の併記は不可）",
            "Figures of one mine or smelter that companies have reported are refused: no row has both a site and contributors, or a site and 'collected from companies'"),
        new("鉱山・製錬所ごとの項目には site を記入し、その他の項目には記入しない", "Quantities of one mine or smelter have a site, all others have none"),
        new("part は鉱種に含まれる元素に限る", "A part is an element of its mineral"),
        new("単位は、equity_share は1、self_sufficiency は percent、その他は t（鉱種群の equity_ore は percent も可）",
            "Units: 1 for equity_share, percent for self_sufficiency, t for all else (equity_ore of a group may be in percent)"),
        new("equity_share は0から1まで", "An equity share is from 0 to 1"),
        new("月は stocks に限る", "A month is for stocks only"),
        new("contributors と largest_share は併記し、企業から集めた合計値に必ず付す", "Contributors and largest share come together, always with totals collected from companies and never without"),
        new("largest_share は企業数の逆数以上", "The largest share is at least one over the number of companies"),
    ];

    /// <summary>
    /// Equity and offtake by company or mine are restricted when companies have reported them (indicators, section 8). Cells that cannot be read
    /// count as filled in.
    /// </summary>
    /// <param name="cell">Text of a cell of the row.</param>
    public static RowFault? Restricted(Func<TemplateColumn, string> cell)
    {
        bool hasContributors = cell(Columns.Contributors).Length > 0;
        return cell(Columns.Site).Length > 0 && (hasContributors || string.Equals(cell(Columns.Confidence), Columns.Collected, StringComparison.OrdinalIgnoreCase))
            ? new RowFault(
                QuarantinedRow.Restricted, hasContributors ? Columns.Contributors : Columns.Confidence,
                "no figure of one mine or smelter that companies have reported: such figures are restricted and belong to the closed application; "
                    + "a site needs a published document")
            : null;
    }

    /// <summary>The first rule that a row breaks that is not restricted, or none.</summary>
    public static RowFault? Broken(TemplateRow row) =>
        Site(row) ?? Part(row) ?? Unit(row) ?? EquityShare(row) ?? Month(row) ?? Contributors(row);

    private static RowFault? Site(TemplateRow row) => (OfSites.Contains(row.Get(Columns.Quantity)), row.Has(Columns.Site)) switch
    {
        (true, false) => new RowFault("site", Columns.Site, $"the mine or smelter that {row.Text(Columns.Quantity)} is of"),
        (false, true) => new RowFault("site", Columns.Site, $"nothing: {row.Text(Columns.Quantity)} is a figure of the mineral as a whole"),
        _ => null,
    };

    private static RowFault? Part(TemplateRow row) => row.Find(Columns.Part) is { } part && part.Mineral != row.Get(Columns.Mineral)
        ? new RowFault("part", Columns.Part, $"a part of {row.Get(Columns.Mineral)}; {part.Id} is one of {part.Mineral}")
        : null;

    private static RowFault? Unit(TemplateRow row)
    {
        string[] units = row.Get(Columns.Quantity) switch
        {
            DomesticQuantity.EquityShare => ["1"],
            DomesticQuantity.PublishedSelfSufficiency => ["percent"],
            DomesticQuantity.EquityOre when row.Get(Columns.Mineral) == Columns.BaseMetals => ["t", "percent"],
            _ => ["t"],
        };
        return units.Contains(row.Get(Columns.Unit), StringComparer.Ordinal)
            ? null
            : new RowFault("unit", Columns.Unit, $"'{string.Join("' or '", units)}' for {row.Text(Columns.Quantity)}");
    }

    private static RowFault? EquityShare(TemplateRow row) =>
        row.Get(Columns.Quantity) == DomesticQuantity.EquityShare && row.Get(Columns.Value) is { } share && (share.High ?? share.Low) > 1
            ? new RowFault("range", Columns.Value, "a share from 0 to 1 (50 per cent is 0.5)")
            : null;

    private static RowFault? Month(TemplateRow row) =>
        row.Get(Columns.Period) is Month && row.Get(Columns.Quantity) != DomesticQuantity.Stocks
            ? new RowFault("period", Columns.Period, $"a year for {row.Text(Columns.Quantity)}; a month is for stocks at its end")
            : null;

    private static RowFault? Contributors(TemplateRow row) => (IsCollected(row), row.FindValue(Columns.Contributors), row.FindValue(Columns.LargestShare)) switch
    {
        (true, null, _) => new RowFault("contributors", Columns.Contributors, "the number of companies in a total collected from companies"),
        (true, _, null) => new RowFault("contributors", Columns.LargestShare, "the share of the largest company in a total collected from companies"),
        (false, not null, _) or (false, _, not null) =>
            new RowFault("contributors", Columns.Confidence, $"'{Columns.Collected}' for a total with contributors; published figures have none"),
        (true, { } companies, { } largest) when largest < (1.0 / companies) - ShareRounding =>
            new RowFault("contributors", Columns.LargestShare, Invariant($"at least {1.0 / companies:0.###}, the share of each of {companies} equal companies")),
        _ => null,
    };

    private static bool IsCollected(TemplateRow row) => row.Get(Columns.Confidence) == Columns.Collected;
}
