using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// World tables of the 2022 and 2023 editions, a file a commodity: <c>Source,Country,Type,Prod_t_2021,Prod_t_est_2022,Prod_notes,Reserves_t,…</c>
/// with unit, year and estimate in the column names. No column names the commodity; only the file name does (<c>mcs2023-cobal_world.csv</c>).
/// </summary>
internal sealed partial class WorldByCommodity : UsgsLayout
{
    /// <inheritdoc/>
    public override string Name => "world table by commodity";

    /// <inheritdoc/>
    public override bool Fits(IReadOnlyList<string> columns) =>
        columns is ["Source", "Country", "Type", ..] && columns.Skip(3).All(column => Notes().IsMatch(column) || Figure().IsMatch(column));

    /// <inheritdoc/>
    public override int Edition(UsgsFile file) => Checked(file, file.EditionOfRows(), file.Columns
        .Select(column => Figure().Match(column)).Where(match => match.Groups["year"].Success)
        .Max(match => int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public override string? Commodity(UsgsFile file, UsgsRow row) => FileCode().Match(file.Source.Name) is { Success: true } match
        ? match.Groups["code"].Value
        : throw new UnknownCodeException("commodity file", file.Source.Name, new Fault(
            file.Source.Name, "file name", "a name such as mcs2023-cobal_world.csv, the only place that names the commodity", file.Source.Name,
            "give the file the publisher's name back"));

    /// <inheritdoc/>
    public override IEnumerable<RawCell> Cells(UsgsFile file, int edition, UsgsRow row)
    {
        string commodity = Commodity(file, row)!;
        for (int column = 3; column < file.Columns.Count; column++)
        {
            Match figure = Figure().Match(file.Columns[column]);
            if (!figure.Success)
            {
                continue;
            }

            string measure = figure.Groups["measure"].Value switch { "Prod" => "production", "Cap" => "capacity", _ => "reserves" };
            int? year = figure.Groups["year"].Success ? int.Parse(figure.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
            string notes = NotesOf(file, row, column);
            yield return new RawCell(
                file.At(row, column), edition, World, commodity, row[1],
                measure + figure.Groups["form"].Value.Replace('_', ' ').ToLowerInvariant(),
                row[2], figure.Groups["unit"].Value, year, row[column], notes)
            {
                IsEstimated = IsEstimated(figure.Groups["est"].Success, year == edition - 2, notes, year),
            };
        }
    }

    /// <summary>
    /// The notes speak of the first year where they differ from its column: "Production in 2021 is also estimated", "Estimated in both years",
    /// "Reported production in 2021".
    /// </summary>
    private static bool IsEstimated(bool byColumn, bool isFirstYear, string notes, int? year)
    {
        if (!isFirstYear)
        {
            return byColumn;
        }

        bool aboutYear = notes.Contains(year!.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || notes.Contains("both years", StringComparison.OrdinalIgnoreCase);
        return byColumn
            ? !(aboutYear && notes.Contains("Reported", StringComparison.OrdinalIgnoreCase))
            : aboutYear && notes.Contains("estimated", StringComparison.OrdinalIgnoreCase);
    }

    private static string NotesOf(UsgsFile file, UsgsRow row, int column)
    {
        string prefix = file.Columns[column].Split('_')[0] + "_note";
        for (int index = 3; index < file.Columns.Count; index++)
        {
            if (file.Columns[index].StartsWith(prefix, StringComparison.Ordinal))
            {
                return row[index];
            }
        }

        return string.Empty;
    }

    [GeneratedRegex("^(Prod|Cap|Reserves)_notes?$")]
    private static partial Regex Notes();

    [GeneratedRegex("^(?<measure>Prod|Cap|Reserves)(?<form>(_[A-Z][A-Za-z]+|_ore|_ore_K2O_equiv)*)_(?<unit>t|kt|Mt|kg|kct|mct|mcm)(?<est>_[Ee]st)?(_(?<year>[0-9]{4}))?$")]
    private static partial Regex Figure();

    [GeneratedRegex("mcs[0-9]{4}-?(?<code>[a-z]+(-[a-z]+)?)_world", RegexOptions.IgnoreCase)]
    private static partial Regex FileCode();
}
