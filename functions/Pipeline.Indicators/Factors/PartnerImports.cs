using Pipeline.Domain;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability;

namespace Pipeline.Indicators.Factors;

/// <summary>A row of origin in one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Row">The row with its weight.</param>
internal sealed record YearlyOrigin(int Year, OriginRow Row);

/// <summary>
/// Japan's imports of a mineral from one country, all stages but scrap, summed over the years of factor ①: contained metal.
/// </summary>
/// <param name="Iso3">ISO code, or none for goods of unknown origin.</param>
/// <param name="Rows">What is summed, in order of year and code.</param>
internal sealed record PartnerImport(string? Iso3, IReadOnlyList<YearlyOrigin> Rows)
{
    /// <summary>Tonnes of metal.</summary>
    internal double Tonnes => Rows.Sum(origin => origin.Row.Tonnes);

    /// <summary>Tonnes of metal that rest on a filled-in weight.</summary>
    internal double EstimatedTonnes => Rows.Where(origin => origin.Row.IsEstimated).Sum(origin => origin.Row.Tonnes);

    /// <summary>Tree down to the cells, named by a symbol.</summary>
    internal EvidenceNode Evidence(string symbol) => new("imports of all stages, contained metal", Iso3 ?? string.Empty, Tonnes, "t")
    {
        Symbol = symbol,
        Formula = "sum(contained)",
        Inputs = [.. Contained(Rows, "contained")],
    };

    /// <summary>The part of it with a filled-in weight; empty where there is none.</summary>
    internal IEnumerable<EvidenceNode> EstimatedEvidence(string symbol) => Contained([.. Rows.Where(origin => origin.Row.IsEstimated)], symbol);

    private static IEnumerable<EvidenceNode> Contained(IReadOnlyList<YearlyOrigin> rows, string symbol) =>
        rows.GroupBy(origin => origin.Year).SelectMany(year => PartnerEvidence.ByCode(year.Select(origin => origin.Row))
            .Select(node => node with { Subject = $"{node.Subject} {new CalendarYear(year.Key).Code}", Symbol = symbol }));
}

/// <summary>Japan's imports of a mineral by country of origin over the last years with rows by country: concentrate and refined, scrap left out.</summary>
internal sealed class PartnerImports
{
    // Scrap is no primary supply, as in the moving average of imports.
    private static readonly Stage[] Stages = [Stage.Concentrate, Stage.Refined];

    private readonly bool isMeasurable;

    private PartnerImports(IReadOnlyList<int> years, IReadOnlyList<PartnerImport> partners, IReadOnlyList<string> leftOut, bool isMeasurable, IReadOnlyList<string> flags)
    {
        Years = years;
        Partners = [.. partners.Where(partner => partner.Iso3 is not null).OrderBy(partner => partner.Iso3, StringComparer.Ordinal)];
        Unknown = partners.FirstOrDefault(partner => partner.Iso3 is null);
        CodesLeftOut = leftOut;
        this.isMeasurable = isMeasurable;
        Flags = flags;
    }

    /// <summary>Calendar years that are summed, ascending; empty where there are none.</summary>
    internal IReadOnlyList<int> Years { get; }

    /// <summary>Countries of origin in order of code.</summary>
    internal IReadOnlyList<PartnerImport> Partners { get; }

    /// <summary>Goods of unknown origin, or none.</summary>
    internal PartnerImport? Unknown { get; }

    /// <summary>Codes in force that cannot be added up as contained metal.</summary>
    internal IReadOnlyList<string> CodesLeftOut { get; }

    /// <summary>Marks in ordinal order.</summary>
    internal IReadOnlyList<string> Flags { get; }

    /// <summary>Known and unknown origin together, tonnes of metal.</summary>
    internal double Whole => Partners.Sum(partner => partner.Tonnes) + (Unknown?.Tonnes ?? 0);

    /// <summary>Every origin, the unknown one last.</summary>
    internal IEnumerable<PartnerImport> All => Unknown is { } unknown ? Partners.Append(unknown) : Partners;

    /// <summary>Reads the years up to the newest one for which the rows by country of every chapter were taken in.</summary>
    /// <param name="codes">Codes of the mineral.</param>
    /// <param name="ledger">Trade statistics.</param>
    /// <param name="count">Years to sum at most.</param>
    internal static PartnerImports Of(MineralCodes codes, TradeLedger ledger, int count)
    {
        int[] years = ImportStabilityIndicator.LatestYear(codes, ledger) is { } latest
            ? [.. Enumerable.Range(checked(latest - count + 1), count).Where(year => ImportStabilityIndicator.IsComplete(codes, ledger, year))]
            : [];
        bool isMeasurable = years.Any(year => Stages.Any(stage => codes.MeasurableIn(stage, year).Count > 0));
        (int Year, StagePartners Stage)[] measured = [.. years.SelectMany(year => Stages.Select(stage => (year, Read(codes, ledger, stage, year))))];
        YearlyOrigin[] rows = [.. measured.SelectMany(part => part.Stage.Rows.Select(row => new YearlyOrigin(part.Year, row)))];
        SortedSet<string> flags = new(StringComparer.Ordinal);
        void Mark(bool holds, string flag)
        {
            if (holds)
            {
                flags.Add(flag);
            }
        }

        Mark(years.Length > 0 && years.Length < count, "fewerYears");
        Mark(rows.Any(origin => origin.Row.IsEstimated), "estimatedWeight");
        Mark(rows.Any(origin => origin.Row.Code.Meaning.WeakFactor && origin.Row.Goods > 0), "weakFactor");
        Mark(measured.Any(part => part.Stage.HasReimports), "reimport");
        Mark(years.Any(year => codes.Measured.Any(code => code.Meaning.Stage != Stage.Scrap && ledger.Confidential(code.Chapter, year).Count > 0)), "confidentialCodes");
        PartnerImport[] partners = [.. rows.GroupBy(origin => origin.Row.Row.Origin!.Iso3)
            .Select(group => new PartnerImport(group.Key, [.. group]))
            .Where(partner => partner.Tonnes > 0)];
        Mark(partners.Any(partner => partner.Iso3 is null), "unknownOrigin");
        return new PartnerImports(
            years,
            partners,
            [.. years.SelectMany(year => Stages.SelectMany(stage => codes.LeftOutIn(stage, year))).Select(code => code.Code)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            isMeasurable,
            [.. flags]);
    }

    /// <summary>The result with its time and marks, and why it stays open where nothing can be measured.</summary>
    internal IndicatorResult Date(IndicatorResult empty)
    {
        if (Years.Count == 0)
        {
            return empty with { Reason = new Reason("noPartnerData", []) };
        }

        IndicatorResult dated = empty with
        {
            Period = new YearSpan(new CalendarYear(Years[0]), new CalendarYear(Years[^1])),
            Flags = Flags,
            Notes = CodesLeftOut.Count == 0 ? [] : [new Reason("codesLeftOut", [string.Join(", ", CodesLeftOut)])],
        };
        if (Whole > 0)
        {
            return dated;
        }

        return dated with
        {
            Reason = (isMeasurable, CodesLeftOut.Count) switch
            {
                (true, _) => new Reason("noImports", []),
                (false, > 0) => new Reason("notMeasurable", [string.Join(", ", CodesLeftOut)]),
                _ => new Reason("noExclusiveCode", []),
            },
        };
    }

    // Shares over stages and years need one unit, so a weight that is missing is always filled in, however large its share of the value.
    private static StagePartners Read(MineralCodes codes, TradeLedger ledger, Stage stage, int year) =>
        StagePartners.Of([.. codes.Measured.Where(code => code.Meaning.Stage == stage)], ledger, year, valueBasisMark: 1);
}
