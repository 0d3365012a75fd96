using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The navy block at the head of the first page.</summary>
internal static class TitleBlock
{
    private const double Padding = 13;
    private const double LargeSize = 21;
    private const double SmallSize = 17;
    private static readonly Colour Pale = new(0xD5, 0xDF, 0xEC);

    public static Block Compose(Composition briefing, string office)
    {
        Mineral mineral = MineralCatalogue.Get(briefing.Assessment.Mineral);
        string name = mineral.Symbol.Length > 0 ? briefing.Say(Words.Bracketed, briefing.Mineral, mineral.Symbol) : briefing.Mineral;
        return Compose(briefing, briefing.Say(Words.Title, name), office);
    }

    /// <summary>The block under a title of its own.</summary>
    public static Block Compose(BriefingParts briefing, string title, string office)
    {
        double room = Composition.TextWidth - (2 * Padding);
        double size = briefing.Context.Measure(title, LargeSize, FontWeight.Bold) <= room ? LargeSize : SmallSize;
        string quarter = PeriodText.Of(briefing.Context.Quarter, briefing.Language);
        string asOf = PeriodText.Of(briefing.Context.AsOf, briefing.Language);
        return new Box(
            new Column(
                [
                    Line(briefing.Say(Words.Series), 9.5, 14, Pale),
                    Line(title, size, 30, Colour.White, FontWeight.Bold),
                    Line(briefing.Say(Words.TitleLine, quarter, office, asOf), 8.5, 13, Pale),
                    Line(briefing.Say(Words.VersionLine, briefing.Context.Vintage, briefing.Context.Method), 8.5, 13, Pale),
                ]),
            Padding,
            Colour.Navy);
    }

    private static TextBlock Line(string text, double size, double leading, Colour colour, FontWeight weight = FontWeight.Regular) =>
        new([new Run(text)], new TextStyle(size, leading, colour, Weight: weight));
}
