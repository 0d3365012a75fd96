using System.Globalization;
using System.Text;

namespace Pipeline.Storage;

/// <summary>Table keys from names that people give.</summary>
internal static class TableKeys
{
    private const char Mark = '!';

    /// <summary>
    /// The name with the characters that a table key must not hold (<c>/ \ # ?</c>, controls), those that addresses garble (<c>%</c>) and
    /// the mark itself written as <c>!</c> and four hexadecimal digits. Different names give different keys.
    /// </summary>
    public static string Encode(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter is '/' or '\\' or '#' or '?' or '%' or Mark or '|' || char.IsControl(letter))
                key.Append(Mark).Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                key.Append(letter);
        }

        return key.ToString();
    }

    /// <summary>Names joined so that a prefix of names is a prefix of keys.</summary>
    public static string Join(string first, string second) => $"{Encode(first)}|{Encode(second)}";

    /// <summary>Digits by their complement to nine, so that later times sort first.</summary>
    public static string Descending(string digits) => string.Create(digits.Length, digits, (key, source) =>
    {
        for (var i = 0; i < key.Length; i++) key[i] = char.IsAsciiDigit(source[i]) ? (char)('0' + '9' - source[i]) : source[i];
    });
}
