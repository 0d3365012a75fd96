using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>One entry of the list of sources: all files of one source under one licence.</summary>
/// <param name="Letter">A, B, C, … as captions name it.</param>
/// <param name="Files">Files in the order of the assessment.</param>
internal sealed record SourceEntry(string Letter, IReadOnlyList<SourceUse> Files)
{
    /// <summary>Name of the entry's place in the document.</summary>
    public string Anchor => "source-" + Letter.ToLowerInvariant();

    /// <summary>Titles of the files, each once.</summary>
    public IReadOnlyList<string> Titles { get; } = [.. Files.Select(file => file.Title).Distinct(StringComparer.Ordinal)];

    /// <summary>The illustrative files among them.</summary>
    public IReadOnlyList<SourceUse> Illustrative { get; } = [.. Files.Where(file => file.Illustrative)];
}

/// <summary>The sources of a briefing, lettered in their order.</summary>
internal sealed class SourceList
{
    private readonly Dictionary<string, SourceEntry> bySnapshot = new(StringComparer.Ordinal);
    private readonly string subject;

    public SourceList(MineralAssessment assessment)
        : this(assessment.Mineral, assessment.Sources)
    {
    }

    /// <summary>Lists the sources of a briefing.</summary>
    /// <param name="subject">What the briefing is about, for messages.</param>
    /// <param name="sources">Files in the order in which they are to be lettered.</param>
    public SourceList(string subject, IEnumerable<SourceUse> sources)
    {
        this.subject = subject;
        Entries = [.. sources.GroupBy(source => (source.Source, source.Publisher, source.Licence))
            .Select((group, index) => new SourceEntry(Letter(index), [.. group]))];
        foreach (SourceEntry entry in Entries)
            foreach (SourceUse file in entry.Files) bySnapshot.TryAdd(file.Snapshot, entry);
    }

    /// <summary>The sources of the briefing of all minerals. What stood before is shown too: its files follow those of the vintage.</summary>
    public static SourceList Of(OverviewInputs inputs)
    {
        HashSet<string> compared = [.. (inputs.Changes?.Largest ?? []).Select(change => change.Mineral)];
        return new SourceList("all minerals", inputs.Assessments.Concat(inputs.Before.Where(assessment => compared.Contains(assessment.Mineral)))
            .SelectMany(assessment => assessment.Sources).DistinctBy(source => source.Snapshot));
    }

    /// <summary>Entries in order of letter.</summary>
    public IReadOnlyList<SourceEntry> Entries { get; }

    /// <summary>The entries a figure rests on, in order of letter.</summary>
    /// <exception cref="MissingEvidenceException">A cell lies in a file that the assessment does not name.</exception>
    public IReadOnlyList<SourceEntry> Of(Proof proof) =>
        [.. proof.Snapshots.Select(Find).DistinctBy(entry => entry.Letter)
            .OrderBy(entry => entry.Letter.Length).ThenBy(entry => entry.Letter, StringComparer.Ordinal)];

    /// <summary>True when any cell or file a figure rests on is illustrative.</summary>
    public bool AnyIllustrative(Proof proof) => proof.AnyMarked || proof.Snapshots.Any(IsIllustrative);

    /// <summary>True when everything a figure rests on is illustrative.</summary>
    public bool AllIllustrative(Proof proof) => AnyIllustrative(proof) && proof.Unmarked.All(IsIllustrative);

    private bool IsIllustrative(string snapshot) => Find(snapshot).Files.Any(file => file.Snapshot == snapshot && file.Illustrative);

    private static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letter((index / 26) - 1) + Letter(index % 26);

    private SourceEntry Find(string snapshot) => bySnapshot.GetValueOrDefault(snapshot) ?? throw new MissingEvidenceException(new Fault(
        "briefing of " + subject,
        "snapshot " + snapshot,
        "a snapshot among the sources of the assessment",
        "none of that hash",
        "add the source to the assessment"));
}
