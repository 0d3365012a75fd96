namespace Pipeline.Domain.Tests;

public sealed class EvidenceFormulaTests
{
    private static readonly Dictionary<string, IReadOnlyList<double>> Symbols = new(StringComparer.Ordinal)
    {
        ["tonnes"] = [60, 30, 10],
        ["risk"] = [0.30, 0.55, 0.80],
        ["total"] = [100],
    };

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("-2^2", -4)]
    [InlineData("2^-1", 0.5)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("1.5e-3 * 2", 0.003)]
    [InlineData("sum((tonnes / sum(tonnes))^2 * risk)", 0.1655)]
    [InlineData("sum((tonnes / total)^2) + (sum(nothing) / total)^2", 0.46)]
    [InlineData("clamp((2.5 - 0.9) / 5, 0, 1)", 0.32)]
    [InlineData("stdev(ln(last(tonnes) / 5), ln(8))", 0.98025814346854)]
    [InlineData("least(sum(tonnes), 50)", 50)]
    [InlineData("count(tonnes)", 3)]
    [InlineData("sum(ratios(tonnes))", 0.83333333333333)]
    [InlineData("count(ratios(total), ratios(nothing))", 0)]
    [InlineData("slope(risk, 2 * risk + 1)", 2)]
    public void A_formula_gives_the_value_worked_out_by_hand(string formula, double expected) =>
        Assert.Equal(expected, Assert.Single(Evaluate(formula)), 12);

    [Fact]
    public void Arithmetic_on_lists_goes_element_by_element() =>
        Assert.Equal([0.108, 0.0495, 0.008], Evaluate("(tonnes / 100)^2 * risk"), (left, right) => Math.Abs(left - right) < 1e-12);

    [Theory]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1 2")]
    [InlineData("guess(1)")]
    [InlineData("clamp(1, 2)")]
    [InlineData("max(nothing)")]
    public void A_malformed_formula_is_refused_with_its_place(string formula) =>
        Assert.StartsWith("character ", Assert.Throws<FormulaException>(() => Evaluate(formula)).Fault.Place, StringComparison.Ordinal);

    [Fact]
    public void Lists_of_different_length_are_never_paired() =>
        Assert.Contains("one length", Assert.Throws<FormulaException>(() => EvidenceFormula.Evaluate("tonnes + pair", name => name == "pair" ? [1, 2] : Symbols[name])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_withheld_input_is_no_element_of_its_list()
    {
        EvidenceNode withheld = new("amount", "b", null, "t") { Symbol = "amount" };
        EvidenceNode node = new("sum", string.Empty, 3, "t")
        {
            Formula = "sum(amount)",
            Inputs = [withheld with { Subject = "a", Value = 1 }, withheld, withheld with { Subject = "c", Value = 2 }],
        };

        Assert.Equal(3, EvidenceArithmetic.Recompute(node));
    }

    private static IReadOnlyList<double> Evaluate(string formula) => EvidenceFormula.Evaluate(formula, name => Symbols.GetValueOrDefault(name, []));
}
