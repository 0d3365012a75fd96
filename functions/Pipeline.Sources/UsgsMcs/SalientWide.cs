using System.Text.RegularExpressions;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// Salient statistics of the United States to the 2025 edition, a file a commodity, five years down, a column a statistic:
/// <c>DataSource,Commodity,Year,USprod_Mine_t,…,Price_Spot_dlb,…,NIR_pct</c>. The unit is the last token of the column name.
/// </summary>
internal sealed partial class SalientWide : UsgsLayout
{
    /// <inheritdoc/>
    public override string Name => "salient statistics by commodity";

    /// <inheritdoc/>
    public override bool Fits(IReadOnlyList<string> columns) => columns is ["DataSource" or "Source", "Commodity", "Year", ..];

    /// <inheritdoc/>
    public override int Edition(UsgsFile file) => Checked(file, file.EditionOfRows(), file.Rows.Max(row => Year(file, row, 2)));

    /// <inheritdoc/>
    public override string? Commodity(UsgsFile file, UsgsRow row) => row[1];

    /// <inheritdoc/>
    public override IEnumerable<RawCell> Cells(UsgsFile file, int edition, UsgsRow row)
    {
        int year = Year(file, row, 2);
        for (int column = 3; column < file.Columns.Count; column++)
        {
            string name = file.Columns[column];
            if (Unnamed().IsMatch(name) && row[column].Length == 0)
            {
                continue;
            }

            // A repeated name carries its number, which is no part of the unit.
            string unit = name.Split(" [")[0].Split('_')[^1];
            yield return new RawCell(
                file.At(row, column), edition, Salient, row[1], "United States", Measure(name), name, unit, year, row[column], string.Empty)
            {
                IsEstimated = year == edition - 1,
            };
        }
    }

    /// <summary>What a column measures; a name that tells nothing known stays as it is and is refused by whoever needs it.</summary>
    private static string Measure(string column)
    {
        string[] tokens = column.Split('_');
        string first = tokens[0] is "Bauxite" or "Alumina" && tokens.Length > 1 ? tokens[1] : tokens[0];
        return first switch
        {
            "USprod" or "Mine" or "Refinery" or "Recycled" => "production",
            "Imports" => "imports",
            "Exports" => "exports",
            "Consump" or "Apparent" => "consumption",
            "Stocks" => "stocks",
            "Shipments" => "shipments",
            "Supply" => "supply",
            "Employment" => "employment",
            "NIR" => "net import reliance",
            "Price" => "price",
            _ => column,
        };
    }

    [GeneratedRegex(@"^( ?\[[0-9]+\])?$")]
    private static partial Regex Unnamed();
}
