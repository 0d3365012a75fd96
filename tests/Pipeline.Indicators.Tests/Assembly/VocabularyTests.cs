using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Tests.Assembly;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_flag_of_a_parameter_file_has_words()
    {
        string[] flags = [.. ParameterFile.Embedded.SelectMany(definition => definition.Values)
            .SelectMany(value => Regex.Matches(value.Value.GetRawText(), "\"flags\": \\[([^]]*)\\]"))
            .SelectMany(match => Regex.Matches(match.Groups[1].Value, "\"([A-Za-z]+)\"")).Select(match => match.Groups[1].Value).Distinct()];
        Assert.Contains("refineryBasis", flags);
        Assert.All(flags, flag => Assert.True(Vocabulary.Knows(Term.Flag, flag), flag));
    }

    [Fact]
    public void Every_reason_of_a_parameter_file_has_words()
    {
        string[] reasons = [.. ParameterFile.Embedded.SelectMany(definition => definition.Values)
            .SelectMany(value => Regex.Matches(value.Value.GetRawText(), "\"(unusable|note)\": \"([A-Za-z]+)\"")).Select(match => match.Groups[2].Value).Distinct()];
        Assert.Contains("basesDiffer", reasons);
        Assert.All(reasons, reason => Assert.True(Vocabulary.Knows(Term.Reason, reason), reason));
    }

    [Fact]
    public void Both_languages_of_a_reason_use_the_same_arguments()
    {
        Assert.All(Vocabulary.Codes(Term.Reason), code => Assert.Equal(
            Places(Vocabulary.Word(Term.Reason, code, Language.Japanese)),
            Places(Vocabulary.Word(Term.Reason, code, Language.English))));
    }

    private static IEnumerable<string> Places(string sentence) => Regex.Matches(sentence, "\\{[0-9]\\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
