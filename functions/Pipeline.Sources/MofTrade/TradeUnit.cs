using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.MofTrade;

/// <summary>A unit of quantity of the trade statistics.</summary>
/// <param name="Code">Code without blanks.</param>
/// <param name="PerTonne">Units in one tonne, or none for a unit that is no mass.</param>
internal sealed record TradeUnit(string Code, double? PerTonne)
{
    /// <summary>Every unit seen in the files of 1988 to 2024. MT is the tonne, CT the metric carat of 0.2 g, GT the gross tonnage of
    /// ships (no mass).</summary>
    private static readonly TradeUnit[] Known =
    [
        new("KG", 1_000), new("MT", 1), new("GR", 1_000_000), new("CT", 5_000_000),
        new("CM", null), new("DZ", null), new("GT", null), new("KL", null), new("L", null), new("M", null), new("NO", null),
        new("PR", null), new("SM", null), new("ST", null), new("TH", null),
    ];

    /// <summary>The unit of a field, or none for a blank one.</summary>
    /// <param name="field">Bytes as they stand, with leading blanks (<c>" L"</c>).</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="line">Line of the file.</param>
    /// <param name="column">Header name.</param>
    /// <exception cref="UnitMismatchException">The unit is not in the list.</exception>
    public static TradeUnit? Of(ReadOnlySpan<byte> field, string file, int line, string column)
    {
        ReadOnlySpan<byte> code = field.Trim((byte)' ');
        if (code.IsEmpty)
        {
            return null;
        }

        foreach (TradeUnit unit in Known)
        {
            if (System.Text.Ascii.Equals(code, unit.Code))
            {
                return unit;
            }
        }

        throw new UnitMismatchException(new Fault(
            file, Invariant($"line {line}, column {column}"), "one of " + string.Join(' ', Known.Select(unit => unit.Code)),
            ReadableText.Of(field), "look the unit up in the publisher's list of units and add it to the reader"));
    }
}
