using Pipeline.App.Commands;
using Pipeline.Briefings;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.App.ResultTable;

/// <summary>The table for a terminal: figures with a mark for their status, and below it how much cannot be judged and for want of what.</summary>
internal static class MineralTableText
{
    private const int NameWidth = 15;
    private const int CellWidth = 14;
    private const int FactorWidth = 14;

    /// <summary>Lines of the table.</summary>
    public static IEnumerable<string> Lines(MineralTable table)
    {
        yield return $"vintage {table.Vintage}";
        yield return "Scores run from 0 (low risk) to 1 (high risk). ~ partly known, ? cannot be judged, - not applicable, . not computed, * illustrative input.";
        if (table.Results.Any(result => result.Label > AccessLabel.Open))
        {
            yield return $"{LabelText.Mark(AccessLabel.Internal)}: columns ① to ⑤ are the factors of the stockpile policy. Not for publication.";
        }

        yield return string.Empty;
        yield return "mineral".PadRight(NameWidth) + string.Concat(MineralTable.Columns.Select(column => column.Heading.PadLeft(Width(column)))).TrimEnd();
        foreach (MineralTableRow row in table.Rows)
        {
            yield return row.Mineral.PadRight(NameWidth) + string.Concat(MineralTable.Columns.Zip(row.Results, (column, result) => Cell(column, result).PadLeft(Width(column)))).TrimEnd();
        }

        yield return string.Empty;
        foreach (string line in Summary(table))
        {
            yield return line;
        }
    }

    /// <summary>One figure with its marks: <c>0.577</c>, <c>0.074~</c>, <c>≥34.0?</c>, <c>0.764*</c>.</summary>
    public static string Cell(MineralTableColumn column, IndicatorResult? result)
    {
        if (result is null)
        {
            return ".";
        }

        if (result.Status == ResultStatus.NotApplicable)
        {
            return "-";
        }

        (double? point, double? low, double? high) = column.Of(result);
        string figure = (point, low, high) switch
        {
            ({ } value, _, _) => Number(column, value),
            (null, { } from, null) when column.Figure is not (TableFigure.Score or TableFigure.Factor) => "≥" + Number(column, from),
            (null, { } from, { } to) => $"{Number(column, from)}-{Number(column, to)}",
            _ => string.Empty,
        };
        string status = result.Status switch { ResultStatus.Partial => "~", ResultStatus.Insufficient => "?", _ => string.Empty };
        return figure + status + (result.Illustrative ? "*" : string.Empty);
    }

    private static IEnumerable<string> Summary(MineralTable table)
    {
        int all = table.Results.Count(result => result.Status != ResultStatus.NotApplicable);
        IndicatorResult[] open = [.. table.Results.Where(result => result.Status == ResultStatus.Insufficient)];
        yield return Invariant($"cannot be judged: {open.Length:N0} of {all:N0} results that apply, in {open.Select(result => result.Mineral).Distinct().Count()} of {table.Rows.Count} minerals");
        IReadOnlyList<MissingInput> inputs = MissingInput.Of(open);
        if (inputs.Count > 0)
        {
            yield return Invariant($"one input would cure most of them: {inputs[0].Name} ({inputs[0].Results.Count} results of {Minerals(inputs[0])} minerals)");
        }

        foreach (MissingInput input in inputs)
        {
            string columns = string.Join(", ", MineralTable.Columns.Select(column => (column.Heading, Count: input.Results.Count(result => result.Indicator == column.Indicator)))
                .Where(pair => pair.Count > 0).Select(pair => Invariant($"{pair.Heading} {pair.Count}")));
            yield return Invariant($"  {input.Results.Count,4} results, {Minerals(input),2} minerals: {input.Name} ({columns})");
        }
    }

    private static int Minerals(MissingInput input) => input.Results.Select(result => result.Mineral).Distinct().Count();

    private static int Width(MineralTableColumn column) => column.IsInternal ? FactorWidth : CellWidth;

    private static string Number(MineralTableColumn column, double value) => column.Figure switch
    {
        TableFigure.Score or TableFigure.Factor => DisplayNumber.Score(value),
        TableFigure.Percent => DisplayNumber.Percent(value),
        _ => DisplayNumber.SignedPercentOfShare(value),
    };
}
