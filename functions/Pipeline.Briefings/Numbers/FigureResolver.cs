using Pipeline.Briefings.Numbers.Figures;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers;

/// <summary>
/// The one place where the address of a figure is followed: briefings look their numbers up here when they are composed, and the API when it
/// is asked what a number rests on. For one thread. It sees what briefings show and nothing else, no factor score and nothing restricted; the one of
/// <see cref="ForReaders"/> sees the internal figures of an assessment as well.
/// </summary>
public sealed class FigureResolver
{
    private readonly Dictionary<string, MineralAssessment> current;
    private readonly Dictionary<string, MineralAssessment> previous;
    private readonly List<LargeChange> changes;
    private readonly SelfSufficiencyGoal? goal;
    private readonly Lazy<OverviewCounts> counts;
    private readonly (OverviewInputs Inputs, Quarter Quarter)? overview;

    // Trees are shared by the figures of a result: each is walked once.
    private readonly Dictionary<EvidenceNode, (bool IsFounded, bool IsIllustrative)> walked = new(ReferenceEqualityComparer.Instance);

    /// <summary>A resolver over the assessments of a vintage.</summary>
    /// <param name="assessments">Assessments of the vintage.</param>
    /// <param name="before">Assessments of the vintage before, where a briefing compares with it.</param>
    /// <param name="changes">Changes that are split among their causes, where a briefing shows them.</param>
    /// <param name="goal">The goal of self-sufficiency, where a briefing lays rates beside it.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public FigureResolver(IEnumerable<MineralAssessment> assessments, IEnumerable<MineralAssessment>? before = null, IEnumerable<LargeChange>? changes = null, SelfSufficiencyGoal? goal = null)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        (current, previous) = (Shown(assessments), Shown(before ?? []));
        (this.changes, this.goal) = ([.. changes ?? []], goal);
        counts = new Lazy<OverviewCounts>(() => new OverviewCounts([.. current.Values]));
    }

    /// <summary>A resolver over what the briefing of all minerals is composed from: the sources, the changes and what is missing as well.</summary>
    /// <param name="inputs">What it is composed from.</param>
    /// <param name="quarter">Quarter of the vintage.</param>
    /// <param name="goal">The goal of self-sufficiency, or none.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public FigureResolver(OverviewInputs inputs, Quarter quarter, SelfSufficiencyGoal? goal)
        : this((inputs ?? throw new ArgumentNullException(nameof(inputs))).Assessments, inputs.Before, inputs.Changes?.Largest, goal) =>
        overview = (inputs with { Assessments = [.. inputs.Assessments.Select(assessment => current[assessment.Mineral])], Before = [.. inputs.Before.Select(assessment => previous[assessment.Mineral])] }, quarter);

    private FigureResolver(MineralAssessment assessment)
    {
        (current, previous) = (new(StringComparer.Ordinal) { [assessment.Mineral] = assessment }, []);
        (changes, goal) = ([], null);
        counts = new Lazy<OverviewCounts>(() => new OverviewCounts([assessment]));
    }

    /// <summary>A resolver over one assessment for readers who may see internal figures: factor scores too, and still nothing restricted.</summary>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public static FigureResolver ForReaders(MineralAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ShownAssessment.RequireUnrestricted(assessment);
        return new FigureResolver(assessment);
    }

    /// <summary>True for the part of one cause in a change. No assessment has it: <see cref="ForPrinted"/> gives it as printed, which confirms nothing.</summary>
    public static bool IsCause(FigureAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ChangeFigures.IsCause(address.Path);
    }

    /// <summary>A resolver for one number of a mineral that a briefing has printed.</summary>
    /// <param name="number">The number.</param>
    /// <param name="assessments">Its mineral in the vintage of the briefing, where the address speaks of it.</param>
    /// <param name="before">Its mineral in the vintage before, where the address speaks of it.</param>
    /// <param name="goal">The goal of self-sufficiency in that vintage, where the address speaks of it.</param>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    public static FigureResolver ForPrinted(PrintedNumber number, IEnumerable<MineralAssessment> assessments, MineralAssessment? before, SelfSufficiencyGoal? goal)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new FigureResolver(
            assessments, before is null ? [] : [before], IsCause(number.Address) ? [ChangeFigures.AsPrinted(number)] : [], goal);
    }

    /// <summary>The figure at an address.</summary>
    /// <exception cref="FigureAddressException">The address leads nowhere, or to what is no single number.</exception>
    /// <exception cref="MissingEvidenceException">The figure has no evidence.</exception>
    public ResolvedFigure Resolve(FigureAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsOfAll ? OfAll(address) ?? throw Nowhere(address, "a figure of all minerals") : OfMineral(address);
    }

    private ResolvedFigure? OfAll(FigureAddress address) => (address.Path.Words.ToArray(), overview) switch
    {
        (["sources", var source, var figure], var (inputs, quarter)) => FileFigures.Find(inputs, quarter, address, source, figure),
        (["changes", var kind, "count"], var (inputs, _)) => ChangeCountFigures.Find(inputs, address, kind),
        (["source-list", ..], var (inputs, _)) => SourceListFigures.Find(SourceList.Of(inputs), address, address.Path.Words),
        (["missing", .. var input, "count"], var (inputs, _)) => LackingFigures.Find(inputs, address, input),
        _ => OverviewCountFigures.Find(counts.Value, [.. current.Values], goal, address),
    };

    private ResolvedFigure OfMineral(FigureAddress address)
    {
        MineralAssessment assessment = (address.IsPrevious ? previous : current).GetValueOrDefault(address.Mineral)
            ?? throw Nowhere(address, "a mineral of the vintage");
        string[] words = [.. address.Path.Words];
        ResolvedFigure figure = (words switch
        {
            ["indicators", ..] => IndicatorCounts.Find(assessment, address, words),
            ["imports", ..] => ImportFigures.Find(assessment, address, words),
            ["partners", ..] => PartnerFigures.Find(assessment, address, words),
            ["countries", ..] => CountryFigures.Find(assessment, address, words),
            ["prices", ..] => PriceFigures.Find(assessment, address, words),
            ["outlook", ..] => OutlookFigures.Find(assessment, address, words),
            ["effects", ..] => EffectFigures.Find(assessment, address, words),
            ["tools", ..] => ToolFigures.Find(assessment, address, words),
            ["notes", ..] => NoteFigures.Find(assessment, address, words),
            ["source-list", ..] => SourceListFigures.Find(new SourceList(assessment), address, words),
            ["trade-codes", ..] => TradeCodeFigures.Find(assessment, address, words),
            ["parameters", ..] => ParameterFigures.Find(assessment, address, words),
            [IndicatorId.SelfSufficiency, "demand" or "components" or "published" or "printed-total", ..] => SupplyFigures.Find(assessment, address, words),
            [IndicatorId.SelfSufficiency, "gap"] => GoalFigures.Gap(assessment, goal, address),
            [var indicator, "change", _, ..] => ChangeFigures.Find(
                assessment, previous.GetValueOrDefault(address.Mineral), changes.Find(change => change.Mineral == address.Mineral && change.Indicator == indicator), address, words),
            [_, "reason" or "notes", ..] => ReasonFigures.Find(assessment, address, words),
            _ => ResultFigures.Find(assessment, address, words),
        }) ?? throw Nowhere(address, "a single number of the assessment");
        if (!figure.Evidence.Any(node => Below(assessment, node).IsFounded)) _ = Proof.Of(figure.Evidence).Required(address.Mineral, address.Path.ToString());
        return figure with { Illustrative = figure.Illustrative || figure.Evidence.Any(node => Below(assessment, node).IsIllustrative) };
    }

    private static Dictionary<string, MineralAssessment> Shown(IEnumerable<MineralAssessment> assessments) =>
        assessments.Select(ShownAssessment.Of).ToDictionary(assessment => assessment.Mineral, StringComparer.Ordinal);

    /// <summary>Whether a tree leads to a cell or a reference row, and whether any of them is illustrative.</summary>
    private (bool IsFounded, bool IsIllustrative) Below(MineralAssessment assessment, EvidenceNode node)
    {
        if (walked.TryGetValue(node, out (bool IsFounded, bool IsIllustrative) known)) return known;
        List<(bool IsFounded, bool IsIllustrative)> inputs = [.. node.Inputs.Select(input => Below(assessment, input))];
        return walked[node] = (
            node.Cells.Count > 0 || node.Reference is not null || inputs.Exists(input => input.IsFounded),
            node.Cells.Any(cell => cell.Illustrative || assessment.Sources.Any(source => source.Illustrative && source.Snapshot == cell.Snapshot))
                || inputs.Exists(input => input.IsIllustrative));
    }

    private static FigureAddressException Nowhere(FigureAddress address, string expected) => new(new Fault(
        "figures of a briefing", address.Text, expected, "nothing of that address", "name a figure that the assessment has, or print the words for a missing one"));
}
