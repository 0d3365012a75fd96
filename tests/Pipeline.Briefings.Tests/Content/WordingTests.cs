using System.Reflection;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class WordingTests
{
    public static TheoryData<string> Phrases => [.. All().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Both_languages_of_a_phrase_take_the_same_arguments(string name)
    {
        Phrase phrase = (Phrase)All().Single(entry => entry.Name == name).GetValue(null)!;
        Assert.Equal(Placeholders(phrase.Ja), Placeholders(phrase.En));
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_sentence_ends_as_sentences_of_its_language_do(string name)
    {
        Phrase phrase = (Phrase)All().Single(entry => entry.Name == name).GetValue(null)!;
        if (phrase.Ja.EndsWith('。')) Assert.Matches(@"[.}]$", phrase.En);
        Assert.DoesNotMatch("です|ます。", phrase.Ja);
        Assert.DoesNotMatch(@"[\u3040-\u30FF\u4E00-\u9FFF]", phrase.En);
    }

    [Theory]
    [InlineData("CY2024", "2024年", "2024")]
    [InlineData("FY2018", "2018年度", "FY2018")]
    [InlineData("2020-11/2025-11", "2020年11月〜2025年11月", "Nov 2020–Nov 2025")]
    [InlineData("CY2015/CY2024", "2015〜2024年", "2015–2024")]
    [InlineData("as of 2026", "2026年版", "2026 edition")]
    public void A_period_says_which_calendar_it_is_of(string code, string japanese, string english)
    {
        Assert.Equal(japanese, PeriodText.Of(Period.Parse(code), Language.Japanese));
        Assert.Equal(english, PeriodText.Of(Period.Parse(code), Language.English));
    }

    [Fact]
    public void An_uncertain_score_is_worded_with_its_interval_and_both_bands()
    {
        IndicatorResult result = Fixtures.Copper.Find(IndicatorId.ProductionConcentration)!;
        Assert.Equal("0.108（0.108〜0.260）", ResultText.Score(result, Language.Japanese));
        Assert.Equal("0.108 (0.108–0.260)", ResultText.Score(result, Language.English));
        Assert.Equal("低〜高", ResultText.Bands(result, Language.Japanese));
        Assert.Equal("low to high", ResultText.Bands(result, Language.English));
    }

    [Fact]
    public void A_score_without_an_upper_bound_says_so()
    {
        IndicatorResult result = Fixtures.Copper.Find(IndicatorId.ProductionConcentration)! with { Score = 0.25, ScoreLow = 0.2, ScoreHigh = null, BandLow = Band.Moderate, BandHigh = null };
        Assert.Equal("0.250（0.200以上）", ResultText.Score(result, Language.Japanese));
        Assert.Equal("中以上", ResultText.Bands(result, Language.Japanese));
        Assert.Equal("moderate or above", ResultText.Bands(result, Language.English));
    }

    [Fact]
    public void A_missing_score_has_a_word_and_no_digit()
    {
        IndicatorResult missing = Fixtures.Gallium.Find(IndicatorId.ImportStabilityRefined)!;
        Assert.Equal("判定不能", ResultText.Score(missing, Language.Japanese));
        Assert.Equal("該当なし", ResultText.Score(missing with { Status = ResultStatus.NotApplicable, ScoreLow = 0, ScoreHigh = 0 }, Language.Japanese));
        Assert.Equal("Cannot be judged (0.081–0.275)", ResultText.Score(Fixtures.Copper.Find(IndicatorId.ReserveConcentration)!, Language.English));
    }

    [Fact]
    public void A_long_list_of_codes_is_cut_in_a_tile_and_whole_in_the_notes()
    {
        Reason reason = new("notMeasurable", ["250590, 253090, 280490, 811292"]);
        IndicatorResult result = Fixtures.Gallium.Find(IndicatorId.ImportStabilityRefined)! with { Reason = reason };
        Assert.Contains("250590, 253090 ほか2件", ResultText.ShortReason(result, Language.Japanese), StringComparison.Ordinal);
        Assert.Contains("811292", ResultText.Sentence(reason, Language.Japanese), StringComparison.Ordinal);
        Assert.Contains("250590, 253090 and 2 more", ResultText.ShortReason(result, Language.English), StringComparison.Ordinal);
    }

    private static IEnumerable<FieldInfo> All() => typeof(Words).GetFields(BindingFlags.Public | BindingFlags.Static).Where(entry => entry.FieldType == typeof(Phrase));

    private static IEnumerable<string> Placeholders(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
