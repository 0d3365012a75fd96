using Pipeline.Domain;
using Pipeline.Domain.Reference;
using static System.FormattableString;

namespace Pipeline.Sources.PinkSheet;

/// <summary>One series of the sheet that belongs to a mineral under watch.</summary>
/// <param name="Index">Column from 0.</param>
/// <param name="Name">Publisher's name without blanks and methodology marks.</param>
/// <param name="Series">Publisher's code as printed, for example <c>COPPER</c>.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Unit">Unit of the price, <c>USD/t</c> or <c>USD/troy oz</c>.</param>
internal sealed record PriceColumn(int Index, string Name, string Series, string Mineral, string Unit);

/// <summary>Finds the columns of the metals under watch by the publisher's names; the sheet's order has changed before.</summary>
internal static class PriceColumns
{
    private static readonly Lazy<IReadOnlyList<(string Name, string Mineral, string Printed, string Unit)>> Listed = new(() =>
        [.. ReferenceTable.Read(typeof(PriceColumns).Assembly, "Pipeline.Sources.PinkSheet.series.csv", "series.csv")
            .Select(row => (row["name"], row["mineral_id"], row["unit_printed"], row["unit"]))]);

    /// <summary>The columns in the order of the list.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="firstDataRow">Row of the first month; the three rows above hold name, unit and code.</param>
    /// <exception cref="LayoutDriftException">A listed column is missing, stands twice, or has no code.</exception>
    /// <exception cref="UnitMismatchException">A column has another unit than the one listed.</exception>
    public static IReadOnlyList<PriceColumn> Find(string file, Sheet sheet, int firstDataRow)
    {
        (int names, int units, int codes) = (firstDataRow - 3, firstDataRow - 2, firstDataRow - 1);
        ILookup<string, int> columns = Enumerable.Range(1, Math.Max(0, sheet.Rows[firstDataRow - 1].Length - 1))
            .ToLookup(column => Plain(sheet.Text(names, column)), StringComparer.Ordinal);
        List<PriceColumn> found = [];
        foreach ((string name, string mineral, string printed, string unit) in Listed.Value)
        {
            int[] at = [.. columns[name]];
            if (at.Length != 1)
            {
                string place = Invariant($"sheet {sheet.Name}, row {names}");
                throw Drift(file, place, $"one column '{name}'", at.Length == 0 ? "none" : Invariant($"{at.Length}"));
            }

            string stands = sheet.Text(units, at[0]);
            if (stands != printed)
            {
                throw new UnitMismatchException(new Fault(
                    file, Invariant($"sheet {sheet.Name}, row {units}, column {name}"), printed, ReadableText.Of(stands),
                    "check whether the publisher has changed the unit; series in different units are never joined"));
            }

            string series = sheet.Text(codes, at[0]);
            found.Add(series.Length > 0
                ? new PriceColumn(at[0], name, series, mineral, unit)
                : throw Drift(file, Invariant($"sheet {sheet.Name}, row {codes}, column {name}"), "the publisher's code of the series",
                    "nothing"));
        }

        return found;
    }

    /// <summary>A name without blanks at its ends and without the <c>**</c> that points to a note on methods.</summary>
    internal static string Plain(string name) => name.Trim().TrimEnd('*').TrimEnd();

    private static LayoutDriftException Drift(string file, string place, string expected, string found) => new(new Fault(
        file, place, expected, found,
        "take the workbook from the publisher as it is; when the layout has changed, add the new one to the reader"));
}
