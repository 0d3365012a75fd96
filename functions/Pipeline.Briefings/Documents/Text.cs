namespace Pipeline.Briefings.Documents;

/// <summary>A piece of text in one style.</summary>
/// <param name="Text">Characters; normalised to those the font has before layout.</param>
/// <param name="Weight">Regular or bold.</param>
/// <param name="Colour">Ink; null takes the colour of the paragraph.</param>
/// <param name="Position">On the line, raised (note marks) or lowered (chemical formulae).</param>
/// <param name="Link">Where a click leads: an address (https://…) or <c>#anchor</c> inside the document.</param>
public sealed record Run(
    string Text,
    FontWeight Weight = FontWeight.Regular,
    Colour? Colour = null,
    ScriptPosition Position = ScriptPosition.Baseline,
    string? Link = null)
{
    /// <summary>True for the words at the beginning of a paragraph that name it, as the title of a note.</summary>
    public bool IsTitle { get; init; }

    /// <summary>True for words that only say where something is to be found: they are part of the page, and no part of what it says.</summary>
    public bool IsLabel { get; init; }

    /// <summary>True for words that lead to sources and notes, and for what stands between them.</summary>
    public bool IsReference { get; init; }

    /// <summary>Running number of the printed figure that the text is, or none.</summary>
    public int? Number { get; init; }

    /// <summary>A lowered piece of text, as the 2 of CO2.</summary>
    public static Run Subscript(string text) => new(text, Position: ScriptPosition.Subscript);

    /// <summary>A raised piece of text, as a note mark.</summary>
    public static Run Superscript(string text, string? link = null) => new(text, Position: ScriptPosition.Superscript, Link: link);
}

/// <summary>Weight of a face.</summary>
public enum FontWeight
{
    Regular,
    Bold,
}

/// <summary>Height of a piece of text relative to its line.</summary>
public enum ScriptPosition
{
    Baseline,
    Superscript,
    Subscript,
}

/// <summary>Horizontal alignment.</summary>
public enum Alignment
{
    Start,
    Centre,
    End,
}

/// <summary>Size and spacing of a paragraph.</summary>
/// <param name="Size">Size of the characters, in points.</param>
/// <param name="Leading">Distance between two baselines, in points.</param>
/// <param name="Colour">Ink of runs that name none.</param>
/// <param name="Alignment">Horizontal alignment of the lines.</param>
/// <param name="Weight">Weight of runs that are regular; bold makes the whole paragraph bold.</param>
public sealed record TextStyle(double Size, double Leading, Colour Colour, Alignment Alignment = Alignment.Start, FontWeight Weight = FontWeight.Regular)
{
    /// <summary>Running text: 9.5 on 14.7 points.</summary>
    public static TextStyle Body { get; } = new(9.5, 14.7, Documents.Colour.Ink);

    /// <summary>Table cells: 8 on 11.5 points.</summary>
    public static TextStyle TableCell { get; } = new(8, 11.5, Documents.Colour.Ink);

    /// <summary>Captions of figures and tables: 7.8 on 11.4 points.</summary>
    public static TextStyle Caption { get; } = new(7.8, 11.4, Documents.Colour.Muted);
}

/// <summary>An opaque colour.</summary>
/// <param name="Red">Red, 0..255.</param>
/// <param name="Green">Green, 0..255.</param>
/// <param name="Blue">Blue, 0..255.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Text: nearly black, 15:1 on white.</summary>
    public static Colour Ink { get; } = new(0x1F, 0x24, 0x2C);

    /// <summary>Secondary text, at least 4.5:1 on white.</summary>
    public static Colour Muted { get; } = new(0x59, 0x63, 0x70);

    /// <summary>Headings and the title block.</summary>
    public static Colour Navy { get; } = new(0x1F, 0x3A, 0x5F);

    /// <summary>Links, at least 4.5:1 on white.</summary>
    public static Colour Link { get; } = new(0x1A, 0x56, 0xA8);

    /// <summary>Paper.</summary>
    public static Colour White { get; } = new(0xFF, 0xFF, 0xFF);
}
