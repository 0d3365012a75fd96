using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Colours of charts. Marks stand out from white paper by at least 3:1 and differ in lightness or pattern as well as in hue, so that a grey
/// print can be read. Tints and grid lines carry no meaning of their own: a tint always has an outline, and grid lines repeat what the
/// axis says.
/// </summary>
internal static class Palette
{
    public static Colour Deep { get; } = new(0x1F, 0x4E, 0x85);

    public static Colour Middle { get; } = new(0x5B, 0x8F, 0xC4);

    public static Colour Line { get; } = new(0xB8, 0x50, 0x0F);

    public static Colour Amber { get; } = new(0xA8, 0x78, 0x1F);

    public static Colour Brick { get; } = new(0x9E, 0x36, 0x2C);

    public static Colour Grey { get; } = new(0x78, 0x82, 0x8E);

    public static Colour Tint { get; } = new(0xE3, 0xEC, 0xF6);

    public static Colour Shade { get; } = new(0xEC, 0xEE, 0xF1);

    public static Colour Grid { get; } = new(0xDA, 0xDF, 0xE5);

    /// <summary>Tints of the four bands from low to very high: darker with every step, so that a grey print keeps their order.</summary>
    public static IReadOnlyList<Colour> Bands { get; } = [new(0xEC, 0xF2, 0xF9), new(0xF3, 0xDB, 0xA4), new(0xEC, 0xB7, 0x84), new(0xDB, 0x8B, 0x6F)];

    /// <summary>Colours that carry meaning; each at least 3:1 on white.</summary>
    public static IReadOnlyList<Colour> Marks { get; } = [Deep, Middle, Line, Amber, Brick, Grey, Colour.Ink, Colour.Muted, Colour.Navy];

    /// <summary>Colours of texts in charts; each at least 4.5:1 on white.</summary>
    public static IReadOnlyList<Colour> Texts { get; } = [Colour.Ink, Colour.Muted, Colour.Navy, Brick];

    /// <summary>Fills that need an outline or stand behind marks.</summary>
    public static IReadOnlyList<Colour> Backdrops { get; } = [Tint, Shade, Grid, Colour.White, .. Bands];
}
