using Pipeline.Domain;

namespace Pipeline.Indicators.Imports;

/// <summary>Imports of one mineral in one year as contained metal.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Stages">Tonnes of metal by stage that can be measured.</param>
/// <param name="Missing">Why the year cannot be measured, or none.</param>
/// <param name="Flags">Marks of the year in ordinal order.</param>
/// <param name="Evidence">Sum of concentrate and refined, down to cells and factors.</param>
/// <param name="ScrapEvidence">The same for scrap.</param>
internal sealed record YearOfImports(
    int Year, IReadOnlyList<StageAmount> Stages, Reason? Missing, IReadOnlyList<string> Flags, EvidenceNode? Evidence, EvidenceNode? ScrapEvidence)
{
    /// <summary>Tonnes of metal in concentrate and refined products, or none when missing. Scrap is left out: it is no primary supply.</summary>
    internal double? Tonnes => Missing is null ? Stages.Where(amount => amount.Stage != Stage.Scrap).Sum(amount => amount.Tonnes) : null;

    /// <summary>The same with scrap.</summary>
    internal double? TonnesWithScrap => Missing is null ? Stages.Sum(amount => amount.Tonnes) : null;
}

/// <summary>Adds up trade codes as contained metal: t metal = t goods x content factor.</summary>
internal static class ContainedImports
{
    private static readonly Stage[] TradedStages = [Stage.Concentrate, Stage.Refined, Stage.Scrap];

    /// <summary>Every year from the first to the last that the statistics cover, gaps included, oldest first.</summary>
    internal static IReadOnlyList<YearOfImports> Series(MineralCodes codes, TradeLedger ledger) => ledger.Years.Count == 0
        ? []
        : [.. Enumerable.Range(ledger.Years[0], checked(ledger.Years[^1] - ledger.Years[0] + 1)).Select(year => Of(codes, ledger, year))];

    /// <summary>
    /// One year. It is zero when a code of the mineral was in force and nothing came in under it, and missing when no such code was in
    /// force or when the statistics of one of its chapters were not taken in.
    /// </summary>
    internal static YearOfImports Of(MineralCodes codes, TradeLedger ledger, int year)
    {
        string[] chapters = [.. TradedStages.SelectMany(stage => codes.MeasurableIn(stage, year))
            .Select(row => row.Code[..2]).Distinct().Order(StringComparer.Ordinal)];
        if (chapters.Length == 0)
        {
            bool any = ledger.Years.Contains(year);
            return new YearOfImports(year, [], new Reason(any ? "noExclusiveCode" : "noTradeData", []), [], null, null);
        }

        if (chapters.Any(chapter => !ledger.HasTotals(chapter, year) && !ledger.HasCountries(chapter, year)))
        {
            return new YearOfImports(year, [], new Reason("noTradeData", []), [], null, null);
        }

        SortedSet<string> flags = new(StringComparer.Ordinal);
        if (chapters.Any(chapter => ledger.Confidential(chapter, year).Count > 0))
        {
            flags.Add("confidentialCodes");
        }

        EvidenceNode primary = Sum(codes.Measured.Where(code => code.Meaning.Stage != Stage.Scrap), ledger, year, "imports, contained metal", flags);
        EvidenceNode scrap = Sum(
            codes.Measured.Where(code => code.Meaning.Stage == Stage.Scrap), ledger, year, "imports of scrap, contained metal", []);
        StageAmount[] stages = [.. TradedStages
            .Where(stage => codes.MeasurableIn(stage, year).Count > 0)
            .Select(stage => new StageAmount(stage, codes.Measured.Where(code => code.Meaning.Stage == stage)
                .Select(code => Contained(Rows(code, ledger, year), code)).Aggregate(new ContainedMetal(0), ContainedMetal.Add).Tonnes))];
        return new YearOfImports(year, stages, null, [.. flags], primary, scrap);
    }

    /// <summary>Weight of a code in a year in tonnes of goods: its total, else the sum of its origins; 0 without rows.</summary>
    internal static double Weight(MeasuredCode code, TradeLedger ledger, int year) => Rows(code, ledger, year).Sum(row => row.Weight ?? 0);

    private static IReadOnlyCollection<TradeObservation> Rows(MeasuredCode code, TradeLedger ledger, int year) =>
        ledger.HasTotals(code.Chapter, year)
            ? ledger.Total(code.Code, year) is { } total ? [total] : []
            : ledger.ByOrigin(code.Code, year);

    private static ContainedMetal Contained(IEnumerable<TradeObservation> rows, MeasuredCode code) =>
        new GrossWeight(rows.Sum(row => row.Weight ?? 0)).Contained(code.Factor);

    private static EvidenceNode Sum(IEnumerable<MeasuredCode> codes, TradeLedger ledger, int year, string quantity, SortedSet<string> flags)
    {
        List<EvidenceNode> nodes = [];
        List<string> withoutRows = [];
        foreach (MeasuredCode code in codes)
        {
            IReadOnlyCollection<TradeObservation> rows = Rows(code, ledger, year);
            if (rows.Count == 0)
            {
                withoutRows.Add(code.Reference);
                continue;
            }

            if (code.Meaning.WeakFactor)
            {
                flags.Add("weakFactor");
            }

            nodes.Add(Node(code, Contained(rows, code).Tonnes, rows));
        }

        return new EvidenceNode(quantity, new CalendarYear(year).Code, nodes.Sum(node => node.Value ?? 0), "t")
        {
            Formula = "sum over codes",
            Inputs = nodes,
            // A zero rests on the codes that were in force and had no row.
            Reference = nodes.Count > 0 ? null : withoutRows.Count == 0 ? "code table: no code" : $"no row under {string.Join(", ", withoutRows.Distinct(StringComparer.Ordinal))}",
        };
    }

    /// <summary>Contained metal of rows under one code: cells x factor of the code table.</summary>
    internal static EvidenceNode Node(MeasuredCode code, double tonnes, IReadOnlyCollection<TradeObservation> rows) =>
        new("contained metal", code.Code, tonnes, "t")
        {
            Formula = "weight x content factor",
            Inputs =
            [
                new EvidenceNode("weight of goods", code.Code, rows.Sum(row => row.Weight ?? 0), "t")
                {
                    Cells = [.. rows.Select(row => row.Cell)],
                    Corrections = [.. rows.SelectMany(row => row.Corrections).Distinct().Order(StringComparer.Ordinal)],
                },
                new EvidenceNode("content factor", code.Meaning.Code, code.Factor, "t/t") { Reference = code.Reference },
            ],
        };
}
