using System.Globalization;

namespace Pipeline.Sources.Templates;

/// <summary>Addresses of cells as spreadsheet programs show them.</summary>
internal static class CellAddress
{
    /// <summary>Address such as <c>C7</c>.</summary>
    /// <param name="row">Row from 1.</param>
    /// <param name="column">Column from 0.</param>
    public static string Of(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Letters of a column, for example <c>C</c> for 2 and <c>AA</c> for 26.</summary>
    /// <param name="column">Column from 0.</param>
    public static string Letters(int column) =>
        (column >= 26 ? Letters((column / 26) - 1) : string.Empty) + (char)('A' + (column % 26));
}
