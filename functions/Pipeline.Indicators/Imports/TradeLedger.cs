using Pipeline.Domain;

namespace Pipeline.Indicators.Imports;

/// <summary>
/// Japan's imports of every mapped code, by year: totals and rows by country of origin. Where two snapshots print the same cell, the
/// later in the list of observations holds, so that a revised year replaces the one before and is never added to it.
/// </summary>
internal sealed class TradeLedger
{
    private readonly Dictionary<(string Code, int Year), TradeObservation> totals;
    private readonly Dictionary<(string Code, int Year), SortedDictionary<string, TradeObservation>> origins;
    private readonly HashSet<(string Chapter, int Year)> chaptersInTotals;
    private readonly HashSet<(string Chapter, int Year)> chaptersByCountry;
    private readonly Dictionary<(string Chapter, int Year), SortedDictionary<string, TradeObservation>> confidential;
    private readonly Dictionary<string, (int First, int Last)> seen;

    internal TradeLedger(IEnumerable<TradeObservation> observations)
        : this(observations, null) { }

    private TradeLedger(IEnumerable<TradeObservation> observations, TradeLedger? earlier)
    {
        totals = earlier is null ? [] : new(earlier.totals);
        origins = earlier is null ? [] : new(earlier.origins);
        chaptersInTotals = earlier is null ? [] : [.. earlier.chaptersInTotals];
        chaptersByCountry = earlier is null ? [] : [.. earlier.chaptersByCountry];
        confidential = earlier is null ? [] : new(earlier.confidential);
        seen = earlier is null ? new(StringComparer.Ordinal) : new(earlier.seen, StringComparer.Ordinal);
        foreach (TradeObservation row in observations.Where(row => row.Flow == TradeFlow.Import && row.Period is CalendarYear))
        {
            Enter(row, row.Period.EndYear, earlier);
        }

        Years = [.. chaptersInTotals.Concat(chaptersByCountry).Select(key => key.Year).Distinct().Order()];
        Codes = [.. seen.Keys.Order(StringComparer.Ordinal)];
        YearsByCountry = [.. chaptersByCountry.Select(key => key.Year).Distinct().Order()];
    }

    /// <summary>Calendar years with any row, ascending.</summary>
    internal IReadOnlyList<int> Years { get; }

    /// <summary>Calendar years with rows by country, ascending.</summary>
    internal IReadOnlyList<int> YearsByCountry { get; }

    /// <summary>Nine-digit codes that occur, in ordinal order.</summary>
    internal IReadOnlyList<string> Codes { get; }

    /// <summary>The ledger with later rows, which hold where both print a cell. This one stays as it is.</summary>
    internal TradeLedger With(IEnumerable<TradeObservation> later) => new(later, this);

    /// <summary>True when the totals of a chapter (first two digits) were taken in for a year.</summary>
    internal bool HasTotals(string chapter, int year) => chaptersInTotals.Contains((chapter, year));

    /// <summary>True when the rows by country of a chapter were taken in for a year.</summary>
    internal bool HasCountries(string chapter, int year) => chaptersByCountry.Contains((chapter, year));

    /// <summary>The total of a code, or none when it has no row.</summary>
    internal TradeObservation? Total(string code, int year) => totals.GetValueOrDefault((code, year));

    /// <summary>Rows by origin of a code, in order of customs code.</summary>
    internal IReadOnlyCollection<TradeObservation> ByOrigin(string code, int year) =>
        origins.TryGetValue((code, year), out SortedDictionary<string, TradeObservation>? rows) ? rows.Values : [];

    /// <summary>Rows of confidential codes of a chapter, in order of code.</summary>
    internal IReadOnlyCollection<TradeObservation> Confidential(string chapter, int year) =>
        confidential.TryGetValue((chapter, year), out SortedDictionary<string, TradeObservation>? rows) ? rows.Values : [];

    /// <summary>First and last year in which a code occurs, or none.</summary>
    internal (int First, int Last)? Lifetime(string code) => seen.TryGetValue(code, out (int, int) years) ? years : null;

    /// <summary>True for a code such as <c>28XXXXXXA</c> that stands for several confidential ones of a chapter.</summary>
    internal static bool IsConfidential(string code) => code.Length == 9 && code.AsSpan(2, 6).SequenceEqual("XXXXXX");

    private void Enter(TradeObservation row, int year, TradeLedger? earlier)
    {
        string chapter = row.Code[..2];
        if (IsConfidential(row.Code))
        {
            Own(confidential, earlier?.confidential, (chapter, year))[row.Code + row.Origin?.CustomsCode] = row;
            return;
        }

        seen[row.Code] = seen.TryGetValue(row.Code, out (int First, int Last) known)
            ? (Math.Min(known.First, year), Math.Max(known.Last, year))
            : (year, year);
        if (row.Origin is not { } origin)
        {
            chaptersInTotals.Add((chapter, year));
            totals[(row.Code, year)] = row;
            return;
        }

        chaptersByCountry.Add((chapter, year));
        Own(origins, earlier?.origins, (row.Code, year))[origin.CustomsCode] = row;
    }

    /// <summary>The rows of a key, copied before the first change where the earlier ledger has them too.</summary>
    private static SortedDictionary<string, TradeObservation> Own<TKey>(
        Dictionary<TKey, SortedDictionary<string, TradeObservation>> own, Dictionary<TKey, SortedDictionary<string, TradeObservation>>? earlier, TKey key)
        where TKey : notnull
    {
        if (!own.TryGetValue(key, out SortedDictionary<string, TradeObservation>? rows))
        {
            own[key] = rows = new SortedDictionary<string, TradeObservation>(StringComparer.Ordinal);
        }
        else if (earlier is not null && earlier.TryGetValue(key, out SortedDictionary<string, TradeObservation>? shared) && ReferenceEquals(rows, shared))
        {
            own[key] = rows = new SortedDictionary<string, TradeObservation>(shared, StringComparer.Ordinal);
        }

        return rows;
    }
}
