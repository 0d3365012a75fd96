using Pipeline.Domain;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>
/// ① and ② from single mines and smelters: what the equity stands for, at most what was really imported or taken
/// (S ※: 実際の輸入量・引取量が権益量より下回る場合は、輸入量・引取量を採用). The cap holds for each mine: what one ships above its equity does
/// not make up for another.
/// </summary>
internal static class CappedSites
{
    /// <summary>① of a period from the rows of mines, or none when there are no such rows.</summary>
    /// <param name="rows">Rows of the mineral.</param>
    /// <param name="period">Year.</param>
    /// <param name="perMine">True for the cap per mine, false for the cap over all mines of the mineral.</param>
    internal static ComponentFigure? EquityOre(SurveyRows rows, Period period, bool perMine)
    {
        DomesticSupplyObservation[] all =
        [
            .. rows.BySite(DomesticQuantity.MineProduction, period), .. rows.BySite(DomesticQuantity.EquityShare, period), .. rows.BySite(DomesticQuantity.MineImports, period),
        ];
        Site[] mines = [.. Names(all).Select(name => new Site(
            name,
            SiteQuantity.Equity(
                name, SiteQuantity.Of(all, name, DomesticQuantity.MineProduction), SiteQuantity.Of(all, name, DomesticQuantity.EquityShare)),
            SiteQuantity.Of(all, name, DomesticQuantity.MineImports)))];
        if (mines.Length == 0)
        {
            return null;
        }

        ComponentFigure byMine = Figure(SupplyComponent.EquityOre, all, mines, period, Sum(mines), end => SumNode(mines, end));
        ComponentFigure byMineral = Figure(SupplyComponent.EquityOre, all, mines, period, LeastOfSums(mines), end => LeastOfSumsNode(mines, end));
        return perMine ? byMine with { Alternative = byMineral } : byMineral with { Alternative = byMine };
    }

    /// <summary>② of a period from the rows of smelters, or none when there are no such rows: what was taken, or the equity quantity where one is given and is smaller.</summary>
    internal static ComponentFigure? ImportedMetal(SurveyRows rows, Period period)
    {
        DomesticSupplyObservation[] all =
            [.. rows.BySite(DomesticQuantity.SmelterOfftake, period), .. rows.BySite(DomesticQuantity.SmelterEquityQuantity, period)];
        Site[] smelters = [.. Names(all).Select(name => new Site(
            name,
            all.Any(row => row.Site == name && row.Quantity == DomesticQuantity.SmelterEquityQuantity)
                ? SiteQuantity.Of(all, name, DomesticQuantity.SmelterEquityQuantity)
                : null,
            SiteQuantity.Of(all, name, DomesticQuantity.SmelterOfftake)))];
        return smelters.Length == 0
            ? null
            : Figure(SupplyComponent.ImportedMetal, all, smelters, period, Sum(smelters), end => SumNode(smelters, end));
    }

    private static ComponentFigure Figure(
        SupplyComponent component, DomesticSupplyObservation[] rows, Site[] sites, Period period, Interval amount, Func<End, EvidenceNode> tree)
    {
        Collected? collected = Across(rows, sites);
        return new ComponentFigure([component], amount, ComponentFigure.StandingOf(amount))
        {
            Collected = collected,
            Flags = Twice(rows) ? ["severalFigures"] : [],
            // Equity and offtake by company or mine stay with those who collect them: the tree then ends at the sum, with the cells it was read from.
            Node = collected is null ? tree : end => new EvidenceNode("sum over sites", period.Code, amount.At(end), "t") { Cells = [.. rows.Select(row => row.Cell)] },
        };
    }

    private static IEnumerable<string> Names(IEnumerable<DomesticSupplyObservation> rows) => rows.Select(row => row.Site!).Distinct().Order(StringComparer.Ordinal);

    private static bool Twice(DomesticSupplyObservation[] rows) => rows.GroupBy(row => (row.Site, row.Quantity)).Any(group => group.Skip(1).Any());

    // Companies may be the same in every mine: a sum is only as safe as its best single site, and the largest company may be the largest everywhere.
    private static Collected? Across(DomesticSupplyObservation[] rows, Site[] sites)
    {
        (Site Site, Collected Collected)[] collected =
            [.. sites.Select(site => (site, Collected: Collected.Of(rows.Where(row => row.Site == site.Name)))).Where(pair => pair.Collected is not null).Select(pair => (pair.site, pair.Collected!))];
        if (collected.Length == 0)
        {
            return null;
        }

        // Published sites can be subtracted from the sum, so that only the collected ones protect each other.
        double whole = collected.Sum(pair => pair.Site.Counted.High ?? 0);
        return new Collected(
            collected.Any(pair => pair.Collected.Contributors is null) ? null : collected.Max(pair => pair.Collected.Contributors),
            collected.Any(pair => pair.Collected.LargestShare is null) || whole == 0
                ? null
                : collected.Sum(pair => pair.Collected.LargestShare!.Value * (pair.Site.Counted.High ?? 0)) / whole);
    }

    private static Interval Sum(Site[] sites) => Interval.Sum(sites.Select(site => site.Counted));

    private static EvidenceNode SumNode(Site[] sites, End end) => new("sum over sites", string.Empty, Sum(sites).At(end), "t")
    {
        Formula = "sum(site)",
        Inputs = [.. sites.Select(site => site.Node(end) with { Symbol = "site" })],
    };

    private static Interval LeastOfSums(Site[] sites) =>
        Interval.Least(Interval.Sum(sites.Select(site => site.Equity!.Amount)), Interval.Sum(sites.Select(site => site.Moved.Amount)));

    private static EvidenceNode LeastOfSumsNode(Site[] sites, End end)
    {
        EvidenceNode[] equity = [.. sites.Select(site => site.Equity!.Node(end)).OfType<EvidenceNode>()];
        EvidenceNode[] moved = [.. sites.Select(site => site.Moved.Node(end)).OfType<EvidenceNode>()];
        // At the upper end an unknown site leaves its sum without bound, and the other sum alone holds.
        string formula = end != End.High || (equity.Length == sites.Length && moved.Length == sites.Length)
            ? "least(sum(equity), sum(moved))"
            : equity.Length == sites.Length ? "sum(equity)" : "sum(moved)";
        return new EvidenceNode("smaller of the sums over sites", string.Empty, LeastOfSums(sites).At(end), "t")
        {
            Formula = formula,
            Inputs = [.. equity.Select(node => node with { Symbol = "equity" }), .. moved.Select(node => node with { Symbol = "moved" })],
        };
    }

    /// <summary>One mine or smelter.</summary>
    /// <param name="Name">Name of the site.</param>
    /// <param name="Equity">What the equity stands for; none where a smelter has no such quantity.</param>
    /// <param name="Moved">What was imported from it or taken.</param>
    private sealed record Site(string Name, SiteQuantity? Equity, SiteQuantity Moved)
    {
        internal Interval Counted => Equity is null ? Moved.Amount : Interval.Least(Equity.Amount, Moved.Amount);

        internal EvidenceNode Node(End end)
        {
            EvidenceNode? equity = Equity?.Node(end);
            EvidenceNode? moved = Moved.Node(end);
            string formula = (equity, moved) switch
            {
                (not null, not null) => "least(equity, moved)",
                (null, not null) when Equity is null || end == End.High => "moved",
                (not null, null) when end == End.High => "equity",
                _ => "0",
            };
            return new EvidenceNode("counted of the site", Name, Counted.At(end), "t")
            {
                Formula = formula,
                Inputs = [.. new[] { equity is null ? null : equity with { Symbol = "equity" }, moved is null ? null : moved with { Symbol = "moved" } }.OfType<EvidenceNode>()],
            };
        }
    }
}
