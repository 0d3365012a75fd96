using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 3: imports over time with the five-year moving average, and the last five years, those of the latest average, as numbers; beside them the outlook for the world market.</summary>
internal static class ImportsSection
{
    private const int YearsInTable = 5;

    public static Section Compose(Composition briefing)
    {
        IReadOnlyList<ImportYear> years = briefing.Assessment.Imports;
        return new Section(
            Heading.Of(3, briefing.Say(Words.SectionImports)),
            1,
            "imports",
            [
                .. years.Any(year => year.Tonnes is not null) ? Known(briefing, years) : [briefing.Paragraph(Unknown(briefing), NoteKey.Imports)],
                OutlookPart.Compose(briefing),
            ]);
    }

    private static List<Block> Known(Composition briefing, IReadOnlyList<ImportYear> years)
    {
        Proof proof = Proof.Of(years.Select(year => year.Evidence).OfType<EvidenceNode>()).Required(briefing.Assessment.Mineral, "imports");
        string range = PeriodText.Of(new YearSpan(years[0].Year, years[^1].Year), briefing.Language);
        bool illustrative = briefing.Assessment.Find(IndicatorId.ImportAverage)?.Illustrative ?? false;
        return
        [
            Composition.Together(
                briefing.Paragraph(Lead(briefing, years), NoteKey.Imports),
                briefing.Figure(
                    ImportChart.Draw(years, Composition.TextWidth, briefing.Charts),
                    briefing.Say(Words.ImportCaption, range),
                    proof,
                    illustrative,
                    NoteKey.Imports)),
            Composition.Together(Numbers(briefing, [.. years.TakeLast(YearsInTable)], proof).FittedTo(Composition.TextWidth, briefing)),
        ];
    }

    private static string Lead(Composition briefing, IReadOnlyList<ImportYear> years)
    {
        ImportYear latest = years[^1];
        string when = PeriodText.Of(latest.Year, briefing.Language);
        string first = PrintedImports.Total(latest) is { } tonnes
            ? briefing.Say(Words.ImportsLead, when, briefing.Write(FigurePath.ImportPrintedTotal(latest.Year.Year), tonnes, DisplayNumber.Tonnes))
            : briefing.Say(
                Words.ImportsLatestMissing,
                when,
                latest.Missing is { } reason ? ResultText.Sentence(reason, briefing.Language) : briefing.Say(Words.NoReason));
        List<int> missing = [.. years.Where(year => year.Tonnes is null).Select(year => year.Year.Year)];
        string gaps = missing.Count == 0 ? string.Empty : briefing.Say(Words.ImportsMissingYears, YearRuns.Text(missing, briefing.Language));
        return briefing.Join(first, Trend(briefing), gaps);
    }

    private static string Trend(Composition briefing)
    {
        IndicatorResult? average = briefing.Assessment.Find(IndicatorId.ImportAverage);
        return MineralFacts.Imports(briefing.Assessment) is { } imports
            ? FactSentence.Imports(briefing, imports)
            : briefing.Say(Words.PointImportsMissing, ResultText.ShortReason(average, briefing.Language, briefing.Write));
    }

    private static string Unknown(Composition briefing)
    {
        IReadOnlyList<ImportYear> years = briefing.Assessment.Imports;
        IndicatorResult? average = briefing.Assessment.Find(IndicatorId.ImportAverage);
        string why = years is [.., { Missing: { } missing }] ? ResultText.Sentence(missing, briefing.Language)
            : average?.Reason is null ? briefing.Say(Words.ImportsNoReason)
            : ResultText.ShortReason(average, briefing.Language, briefing.Write);
        return briefing.Say(Words.ImportsNone, why);
    }

    private static Table Numbers(Composition briefing, IReadOnlyList<ImportYear> years, Proof proof)
    {
        List<(Stage Stage, Phrase Heading)> stages = [.. new[]
        {
            (Stage.Concentrate, Words.ColumnConcentrate), (Stage.Refined, Words.ColumnRefined),
        }.Where(stage => years.Any(year => Amount(year, stage.Item1) is not null))];
        bool scrap = years.Any(year => Amount(year, Stage.Scrap) is not null);
        List<TableColumn> columns =
        [
            new TableColumn(briefing.Say(Words.ColumnYear), 1),
            .. stages.Select(stage => new TableColumn(briefing.Say(stage.Heading), 1, Alignment.End)),
            new TableColumn(briefing.Say(Words.ColumnTotal), 1, Alignment.End),
            new TableColumn(briefing.Say(Words.ColumnAverage), 1, Alignment.End),
        ];
        if (scrap) columns.Add(new TableColumn(briefing.Say(Words.ColumnScrap), 1, Alignment.End));
        bool remarks = years.Any(year => Remark(briefing, year).Length > 0);
        if (remarks) columns.Add(new TableColumn(briefing.Say(Words.ColumnRemark), 1));
        return new Table(
            columns,
            [.. years.Select(year => new TableRow(
            [
                Cell(year.Year.Year.ToString(CultureInfo.InvariantCulture)) with { IsRowHeading = true },
                .. stages.Select(stage => Part(briefing, year, stage.Stage)),
                Tonnes(briefing, FigurePath.ImportPrintedTotal(year.Year.Year), PrintedImports.Total(year)),
                Tonnes(briefing, FigurePath.ImportAverage(year.Year.Year), year.MovingAverage),
                .. scrap ? new[] { Part(briefing, year, Stage.Scrap) } : [],
                .. remarks ? new[] { Cell(Remark(briefing, year)) } : [],
            ]))],
            briefing.TableCaption(briefing.Say(Words.ImportTableCaption), proof, NoteKey.Imports));
    }

    private static double? Amount(ImportYear year, Stage stage) => year.ByStage.FirstOrDefault(part => part.Stage == stage)?.Tonnes;

    private static TableCell Tonnes(Composition briefing, FigurePath path, double? tonnes) =>
        Cell(tonnes is { } amount ? briefing.Write(path, amount, DisplayNumber.Tonnes) : briefing.Say(Words.Missing));

    /// <summary>Tonnes of a stage; a stage that a measured year does not name gets a dash, since nothing says that it is zero.</summary>
    private static TableCell Part(Composition briefing, ImportYear year, Stage stage) => Amount(year, stage) is { } tonnes
        ? Cell(briefing.Write(FigurePath.ImportStage(year.Year.Year, stage), tonnes, DisplayNumber.Tonnes))
        : Cell(briefing.Say(year.Tonnes is null ? Words.Missing : Words.NoMark));

    private static string Remark(Composition briefing, ImportYear year)
    {
        List<string> remarks = [];
        if (year.Tonnes is null) remarks.Add(briefing.Say(Words.MissingYear));
        remarks.AddRange(year.Flags.Select(flag => Vocabulary.Word(Term.Flag, flag, briefing.Language)));
        return briefing.List(remarks);
    }

    private static TableCell Cell(string text) => new([new Run(text)]);
}
