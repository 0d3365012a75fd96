using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>The cells that the good rows of a file have bound so far (<see cref="Agreement"/>).</summary>
/// <param name="agreements">Agreements of the template.</param>
internal sealed class BoundCells(IReadOnlyList<Agreement> agreements)
{
    private readonly Dictionary<(Agreement, string), (string Text, int Row)> bound = [];

    /// <summary>The first cell that does not agree with a row before it, or none; a row that agrees binds those after it.</summary>
    public RowFault? Broken(TemplateRow row)
    {
        (Agreement Agreement, string By)[] binding =
        [
            .. agreements.Where(agreement => row.Has(agreement.Same) && (agreement.By is null || row.Has(agreement.By)))
                .Select(agreement => (agreement, agreement.By is null ? string.Empty : row.Text(agreement.By))),
        ];
        foreach ((Agreement agreement, string by) in binding)
        {
            if (bound.TryGetValue((agreement, by), out (string Text, int Row) first) && first.Text != row.Text(agreement.Same))
            {
                return new RowFault("disagrees", agreement.Same, Invariant($"'{first.Text}' as in row {first.Row}: ")
                    + (agreement.By is null ? "the same in the whole file" : $"the same for every '{by}'"));
            }
        }

        foreach ((Agreement agreement, string by) in binding)
        {
            bound.TryAdd((agreement, by), (row.Text(agreement.Same), row.At(agreement.Same).Row));
        }

        return null;
    }
}
