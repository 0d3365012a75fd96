using Pipeline.App.Api;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>
/// A formula of the evidence in words. It reads what <see cref="EvidenceFormula"/> computes: numbers, symbols, <c>+ - * / ^</c>, brackets and functions.
/// </summary>
internal sealed class ExpressionText
{
    private static readonly Dictionary<string, Bilingual> Functions = new(StringComparer.Ordinal)
    {
        ["sum"] = new("{0}の合計", "sum of {0}"),
        ["product"] = new("{0}の積", "product of {0}"),
        ["mean"] = new("{0}の平均", "mean of {0}"),
        ["count"] = new("{0}の個数", "number of {0}"),
        ["min"] = new("{0}の最小", "smallest of {0}"),
        ["max"] = new("{0}の最大", "largest of {0}"),
        ["stdev"] = new("{0}の標準偏差", "standard deviation of {0}"),
        ["exp"] = new("{0}の指数", "exponential of {0}"),
        ["ln"] = new("{0}の自然対数", "natural logarithm of {0}"),
        ["sqrt"] = new("{0}の平方根", "square root of {0}"),
        ["abs"] = new("{0}の絶対値", "absolute value of {0}"),
        ["floor"] = new("{0}の切り捨て", "{0} rounded down"),
        ["clamp"] = new("{0}（{1} から {2} の範囲に収める）", "{0} (kept between {1} and {2})"),
        ["least"] = new("{0} と {1} の小さい方", "the smaller of {0} and {1}"),
        ["greatest"] = new("{0} と {1} の大きい方", "the larger of {0} and {1}"),
        ["slope"] = new("{0} に対する {1} の傾き（最小二乗）", "slope of {1} on {0} (least squares)"),
        ["ratios"] = new("{0}の前の値に対する比", "ratios of {0} to the value before"),
        ["list"] = new("{0}、続いて {1}", "{0}, then {1}"),
        ["first"] = new("{0}の最初の値", "first of {0}"),
        ["last"] = new("{0}の最後の値", "last of {0}"),
    };

    private readonly string text;
    private readonly Voice voice;
    private int place;

    private ExpressionText(string text, Voice voice) => (this.text, this.voice) = (text, voice);

    /// <summary>The words of an expression.</summary>
    /// <exception cref="FormulaException">The expression is malformed.</exception>
    public static string Of(string expression, Voice voice)
    {
        ExpressionText reader = new(expression, voice);
        string words = reader.Sum();
        return reader.place == expression.Length ? words : throw reader.Unexpected("the end");
    }

    /// <summary>Symbols that an expression speaks of.</summary>
    public static IEnumerable<string> Symbols(string expression)
    {
        for (int start = 0; start < expression.Length; start++)
        {
            if (!char.IsAsciiLetter(expression[start]))
            {
                continue;
            }

            int end = start;
            while (end < expression.Length && IsOfName(expression[end]))
            {
                end++;
            }

            yield return expression[start..end];
            start = end;
        }
    }

    private string Sum()
    {
        string words = Product();
        while (true)
        {
            if (Take('+'))
            {
                words = $"{words} ＋ {Product()}";
            }
            else if (Take('-'))
            {
                words = $"{words} − {Product()}";
            }
            else
            {
                return words;
            }
        }
    }

    private string Product()
    {
        string words = Power();
        while (true)
        {
            if (Take('*'))
            {
                words = $"{words} × {Power()}";
            }
            else if (Take('/'))
            {
                words = $"{words} ÷ {Power()}";
            }
            else
            {
                return words;
            }
        }
    }

    private string Power()
    {
        if (Take('-'))
        {
            return "−" + Power();
        }

        string words = Single();
        return Take('^') ? Raised(words, Power()) : words;
    }

    private string Raised(string words, string exponent) => voice.Say(new($"{words}の{exponent}乗", exponent == "2" ? $"{words} squared" : $"{words} to the power of {exponent}"));

    private string Single()
    {
        if (Take('('))
        {
            string inside = Sum();
            Require(')');
            return voice.Say(new($"（{inside}）", $"({inside})"));
        }

        int start = place;
        while (place < text.Length && (IsOfName(text[place]) || text[place] == '.'))
        {
            place++;
        }

        string name = text[start..place];
        return name.Length == 0 ? throw Unexpected("a number, a symbol or a bracket") : Take('(') ? Call(name) : char.IsAsciiDigit(name[0]) ? name : EvidenceWords.Symbol(name, voice);
    }

    private string Call(string function)
    {
        List<string> arguments = [];
        do
        {
            string argument = Sum();
            arguments.Add(argument.AsSpan().IndexOfAny("＋−×÷") < 0 ? argument : voice.Say(new($"（{argument}）", $"({argument})")));
        }
        while (Take(','));
        Require(')');
        if (!Functions.TryGetValue(function, out Bilingual? words))
        {
            return $"{function}({string.Join(", ", arguments)})";
        }

        // What takes one list takes several as one.
        object[] filled = words.Ja.Contains("{1}", StringComparison.Ordinal) ? [.. arguments] : [string.Join(voice.Say(new("、", ", ")), arguments)];
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, voice.Say(words), filled);
    }

    private bool Take(char wanted)
    {
        while (place < text.Length && text[place] == ' ')
        {
            place++;
        }

        if (place == text.Length || text[place] != wanted)
        {
            return false;
        }

        place++;
        while (place < text.Length && text[place] == ' ')
        {
            place++;
        }

        return true;
    }

    private void Require(char wanted)
    {
        if (!Take(wanted))
        {
            throw Unexpected($"'{wanted}'");
        }
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_';

    private FormulaException Unexpected(string expected) => new(new Fault("formula", text, expected, $"character {place + 1}", "give a formula that can be computed"));
}
