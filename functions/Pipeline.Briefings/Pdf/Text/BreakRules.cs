using System.Buffers;
using System.Text;

namespace Pipeline.Briefings.Pdf.Text;

/// <summary>
/// Where a line may end: after a space, after a hyphen or en dash in Latin text, after the question mark of an address, and on either side of a Japanese character,
/// except where Japanese typesetting forbids it (kinsoku, JIS X 4051). A forbidden break glues two characters together.
/// </summary>
internal static class BreakRules
{
    // Closing marks, small kana and the like do not begin a line (行頭禁則).
    private static readonly SearchValues<char> NotAtStart = SearchValues.Create(
        "、。，．・：；？！ー々ゝゞヽヾ〻…‥～〜％‰℃°′″" +
        "）〕］｝〉》」』】〙〗〟’”»›" +
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ" +
        "､｡･｣ｰｧｨｩｪｫｬｭｮｯ" +
        ",.:;?!%)]}");

    // Opening brackets and quotes and prefixed units do not end one (行末禁則).
    private static readonly SearchValues<char> NotAtEnd = SearchValues.Create("（〔［｛〈《「『【〘〖〝‘“«‹｢([{￥¥$＄€£￡№＃#");

    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-‐–゠");

    /// <summary>True when the character must not be the first of a line.</summary>
    public static bool IsForbiddenAtStart(int codePoint) => IsIn(NotAtStart, codePoint);

    /// <summary>True when the character must not be the last of a line.</summary>
    public static bool IsForbiddenAtEnd(int codePoint) => IsIn(NotAtEnd, codePoint);

    /// <summary>True for spaces at which a line may end; at the end of a line they take no room.</summary>
    public static bool IsSpace(int codePoint) => codePoint is ' ' or 0x3000;

    /// <summary>True when a new line may begin with the character at <paramref name="index"/>.</summary>
    public static bool CanBreakBefore(ReadOnlySpan<int> text, int index)
    {
        if (index <= 0 || index >= text.Length) return false;
        var (previous, next) = (text[index - 1], text[index]);
        if (IsSpace(next) || previous == 0xA0 || next == 0xA0) return false;

        var visible = index - 1;
        while (visible >= 0 && IsSpace(text[visible])) visible--;
        if (visible < 0 || IsForbiddenAtStart(next) || IsForbiddenAtEnd(text[visible])) return false;
        if (visible < index - 1) return true;

        if (previous == next && (previous is '…' or '‥' or '―' or '—')) return false;
        if (IsIn(Hyphens, next)) return false;
        if (IsJapanese(previous) || IsJapanese(next)) return true;
        if (previous is '?') return IsLetterOrDigit(next);
        return previous is '-' or '–' && index >= 2 && IsLetterOrDigit(text[index - 2])
            && (IsLetter(next) || (previous == '–' && IsLetterOrDigit(next)));
    }

    private static bool IsJapanese(int c) => c is
        >= 0x2E80 and <= 0xA4CF or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFFEF or >= 0x20000 and <= 0x3FFFF
        or >= 0x2190 and <= 0x21FF or >= 0x2460 and <= 0x27BF or 0x203B or 0x2025 or 0x2026 or 0x2015 or 0x2103;

    private static bool IsIn(SearchValues<char> set, int codePoint) => codePoint <= char.MaxValue && set.Contains((char)codePoint);

    private static bool IsLetter(int codePoint) => Rune.IsValid(codePoint) && Rune.IsLetter(new Rune(codePoint));

    private static bool IsLetterOrDigit(int codePoint) => Rune.IsValid(codePoint) && Rune.IsLetterOrDigit(new Rune(codePoint));
}
