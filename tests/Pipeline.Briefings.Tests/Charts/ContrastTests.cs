using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Content.Overview;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

/// <summary>Contrast as the web accessibility guidelines define it: (lighter + 0.05) / (darker + 0.05) of relative luminance.</summary>
public sealed class ContrastTests
{
    [Fact]
    public void The_measure_is_right_at_its_ends()
    {
        Assert.Equal(21, Contrast(new Colour(0, 0, 0), Colour.White), 6);
        Assert.Equal(1, Contrast(Colour.White, Colour.White), 6);
        Assert.Equal(4.54, Contrast(new Colour(0x76, 0x76, 0x76), Colour.White), 2);
    }

    [Fact]
    public void Every_mark_stands_out_from_paper_three_to_one() => Assert.All(Palette.Marks, colour => Assert.True(Contrast(colour, Colour.White) >= 3, colour.ToString()));

    [Fact]
    public void Every_text_stands_out_from_paper_four_and_a_half_to_one() => Assert.All(Palette.Texts, colour => Assert.True(Contrast(colour, Colour.White) >= 4.5, colour.ToString()));

    [Fact]
    public void Tints_of_bands_grow_darker_with_the_band_and_carry_text_on_every_step()
    {
        Assert.All(Palette.Bands, tint => Assert.True(Contrast(Colour.Ink, tint) >= 4.5, tint.ToString()));
        // A difference of 0.1 in luminance is a step that a grey print shows.
        Assert.All(Palette.Bands.Zip(Palette.Bands.Skip(1)), pair => Assert.True(Luminance(pair.First) - Luminance(pair.Second) >= 0.1, pair.ToString()));
    }

    [Fact]
    public void Charts_use_no_colour_outside_the_palette_and_no_tint_without_an_outline() => Assert.All(Shapes(), shape =>
    {
        switch (shape)
        {
            case Label label:
                Assert.Contains(label.Colour, Palette.Texts);
                break;
            case Line line:
                Assert.Contains(line.Stroke.Colour, Palette.Marks.Append(Palette.Grid));
                break;
            case Rect { Fill: { } fill } rect when !Palette.Marks.Contains(fill):
                Assert.Contains(fill, Palette.Backdrops);
                Assert.True(rect.Stroke is { } edge && Palette.Marks.Contains(edge.Colour) || fill == Colour.White, "a tint without an outline");
                break;
            case Polygon { Fill: { } fill }:
                Assert.Contains(fill, Palette.Marks.Concat(Palette.Backdrops));
                break;
        }
    });

    [Fact]
    public void Classes_of_institutional_risk_differ_in_pattern_as_well_as_in_colour()
    {
        List<Look> looks = [.. new double?[] { 0.1, 0.5, 0.9 }.Select(InstitutionalRiskClass.Of)];
        Assert.Equal(3, looks.Select(look => look.Hatch).Distinct().Count());
        Assert.Equal(3, looks.Select(look => look.Fill).Distinct().Count());
    }

    [Theory]
    [InlineData(0.3999, 0)]
    [InlineData(0.40, 1)]
    [InlineData(0.5999, 1)]
    [InlineData(0.60, 2)]
    public void A_mark_between_classes_belongs_to_the_higher_one(double risk, int expected) => Assert.Same(InstitutionalRiskClass.Order[expected], InstitutionalRiskClass.Of(risk));

    private static IEnumerable<Shape> Shapes() => Fixtures.All.Select(assessment => MineralBriefing.Compose(assessment, Fixtures.Context, Language.English))
        .Append(OverviewBriefing.Compose(OverviewFixtures.Later, OverviewFixtures.LaterContext, Language.English))
        .SelectMany(document => document.Blocks().OfType<Figure>()).SelectMany(figure => figure.Drawing.Shapes);

    private static double Contrast(Colour one, Colour other)
    {
        (double first, double second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(Colour colour) => (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte part)
    {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
