using System.Globalization;
using Pipeline.Domain;
using Pipeline.Sources.Corrections;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>A layout of the publisher: turns rows into cells in the publisher's own words, and says which rows belong to a commodity.</summary>
internal abstract class UsgsLayout
{
    /// <summary>Kind of table with production, reserves and capacity by country.</summary>
    public const string World = "world";

    /// <summary>Kind of table with the salient statistics of the United States.</summary>
    public const string Salient = "salient";

    /// <summary>All layouts, each with the editions it was seen in.</summary>
    public static IReadOnlyList<UsgsLayout> All { get; } = [new WorldByCommodity(), new WorldOneFile(), new SalientWide(), new LongFile()];

    /// <summary>Name for results and messages.</summary>
    public abstract string Name { get; }

    /// <summary>True when the header is that of this layout.</summary>
    public abstract bool Fits(IReadOnlyList<string> columns);

    /// <summary>Edition as the content tells it.</summary>
    public abstract int Edition(UsgsFile file);

    /// <summary>Name (or file code) of the commodity of a row; none for a row of a table that is not read.</summary>
    public abstract string? Commodity(UsgsFile file, UsgsRow row);

    /// <summary>Cells of a row.</summary>
    public abstract IEnumerable<RawCell> Cells(UsgsFile file, int edition, UsgsRow row);

    /// <summary>True for a row that a cut keeps, given that its commodity is in scope.</summary>
    public virtual bool IsKeptInCut(UsgsFile file, UsgsRow row) => true;

    /// <summary>The layout with a header, or none.</summary>
    public static UsgsLayout? Of(IReadOnlyList<string> columns) => All.FirstOrDefault(layout => layout.Fits(columns));

    /// <summary>Year in a text.</summary>
    /// <exception cref="LayoutDriftException">The text is no year.</exception>
    protected static int Year(UsgsFile file, UsgsRow row, int column) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2100
            ? year
            : throw new LayoutDriftException(new Fault(
                file.Source.Name, file.At(row, column).Address, "a year", "'" + row[column] + "'", "check whether the row is shifted"));

    /// <summary>The edition of the rows, which must be the one that the latest year asks for: an edition N ends with the year N-1.</summary>
    protected static int Checked(UsgsFile file, int edition, int latestYear) => latestYear == edition - 1
        ? edition
        : throw new LayoutDriftException(new Fault(
            file.Source.Name, "years", (edition - 1).ToString(CultureInfo.InvariantCulture) + " as the latest year",
            latestYear.ToString(CultureInfo.InvariantCulture), "check that rows and header are of one edition"));
}
