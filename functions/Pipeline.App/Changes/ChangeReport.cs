using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Changes;

/// <summary>
/// What would change for readers if a computed vintage took the place of the current one. Every list is in the order of
/// <see cref="Materiality"/>. Serialised with <see cref="PipelineJson.Options"/> it is the stored form.
/// </summary>
/// <param name="BeforeVintage">The current vintage, or none when nothing is published yet.</param>
/// <param name="AfterVintage">The computed vintage.</param>
/// <param name="Quarter">Quarter of the computed vintage, for example <c>2026Q4</c>.</param>
/// <param name="Label">Highest label of the results compared: who may see the report.</param>
/// <param name="Values">Results that would state something else; none of minerals that are new or gone.</param>
/// <param name="Bands">Results that would stand in another band.</param>
/// <param name="Ranks">Results that would stand at another place among the minerals.</param>
/// <param name="Sentences">What the briefings would say newly, and no longer.</param>
/// <param name="Appeared">Minerals that are not published now.</param>
/// <param name="Disappeared">Minerals that would no longer be published.</param>
/// <param name="Unchanged">What stays as it is.</param>
internal sealed record ChangeReport(
    string? BeforeVintage,
    string AfterVintage,
    string Quarter,
    AccessLabel Label,
    IReadOnlyList<ResultChange> Values,
    IReadOnlyList<BandChange> Bands,
    IReadOnlyList<RankChange> Ranks,
    IReadOnlyList<SentenceChange> Sentences,
    IReadOnlyList<MineralEntry> Appeared,
    IReadOnlyList<MineralEntry> Disappeared,
    UnchangedCounts Unchanged)
{
    /// <summary>True when a reader would notice nothing but the name and date of the vintage.</summary>
    public bool NothingChanges => Values.Count + Bands.Count + Ranks.Count + Sentences.Count + Appeared.Count + Disappeared.Count == 0;

    /// <summary>
    /// The report for those to whom internal results are not granted: no change of such a result, nor of its band or rank. Briefings leave internal
    /// results out, so sentences stay; counts of results tell how many there are and nothing of what they state.
    /// </summary>
    public ChangeReport OnlyOpen() => this with
    {
        Label = AccessLabel.Open,
        Values = [.. Values.Where(change => change.Label == AccessLabel.Open)],
        Bands = [.. Bands.Where(change => change.Label == AccessLabel.Open)],
        Ranks = [.. Ranks.Where(change => change.Label == AccessLabel.Open)],
    };

    /// <summary>Compares a computed vintage with the current one.</summary>
    /// <param name="before">Assessments of the current vintage, in any order; empty when nothing is published.</param>
    /// <param name="after">Assessments of the computed vintage, in any order. When only some minerals were computed, <see cref="Completed"/> adds the others.</param>
    /// <param name="beforeVintage">Identifier of the current vintage, or none.</param>
    /// <param name="context">What the briefings of the computed vintage say about themselves; those of the current one are composed with it too.</param>
    /// <param name="compared">What the briefings of each side compare with.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    /// <exception cref="UnknownCodeException">A mineral or a code of a result is unknown.</exception>
    public static ChangeReport Compare(
        IReadOnlyList<MineralAssessment> before, IReadOnlyList<MineralAssessment> after, string? beforeVintage, BriefingContext context, ComparedWith compared) =>
        new VintageComparison(before, after).Report(beforeVintage, context, compared);

    /// <summary>A run of some minerals leaves the others as they are: the computed assessments, and the current ones of all other minerals.</summary>
    public static IReadOnlyList<MineralAssessment> Completed(IReadOnlyList<MineralAssessment> computed, IReadOnlyList<MineralAssessment> current) =>
        [.. computed, .. current.ExceptBy(computed.Select(assessment => assessment.Mineral), assessment => assessment.Mineral, StringComparer.Ordinal)];
}

/// <summary>What the briefings of two vintages compare with, by mineral; one without an entry has nothing to compare with.</summary>
/// <param name="Before">Those of the current vintage.</param>
/// <param name="After">Those of the computed vintage.</param>
internal sealed record ComparedWith(IReadOnlyDictionary<string, PreviousVintage> Before, IReadOnlyDictionary<string, PreviousVintage> After)
{
    /// <summary>No briefing of either side has anything to compare with.</summary>
    public static ComparedWith Nothing { get; } = new(new Dictionary<string, PreviousVintage>(), new Dictionary<string, PreviousVintage>());
}

/// <summary>A mineral that is new or gone.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Results">Its results by status.</param>
/// <param name="Illustrative">True when it rests on illustrative input.</param>
internal sealed record MineralEntry(string Mineral, ResultCounts Results, bool Illustrative)
{
    /// <summary>The entry of an assessment.</summary>
    public static MineralEntry Of(MineralAssessment assessment) =>
        new(assessment.Mineral, ResultCounts.Of([assessment]), SentenceComparison.IsIllustrative(assessment));
}

/// <summary>What stays as it is.</summary>
/// <param name="Minerals">Minerals of which no result, rank or sentence changes.</param>
/// <param name="Results">Results of minerals in both vintages that state the same.</param>
internal sealed record UnchangedCounts(int Minerals, int Results);
