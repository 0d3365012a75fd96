using System.Globalization;
using Pipeline.Domain;
using Pipeline.Sources.Cells;
using static System.FormattableString;

namespace Pipeline.Sources.Templates;

/// <summary>A figure as a publisher prints it: number, bound, range, estimate, or a sign for a figure that is not there.</summary>
/// <param name="name">Header name.</param>
/// <param name="need">Whether a cell may be empty.</param>
/// <param name="meaning">What the column says, and its unit.</param>
/// <param name="mayBeNegative">True for balances.</param>
internal sealed class PublishedColumn(string name, Need need, Wording meaning, bool mayBeNegative = false)
    : TemplateColumn<PublishedValue>(name, need, meaning)
{
    /// <inheritdoc/>
    public override Wording Form { get; } = new(
        "数値（1234、1,234）、推定値（1,234e）、下限（>50）、上限（<25）、範囲（140–575）、零（-）、秘匿（W）、不詳（NA）、非該当（XX）"
            + (mayBeNegative ? "。負の値も可" : "。負の値は不可"),
        PublishedText.Expected + (mayBeNegative ? "; may be negative" : "; never negative"));

    /// <inheritdoc/>
    public override CellFinding Read(string text) => PublishedText.ReadMarked(text) switch
    {
        null => CellFinding.Broken("number"),
        { } value when !mayBeNegative && (value.Low < 0 || value.High < 0) => CellFinding.Broken("range"),
        { } value => CellFinding.Of(value),
    };
}

/// <summary>A share from 0 to 1.</summary>
/// <inheritdoc cref="TemplateColumn{T}"/>
internal sealed class ShareColumn(string name, Need need, Wording meaning) : TemplateColumn<double>(name, need, meaning)
{
    /// <inheritdoc/>
    public override Wording Form { get; } = new("0から1までの割合（50%は0.5）", "a share from 0 to 1 (50 per cent is 0.5)");

    /// <inheritdoc/>
    public override CellFinding Read(string text) => PublishedText.Number(text) switch
    {
        null => CellFinding.Broken("number"),
        < 0 or > 1 => CellFinding.Broken("range"),
        { } value => CellFinding.Of(value),
    };
}

/// <summary>A whole number within limits.</summary>
/// <param name="name">Header name.</param>
/// <param name="need">Whether a cell may be empty.</param>
/// <param name="meaning">What the column says, and its unit.</param>
/// <param name="least">Least value.</param>
/// <param name="greatest">Greatest value.</param>
internal sealed class WholeNumberColumn(string name, Need need, Wording meaning, int least, int greatest)
    : TemplateColumn<int>(name, need, meaning)
{
    /// <inheritdoc/>
    public override Wording Form { get; } = least == greatest
        ? new(Invariant($"{least}"), Invariant($"the number {least}"))
        : new(Invariant($"{least}から{greatest}までの整数"), Invariant($"a whole number from {least} to {greatest}"));

    /// <inheritdoc/>
    public override CellFinding Read(string text) =>
        !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? CellFinding.Broken("number")
        : value < least || value > greatest ? CellFinding.Broken("range")
        : CellFinding.Of(value);
}
