using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Indicators.Imports;

/// <summary>Years in which a heading of the Harmonized System exists.</summary>
/// <param name="First">First year, or none when it was always there.</param>
/// <param name="Last">Last year, or none when it is still there.</param>
internal readonly partial record struct HsEdition(int? First, int? Last)
{
    // Japan applies each edition from 1 January of its year.
    private static readonly int[] Editions = [1988, 1996, 2002, 2007, 2012, 2017, 2022, 2028];

    /// <summary>Reads the column of the code table: <c>all</c>, <c>HS2022 on</c>, <c>HS2017 and before</c>, or nothing.</summary>
    /// <exception cref="UnknownCodeException">The column says something else.</exception>
    internal static HsEdition Parse(string text)
    {
        if (text is "" or "all")
        {
            return default;
        }

        Match match = Form().Match(text);
        int index = match.Success ? Array.IndexOf(Editions, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : -1;
        return index < 0
            ? throw new UnknownCodeException("HS editions of a trade code", text, "'all', 'HS2022 on' or 'HS2017 and before'")
            : match.Groups[2].Value == "on" ? new HsEdition(Editions[index], null) : new HsEdition(null, checked(Editions[index + 1] - 1));
    }

    /// <summary>True when the heading exists in a year.</summary>
    internal bool Contains(int year) => year >= (First ?? int.MinValue) && year <= (Last ?? int.MaxValue);

    /// <summary>True when the other edition begins where this one ends, or ends where this one begins.</summary>
    internal bool Adjoins(HsEdition other) =>
        (Last is { } last && other.First == last + 1) || (First is { } first && other.Last == first - 1);

    [GeneratedRegex("^HS([0-9]{4}) (on|and before)$")]
    private static partial Regex Form();
}
