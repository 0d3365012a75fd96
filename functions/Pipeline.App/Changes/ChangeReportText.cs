using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Changes.StateText;
using static System.FormattableString;

namespace Pipeline.App.Changes;

/// <summary>A change report for the command line: a summary, then the most material changes by mineral, in English with Japanese names.</summary>
internal static class ChangeReportText
{
    /// <summary>Results shown unless asked otherwise.</summary>
    public const int Usual = 20;

    private const int LinesOfAMineral = 8;

    private const string ShownLanguage = "en";

    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="most">Results shown at most, the most material ones; the rest is counted.</param>
    public static void Write(ChangeReport report, TextWriter writer, int most = Usual)
    {
        writer.WriteLine(Summary(report));
        if (report.NothingChanges) return;
        WriteEntries("new", report.Appeared, writer);
        WriteEntries("gone", report.Disappeared, writer);

        Moved[] moved = [.. Moves(report)];
        Moved[] shown = [.. moved.Take(most)];
        ILookup<string, SentenceChange> lines = report.Sentences.Where(sentence => sentence.Language == ShownLanguage).ToLookup(sentence => sentence.Mineral);
        string[] wordsOnly = [.. lines.Select(group => group.Key).Except(moved.Select(one => one.Key.Mineral), StringComparer.Ordinal).Take(most - shown.Length)];
        foreach (IGrouping<string, Moved> mineral in shown.GroupBy(one => one.Key.Mineral, StringComparer.Ordinal))
        {
            WriteHeading(mineral.Key, writer);
            foreach (Moved one in mineral) WriteResult(one, writer);
            WriteSentences([.. lines[mineral.Key]], writer);
        }

        foreach (string mineral in wordsOnly)
        {
            WriteHeading(mineral, writer);
            WriteSentences([.. lines[mineral]], writer);
        }

        int restOfResults = moved.Length - shown.Length;
        if (restOfResults > 0) writer.WriteLine($"\nand {Counted(restOfResults, "less material result")}");
    }

    private static string Summary(ChangeReport report)
    {
        string compared = report.BeforeVintage is { } before
            ? $"{report.AfterVintage} compared with {before}"
            : $"{report.AfterVintage}, nothing published before it";
        if (report.NothingChanges) return Invariant($"{compared}: nothing would change ({Counted(report.Unchanged.Minerals, "mineral")}, {Counted(report.Unchanged.Results, "result")})");
        (int Count, string Word)[] counts =
        [
            (report.Values.Count, "result"), (report.Bands.Count, "band"), (report.Ranks.Count, "rank"), (report.Sentences.Count, "sentence"),
            (report.Appeared.Count, "new mineral"), (report.Disappeared.Count, "vanishing mineral"),
        ];
        IEnumerable<string> changes = counts.Where(count => count.Count > 0).Select(count => Counted(count.Count, count.Word));
        return $"{compared}: {string.Join(", ", changes)}; {Counted(report.Unchanged.Minerals, "mineral")} and {Counted(report.Unchanged.Results, "result")} would stay as they are";
    }

    private static void WriteEntries(string word, IReadOnlyList<MineralEntry> entries, TextWriter writer)
    {
        foreach (MineralEntry entry in entries)
        {
            writer.WriteLine(Invariant(
                $"{word,-5} {Name(entry.Mineral)}: {entry.Results.Ok} results ok, {entry.Results.Partial} partial, {entry.Results.Insufficient} insufficient, {entry.Results.NotApplicable} not applicable{Mark(entry.Illustrative)}"));
        }
    }

    private static void WriteHeading(string mineral, TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(Name(mineral));
    }

    private static void WriteResult(Moved moved, TextWriter writer)
    {
        string stage = Vocabulary.Word(Term.Stage, moved.Key.Stage, Language.English);
        writer.WriteLine($"  {Words(moved.Materiality)}: {Vocabulary.Word(Term.Indicator, moved.Key.Indicator, Language.English)} ({stage}){Mark(moved.Illustrative)}{Mark(moved.Label)}");
        if (moved.Result is { } result)
        {
            writer.WriteLine($"    before {State(result.Before, result.After)}");
            writer.WriteLine($"    after  {State(result.After, result.Before)}");
            string[] moves = [.. Moves(result)];
            if (moves.Length > 0) writer.WriteLine($"    moves  {string.Join(", ", moves)}");
        }

        if (moved.Rank is { } rank)
        {
            writer.WriteLine($"    rank   {Place(rank.Before, rank.RankedBefore)} -> {Place(rank.After, rank.RankedAfter)}, 1 is the highest risk");
        }
    }

    private static void WriteSentences(IReadOnlyList<SentenceChange> changes, TextWriter writer)
    {
        SentenceChange[] shown = [.. changes.Where(change => change.Kind is SentenceKind.Text or SentenceKind.KeyFigure).Take(LinesOfAMineral)];
        foreach (SentenceChange change in shown)
        {
            string title = change.Title is null ? string.Empty : change.Title + ": ";
            writer.WriteLine($"  {(change.Move == SentenceMove.Appears ? '+' : '-')} {title}{change.Text}{Mark(change.Illustrative)}");
        }

        int rest = changes.Count - shown.Length;
        if (rest > 0) writer.WriteLine($"  and {Counted(rest, "more line")} of the English briefing");
    }

    private static IEnumerable<string> Moves(ResultChange change)
    {
        if (change.Score is { Amount: not 0 } score && score != change.Value) yield return "score " + Signed(score.Amount);
        if (change.Value is { Amount: not 0 } value && change.After is { } after)
        {
            string unit = after.Unit == "1" ? string.Empty : " " + after.Unit;
            string relative = value.Relative is { } share ? Invariant($" ({DisplayNumber.SignedPercentOfShare(share)}%)") : string.Empty;
            yield return $"value {Signed(value.Amount)}{unit}{relative}";
        }
    }

    private static string Place(int? rank, int ranked) => rank is { } place ? Invariant($"{place} of {ranked}") : "none";

    /// <summary>Results that state something else or stand at another place, in the order of the report.</summary>
    private static IEnumerable<Moved> Moves(ChangeReport report)
    {
        Dictionary<ResultKey, RankChange> ranks = report.Ranks.ToDictionary(rank => new ResultKey(rank.Mineral, rank.Indicator, rank.Stage));
        HashSet<ResultKey> stated = [.. report.Values.Select(KeyOf)];
        IEnumerable<Moved> results = report.Values.Select(result => new Moved(KeyOf(result), result.Materiality, result, ranks.GetValueOrDefault(KeyOf(result)), result.Illustrative, result.Label));
        IEnumerable<Moved> ranksAlone = ranks.Where(rank => !stated.Contains(rank.Key)).Select(rank => new Moved(rank.Key, rank.Value.Materiality, null, rank.Value, rank.Value.Illustrative, rank.Value.Label));
        return results.Concat(ranksAlone).OrderBy(moved => moved.Materiality);
    }

    private static ResultKey KeyOf(ResultChange change) => new(change.Mineral, change.Indicator, change.Stage);

    private sealed record Moved(ResultKey Key, Materiality Materiality, ResultChange? Result, RankChange? Rank, bool Illustrative, AccessLabel Label);
}
