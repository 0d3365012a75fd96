using FsCheck;
using FsCheck.Fluent;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf.Text;

namespace Pipeline.Briefings.Tests.Pdf;

public class LineBreakerTests
{
    private const string Alphabet = "漢字かなーっ、。「」（）…―%￥$ABcd-–.,19 \u00A0　";

    public static TheoryData<char> NotAtStart => [.. "、。，．・：；？！ー々ゝゞ…‥～〜％‰℃）〕］｝〉》」』】’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ､｡･｣ｰｧｨｩｪｫｬｭｮｯ"];

    public static TheoryData<char> NotAtEnd => [.. "（〔［｛〈《「『【‘“｢￥$€£№＃"];

    [Theory]
    [MemberData(nameof(NotAtStart))]
    public void A_closing_mark_takes_the_character_before_it_to_the_next_line(char mark) =>
        Assert.Equal(["漢字", $"表{mark}記"], Broken($"漢字表{mark}記", 30.001));

    [Theory]
    [MemberData(nameof(NotAtEnd))]
    public void An_opening_mark_goes_to_the_next_line_with_what_it_opens(char mark) =>
        Assert.Equal(["漢字", $"{mark}表"], Broken($"漢字{mark}表", 30.001));

    [Theory]
    [InlineData("漢字……表", 30, "漢", "字……", "表")]
    [InlineData("漢字――表", 35, "漢字", "――表")]
    [InlineData("単価1,234.5円", 56, "単価", "1,234.5円")]
    [InlineData("番号HS\u00A02836.91", 70, "番号", "HS\u00A02836.91")]
    [InlineData("HS 2836.91", 50, "HS ", "2836.91")]
    [InlineData("約48.9％です", 40, "約", "48.9％", "です")]
    [InlineData("「A」（B）", 22, "「A」", "（B）")]
    [InlineData("あ( b", 18, "あ", "( b")]
    [InlineData("漢字 、表", 24, "漢", "字 、", "表")]
    public void Characters_that_belong_together_stay_together(string text, double width, params string[] lines) => Assert.Equal(lines, Broken(text, width));

    [Theory]
    [InlineData("long-term plan", 35, "long-", "term ", "plan")]
    [InlineData("100–200 percent", 48, "100–", "200 ", "percent")]
    [InlineData("minus -5 t", 35, "minus ", "-5 t")]
    [InlineData("Li\u2011ion cell", 35, "Li\u2010ion ", "cell")]
    [InlineData("aaaa?bbbb=c", 45, "aaaa?", "bbbb=c")]
    [InlineData("漢字Latin漢字", 40, "漢字", "Latin漢", "字")]
    public void Latin_text_breaks_at_spaces_hyphens_and_japanese_neighbours(string text, double width, params string[] lines) =>
        Assert.Equal(lines, Broken(text, width));

    [Fact]
    public void A_change_of_style_is_no_place_to_break()
    {
        var lines = LineBreaker.Break([Styled("見本 CO"), Styled("2", ScriptPosition.Subscript), Styled("e", FontWeight.Bold)], 40);
        Assert.Equal(["見本 ", "CO2e"], lines.Select(Text));
        Assert.Equal(3, lines[1].Fragments.Count);
    }

    [Fact]
    public void A_word_wider_than_the_line_is_cut_where_the_line_is_full()
    {
        var lines = Broken("xx aaaaaaaaaaaaaaaa", 30);
        Assert.Equal("xx ", lines[0]);
        Assert.True(lines.Count > 3);
        Assert.All(lines, line => Assert.True(Samples.Fonts.Measure(line.TrimEnd(), 10) <= 30.001));
    }

    [Fact]
    public void A_character_wider_than_the_line_stands_alone() => Assert.Equal(["鉱", "石"], Broken("鉱石", 3));

    [Fact]
    public void Empty_text_has_no_lines()
    {
        Assert.Empty(LineBreaker.Break([], 100));
        Assert.Empty(Broken("", 100));
    }

    [Fact]
    public void A_text_exactly_as_wide_as_the_line_fits() => Assert.Equal(["重要鉱物"], Broken("重要鉱物", 40));

    [Fact]
    public void The_space_at_which_a_line_ends_takes_no_width()
    {
        var line = LineBreaker.Break([Styled("鉱物 資源")], 20)[0];
        Assert.Equal("鉱物 ", Text(line));
        Assert.Equal(20, line.Width, 6);
    }

    [Fact]
    public void Lines_joined_are_the_text_and_none_is_wider_than_its_width() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, Alphabet.Length - 1).Select(i => Alphabet[i]).ArrayOf().Select(chars => new string(chars)).ToArbitrary(),
        Gen.Choose(10, 120).ToArbitrary(),
        (text, width) =>
        {
            var lines = LineBreaker.Break([Styled(text[..(text.Length / 2)]), Styled(text[(text.Length / 2)..])], width);
            return string.Concat(lines.Select(Text)) == text && lines.All(line => line.Fragments.Count > 0 && line.Width <= width + 0.001);
        }));

    [Fact]
    public void A_line_that_is_not_cut_by_force_begins_and_ends_as_the_rules_allow() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("漢字", "、", "「", "」", "かな", "ー", "AB", "12", "%", " ", "……").ListOf().Select(parts => "漢" + string.Concat(parts)).ToArbitrary(),
        text =>
        {
            // Ideographs between all parts: then each forbidden pair can be avoided in a line of twelve characters.
            var spaced = string.Join("漢漢漢漢", text.Chunk(4).Select(chunk => new string(chunk)));
            var lines = Broken(spaced, 120).Select(line => line.TrimEnd()).ToList();
            return lines.Skip(1).All(line => !BreakRules.IsForbiddenAtStart(line[0])) && lines.SkipLast(1).All(line => !BreakRules.IsForbiddenAtEnd(line[^1]));
        }));

    [Fact]
    public void In_a_column_of_numbers_all_digits_are_equally_wide()
    {
        var style = new TextStyle(10, 15, Colour.Ink, Alignment.End);
        double Width(string text) => LineBreaker.Break([StyledRun.From(new Run(text), style, Samples.Fonts, Digits.Tabular)], 100)[0].Width;
        Assert.Equal(Width("0"), Width("1"), 9);
        Assert.Equal(Width("2,888"), Width("1,111"), 9);
        Assert.True(Samples.Fonts.Measure("1", 10) < Width("1"));
    }

    [Theory]
    [InlineData("5\u202Ft", "5\u00A0t")]
    [InlineData("10\u2009kg", "10 kg")]
    [InlineData("a\u200Bb\uFEFFc\u2060d\u00ADe", "abcde")]
    [InlineData("1\u20072", "1\u00A02")]
    [InlineData("鉱物　資源…―“”", "鉱物　資源…―“”")]
    public void Narrow_and_invisible_characters_are_normalised(string text, string expected) => Assert.Equal(expected, Normaliser.Normalise(text));

    [Fact]
    public void A_heading_of_words_breaks_at_its_space_unless_a_word_is_longer_than_the_line()
    {
        Assert.Equal(["鉱山 生", "産量"], Broken("鉱山 生産量", 40));
        Assert.Equal(["鉱山 ", "生産量"], LineBreaker.Break([Styled("鉱山 生産量")], 40, words: true).Select(Text));
        Assert.Equal(["鉱山生産", "量 鉱山"], LineBreaker.Break([Styled("鉱山生産量 鉱山")], 40, words: true).Select(Text));
    }

    private static List<string> Broken(string text, double width) => [.. LineBreaker.Break([Styled(text)], width).Select(Text)];

    private static string Text(TextLine line) => string.Concat(line.Fragments.Select(fragment => fragment.Text));

    private static StyledRun Styled(string text, ScriptPosition position) => Styled(new Run(text, Position: position));

    private static StyledRun Styled(string text, FontWeight weight = FontWeight.Regular) => Styled(new Run(text, weight));

    private static StyledRun Styled(Run run) => StyledRun.From(run, new TextStyle(10, 15, Colour.Ink), Samples.Fonts);
}
