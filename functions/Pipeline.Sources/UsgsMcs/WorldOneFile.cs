using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// World tables of the 2025 edition, all commodities in one file: <c>SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023,PROD_EST_ 2024,PROD_NOTES,…</c>.
/// Cells without a number are empty, and the notes column says why: <c>W for 23-24</c>, <c>NA</c>, <c>Large</c>.
/// </summary>
internal sealed partial class WorldOneFile : UsgsLayout
{
    private const int FirstFigure = 5;

    /// <inheritdoc/>
    public override string Name => "world tables in one file";

    /// <inheritdoc/>
    public override bool Fits(IReadOnlyList<string> columns) =>
        columns is ["SOURCE", "COMMODITY", "COUNTRY", "TYPE", "UNIT_MEAS", ..]
        && columns.Skip(FirstFigure).All(column => Figure().IsMatch(column) || column.EndsWith("_NOTES", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int Edition(UsgsFile file) => Checked(file, file.EditionOfRows(), file.Columns
        .Select(column => Figure().Match(column)).Where(match => match.Success).Max(YearOf));

    /// <inheritdoc/>
    public override string? Commodity(UsgsFile file, UsgsRow row) => row[1];

    /// <inheritdoc/>
    public override IEnumerable<RawCell> Cells(UsgsFile file, int edition, UsgsRow row)
    {
        for (int column = FirstFigure; column < file.Columns.Count; column++)
        {
            Match figure = Figure().Match(file.Columns[column]);
            if (!figure.Success)
            {
                continue;
            }

            string prefix = figure.Groups["measure"].Value;
            string measure = prefix switch { "PROD" => "production", "CAP" => "capacity", _ => "reserves" };
            string notes = row[file.Column(prefix == "RESERVES" ? "RESERVE_NOTES" : prefix + "_NOTES")];
            int year = YearOf(figure);
            yield return new RawCell(
                file.At(row, column), edition, World, row[1], row[2], measure, row[3], row[4],
                measure == "reserves" ? null : year, row[column].Length > 0 ? row[column] : Sign(notes), notes)
            {
                IsEstimated = measure != "reserves" && (year == edition - 1 || IsEstimatedFirstYear(row[3], notes)),
            };
        }
    }

    /// <summary>What the notes say in place of an empty cell, in the sign that other editions print.</summary>
    private static string Sign(string notes) => notes switch
    {
        _ when notes.StartsWith("W for", StringComparison.Ordinal) => "W",
        _ when notes.StartsWith("NA", StringComparison.OrdinalIgnoreCase) => "NA",
        _ when notes.Equals("xx", StringComparison.OrdinalIgnoreCase) => "XX",
        "Large" or "Small" or "Moderate" => notes,
        _ when notes.StartsWith("Included in World total", StringComparison.OrdinalIgnoreCase) => notes,
        _ when notes.Contains("included with", StringComparison.OrdinalIgnoreCase) => notes,
        _ => string.Empty,
    };

    private static bool IsEstimatedFirstYear(string type, string notes) =>
        !notes.StartsWith("rep", StringComparison.OrdinalIgnoreCase)
        && (type.Contains("estimated", StringComparison.OrdinalIgnoreCase) || notes.StartsWith("estimated", StringComparison.OrdinalIgnoreCase));

    private static int YearOf(Match figure) => int.Parse(figure.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<measure>PROD|CAP|RESERVES)(_EST)?_ ?(?<year>[0-9]{4})$")]
    private static partial Regex Figure();
}
