using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>One or two tables by country printed as one: a row a country, an amount and a share a table, the rest and the world total last.</summary>
internal static class CountryNumbers
{
    public static Table Compose(Composition briefing, IReadOnlyList<CountryTable> tables)
    {
        List<TableColumn> columns = [new TableColumn(briefing.Say(Words.ColumnCountry), 1)];
        foreach (CountryTable table in tables)
        {
            columns.Add(new TableColumn(
                briefing.Say(Words.ColumnAmount, CountriesSection.Title(briefing, table), ResultText.Unit(table.Unit, briefing.Language)), 118, Alignment.End));
            columns.Add(new TableColumn(briefing.Say(Words.ColumnShare), 1, Alignment.End));
        }

        List<TableRow> rows = [.. Countries(tables).Select(iso3 => Row(
            briefing, ResultText.Country(iso3, briefing.Language), tables.Select(table => (table, table.Rows.FirstOrDefault(row => row.Iso3 == iso3)))))];
        if (tables.Any(table => table.Rows.Any(row => row.Iso3 is null)))
            rows.Add(Row(briefing, briefing.Say(Words.OtherCountries), tables.Select(table => (table, table.Rows.FirstOrDefault(row => row.Iso3 is null)))));
        if (tables.Any(table => table.WorldTotal is not null))
        {
            rows.Add(new TableRow(
                [
                    new TableCell([new Run(briefing.Say(Words.WorldTotal))], IsRowHeading: true),
                    .. tables.SelectMany(table => new[] { Text(World(briefing, table)), Text(None(briefing)) }),
                ],
                Emphasis: true));
        }

        string captions = briefing.List(tables.Select(table => briefing.Say(
            Words.CountryTableUnits,
            CountriesSection.Title(briefing, table),
            PeriodText.Of(table.Period, briefing.Language),
            ResultText.Unit(table.Unit, briefing.Language),
            ResultText.Basis(table.Basis, briefing.Language))));
        Proof proof = Proof.Of(tables.SelectMany(table => table.Rows).Select(row => row.Cell));
        return new Table(columns, rows, briefing.TableCaption(briefing.Say(Words.CountryTableCaption, captions), proof, NoteKey.Countries));
    }

    /// <summary>Countries in the order of the first table, then those of the second alone; without those published as zero throughout.</summary>
    private static IEnumerable<string> Countries(IReadOnlyList<CountryTable> tables) =>
        tables.SelectMany(CountryChart.Ranked).Where(row => row.Iso3 is not null).GroupBy(row => row.Iso3!, StringComparer.Ordinal)
            .Where(group => group.Any(row => row.Value.Kind is not ValueKind.ReportedZero)).Select(group => group.Key);

    private static string World(Composition briefing, CountryTable table) => table.WorldTotal is { } total
        ? PublishedText.Amount(total, briefing.Language, (figure, value) => briefing.Write(FigurePath.World(table, figure), value, DisplayNumber.Tonnes))
        : None(briefing);

    private static TableRow Row(Composition briefing, string name, IEnumerable<(CountryTable Table, CountryRow? Row)> cells) => new(
    [
        new TableCell([new Run(name)], IsRowHeading: true),
        .. cells.SelectMany(cell => new[]
        {
            Text(cell.Row is not { } row ? None(briefing) : PublishedText.Amount(
                row.Value, briefing.Language, (figure, value) => briefing.Write(FigurePath.Country(cell.Table, row.Iso3, figure), value, DisplayNumber.Tonnes))),
            Text(cell.Row is { Share: { } share } shared ? briefing.Write(FigurePath.Country(cell.Table, shared.Iso3, "share"), share, DisplayNumber.PercentOfShare) : None(briefing)),
        }),
    ]);

    private static string None(Composition briefing) => briefing.Say(Words.NoMark);

    private static TableCell Text(string text) => new([new Run(text)]);
}
