using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 4: source countries of concentrate and of refined products, as bars and as numbers, the two stages side by side.</summary>
internal static class PartnersSection
{
    private static readonly (Stage Stage, string Indicator)[] Stages =
        [(Stage.Concentrate, IndicatorId.ImportStabilityConcentrate), (Stage.Refined, IndicatorId.ImportStabilityRefined)];

    public static Section Compose(Composition briefing)
    {
        List<(PartnerTable Table, string Indicator)> known = [.. Stages
            .Select(stage => (Table: briefing.Assessment.Partners.FirstOrDefault(table => table.Stage == stage.Stage && table.Rows.Count > 0), stage.Indicator))
            .Where(stage => stage.Table is not null).Select(stage => (stage.Table!, stage.Indicator))];
        List<Block> content = [.. Stages.Select(stage => Lead(briefing, stage.Stage, stage.Indicator, known))];
        List<Block> charts = [.. known.Select(stage => (Block)Chart(briefing, stage.Table, stage.Indicator, Composition.HalfWidth))];
        List<Block> numbers = [.. known.Select(stage => (Block)Numbers(briefing, stage.Table, stage.Indicator))];
        content.AddRange(Paired(charts, numbers));

        return new Section(Heading.Of(4, briefing.Say(Words.SectionPartners)), 1, "partners", content);
    }

    /// <summary>Charts side by side above their tables; one chart alone has its table beside it.</summary>
    internal static IEnumerable<Block> Paired(IReadOnlyList<Block> charts, IReadOnlyList<Block> numbers) => charts.Count switch
    {
        0 => [],
        1 => [SideBySide([charts[0], numbers[0]])],
        _ => [SideBySide(charts), numbers.Count == 1 ? numbers[0] : SideBySide(numbers)],
    };

    private static Row SideBySide(IReadOnlyList<Block> blocks) => new([.. blocks.Select(block => new RowCell(1, block))], Composition.Gutter);

    private static TextBlock Lead(Composition briefing, Stage stage, string indicator, IReadOnlyList<(PartnerTable Table, string Indicator)> known)
    {
        Language language = briefing.Language;
        string name = Vocabulary.Word(Term.Stage, stage, language);
        if (known.FirstOrDefault(entry => entry.Indicator == indicator).Table is not { } table)
        {
            IndicatorResult? result = briefing.Assessment.Find(indicator);
            string reason = result is null ? briefing.Say(Words.NoReason) : ResultText.Reason(result, language) ?? briefing.Say(Words.NoReason);
            return briefing.Paragraph(
                briefing.Say(Words.PartnersNone, name, ResultText.Status(result?.Status ?? ResultStatus.Insufficient, language), reason), indicator);
        }

        List<PartnerRow> rows = PartnerChart.Ranked(table);
        string period = PeriodText.Of(table.Period, language);
        string text = rows.Count > 3
            ? briefing.Say(Words.PartnersLead, name, period, rows.Count, DisplayNumber.PercentOfShare(rows.Take(3).Sum(row => row.Share)))
            : briefing.Say(Words.PartnersLeadFew, name, period, briefing.List(rows.Select(row => briefing.Say(
                Words.BarAltPlain, PartnerChart.Name(row, language), DisplayNumber.PercentOfShare(row.Share)))));
        return briefing.Paragraph(text, indicator);
    }

    private static Figure Chart(Composition briefing, PartnerTable table, string indicator, double width)
    {
        string basis = briefing.Say(table.Basis == "value" ? Words.BasisValue : Words.BasisWeight);
        string caption = briefing.Say(
            Words.PartnerCaption, Vocabulary.Word(Term.Stage, table.Stage, briefing.Language), PeriodText.Of(table.Period, briefing.Language), basis);
        bool illustrative = briefing.Assessment.Find(indicator)?.Illustrative ?? false;
        return briefing.Figure(
            PartnerChart.Draw(table, width, briefing.Charts), caption, Evidence(briefing, table, indicator), illustrative, indicator, NoteKey.InstitutionalRisk);
    }

    private static Table Numbers(Composition briefing, PartnerTable table, string indicator)
    {
        List<PartnerRow> rows = PartnerChart.Ranked(table);
        List<TableRow> lines = [.. rows.Take(PartnerChart.Shown).Select(row => Line(
            briefing, PartnerChart.Name(row, briefing.Language), row.Tonnes, row.Share, row.InstitutionalRisk, row.Term, row.InstitutionalRisk is null))];
        List<PartnerRow> rest = [.. rows.Skip(PartnerChart.Shown)];
        if (rest.Count > 0)
        {
            double? tonnes = rest.TrueForAll(row => row.Tonnes is not null) ? rest.Sum(row => row.Tonnes) : null;
            double? term = rest.TrueForAll(row => row.Term is not null) ? rest.Sum(row => row.Term) : null;
            lines.Add(Line(briefing, briefing.Say(Words.Others, rest.Count), tonnes, rest.Sum(row => row.Share), null, term, false));
        }

        string caption = briefing.Say(
            Words.PartnerTableCaption, Vocabulary.Word(Term.Stage, table.Stage, briefing.Language), PeriodText.Of(table.Period, briefing.Language));
        return new Table(
            [
                new TableColumn(briefing.Say(Words.ColumnCountry), 84),
                new TableColumn(briefing.Say(Words.ColumnTonnes), 50, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnShare), 40, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnRisk), 36, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnTerm), 36, Alignment.End),
            ],
            lines,
            briefing.TableCaption(caption, Evidence(briefing, table, indicator), indicator));
    }

    private static TableRow Line(Composition briefing, string name, double? tonnes, double share, double? risk, double? term, bool riskUnknown)
    {
        string none = briefing.Say(Words.NoMark);
        return new TableRow(
        [
            new TableCell([new Run(name)], IsRowHeading: true),
            new TableCell([new Run(tonnes is { } amount ? DisplayNumber.Tonnes(amount) : none)]),
            new TableCell([new Run(DisplayNumber.PercentOfShare(share))]),
            new TableCell([new Run(risk is { } value ? DisplayNumber.Score(value) : riskUnknown ? briefing.Say(Words.RiskUnknown) : none)]),
            new TableCell([new Run(term is { } part ? DisplayNumber.Score(part) : none)]),
        ]);
    }

    /// <summary>Partners rest on the cells of their indicator, or, where that has none, on those of the year's imports.</summary>
    private static Proof Evidence(Composition briefing, PartnerTable table, string indicator)
    {
        Proof own = briefing.Assessment.Find(indicator) is { } result ? Proof.Of(result) : Proof.Of(Array.Empty<SourceCell>());
        return own.Cells > 0 ? own : Proof.Of(briefing.Assessment.Imports.Where(year => year.Year.Equals(table.Period)).Select(year => year.Evidence).OfType<EvidenceNode>())
            .Required(briefing.Assessment.Mineral, "source countries of " + indicator);
    }
}
