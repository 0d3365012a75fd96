using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// The 2026 edition: world tables, salient statistics and import sources of all chapters in one long file, a row a figure:
/// <c>MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,…</c>. Import sources are not read.
/// </summary>
internal sealed class LongFile : UsgsLayout
{
    private const int Section = 1;
    private const int CommodityName = 2;
    private const int Country = 3;
    private const int Statistics = 4;
    private const int Detail = 5;
    private const int Unit = 6;
    private const int YearColumn = 7;
    private const int Value = 8;
    private const int Notes = 9;

    /// <inheritdoc/>
    public override string Name => "long file";

    /// <inheritdoc/>
    public override bool Fits(IReadOnlyList<string> columns) => columns is
        ["MCS chapter", "Section", "Commodity", "Country", "Statistics", "Statistics_detail", "Unit", "Year", "Value", "Notes", ..];

    /// <inheritdoc/>
    public override int Edition(UsgsFile file) => file.Rows.Where(row => Table(file, row) is not null).Max(row => Year(file, row, YearColumn)) + 1;

    /// <inheritdoc/>
    public override string? Commodity(UsgsFile file, UsgsRow row) => Table(file, row) is null ? null : row[CommodityName];

    /// <inheritdoc/>
    public override IEnumerable<RawCell> Cells(UsgsFile file, int edition, UsgsRow row)
    {
        string notes = row[Notes];
        string measure = row[Statistics].ToLowerInvariant() switch
        {
            "import" => "imports",
            "export" => "exports",
            "stock" => "stocks",
            "shipment" => "shipments",
            string other => other,
        };
        yield return new RawCell(
            file.At(row, Value), edition, Table(file, row)!, row[CommodityName], row[Country], measure, row[Detail], row[Unit],
            Year(file, row, YearColumn), row[Value], notes)
        {
            IsEstimated = notes.StartsWith("Estimated", StringComparison.Ordinal),
        };
    }

    /// <inheritdoc/>
    /// <remarks>Of the salient statistics the indicators use prices, production and net import reliance.</remarks>
    public override bool IsKeptInCut(UsgsFile file, UsgsRow row) =>
        Table(file, row) == World || row[Statistics] is "Price" or "Production" or "Net import reliance";

    private static string? Table(UsgsFile file, UsgsRow row) => row[Section] switch
    {
        string section when section.StartsWith("World ", StringComparison.Ordinal) => World,
        string section when section.StartsWith("Salient Statistics", StringComparison.Ordinal) => Salient,
        string section when section.StartsWith("Import Sources", StringComparison.Ordinal) => null,
        string section => throw new LayoutDriftException(new Fault(
            file.Source.Name, file.At(row, Section).Address, "a world, salient or import section", "'" + section + "'", "add the section to the reader")),
    };
}
