using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Attribution;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;
using Pipeline.Storage;

namespace Pipeline.App.Changes.Causes;

/// <summary>A mineral at one station of the way from one vintage to the other.</summary>
/// <param name="Cause">What changed since the station before.</param>
/// <param name="Assessment">The mineral there, or none where the present code could not compute it.</param>
/// <param name="Obstacle">Why it could not, or none.</param>
internal sealed record Station(Cause Cause, MineralAssessment? Assessment, string? Obstacle = null);

/// <summary>
/// The way of a mineral from one vintage to another, in six stations: as published; its own inputs, revised inputs, all later inputs, later
/// parameters, each computed by the present code; as published in the later vintage. Whatever the present code has made itself is not computed again.
/// </summary>
internal sealed class Stations
{
    private readonly WayEnd before;
    private readonly WayEnd after;
    private readonly IReadOnlyList<SnapshotUse> snapshots;
    private readonly SourceUse[] sources;
    private readonly bool sameInputs;
    private readonly bool sameParameters;
    private readonly Lazy<MineralAssessor> own;
    private readonly Lazy<MineralAssessor> revised;
    private readonly Lazy<MineralAssessor> all;
    private readonly Lazy<MineralAssessor> later;

    private Stations(WayEnd before, WayEnd after, VintageInputs from, VintageInputs to)
    {
        (this.before, this.after) = (before, after);
        snapshots = [.. before.Snapshots, .. after.Snapshots];
        sources = [.. from.Sources.Concat(to.Sources).DistinctBy(source => source.Snapshot)];
        sameInputs = HashesOf(before).SequenceEqual(HashesOf(after));
        // The day counts too: what was entered for a year ends on a day.
        sameParameters = (before.Parameters.Hash, before.Parameters.AsOf) == (after.Parameters.Hash, after.Parameters.AsOf);
        Lazy<ObservationIndex> earlierIndex = new(() => new ObservationIndex(from.Observations));
        Lazy<ObservationIndex> laterIndex = new(() => new ObservationIndex(to.Observations));
        own = Assessor(() => earlierIndex.Value, before.Parameters);
        revised = Assessor(() => new ObservationIndex(RevisedInputs.Of(from.Observations, to.Observations)), before.Parameters);
        all = Assessor(() => laterIndex.Value, before.Parameters);
        later = Assessor(() => laterIndex.Value, after.Parameters);
    }

    /// <summary>Prepares the way between two vintages.</summary>
    public static async Task<Stations> PrepareAsync(StorageAccount storage, WayEnd before, WayEnd after, CancellationToken cancellation)
    {
        IReadOnlyList<VintageInputs> inputs = await VintageInputs.LoadAsync(storage, [before.Snapshots, after.Snapshots], cancellation);
        return new Stations(before, after, inputs[0], inputs[1]);
    }

    /// <summary>The stations of a mineral that both vintages have.</summary>
    public IReadOnlyList<Station> Of(string mineral)
    {
        Station from = new(Cause.Method, before.Assessments[mineral]);
        Station to = new(Cause.Method, after.Assessments[mineral]);
        Station start = before.PresentCode ? from : Compute(own, mineral, Cause.Method);
        Station end = after.PresentCode ? to with { Cause = Cause.Parameters }
            : sameInputs && sameParameters ? start with { Cause = Cause.Parameters }
            : Compute(later, mineral, Cause.Parameters);
        Station middle = sameInputs ? start with { Cause = Cause.RevisedData } : Compute(revised, mineral, Cause.RevisedData);
        Station next = sameInputs ? middle with { Cause = Cause.NewData }
            : sameParameters ? end with { Cause = Cause.NewData }
            : Compute(all, mineral, Cause.NewData);
        return [from, start, middle, next, end, to];
    }

    private Lazy<MineralAssessor> Assessor(Func<ObservationIndex> index, ParameterSet parameters) => new(() => new MineralAssessor(index(), parameters, sources));

    private Station Compute(Lazy<MineralAssessor> assessor, string mineral, Cause cause)
    {
        try
        {
            return new Station(cause, QuarantineMarks.On(assessor.Value.Assess(mineral), SnapshotUse.Incomplete(snapshots)));
        }
        catch (PipelineException fault)
        {
            // Rules of today need not be defined for inputs or days of then. The report says so, and no figure of this station is made up.
            return new Station(cause, null, fault.Message);
        }
    }

    private static IEnumerable<(string, string)> HashesOf(WayEnd side) => side.Snapshots.Select(snapshot => (snapshot.Use.Source, snapshot.Use.Snapshot));
}
