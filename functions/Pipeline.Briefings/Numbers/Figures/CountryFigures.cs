using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers.Figures;

/// <summary>
/// Production and reserves by country: <c>countries/mine-production/cobalt/contained-metal/COD/share</c>, <c>…/world/value</c>,
/// <c>…/top3/share</c>, <c>…/after10/share</c>, <c>…/more-withheld/count</c>.
/// </summary>
internal static class CountryFigures
{
    public static ResolvedFigure? Find(MineralAssessment assessment, FigureAddress address, string[] words)
    {
        if (words.Length != 6 || assessment.Countries.Where(table => FigurePath.Table(table).SequenceEqual(words.Take(4))).ToList() is not [var table])
        {
            return null;
        }

        return (words[4], words[5]) switch
        {
            ("world", var figure) when table is { WorldTotal: { } total } => Cell(address, table, total, table.WorldCell, figure),
            (_, "count") => CountryChart.More(table).FirstOrDefault(more => FigurePath.CountriesMore(table, more.Key) == address.Path) is { } more ? Count(address, table, [.. more]) : null,
            (var place, "share") when Some(table, place) is { Count: > 0 } rows => Together(address, table, rows),
            (var key, "share") => table.Rows.FirstOrDefault(row => (row.Iso3 ?? "others") == key) is { Share: { } share } row ? Share(address, table, row, share) : null,
            var (key, figure) => table.Rows.FirstOrDefault(row => (row.Iso3 ?? "others") == key) is { } row
                ? Cell(address, table, row.Value, row.Cell, figure) is { } found ? found with { Flags = row.Flags } : null
                : null,
        };
    }

    private static ResolvedFigure? Cell(FigureAddress address, CountryTable table, PublishedValue value, SourceCell? cell, string figure) =>
        PublishedFigure.Of(address, value, table.Unit, table.Period, cell, figure);

    private static List<CountryRow>? Some(CountryTable table, string word)
    {
        string digits = word.StartsWith("top", StringComparison.Ordinal) ? word[3..] : word.StartsWith("after", StringComparison.Ordinal) ? word[5..] : string.Empty;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return null;
        }

        List<CountryRow> ranked = CountryChart.Ranked(table);
        List<CountryRow> known = [.. ranked.Where(row => row is { Iso3: not null, Share: > 0 })];
        return word[0] == 'a'
            ? [.. known.Skip(count), .. ranked.Where(row => row is { Iso3: null, Share: not null })]
            : count <= known.Count ? known.GetRange(0, count) : null;
    }

    private static ResolvedFigure Share(FigureAddress address, CountryTable table, CountryRow row, double share) => Plain(address, table, share, [row]) with
    {
        Formulas = Formula(table, "part"), Evidence = [Number(table, row) with { Symbol = "part" }, .. Whole(table)],
    };

    private static ResolvedFigure Together(FigureAddress address, CountryTable table, List<CountryRow> rows) => Plain(address, table, rows.Sum(row => row.Share!.Value), rows) with
    {
        Formulas = Formula(table, "sum(part)"), Evidence = [.. rows.Select(row => Number(table, row) with { Symbol = "part" }), .. Whole(table)],
    };

    private static ResolvedFigure Count(FigureAddress address, CountryTable table, List<CountryRow> rows) => Plain(address, table, rows.Count, rows) with
    {
        Formulas = [new FigureFormula("count", "count(counted)")],
        Evidence = [.. rows.Select(row => Number(table, row) with { Value = 1, Unit = "1", Symbol = "counted" })],
    };

    private static ResolvedFigure Plain(FigureAddress address, CountryTable table, double value, IEnumerable<CountryRow> rows) => new(address, value, "1", table.Period, ResultStatus.Ok)
    {
        Flags = [.. rows.SelectMany(row => row.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static IReadOnlyList<FigureFormula> Formula(CountryTable table, string part) => table.Whole is null
        ? []
        : [new FigureFormula("whole", table.Whole), new FigureFormula("share", part + " / whole")];

    /// <summary>What the shares are shares of: every row, and the world total where there is one.</summary>
    private static IEnumerable<EvidenceNode> Whole(CountryTable table)
    {
        IEnumerable<EvidenceNode> rows = table.Rows.Where(row => (row.Value.Point ?? row.Value.Low) is not null).Select(row => Number(table, row) with { Symbol = "row" });
        return table is { WorldTotal: { } total, WorldCell: { } cell }
            ? rows.Append(new EvidenceNode("world total", string.Empty, total.Point ?? total.Low, table.Unit) { Symbol = "total", Cells = [cell] })
            : rows;
    }

    private static EvidenceNode Number(CountryTable table, CountryRow row) => new("published row", row.Iso3 ?? "others", row.Value.Point ?? row.Value.Low, table.Unit) { Cells = [row.Cell] };
}

/// <summary>A number of a published cell: its point, or an end of the interval that it leaves open.</summary>
internal static class PublishedFigure
{
    public static ResolvedFigure? Of(FigureAddress address, PublishedValue cell, string unit, Period period, SourceCell? place, string figure)
    {
        double? value = figure switch { "value" => cell.Point, "low" => cell.Low, "high" => cell.High, _ => null };
        return value is not { } known ? null : new ResolvedFigure(address, known, unit, period, ResultStatus.Ok)
        {
            Kind = cell.Kind,
            Evidence = place is null ? [] : [new EvidenceNode("published cell", cell.Text, known, unit) { Cells = [place] }],
        };
    }
}
