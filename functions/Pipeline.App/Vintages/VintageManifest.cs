using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>What a vintage consists of and what it rests on; written last, so that a vintage with a manifest is whole.</summary>
/// <param name="Vintage">Identifier, for example <c>2026Q4-1</c>.</param>
/// <param name="Quarter">Quarter it was made for.</param>
/// <param name="AsOf">Date of the newest publication it uses.</param>
/// <param name="ContentKey">Hash over everything the content depends on; equal keys mean equal vintages.</param>
/// <param name="Method">First characters of the hash of the parameter set.</param>
/// <param name="Code">Version of the code that computed it.</param>
/// <param name="Minerals">Minerals covered, in list order.</param>
/// <param name="Results">Results by status.</param>
/// <param name="Snapshots">Files it rests on, by source and name.</param>
/// <param name="MissingSources">Sources that were refused, with the reason.</param>
/// <param name="Assessments">Stored assessments.</param>
/// <param name="Briefings">Stored briefings.</param>
/// <param name="Previous">The vintage its briefings compare with; none when no earlier quarter was published, or when an earlier version made it, which compared with none.</param>
internal sealed record VintageManifest(
    string Vintage,
    string Quarter,
    DateOnly AsOf,
    string ContentKey,
    string Method,
    string Code,
    IReadOnlyList<string> Minerals,
    ResultCounts Results,
    IReadOnlyList<SnapshotUse> Snapshots,
    IReadOnlyList<MissingSource> MissingSources,
    IReadOnlyList<AssessmentFile> Assessments,
    IReadOnlyList<BriefingFile> Briefings,
    VintageReference? Previous = null)
{
    /// <summary>Last day of its quarter: the parameters in force on it were used.</summary>
    /// <exception cref="CorruptContentException">The manifest names no quarter.</exception>
    public DateOnly LastDay() => Domain.Quarter.TryParse(Quarter, out Quarter quarter) ? quarter.LastDay : throw new CorruptContentException(new Fault(
        $"vintage {Vintage}", VintageStore.Manifest, "a quarter such as 2026Q4", $"'{Quarter}'", "make the vintage again with this version"));
}

/// <summary>Results of a vintage by status.</summary>
/// <param name="Ok">Results that can be relied on.</param>
/// <param name="Partial">Results with gaps that leave them usable.</param>
/// <param name="Insufficient">Results that cannot be judged.</param>
/// <param name="NotApplicable">Results whose question does not arise.</param>
internal sealed record ResultCounts(int Ok, int Partial, int Insufficient, int NotApplicable)
{
    /// <summary>Counts the results of some assessments.</summary>
    public static ResultCounts Of(IReadOnlyList<MineralAssessment> assessments)
    {
        ILookup<ResultStatus, IndicatorResult> results = assessments.SelectMany(assessment => assessment.Results).ToLookup(result => result.Status);
        return new ResultCounts(
            results[ResultStatus.Ok].Count(), results[ResultStatus.Partial].Count(), results[ResultStatus.Insufficient].Count(), results[ResultStatus.NotApplicable].Count());
    }
}

/// <summary>A file the vintage rests on, and what its reader made of it.</summary>
/// <param name="Use">Publisher, licence and hash.</param>
/// <param name="Edition">Edition of the file.</param>
/// <param name="KnownOn">Day of publication, or of first taking in where the publication is not dated.</param>
/// <param name="Reader">Version of the reader.</param>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="Observations">Rows that were kept.</param>
/// <param name="Quarantined">Rows that were set aside.</param>
internal sealed record SnapshotUse(SourceUse Use, string Edition, DateOnly KnownOn, string Reader, long RowsRead, int Observations, int Quarantined)
{
    /// <summary>Hashes of the files of which rows were set aside.</summary>
    public static IReadOnlySet<string> Incomplete(IEnumerable<SnapshotUse> snapshots) =>
        snapshots.Where(snapshot => snapshot.Quarantined > 0).Select(snapshot => snapshot.Use.Snapshot).ToHashSet(StringComparer.Ordinal);
}

/// <summary>A file that was refused, and with it its source.</summary>
/// <param name="Source">Identifier of the source, or none when the file was not recognised.</param>
/// <param name="File">File name.</param>
/// <param name="Fault">Where, what was expected, what was found, what to do.</param>
internal sealed record MissingSource(string? Source, string File, string Fault)
{
    /// <summary>Stands for the name of a file where a source was expected and none was there.</summary>
    public const string NoFile = "no file";
}

/// <summary>The assessment of a mineral, stored under <c>assessments/</c>.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Sha256">Hash of the file.</param>
internal sealed record AssessmentFile(string Mineral, string Sha256);

/// <summary>A stored briefing.</summary>
/// <param name="Mineral">Identifier of the mineral, or <c>overview</c> for the briefing of all.</param>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Numbers">Hash of the list of the numbers it prints, stored beside it; none in a vintage of an earlier version.</param>
internal sealed record BriefingFile(string Mineral, string Language, string Sha256, long Length, string? Numbers = null);
