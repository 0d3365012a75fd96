using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>What each note of a mineral's briefing rests on: what the note says of its evidence, and what counts it, take it from here.</summary>
internal static class NoteEvidence
{
    private static readonly string[] Scenarios = [IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind];

    /// <summary>Results that a note explains; none where it explains other figures.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="note">Key of the note.</param>
    public static IReadOnlyList<IndicatorResult> Results(MineralAssessment assessment, string note)
    {
        IEnumerable<string> indicators = note switch
        {
            NoteKey.Imports or NoteKey.Outlook => [],
            NoteKey.SelfSufficiency => [IndicatorId.SelfSufficiency],
            NoteKey.FinerSet => FinerSetPart.Indicators,
            NoteKey.Scenario => Scenarios,
            _ => [note],
        };
        return [.. indicators.Select(assessment.Find).OfType<IndicatorResult>()];
    }

    /// <summary>The evidence of a note; empty where it states no figure.</summary>
    /// <inheritdoc cref="Results"/>
    public static Proof Of(MineralAssessment assessment, string note) => note switch
    {
        NoteKey.Imports => Proof.Of(assessment.Imports.Select(year => year.Evidence).OfType<EvidenceNode>()),
        NoteKey.Outlook => assessment.Outlook is { } outlook ? OutlookPart.Evidence(outlook) : Proof.Of(Array.Empty<SourceCell>()),
        NoteKey.SelfSufficiency => Proof.Of(Results(assessment, note).SelectMany(result => result.AllEvidence).Concat(assessment.SelfSufficiency?.Evidence() ?? [])
            .SelectMany(node => node.Walk()).SelectMany(node => node.Cells).Concat((assessment.SelfSufficiency?.Published ?? []).Select(rate => rate.Cell))),
        _ => Proof.Of(Results(assessment, note).SelectMany(result => result.AllEvidence)),
    };
}
