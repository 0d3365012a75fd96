using System.Text.Json.Serialization;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;
using Pipeline.Storage;

namespace Pipeline.App.Changes.Causes;

/// <summary>Why results moved between two vintages: every difference, split into new data, revised data, parameters and method.</summary>
/// <param name="Before">The vintage that is compared from, as it was named; usually the earlier.</param>
/// <param name="After">The vintage that is compared with it.</param>
/// <param name="Label">Highest label of the results that moved: who may see the report.</param>
/// <param name="Results">Results that state something else, the most material first.</param>
/// <param name="OnlyBefore">Minerals that only the first vintage covers: there is nothing to split.</param>
/// <param name="OnlyAfter">Minerals that only the second vintage covers.</param>
/// <param name="Unchanged">Results of minerals in both that state the same.</param>
/// <param name="Obstacles">Stations that the present code could not compute, with the reason.</param>
internal sealed record CausesReport(
    VintageFacts Before,
    VintageFacts After,
    AccessLabel Label,
    IReadOnlyList<MovedResult> Results,
    IReadOnlyList<string> OnlyBefore,
    IReadOnlyList<string> OnlyAfter,
    int Unchanged,
    IReadOnlyList<Obstacle> Obstacles)
{
    /// <summary>Compares two stored vintages.</summary>
    /// <param name="storage">Storage account.</param>
    /// <param name="before">Identifier of one vintage.</param>
    /// <param name="after">Identifier of the other.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <exception cref="MissingContentException">A vintage, or a file that it rests on, is not stored.</exception>
    /// <exception cref="PipelineException">A file that a vintage rests on cannot be read by the present code.</exception>
    public static async Task<CausesReport> ComputeAsync(StorageAccount storage, string before, string after, CancellationToken cancellation)
    {
        VintageSide from = await VintageSide.LoadAsync(storage.Vintages, before, cancellation);
        VintageSide to = await VintageSide.LoadAsync(storage.Vintages, after, cancellation);
        IReadOnlyList<ResultChange> changes = new VintageComparison([.. from.Assessments.Values], [.. to.Assessments.Values]).Values();
        IReadOnlyDictionary<string, IReadOnlyList<Station>> ways = await WaysAsync(storage, from.End, to.End, [.. changes.Select(change => change.Mineral).Distinct()], cancellation);
        string[] both = [.. from.Manifest.Minerals.Intersect(to.Manifest.Minerals, StringComparer.Ordinal)];
        MovedResult[] moved = [.. changes.Select(change => MovedResult.Of(change, ways[change.Mineral]))];
        return new CausesReport(
            from.Facts, to.Facts,
            Labels.Highest(moved.Select(result => result.Label)),
            moved,
            [.. from.Manifest.Minerals.Except(both, StringComparer.Ordinal)],
            [.. to.Manifest.Minerals.Except(both, StringComparer.Ordinal)],
            both.Sum(mineral => ResultsOf(from, to, mineral)) - moved.Length,
            [.. ways.SelectMany(way => way.Value.Where(station => station.Obstacle is not null).Select(station => new Obstacle(way.Key, station.Cause, station.Obstacle!)))]);
    }

    /// <summary>The report of one mineral.</summary>
    public CausesReport Only(string mineral) => this with
    {
        Label = Labels.Highest(Results.Where(result => result.Mineral == mineral).Select(result => result.Label)),
        Results = [.. Results.Where(result => result.Mineral == mineral)],
        OnlyBefore = [.. OnlyBefore.Where(one => one == mineral)],
        OnlyAfter = [.. OnlyAfter.Where(one => one == mineral)],
        Obstacles = [.. Obstacles.Where(obstacle => obstacle.Mineral == mineral)],
    };

    /// <summary>The ways of some minerals from one vintage to another.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<Station>>> WaysAsync(
        StorageAccount storage, WayEnd from, WayEnd to, IReadOnlyList<string> minerals, CancellationToken cancellation)
    {
        SortedDictionary<string, IReadOnlyList<Station>> ways = new(StringComparer.Ordinal);
        if (minerals.Count == 0)
        {
            return ways;
        }

        Stations stations = await Stations.PrepareAsync(storage, from, to, cancellation);
        IReadOnlyList<Station>[] found = new IReadOnlyList<Station>[minerals.Count];
        Parallel.For(0, minerals.Count, new ParallelOptions { CancellationToken = cancellation }, place => found[place] = stations.Of(minerals[place]));
        foreach ((string mineral, IReadOnlyList<Station> way) in minerals.Zip(found)) ways.Add(mineral, way);
        return ways;
    }

    private static int ResultsOf(VintageSide from, VintageSide to, string mineral) =>
        from.Assessments[mineral].Results.Concat(to.Assessments[mineral].Results).Select(ResultKey.Of).Distinct().Count();
}

/// <summary>A station of a mineral that the present code could not compute; the causes on both sides of it cannot be told apart.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Cause">What changed since the station before.</param>
/// <param name="Fault">Where, what was expected, what was found.</param>
internal sealed record Obstacle(string Mineral, Cause Cause, string Fault);

/// <summary>A result that states something else, and why.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Indicator">Identifier of the indicator.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
/// <param name="Materiality">The most material thing that happened to the result.</param>
/// <param name="Before">What the first vintage states, or none when the result is new.</param>
/// <param name="After">What the second vintage states, or none when the result is gone.</param>
/// <param name="Figures">Splits of the figures that both state in one unit: <c>value</c>, <c>low</c>, <c>high</c> in the unit of the result, <c>score</c>, <c>scoreLow</c>, <c>scoreHigh</c> 0..1.</param>
/// <param name="Legs">What each cause changed in what is stated, in the order in which the causes were let in; also where there is no figure to split.</param>
/// <param name="Label">Label of the result: the higher of both.</param>
/// <param name="Illustrative">True when either side rests on illustrative input.</param>
internal sealed record MovedResult(
    string Mineral, string Indicator, Stage Stage, Materiality Materiality, ResultState? Before, ResultState? After,
    IReadOnlyDictionary<string, FigureSplit> Figures, IReadOnlyList<Leg> Legs, AccessLabel Label, bool Illustrative)
{
    private static readonly (string Name, Func<IndicatorResult, double?> Figure)[] Split =
    [
        ("value", result => result.Value), ("low", result => result.Low), ("high", result => result.High),
        ("score", result => result.Score), ("scoreLow", result => result.ScoreLow), ("scoreHigh", result => result.ScoreHigh),
    ];

    /// <summary>The split of the value, or none.</summary>
    [JsonIgnore]
    public FigureSplit? Value => Figures.GetValueOrDefault("value");

    /// <summary>The split of the score, or none.</summary>
    [JsonIgnore]
    public FigureSplit? Score => Figures.GetValueOrDefault("score");

    /// <summary>Follows a changed result along the way of its mineral.</summary>
    public static MovedResult Of(ResultChange change, IReadOnlyList<Station> way)
    {
        ResultKey key = new(change.Mineral, change.Indicator, change.Stage);
        Waypoint[] stations = [.. way.Select(station => new Waypoint(station.Cause, station.Assessment?.Results.FirstOrDefault(result => ResultKey.Of(result) == key)) { Known = station.Assessment is not null })];
        OrderedDictionary<string, FigureSplit> figures = new(StringComparer.Ordinal);
        foreach ((string name, Func<IndicatorResult, double?> figure) in Split)
        {
            if (FigureSplit.Of(stations, figure) is { } split) figures.Add(name, split);
        }

        return new MovedResult(
            change.Mineral, change.Indicator, change.Stage, change.Materiality, change.Before, change.After, figures, [.. Leg.Of(stations)],
            Labels.Highest(stations.Select(station => station.Result?.Label ?? AccessLabel.Open)), change.Illustrative);
    }
}

/// <summary>What one cause, or several that cannot be told apart, changed in what is stated about a result.</summary>
/// <param name="Causes">The causes.</param>
/// <param name="Before">What was stated before they were let in, or none without a result.</param>
/// <param name="After">What is stated after, or none without a result.</param>
internal sealed record Leg(IReadOnlyList<Cause> Causes, ResultState? Before, ResultState? After)
{
    /// <summary>Legs on which anything changes.</summary>
    public static IEnumerable<Leg> Of(IReadOnlyList<Waypoint> way)
    {
        ResultState? before = State(way[0]);
        SortedSet<Cause> causes = [];
        foreach (Waypoint station in way.Skip(1))
        {
            causes.Add(station.Cause);
            if (!station.Known) continue;
            ResultState? after = State(station);
            if (before is null != after is null || (before is not null && !ResultState.Same(before, after!))) yield return new Leg([.. causes], before, after);
            (before, causes) = (after, []);
        }
    }

    private static ResultState? State(Waypoint station) => station.Result is { } result ? ResultState.Of(result) : null;
}
