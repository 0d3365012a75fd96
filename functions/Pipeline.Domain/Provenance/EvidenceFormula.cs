using System.Globalization;

namespace Pipeline.Domain;

/// <summary>
/// An expression by which a figure follows from its evidence, readable by people and computable by a program that knows nothing else.
/// Numbers, symbols, <c>+ - * / ^</c>, parentheses, and functions. A symbol stands for the values of all evidence of that name, in order: one
/// value is a number, several are a list, none is an empty list. Arithmetic goes element by element; a number goes with every element.
/// </summary>
/// <remarks>
/// <c>sum, product, mean, count, min, max, stdev</c> (sample standard deviation) make a number of their arguments;
/// <c>exp, ln, sqrt, abs, floor</c> and <c>clamp(x, low, high)</c>, <c>least(x, y)</c>, <c>greatest(x, y)</c> go element by element;
/// <c>slope(x, y)</c> is the least-squares slope of y on x; <c>ratios(x)</c> divides each element by the one before; <c>list(x, y)</c> puts its
/// arguments one after the other; <c>first</c> and <c>last</c> pick an element.
/// </remarks>
public sealed class EvidenceFormula
{
    private readonly string text;
    private readonly Func<string, IReadOnlyList<double>> symbols;
    private int place;

    private EvidenceFormula(string text, Func<string, IReadOnlyList<double>> symbols) => (this.text, this.symbols) = (text, symbols);

    /// <summary>Computes an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="symbols">Values of a symbol in order; empty for one that nothing stands for.</param>
    /// <returns>One value for a number, several for a list.</returns>
    /// <exception cref="FormulaException">The expression is malformed, or two lists of different length meet.</exception>
    public static IReadOnlyList<double> Evaluate(string expression, Func<string, IReadOnlyList<double>> symbols)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(symbols);
        EvidenceFormula formula = new(expression, symbols);
        double[] value = formula.Sum();
        formula.SkipBlanks();
        return formula.place == expression.Length ? value : throw formula.Unexpected("the end");
    }

    private double[] Sum()
    {
        double[] value = Product();
        while (true)
        {
            if (Take('+'))
            {
                value = Join(value, Product(), (left, right) => left + right);
            }
            else if (Take('-'))
            {
                value = Join(value, Product(), (left, right) => left - right);
            }
            else
            {
                return value;
            }
        }
    }

    private double[] Product()
    {
        double[] value = Signed();
        while (true)
        {
            if (Take('*'))
            {
                value = Join(value, Signed(), (left, right) => left * right);
            }
            else if (Take('/'))
            {
                value = Join(value, Signed(), (left, right) => left / right);
            }
            else
            {
                return value;
            }
        }
    }

    private double[] Signed() => Take('-') ? Each(Signed(), value => -value) : Power();

    private double[] Power()
    {
        double[] value = Atom();
        return Take('^') ? Join(value, Signed(), Raise) : value;

        // A square is a product, so that it is the same to the last digit wherever it is computed.
        static double Raise(double value, double exponent) => exponent == 2 ? value * value : Math.Pow(value, exponent);
    }

    private double[] Atom()
    {
        if (Take('('))
        {
            double[] inner = Sum();
            Require(')');
            return inner;
        }

        SkipBlanks();
        int start = place;
        while (place < text.Length && (char.IsAsciiLetterOrDigit(text[place]) || text[place] == '.' || IsExponentSign()))
        {
            place++;
        }

        string word = text[start..place];
        if (word.Length == 0)
        {
            throw Unexpected("a number, a symbol or a parenthesis");
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? [number] : throw Unexpected("a number");
        }

        return Take('(') ? Apply(word, Arguments()) : [.. symbols(word)];

        bool IsExponentSign() => text[place] is '+' or '-' && place > start && text[place - 1] is 'e' or 'E' && char.IsAsciiDigit(text[start]);
    }

    private List<double[]> Arguments()
    {
        List<double[]> arguments = [Sum()];
        while (Take(','))
        {
            arguments.Add(Sum());
        }

        Require(')');
        return arguments;
    }

    private double[] Apply(string function, List<double[]> arguments)
    {
        double[] all = [.. arguments.SelectMany(argument => argument)];
        return (function, arguments) switch
        {
            ("sum", _) => [all.Sum()],
            ("product", _) => [all.Aggregate(1.0, (product, value) => product * value)],
            ("mean", _) => [all.Sum() / all.Length],
            ("count", _) => [all.Length],
            ("min", _) when all.Length > 0 => [all.Min()],
            ("max", _) when all.Length > 0 => [all.Max()],
            ("stdev", _) => [StandardDeviation(all)],
            ("exp", [var value]) => Each(value, Math.Exp),
            ("ln", [var value]) => Each(value, Math.Log),
            ("sqrt", [var value]) => Each(value, Math.Sqrt),
            ("abs", [var value]) => Each(value, Math.Abs),
            ("floor", [var value]) => Each(value, Math.Floor),
            ("clamp", [var value, [var low], [var high]]) => Each(value, one => Math.Clamp(one, low, high)),
            ("least", [var left, var right]) => Join(left, right, Math.Min),
            ("greatest", [var left, var right]) => Join(left, right, Math.Max),
            ("slope", [var x, var y]) when x.Length == y.Length => [Slope(x, y)],
            ("ratios", [var value]) => [.. value.Skip(1).Zip(value, (later, earlier) => later / earlier)],
            ("list", _) => all,
            ("first", [[var value, ..]]) => [value],
            ("last", [[.., var value]]) => [value],
            _ => throw Unexpected("a known function with arguments that fit"),
        };
    }

    private double[] Join(double[] left, double[] right, Func<double, double, double> operation) => (left.Length, right.Length) switch
    {
        (1, _) => Each(right, value => operation(left[0], value)),
        (_, 1) => Each(left, value => operation(value, right[0])),
        (var one, var other) when one == other => [.. left.Zip(right, operation)],
        _ => throw Unexpected(FormattableString.Invariant($"lists of one length (they have {left.Length} and {right.Length})")),
    };

    private static double[] Each(double[] values, Func<double, double> function) => [.. values.Select(function)];

    private static double StandardDeviation(double[] values)
    {
        double mean = values.Sum() / values.Length;
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static double Slope(double[] x, double[] y)
    {
        double meanX = x.Sum() / x.Length;
        double meanY = y.Sum() / y.Length;
        return x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / x.Sum(one => (one - meanX) * (one - meanX));
    }

    private void SkipBlanks()
    {
        while (place < text.Length && text[place] == ' ')
        {
            place++;
        }
    }

    private bool Take(char sign)
    {
        SkipBlanks();
        if (place < text.Length && text[place] == sign)
        {
            place++;
            return true;
        }

        return false;
    }

    private void Require(char sign)
    {
        if (!Take(sign))
        {
            throw Unexpected($"'{sign}'");
        }
    }

    private FormulaException Unexpected(string expected) => new(new Fault(
        "formula", FormattableString.Invariant($"character {place + 1}"), expected, $"'{text}'", "mend the formula of the rule"));
}
