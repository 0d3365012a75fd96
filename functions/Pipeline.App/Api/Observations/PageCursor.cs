using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.App.Api;

/// <summary>
/// Where the next page of a list begins, for callers an opaque word. It holds the vintage from which the first page was taken and a hash of the
/// question, so that pages agree when another vintage has been published meanwhile, and no page of one question continues another.
/// </summary>
/// <param name="Vintage">Vintage from which all pages are taken.</param>
/// <param name="Until">Vintages published after this time are no part of the list.</param>
/// <param name="Question">Hash of the question.</param>
/// <param name="Start">Place of the first row, from 0.</param>
internal sealed record PageCursor(string Vintage, DateTimeOffset Until, string Question, int Start)
{
    private const char Separator = ' ';

    /// <summary>The word.</summary>
    public string Text => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        Separator, Vintage, Until.UtcTicks.ToString(CultureInfo.InvariantCulture), Question, Start.ToString(CultureInfo.InvariantCulture))));

    /// <summary>Reads a word; none when it is no cursor.</summary>
    public static PageCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator) is [var vintage, var until, var question, var start]
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
                ? new PageCursor(vintage, new DateTimeOffset(ticks, TimeSpan.Zero), question, place)
                : null;
    }

    /// <summary>The hash of a question.</summary>
    /// <param name="parameters">Names and values of everything that decides which rows there are and in which order.</param>
    public static string HashOf(IEnumerable<KeyValuePair<string, string>> parameters) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))).AsSpan(0, 8));
}
