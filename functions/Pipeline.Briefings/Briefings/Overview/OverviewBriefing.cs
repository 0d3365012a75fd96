using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// The briefing of all minerals: title, key figures, key points, heat map of the six indicators, self-sufficiency against its goal, largest changes
/// since the previous vintage and why, freshness of the data, what is missing, sources and notes. It counts and compares; there is no composite figure.
/// A pure function of its arguments: both languages state the same facts.
/// </summary>
public static class OverviewBriefing
{
    /// <summary>What the briefing is about, in the place of a mineral.</summary>
    public const string Subject = "overview";

    /// <summary>Composes the briefing.</summary>
    /// <param name="inputs">Results of all minerals and what is known about their data; factor scores are left out, and nothing may be restricted.</param>
    /// <param name="context">What the briefing says about itself; of the previous vintage only the name and the quarter are used.</param>
    /// <param name="language">Language of the text.</param>
    /// <exception cref="MissingEvidenceException">A figure would be printed without evidence, or its evidence leads to no named source.</exception>
    /// <exception cref="RestrictedContentException">A result is restricted.</exception>
    /// <exception cref="UnknownCodeException">A code of a result has no words.</exception>
    public static Document Compose(OverviewInputs inputs, BriefingContext context, Language language) => ComposeNumbered(inputs, context, language).Document;

    /// <summary>Composes the briefing with the list of the numbers it prints.</summary>
    /// <inheritdoc cref="Compose"/>
    /// <exception cref="FigureAddressException">A number would be printed under an address that leads nowhere.</exception>
    public static ComposedBriefing ComposeNumbered(OverviewInputs inputs, BriefingContext context, Language language)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(context);
        OverviewInputs shown = inputs.Shown();
        AccessLabel label = Labels.Highest(shown.Assessments.Concat(shown.Before).SelectMany(assessment => assessment.Results).Select(result => result.Label));
        OverviewComposition briefing = new(shown, context, language);
        string office = language == Language.Japanese ? context.OfficeJa : context.OfficeEn;
        string title = briefing.Say(Words.OverviewTitle);
        return briefing.Numbers.Finish(
            new Document(
                title,
                briefing.Say(Words.OverviewSubject, briefing.Counts.Minerals, PeriodText.Of(context.Quarter, language)),
                office,
                [briefing.Say(Words.OverviewName), .. briefing.Say(Words.Keywords).Split(briefing.Say(Words.ListSeparator))],
                language,
                context.AsOf,
                new Classification(Labels.Mark(label, language), label == AccessLabel.Open),
                briefing.Say(Words.Header, briefing.Say(Words.Series), briefing.Say(Words.OverviewName)),
                briefing.Say(Words.Footer, office, PeriodText.Of(context.AsOf, language)),
                [
                    TitleBlock.Compose(briefing, title, office),
                    OverviewFigures.Compose(briefing),
                    OverviewPoints.Compose(briefing),
                    HeatMapSection.Compose(briefing),
                    RankingSection.Compose(briefing),
                    ChangesSection.Compose(briefing),
                    FreshnessSection.Compose(briefing),
                    LackingSection.Compose(briefing),
                    OverviewSources.Compose(briefing),
                ]),
            NumberAddresses.Of(Subject, context, language));
    }
}
