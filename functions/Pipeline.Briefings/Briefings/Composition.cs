using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The briefing of one mineral in the making. Sections of the briefing are functions over it.</summary>
internal sealed class Composition : BriefingParts
{
    public Composition(MineralAssessment assessment, BriefingContext context, Language language)
        : base(context, language, new FigureResolver([assessment], context.Previous?.Assessment is { } before ? [before] : [], goal: context.Goal), new SourceList(assessment))
    {
        Assessment = assessment;
        Notes = new NoteTexts(assessment, Context, Sources, language, Write).Write();
        Charts = Charts with { Write = Write };
        Mineral = ResultText.Mineral(assessment.Mineral, language);
    }

    public MineralAssessment Assessment { get; }

    public override NoteBook Notes { get; }

    public override string Subject => Assessment.Mineral;

    /// <summary>Name of the mineral in words.</summary>
    public string Mineral { get; }

    /// <summary>A figure of the mineral as printed, looked up through its path; it carries its running number through any words it is filled into.</summary>
    /// <param name="path">Path within the assessment.</param>
    /// <param name="format">Rounds and words the value, as the functions of <see cref="DisplayNumber"/> do.</param>
    /// <exception cref="FigureAddressException">The path leads nowhere.</exception>
    /// <exception cref="MissingEvidenceException">The figure has no evidence.</exception>
    public string Number(FigurePath path, Func<double, string> format) => Number(path.Of(Assessment.Mineral), format);

    /// <summary>The writer of figures for words and charts that know the value already; what they know must be what the address leads to.</summary>
    /// <exception cref="FigureAddressException">The path leads nowhere, or to another value.</exception>
    public string Write(FigurePath path, double value, Func<double, string> format) => Write(path.Of(Assessment.Mineral), value, format);
}
