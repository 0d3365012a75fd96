namespace Pipeline.Briefings.Numbers;

/// <summary>How a figure becomes text: in a briefing it is looked up through its address and carries its number, elsewhere it is only worded.</summary>
/// <param name="path">Path of the figure in the assessment of its mineral.</param>
/// <param name="value">The figure, as the words or the drawing around it take it.</param>
/// <param name="format">Rounds and words the value.</param>
public delegate string FigureWriter(FigurePath path, double value, Func<double, string> format);

/// <summary>Writers of figures.</summary>
public static class FigureWriters
{
    /// <summary>Words and nothing else, for what is no briefing.</summary>
    public static FigureWriter Plain { get; } = (_, value, format) => format(value);
}
