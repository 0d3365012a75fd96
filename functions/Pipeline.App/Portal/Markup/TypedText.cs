namespace Pipeline.App.Portal;

/// <summary>What readers type into forms: a name or a number as their keyboard gives it.</summary>
internal static class TypedText
{
    /// <summary>Wide letters, digits and signs as narrow ones, small letters, and hiragana as katakana.</summary>
    public static string Folded(string text) => string.Concat(text.Select(character => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
        >= '\u3041' and <= '\u3096' => (char)(character + 0x60),
        _ => char.ToLowerInvariant(character),
    }));
}
