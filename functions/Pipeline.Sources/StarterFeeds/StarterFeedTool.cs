using System.Text;
using System.Text.Json;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources;

/// <summary>Makes the starter feeds from a folder of publisher files. The same files give the same bytes; cutting a cut changes
/// nothing.</summary>
public static class StarterFeedTool
{
    /// <summary>Largest starter feed, in bytes: the feeds live in version control.</summary>
    public const int LargestFeed = 2_000_000;

    /// <summary>First year the first run needs: two five-year windows before the last full year of imports by country.</summary>
    public const int DefaultFirstYear = 2009;

    /// <summary>
    /// Walks a folder with its sub-folders, recognises each file by its content, cuts it, and writes the cuts with their manifest.
    /// A file whose rows all stand in another of the same edition is left out, so that no row comes twice.
    /// </summary>
    /// <param name="fromFolder">Folder of publisher files; anything else in it is reported and passed over.</param>
    /// <param name="toFolder">Folder of the feeds; feeds of an earlier manifest there are replaced.</param>
    /// <param name="firstYear">Files whose last figure is older are left out.</param>
    /// <exception cref="PipelineException">A file that a reader recognises is damaged; it is never left out in silence.</exception>
    /// <exception cref="LayoutDriftException">Two feeds would have the same name, or one is larger than
    /// <see cref="LargestFeed"/>.</exception>
    public static StarterFeedReport Make(string fromFolder, string toFolder, int firstYear = DefaultFirstYear)
    {
        List<PassedOver> passedOver = [];
        List<FeedCandidate> candidates = [];
        foreach (string path in Paths(fromFolder))
        {
            if (Candidate(fromFolder, path, firstYear, out string reason) is { } candidate)
            {
                candidates.Add(candidate);
            }
            else
            {
                passedOver.Add(new PassedOver(path, reason));
            }
        }

        FeedCandidate[] written =
            [.. WithoutRepeats(candidates, passedOver).OrderBy(candidate => candidate.Entry.Path, StringComparer.Ordinal)];
        Check(written);
        Write(toFolder, written);
        return new StarterFeedReport(
            [.. written.Select(candidate => candidate.Entry)], [.. passedOver.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Paths(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal);

    private static FeedCandidate? Candidate(string folder, string path, int firstYear, out string reason)
    {
        SourceFile original = SourceFile.From(Path.GetFileName(path), File.ReadAllBytes(Path.Combine(folder, path)));
        SourceFile file = InOwnForm(original);
        if (Recognise(file, out reason) is not { } reader)
        {
            return null;
        }

        ReadResult whole = reader.Read(file);
        if (whole.Observations.Count == 0 || whole.Observations.Max(observation => observation.Period.EndYear) < firstYear)
        {
            reason = Invariant($"no figure of {firstYear} or later");
            return null;
        }

        if (reader.Cut(file) is not { } bytes)
        {
            reason = "superseded: the first run has no use for this edition";
            return null;
        }

        SourceFile cut = SourceFile.From(file.Name, bytes);
        ReadResult kept = reader.Read(cut);
        SourceLicence licence = reader.Licence;
        return new FeedCandidate(path, original.Bytes.Length, cut, new StarterFeedEntry(
            $"{reader.Source}/{file.Name}", reader.Source, licence.Publisher, licence.Title, whole.Edition, licence.Licence,
            licence.Citation,
            licence.Url, original.Name, original.Snapshot, cut.Snapshot, kept.RowsRead,
            kept.Observations.Any(observation => observation.Cell.Illustrative)));
    }

    /// <summary>The file in the form of its source where it is a table of another form, otherwise the file itself.</summary>
    private static SourceFile InOwnForm(SourceFile file)
    {
        try
        {
            FileGuard.Check(file);
        }
        catch (UnreadableFileException)
        {
            // Whether a reader knows it, and why not, is asked and reported next.
            return file;
        }

        return SourceReaders.All.Select(reader => reader.FromOtherForm(file)).FirstOrDefault(converted => converted is not null) ?? file;
    }

    /// <summary>A folder of publisher files also holds descriptions and other works; only what a reader recognises must be whole.</summary>
    private static SourceReader? Recognise(SourceFile file, out string reason)
    {
        try
        {
            reason = string.Empty;
            return SourceReaders.For(file);
        }
        catch (PipelineException fault)
        {
            reason = fault.Message;
            return null;
        }
    }

    private static IEnumerable<FeedCandidate> WithoutRepeats(List<FeedCandidate> candidates, List<PassedOver> passedOver)
    {
        var editions = candidates.GroupBy(candidate => (candidate.Entry.Source, candidate.Entry.Edition));
        foreach (var edition in editions)
        {
            // The fullest first; of two equal cuts the one from the larger, less edited original.
            List<(FeedCandidate Candidate, HashSet<string> Rows)> kept = [];
            foreach (FeedCandidate candidate in edition.OrderByDescending(one => one.Entry.RowsKept)
                .ThenByDescending(one => one.OriginalLength).ThenBy(one => one.OriginalPath, StringComparer.Ordinal))
            {
                HashSet<string> rows = candidate.Rows();
                if (kept.FirstOrDefault(other => rows.IsSubsetOf(other.Rows)).Candidate is { } fuller)
                {
                    passedOver.Add(new PassedOver(candidate.OriginalPath, "all its rows are in " + fuller.OriginalPath));
                }
                else
                {
                    kept.Add((candidate, rows));
                    yield return candidate;
                }
            }
        }
    }

    private static void Check(FeedCandidate[] feeds)
    {
        var names = feeds.GroupBy(feed => feed.Entry.Path, StringComparer.OrdinalIgnoreCase).Select(group => group.ToArray());
        foreach (FeedCandidate[] same in names.Where(group => group.Length > 1))
        {
            throw new LayoutDriftException(new Fault(
                same[0].OriginalPath, "file name", "a name of its own", $"{same[1].OriginalPath} has the same",
                "rename one of the two files"));
        }

        foreach (FeedCandidate large in feeds.Where(feed => feed.Cut.Bytes.Length > LargestFeed))
        {
            throw new LayoutDriftException(new Fault(
                large.OriginalPath, "cut", Invariant($"at most {LargestFeed} bytes"), Invariant($"{large.Cut.Bytes.Length} bytes"),
                "let its reader cut it further"));
        }
    }

    private static void Write(string folder, FeedCandidate[] feeds)
    {
        string list = Path.Combine(folder, StarterFeedManifest.FileName);
        foreach (string old in StarterFeeds.ListedPaths(folder))
        {
            File.Delete(Path.Combine(folder, old));
        }

        foreach (FeedCandidate feed in feeds)
        {
            Directory.CreateDirectory(Path.Combine(folder, feed.Entry.Source));
            File.WriteAllBytes(Path.Combine(folder, feed.Entry.Path), feed.Cut.Bytes.ToArray());
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(list,
            JsonSerializer.Serialize(new StarterFeedManifest([.. feeds.Select(feed => feed.Entry)]), PipelineJson.Indented) + "\n");
    }

    private sealed record FeedCandidate(string OriginalPath, long OriginalLength, SourceFile Cut, StarterFeedEntry Entry)
    {
        /// <summary>Rows of a text cut without their line ends; a workbook counts as one row.</summary>
        public HashSet<string> Rows()
        {
            if (FileGuard.Check(Cut) == FileKind.Workbook)
            {
                return [Cut.Snapshot];
            }

            string[] lines = Encoding.Latin1.GetString(Cut.Bytes.Span).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            return new HashSet<string>(lines.Skip(1), StringComparer.Ordinal);
        }
    }
}

/// <summary>What the tool did.</summary>
/// <param name="Written">Feeds in order of path.</param>
/// <param name="PassedOver">Files that became no feed, in order of path.</param>
public sealed record StarterFeedReport(IReadOnlyList<StarterFeedEntry> Written, IReadOnlyList<PassedOver> PassedOver);

/// <summary>A file that became no feed.</summary>
/// <param name="Path">Path below the folder, with slashes.</param>
/// <param name="Reason">Why.</param>
public sealed record PassedOver(string Path, string Reason);
