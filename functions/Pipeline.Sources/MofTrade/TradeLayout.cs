using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.MofTrade;

/// <summary>
/// The header lines that the publisher has used: by country (品別国別表, 45 columns) and totals (統計品別表, 44 columns, no
/// <c>Country</c>), each with April spelled <c>Apl</c> up to 2016 and <c>Apr</c> from 2017.
/// </summary>
internal sealed class TradeLayout
{
    /// <summary>First cell of every header of this source.</summary>
    public const string FirstColumn = "Exp or Imp";

    private static readonly IReadOnlyList<TradeLayout> Known =
        [new("by country", "Apr"), new("by country", "Apl"), new("totals", "Apr"), new("totals", "Apl")];

    private readonly IReadOnlyList<string> columns;

    private TradeLayout(string table, string april)
    {
        Table = table;
        string[] place = table == "by country" ? ["Country"] : [];
        string[] times = ["Year", "Jan", "Feb", "Mar", april, "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        columns =
        [
            FirstColumn, "Year", "HS", .. place, "Unit1", "Unit2",
            .. times.SelectMany(time => new[] { "Quantity1-" + time, "Quantity2-" + time, "Value-" + time }),
        ];
        Name = Invariant($"{table}, {columns.Count} columns, {april}");
    }

    /// <summary>Name of the layout for people.</summary>
    public string Name { get; }

    /// <summary><c>by country</c> or <c>totals</c>.</summary>
    public string Table { get; }

    /// <summary>Number of columns, which every row must have.</summary>
    public int Count => columns.Count;

    /// <summary>Index of a column from 0, or -1 when the layout lacks it.</summary>
    public int IndexOf(string column)
    {
        for (int index = 0; index < columns.Count; index++)
        {
            if (columns[index] == column)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The layout of a header line.</summary>
    /// <exception cref="LayoutDriftException">The line is none of the four; the first differing column is named.</exception>
    public static TradeLayout Of(string file, IReadOnlyList<string> header)
    {
        TradeLayout nearest = Known.MaxBy(layout => layout.Agreement(header))!;
        int agreed = nearest.Agreement(header);
        return agreed == nearest.Count && agreed == header.Count ? nearest : throw new LayoutDriftException(new Fault(
            file,
            Invariant($"line 1, column {agreed + 1}"),
            agreed < nearest.Count ? Invariant($"'{nearest.columns[agreed]}' (layout {nearest.Name})")
                : Invariant($"{nearest.Count} columns (layout {nearest.Name})"),
            agreed < header.Count ? ReadableText.Of(header[agreed]) : Invariant($"{header.Count} columns"),
            "take the file from the publisher as it is; when the publisher has changed the layout, add the new one to the reader"));
    }

    private int Agreement(IReadOnlyList<string> header)
    {
        int same = 0;
        while (same < columns.Count && same < header.Count && columns[same] == header[same])
        {
            same++;
        }

        return same;
    }
}
