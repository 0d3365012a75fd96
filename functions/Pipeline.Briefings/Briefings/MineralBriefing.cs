using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// The briefing of one mineral: title, key figures, key points, the six indicators, where risks lie along the chain, imports, self-sufficiency,
/// source countries, production and reserves, prices, scenario demand, policy tools, sources and notes. Every mineral has the same sections; where a figure is missing its section says why.
/// A pure function of its arguments: both languages state the same facts.
/// </summary>
public static class MineralBriefing
{
    /// <summary>Composes the briefing.</summary>
    /// <param name="assessment">Results and figures of the mineral; factor scores are left out, and nothing may be restricted.</param>
    /// <param name="context">What the briefing says about itself.</param>
    /// <param name="language">Language of the text.</param>
    /// <exception cref="MissingEvidenceException">A figure would be printed without evidence, or its evidence leads to no named source.</exception>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    /// <exception cref="UnknownCodeException">A code of a result has no words.</exception>
    public static Document Compose(MineralAssessment assessment, BriefingContext context, Language language) => ComposeNumbered(assessment, context, language).Document;

    /// <summary>Composes the briefing with the list of the numbers it prints.</summary>
    /// <inheritdoc cref="Compose"/>
    /// <exception cref="FigureAddressException">A number would be printed under an address that leads nowhere.</exception>
    public static ComposedBriefing ComposeNumbered(MineralAssessment assessment, BriefingContext context, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(context);
        MineralAssessment shown = ShownAssessment.Of(assessment);
        PreviousVintage? previous = context.Previous?.Shown();
        AccessLabel label = Labels.Highest(shown.Results.Concat(previous?.Assessment?.Results ?? []).Select(result => result.Label));
        Composition briefing = new(shown, context with { Previous = previous }, language);
        string office = language == Language.Japanese ? context.OfficeJa : context.OfficeEn;
        string asOf = PeriodText.Of(context.AsOf, language);
        return briefing.Numbers.Finish(
            new Document(
                briefing.Say(Words.Title, briefing.Mineral),
                briefing.Say(Words.Subject, briefing.Within(briefing.Mineral), PeriodText.Of(context.Quarter, language)),
                office,
                [briefing.Mineral, .. briefing.Say(Words.Keywords).Split(briefing.Say(Words.ListSeparator))],
                language,
                context.AsOf,
                new Classification(Labels.Mark(label, language), label == AccessLabel.Open),
                briefing.Say(Words.Header, briefing.Say(Words.Series), briefing.Mineral),
                briefing.Say(Words.Footer, office, asOf),
                [
                    TitleBlock.Compose(briefing, office),
                    KeyFigures.Compose(briefing),
                    SelfSufficiencyStrip.Compose(briefing),
                    KeyPoints.Compose(briefing),
                    ScoresSection.Compose(briefing),
                    ImportsSection.Compose(briefing),
                    SelfSufficiencySection.Compose(briefing),
                    PartnersSection.Compose(briefing),
                    CountriesSection.Compose(briefing),
                    PricesSection.Compose(briefing),
                    ScenarioSection.Compose(briefing),
                    ToolsSection.Compose(briefing),
                    NotesSection.Compose(briefing),
                ]),
            NumberAddresses.Of(shown.Mineral, context, language));
    }
}
