using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// The components ① to ⑤ with amount, share of demand and standing: joined ones in one row, what is missing with those who would have it, the
/// rate and the demand last.
/// </summary>
internal static class SupplyNumbers
{
    private const int HoldersNamed = 2;
    private const double NamesWidth = 118;

    /// <summary>The table in the width of the text: names of components may take two lines, so that the remarks, which are the longest, have room.</summary>
    public static Table Fitted(Composition briefing, SelfSufficiencyTable supply)
    {
        Table table = Compose(briefing, supply).FittedTo(Composition.TextWidth, briefing);
        double spare = Math.Max(0, table.Columns[0].Weight - NamesWidth);
        return table with
        {
            Columns = [table.Columns[0] with { Weight = table.Columns[0].Weight - spare }, .. table.Columns.Skip(1).SkipLast(1), table.Columns[^1] with { Weight = table.Columns[^1].Weight + spare }],
        };
    }

    public static Table Compose(Composition briefing, SelfSufficiencyTable supply)
    {
        List<TableRow> rows = [.. Components(briefing, supply)];
        if (Total(briefing, supply) is { } total) rows.Add(total);
        rows.Add(Demand(briefing, supply));
        string caption = supply.Period is { } period
            ? briefing.Say(Words.SupplyCaption, PeriodText.Of(period, briefing.Language))
            : briefing.Say(Words.SupplyCaptionUnknown);
        return new Table(
            [
                new TableColumn(briefing.Say(Words.ColumnComponent), 1),
                new TableColumn(briefing.Say(Words.ColumnQuantity), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnOfDemand), 1, Alignment.End),
                new TableColumn(briefing.Say(Words.ColumnStanding), 1),
                new TableColumn(briefing.Say(Words.ColumnRemarkOrHolder), 1),
            ],
            rows,
            briefing.TableCaption(caption, Proof.Of(supply.Evidence()), NoteKey.SelfSufficiency));
    }

    /// <summary>Rows in order of their first component: figures before what is missing of the same component.</summary>
    private static IEnumerable<TableRow> Components(Composition briefing, SelfSufficiencyTable supply) => Enum.GetValues<SupplyComponent>().SelectMany(component =>
        supply.Components.Where(row => row.Components[0] == component).Select(row => Known(briefing, row))
            .Concat(supply.Missing.Where(figure => figure.Quantity == QuantityOf(component)).Select(figure => Missing(briefing, figure))));

    private static TableRow Known(Composition briefing, SupplyRow row)
    {
        Language language = briefing.Language;
        string amount = (row.Tonnes, row.High) switch
        {
            ({ } tonnes, _) => Tonnes("tonnes", tonnes),
            (null, { } high) => briefing.Say(Words.Range, Tonnes("low", row.Low), Tonnes("high", high)),
            _ => briefing.Say(Words.AtLeast, Tonnes("low", row.Low)),
        };
        string share = row.ShareOfDemand is not { } of ? briefing.Say(Words.NoMark)
            : row.Tonnes is null ? briefing.Say(Words.AtLeast, Share(of))
            : Share(of);
        return Row(
            briefing.List(row.Components.Select(component => Vocabulary.Word(Term.Component, component, language))),
            amount,
            share,
            Vocabulary.Word(Term.Standing, row.Standing, language),
            briefing.List(row.Flags.Select(flag => Vocabulary.Word(Term.Flag, flag, language))));

        string Tonnes(string figure, double value) => briefing.Write(FigurePath.Component(row.Key, figure), value, DisplayNumber.Tonnes);

        string Share(double value) => briefing.Write(FigurePath.Component(row.Key, "share"), value, DisplayNumber.PercentOfShare);
    }

    private static TableRow Missing(Composition briefing, MissingFigure figure) => Row(
        Vocabulary.Word(Term.Quantity, figure.Quantity, briefing.Language),
        briefing.Say(Words.NoMark),
        briefing.Say(Words.NoMark),
        Vocabulary.Word(Term.Standing, figure.Standing, briefing.Language),
        Holders(briefing, figure));

    /// <summary>The rate itself below its components; none where nothing is counted.</summary>
    private static TableRow? Total(Composition briefing, SelfSufficiencyTable supply)
    {
        if (briefing.Assessment.Find(IndicatorId.SelfSufficiency) is not { Low: not null } result || supply.Components.Count == 0) return null;
        string rate = SupplyShares.Total(supply, result, briefing.Charts, Words.Range, Words.AtLeast, Words.NoSign);
        return Row(
            briefing.Say(Words.RowSelfSufficiency), briefing.Say(Words.NoMark), rate, ResultText.Status(result.Status, briefing.Language), string.Empty) with { Emphasis = true };
    }

    private static TableRow Demand(Composition briefing, SelfSufficiencyTable supply)
    {
        MissingFigure? missing = supply.Missing.FirstOrDefault(figure => figure.Quantity == DomesticQuantity.DomesticDemand);
        return Row(
            briefing.Say(Words.RowDemand),
            supply.Demand is { } tonnes ? briefing.Write(FigurePath.Demand, tonnes, DisplayNumber.Tonnes) : briefing.Say(Words.NoMark),
            briefing.Say(Words.NoMark),
            Vocabulary.Word(Term.Standing, supply.Demand is null ? missing?.Standing ?? ComponentStanding.NotDisclosed : ComponentStanding.Known, briefing.Language),
            briefing.List([
                .. supply.DemandFlags.Select(flag => Vocabulary.Word(Term.Flag, flag, briefing.Language)),
                .. missing is null ? Array.Empty<string>() : [Holders(briefing, missing)]]));
    }

    private static string Holders(Composition briefing, MissingFigure figure) => figure.Holders.Count == 0
        ? string.Empty
        : briefing.Say(Words.HolderRemark, string.Join(
            briefing.Say(Words.ItemSeparator), figure.Holders.Take(HoldersNamed).Select(holder => Vocabulary.Word(Term.Holder, holder, briefing.Language))));

    private static DomesticQuantity QuantityOf(SupplyComponent component) => component switch
    {
        SupplyComponent.EquityOre => DomesticQuantity.EquityOre,
        SupplyComponent.ImportedMetal => DomesticQuantity.ImportedMetal,
        SupplyComponent.OldScrap => DomesticQuantity.OldScrap,
        SupplyComponent.SmelterResidues => DomesticQuantity.SmelterResidues,
        _ => DomesticQuantity.ProcessScrap,
    };

    private static TableRow Row(string name, string amount, string share, string standing, string remark) => new(
    [
        new TableCell([new Run(name)], IsRowHeading: true),
        new TableCell([new Run(amount)]),
        new TableCell([new Run(share)]),
        new TableCell([new Run(standing)]),
        new TableCell([new Run(remark)]),
    ]);
}
