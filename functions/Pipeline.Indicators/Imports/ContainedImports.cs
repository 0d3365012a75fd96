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

        Stage[] measurable = [.. TradedStages.Where(stage => codes.MeasurableIn(stage, year).Count > 0)];
        StageAmount[] stages = [.. measurable
            .Select(stage => new StageAmount(stage, codes.Measured.Where(code => code.Meaning.Stage == stage)
                .Select(code => Contained(Rows(code, ledger, year), code)).Aggregate(new ContainedMetal(0), ContainedMetal.Add).Tonnes))];
        EvidenceNode[] trees = [.. measurable.Select(stage => Tree(stage, codes, ledger, year, stage == Stage.Scrap ? [] : flags))];
        EvidenceNode[] primary = [.. trees.Where((_, index) => measurable[index] != Stage.Scrap)];
        return new YearOfImports(
            year,
            stages,
            null,
            [.. flags],
            new EvidenceNode("imports, contained metal", new CalendarYear(year).Code, primary.Sum(tree => tree.Value ?? 0), "t")
            {
                Formula = "sum(stage)",
                Inputs = primary,
                Reference = primary.Length > 0 ? null : "code table: no code of concentrates or refined products",
            },
            trees.FirstOrDefault(tree => tree.Subject == Name(Stage.Scrap)));
    }

    /// <summary>Weight of a code in a year in tonnes of goods: its total, else the sum of its origins; 0 without rows.</summary>
    internal static double Weight(MeasuredCode code, TradeLedger ledger, int year) => Rows(code, ledger, year).Sum(row => row.Weight ?? 0);

    private static IReadOnlyCollection<TradeObservation> Rows(MeasuredCode code, TradeLedger ledger, int year) =>
        ledger.HasTotals(code.Chapter, year)
            ? ledger.Total(code.Code, year) is { } total ? [total] : []
            : ledger.ByOrigin(code.Code, year);

    private static ContainedMetal Contained(IEnumerable<TradeObservation> rows, MeasuredCode code) =>
        new GrossWeight(rows.Sum(row => row.Weight ?? 0)).Contained(code.Factor);

    private static EvidenceNode Tree(Stage stage, MineralCodes codes, TradeLedger ledger, int year, SortedSet<string> flags)
    {
        List<EvidenceNode> nodes = [];
        foreach (MeasuredCode code in codes.Measured.Where(code => code.Meaning.Stage == stage))
        {
            IReadOnlyCollection<TradeObservation> rows = Rows(code, ledger, year);
            if (rows.Count == 0)
            {
                continue;
            }

            if (code.Meaning.WeakFactor)
            {
                flags.Add("weakFactor");
            }

            nodes.Add(Node(code, Contained(rows, code).Tonnes, rows.Select(row => Weight(row, code.Code))));
        }

        return new EvidenceNode("imports of the stage, contained metal", Name(stage), nodes.Sum(node => node.Value ?? 0), "t")
        {
            Symbol = "stage",
            Formula = "sum(metal)",
            Inputs = nodes,
            // A zero rests on the codes that were in force and had no row.
            Reference = nodes.Count > 0 ? null : NoRow(codes.MeasurableIn(stage, year)),
        };
    }

    private static string Name(Stage stage) => stage.ToString().ToLowerInvariant();

    /// <summary>What a zero rests on: codes in force under which no row came in.</summary>
    internal static string NoRow(IEnumerable<TradeCode> codes) => "no row under " + string.Join(", ", codes.Select(MeasuredCode.ReferenceOf).Distinct(StringComparer.Ordinal));

    /// <summary>Contained metal of rows under one code: weights x factor of the code table.</summary>
    /// <param name="code">The code.</param>
    /// <param name="tonnes">Tonnes of metal.</param>
    /// <param name="weights">Weight of each row, symbol <c>weight</c>.</param>
    internal static EvidenceNode Node(MeasuredCode code, double tonnes, IEnumerable<EvidenceNode> weights) =>
        new("contained metal", code.Code, tonnes, "t")
        {
            Symbol = "metal",
            Formula = "sum(weight) * factor",
            Inputs =
            [
                .. weights,
                new EvidenceNode("content factor", code.Meaning.Code, code.Factor, "t/t") { Symbol = "factor", Reference = code.Reference },
            ],
        };

    /// <summary>Weight of a row of the statistics; none where the code has no unit of mass.</summary>
    internal static EvidenceNode Weight(TradeObservation row, string code) => new("weight of goods", code, row.Weight, "t")
    {
        Symbol = "weight",
        Cells = [row.Cell],
        Corrections = row.Corrections,
    };
}
