using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 9: the policy tools of S with finding, reasons and what each would change by one tenth, in its order; then the indicators before and after.</summary>
internal static class ToolsSection
{
    private const double NamesWidth = 92;
    private const double ReasonsPart = 0.56;

    public static Section Compose(Composition briefing) => new(
        Heading.Of(9, briefing.Say(Words.SectionTools)),
        1,
        "tools",
        briefing.Assessment.Tools.Count == 0
            ? [briefing.Paragraph(briefing.Say(Words.ToolsNone), NoteKey.Tools)]
            : [
                Composition.Together(briefing.Paragraph(briefing.Say(Words.ToolsLead), NoteKey.Tools), Fitted(briefing, Lines(briefing))),
                .. EffectsPart.Compose(briefing),
            ]);

    /// <summary>What the figures behind the tools rest on.</summary>
    internal static Proof Evidence(MineralAssessment assessment) => Proof.Of(assessment.Tools.SelectMany(tool => tool.Triggers).SelectMany(trigger => trigger.Figures)
        .Select(figure => figure.Indicator).Distinct(StringComparer.Ordinal).Select(assessment.Find).OfType<IndicatorResult>().SelectMany(result => result.AllEvidence));

    /// <summary>Names of tools may take two lines; the two columns of sentences share what is left, reasons first.</summary>
    private static Table Fitted(Composition briefing, Table table)
    {
        Table fitted = table.FittedTo(Composition.TextWidth, briefing);
        if (fitted.Columns.Count < 4) return fitted;
        double names = Math.Min(fitted.Columns[0].Weight, NamesWidth);
        double finding = fitted.Columns[1].Weight;
        double sentences = Composition.TextWidth - names - finding;
        double[] widths = [names, finding, sentences * ReasonsPart, sentences * (1 - ReasonsPart)];
        return fitted with { Columns = [.. fitted.Columns.Zip(widths, (column, width) => column with { Weight = width })] };
    }

    private static Table Lines(Composition briefing) => new(
        [
            new TableColumn(briefing.Say(Words.ColumnTool), 1),
            new TableColumn(briefing.Say(Words.ColumnFinding), 1, Alignment.Centre),
            new TableColumn(briefing.Say(Words.ColumnReasons), 1),
            .. briefing.Assessment.Effects is { } effects ? [new TableColumn(briefing.Say(Words.ColumnEffect, EffectText.Whole(effects.Part * 100)), 1)] : Array.Empty<TableColumn>(),
        ],
        [.. briefing.Assessment.Tools.Select(tool => new TableRow(
        [
            new TableCell([new Run(Vocabulary.Word(Term.Tool, tool.Kind, briefing.Language))], IsRowHeading: true),
            new TableCell([new Run(Vocabulary.Word(Term.ToolStrength, tool.Strength, briefing.Language), Weight(tool.Strength))], Tint(tool.Strength)),
            new TableCell([.. Reasons(briefing, tool)]),
            .. briefing.Assessment.Effects is { } effects ? [new TableCell([new Run(EffectsPart.OfTool(briefing, effects, tool.Kind))])] : Array.Empty<TableCell>(),
        ]))],
        briefing.TableCaption(briefing.Say(Words.ToolsCaption), Evidence(briefing.Assessment), NoteKey.Tools));

    /// <summary>The triggers that decide the finding, a sentence each; the others are part of the data.</summary>
    private static IEnumerable<Run> Reasons(Composition briefing, PolicyTool tool)
    {
        foreach ((ToolTrigger trigger, int index) in tool.Triggers.Where(trigger => trigger.Strength == tool.Strength).Select((trigger, index) => (trigger, index)))
        {
            if (index > 0) yield return new Run(briefing.Say(Words.SentenceGap));
            yield return new Run(briefing.Say(Words.Sentence, ToolSentence.Of(
                trigger, briefing.Language, (figure, value, format) => briefing.Write(FigurePath.Tool(tool.Kind, trigger.Subject, figure), value, format))));
            if (trigger.Figures.Any(figure => briefing.Assessment.Find(figure.Indicator) is { Illustrative: true }))
                yield return new Run(briefing.Say(Words.IllustrativeInBrackets), FontWeight.Bold, Charts.Palette.Brick);
        }
    }

    private static FontWeight Weight(ToolStrength strength) => strength == ToolStrength.Indicated ? FontWeight.Bold : FontWeight.Regular;

    /// <summary>Fills repeat what the word says.</summary>
    private static Colour? Tint(ToolStrength strength) => strength switch
    {
        ToolStrength.Indicated => new Colour(0xF6, 0xDD, 0xC6),
        ToolStrength.Possible => new Colour(0xF8, 0xEF, 0xD9),
        _ => null,
    };
}
