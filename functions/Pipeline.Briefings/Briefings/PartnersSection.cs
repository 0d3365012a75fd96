using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 5: source countries of concentrate and of refined products, as bars and as numbers beside them.</summary>
internal static class PartnersSection
{
    /// <summary>Width of a chart that has its table beside it, in points.</summary>
    internal const double ChartWidth = 200;

    private const int Leaders = 3;

    private static readonly (Stage Stage, string Indicator)[] Stages =
        [(Stage.Concentrate, IndicatorId.ImportStabilityConcentrate), (Stage.Refined, IndicatorId.ImportStabilityRefined)];

    public static Section Compose(Composition briefing)
    {
        List<Block> content = [];
        foreach ((Stage stage, string indicator) in Stages)
        {
            if (content.Count > 0) content.Add(new Space(content[^1] is Column ? 12 : 6));
            PartnerTable? table = briefing.Assessment.Partners.FirstOrDefault(partners => partners.Stage == stage && partners.Rows.Count > 0);
            content.Add(table is null
                ? Missing(briefing, stage, indicator)
                : Composition.Together(
                    Lead(briefing, table, indicator),
                    ChartAndTable(briefing, Chart(briefing, table, indicator), Numbers(briefing, table, indicator))));
        }

        return new Section(Heading.Of(5, briefing.Say(Words.SectionPartners)), 1, "partners", content);
    }

    /// <summary>A chart on the left with its table on the right.</summary>
    internal static Row ChartAndTable(Composition briefing, Block chart, Table table)
    {
        double width = Composition.TextWidth - Composition.Gutter - ChartWidth;
        return new Row([new RowCell(ChartWidth, chart), new RowCell(width, table.FittedTo(width, briefing))], Composition.Gutter);
    }

    private static TextBlock Missing(Composition briefing, Stage stage, string indicator)
    {
        IndicatorResult? result = briefing.Assessment.Find(indicator);
        string text = briefing.Say(
            Words.PartnersNone,
            briefing.Within(Vocabulary.Word(Term.Stage, stage, briefing.Language)),
            ResultText.Status(result?.Status ?? ResultStatus.Insufficient, briefing.Language),
            ResultText.ShortReason(result, briefing.Language, briefing.Write));
        return briefing.Paragraph(text, indicator);
    }

    private static TextBlock Lead(Composition briefing, PartnerTable table, string indicator)
    {
        Language language = briefing.Language;
        string name = Vocabulary.Word(Term.Stage, table.Stage, language);
        List<PartnerRow> rows = PartnerChart.Ranked(table);
        string period = PeriodText.Of(table.Period, language);
        string text = rows.Count > Leaders
            ? briefing.Say(
                Words.PartnersLead,
                name,
                period,
                briefing.Write(FigurePath.PartnerCount(table.Stage), rows.Count, DisplayNumber.Count),
                briefing.Write(FigurePath.PartnersTop(table.Stage, Leaders, "share"), rows.Take(Leaders).Sum(row => row.Share), DisplayNumber.PercentOfShare))
            : briefing.Say(Words.PartnersLeadFew, name, period, briefing.List(rows.Select(row => briefing.Say(
                Words.BarAltPlain, PartnerChart.Name(row, language), briefing.Write(FigurePath.Partner(table.Stage, row.Iso3, "share"), row.Share, DisplayNumber.PercentOfShare)))));
        bool isBehind = briefing.Assessment.Imports.Any(year => year.Tonnes is not null && year.Year.Year > table.Period.EndYear);
        return briefing.Paragraph(isBehind ? text + briefing.Say(Words.PartnersYear, period) : text, indicator);
    }

    private static string StageWithin(Composition briefing, PartnerTable table) =>
        briefing.Within(Vocabulary.Word(Term.Stage, table.Stage, briefing.Language));

    private static Figure Chart(Composition briefing, PartnerTable table, string indicator)
    {
        string basis = briefing.Say(table.Basis == "value" ? Words.BasisValue : Words.BasisWeight);
        string caption = briefing.Say(
            Words.PartnerCaption, StageWithin(briefing, table), PeriodText.Of(table.Period, briefing.Language), basis);
        bool illustrative = briefing.Assessment.Find(indicator)?.Illustrative ?? false;
        return briefing.Figure(
            PartnerChart.Draw(table, ChartWidth, briefing.Charts),
            caption,
            Evidence(briefing, table, indicator),
            illustrative,
            indicator,
            NoteKey.InstitutionalRisk);
    }

    private static Table Numbers(Composition briefing, PartnerTable table, string indicator)
    {
        List<PartnerRow> rows = PartnerChart.Ranked(table);
        int shown = PartnerChart.ShownOf(rows.Count);
        List<TableRow> lines = [.. rows.Take(shown).Select(row => Line(
            briefing,
            PartnerChart.Name(row, briefing.Language),
            row,
            figure => FigurePath.Partner(table.Stage, row.Iso3, figure),
            briefing.Say(row.InstitutionalRisk is null ? Words.RiskUnknown : Words.NoMark)))];
        List<PartnerRow> rest = [.. rows.Skip(shown)];
        if (rest.Count > 0)
        {
            FigurePath After(string figure) => FigurePath.PartnersAfter(table.Stage, shown, figure);
            PartnerRow sum = new(
                null,
                rest.TrueForAll(row => row.Tonnes is not null) ? rest.Sum(row => row.Tonnes) : null,
                rest.Sum(row => row.Share),
                null,
                rest.TrueForAll(row => row.Term is not null) ? rest.Sum(row => row.Term) : null,
                []);
            lines.Add(Line(briefing, briefing.Say(Words.Others, briefing.Write(After("count"), rest.Count, DisplayNumber.Count)), sum, After, briefing.Say(Words.NoMark)));
        }

        string caption = briefing.Say(Words.PartnerTableCaption, StageWithin(briefing, table), PeriodText.Of(table.Period, briefing.Language));
        return new Table(
            [
                new TableColumn(briefing.Say(Words.ColumnCountry), 1),
                new TableColumn(briefing.Say(Words.ColumnTonnes), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnShare), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnRisk), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnTerm), 1, Alignment.End),
            ],
            lines,
            briefing.TableCaption(caption, Evidence(briefing, table, indicator), indicator));
    }

    /// <summary>A partner, or the others together.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="name">Words of the row.</param>
    /// <param name="row">Its figures.</param>
    /// <param name="path">Path of each of them.</param>
    /// <param name="noRisk">What stands in the place of a risk that there is not.</param>
    private static TableRow Line(Composition briefing, string name, PartnerRow row, Func<string, FigurePath> path, string noRisk)
    {
        TableCell Cell(string figure, double? value, Func<double, string> format, string none) =>
            new([new Run(value is { } known ? briefing.Write(path(figure), known, format) : none)]);
        string mark = briefing.Say(Words.NoMark);
        return new TableRow(
        [
            new TableCell([new Run(name)], IsRowHeading: true),
            Cell("tonnes", row.Tonnes, DisplayNumber.Tonnes, mark),
            Cell("share", row.Share, DisplayNumber.PercentOfShare, mark),
            Cell("risk", row.InstitutionalRisk, DisplayNumber.Score, noRisk),
            Cell("term", row.Term, DisplayNumber.Score, mark),
        ]);
    }

    /// <summary>Partners rest on the cells of their indicator, or, where that has none, on those of the year's imports.</summary>
    internal static Proof Evidence(Composition briefing, PartnerTable table, string indicator)
    {
        Proof own = briefing.Assessment.Find(indicator) is { } result ? Proof.Of(result) : Proof.Of(Array.Empty<SourceCell>());
        return own.Cells > 0 ? own : Proof.Of(briefing.Assessment.Imports
            .Where(year => year.Year.Equals(table.Period)).Select(year => year.Evidence).OfType<EvidenceNode>())
            .Required(briefing.Assessment.Mineral, "source countries of " + indicator);
    }
}
