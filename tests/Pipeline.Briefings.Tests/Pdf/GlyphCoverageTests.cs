using System.Reflection;
using System.Text;
using Pipeline.Briefings.Pdf.Text;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Pdf;

/// <summary>The typeface has what briefings may say: a missing glyph would stop a briefing on the day when its word first occurs.</summary>
public class GlyphCoverageTests
{
    [Fact]
    public void Both_faces_have_all_6879_characters_of_JIS_X_0208()
    {
        var eucJp = CodePagesEncodingProvider.Instance.GetEncoding(51932, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;
        // Rows 1 to 8 hold signs, kana and alphabets, rows 16 to 84 the kanji of both levels; the rest is not assigned.
        var characters = Enumerable.Range(1, 84).Where(row => row is <= 8 or >= 16)
            .SelectMany(row => Enumerable.Range(1, 94).Select(cell => eucJp.GetString([(byte)(0xA0 + row), (byte)(0xA0 + cell)])))
            .Where(text => text is [not '\uFFFD']).Select(text => text[0]).ToList();

        Assert.Equal(6879, characters.Count);
        Assert.Equal("", string.Concat(characters.Where(character => !HasGlyph(character))));
    }

    [Fact]
    public void Both_faces_have_the_names_of_all_countries_and_minerals_and_all_words_of_the_briefings()
    {
        IEnumerable<string> texts =
        [
            .. CountryCatalogue.All.SelectMany(country => (string[])[country.NameJa, country.NameEn]),
            .. MineralCatalogue.All.SelectMany(mineral => (string[])[mineral.NameJa, mineral.NameEn]),
            .. Enum.GetValues<Term>().SelectMany(term => Vocabulary.Codes(term)
                .SelectMany(code => ((Language[])[Language.Japanese, Language.English]).Select(language => Vocabulary.Word(term, code, language)))),
            .. Phrases().SelectMany(phrase => (string[])[phrase.Ja, phrase.En]),
        ];
        Assert.Equal("", string.Concat(texts.SelectMany(text => Normaliser.Normalise(text).EnumerateRunes()).Distinct().Where(rune => !HasGlyph(rune.Value)).Select(rune => rune.ToString())));
    }

    private static bool HasGlyph(int codePoint) => Samples.Fonts.Regular.Has(codePoint) && Samples.Fonts.Bold.Has(codePoint);

    private static IReadOnlyList<Phrase> Phrases()
    {
        IReadOnlyList<Phrase> phrases = [.. typeof(Phrase).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).Where(field => field.FieldType == typeof(Phrase)).Select(field => (Phrase)field.GetValue(null)!)];
        Assert.InRange(phrases.Count, 200, int.MaxValue);
        return phrases;
    }
}
