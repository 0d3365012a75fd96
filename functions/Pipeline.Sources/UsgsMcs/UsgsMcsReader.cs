using Pipeline.Domain;
using Pipeline.Sources.Corrections;
using static System.FormattableString;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// Mineral Commodity Summaries of the U.S. Geological Survey, data releases 2022, 2023, 2025 and 2026: production, reserves and capacity by
/// country, and the salient statistics of the United States with annual prices. Faults of the publisher's files are corrected by
/// <c>usgs-mcs.corrections.json</c>, each behind a guard; the reader itself accepts no cell it does not understand.
/// </summary>
public sealed class UsgsMcsReader : SourceReader
{
    private readonly CorrectionBook corrections;

    /// <summary>A reader with the project's corrections.</summary>
    public UsgsMcsReader()
        : this(CorrectionBook.ForSource("usgs-mcs")) { }

    internal UsgsMcsReader(CorrectionBook corrections) => this.corrections = corrections;

    /// <inheritdoc/>
    public override string Source => "usgs-mcs";

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = new(
        "U.S. Geological Survey, National Minerals Information Center",
        "Mineral Commodity Summaries, data releases",
        "U.S. Government work, public domain; no use constraints",
        "Source: U.S. Geological Survey, Mineral Commodity Summaries",
        "https://www.usgs.gov/centers/national-minerals-information-center/mineral-commodity-summaries");

    /// <inheritdoc/>
    public override bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return UsgsFile.FirstLine(file) is { } line && UsgsLayout.Of([.. line.Split(',').Select(UsgsFile.Clean)]) is not null;
    }

    /// <inheritdoc/>
    public override ReadResult Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        UsgsFile open = UsgsFile.Open(file);
        UsgsLayout layout = LayoutOf(open);
        int edition = layout.Edition(open);
        List<RawCell> raw = [];
        HashSet<int> passedOver = [];
        foreach (UsgsRow row in open.Rows)
        {
            if (layout.Commodity(open, row) is null)
            {
                passedOver.Add(row.Line);
            }
            else
            {
                raw.AddRange(layout.Cells(open, edition, row));
            }
        }

        List<Observation> observations = [];
        List<QuarantinedRow> quarantined = [];
        Dictionary<int, string> lines = open.Rows.ToDictionary(row => row.Line, row => string.Join(',', row.Fields));
        foreach (RawCell cell in corrections.Apply(raw))
        {
            if (!UsgsTables.IsInScope(cell.Commodity, cell.At))
            {
                passedOver.Add(cell.At.Row);
            }
            else if (UsgsInterpretation.Read(Source, cell, (expected, bad) =>
                quarantined.Add(new QuarantinedRow("cell", bad.At, expected, bad.Value, lines[bad.At.Row]))) is { } observation)
            {
                observations.Add(observation);
            }
        }

        return new ReadResult(Source, Invariant($"{edition}"), Invariant($"{layout.Name} {edition}"), open.Rows.Count, observations, quarantined)
        {
            RowsOutOfScope = passedOver.Count,
            PublishedOn = PublicationCalendar.MineralSummaries(edition),
        };
    }

    /// <inheritdoc/>
    /// <remarks>A file of one commodity is kept whole or not at all; of a file of all commodities the lines in scope are kept.</remarks>
    public override ReadOnlyMemory<byte>? Cut(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        UsgsFile open = UsgsFile.Open(file);
        UsgsLayout layout = LayoutOf(open);
        IReadOnlyList<string> misnamed = [.. corrections.All.Where(correction => correction.Labels?.Commodity is not null)
            .SelectMany(correction => correction.Match.Commodities)];
        List<UsgsRow> kept = [.. open.Rows.Where(row => layout.Commodity(open, row) is { } commodity
            && (misnamed.Contains(commodity, StringComparer.Ordinal) || UsgsTables.IsInScope(commodity, open.At(row, 0)))
            && layout.IsKeptInCut(open, row))];
        if (kept.Count == 0)
        {
            return null;
        }

        if (kept.Count == open.Rows.Count)
        {
            return file.Bytes;
        }

        using MemoryStream cut = new();
        foreach (UsgsRow row in kept.Prepend(open.HeaderRow))
        {
            cut.Write(row.Bytes.Span);
        }

        return cut.ToArray();
    }

    private static UsgsLayout LayoutOf(UsgsFile file) => UsgsLayout.Of(file.Columns) ?? throw new LayoutDriftException(new Fault(
        file.Source.Name, "header", "one of: " + string.Join("; ", UsgsLayout.All.Select(layout => layout.Name)), string.Join(", ", file.Columns),
        "check that the file is the publisher's own, or add its new layout to the reader"));
}
