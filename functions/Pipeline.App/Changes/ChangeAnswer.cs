using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.App.Changes;

/// <summary>A change report as an answer of the API: the report, and the words of every code that occurs in it in both languages.</summary>
/// <param name="Changes">The report; codes as everywhere, figures in full precision with unit, period and status.</param>
/// <param name="Words">Words by kind of code.</param>
/// <param name="Direction">How scores and ranks are to be read, in both languages.</param>
internal sealed record ChangeAnswer(ChangeReport Changes, ChangeWords Words, string Direction)
{
    /// <summary>The answer for a report.</summary>
    public static ChangeAnswer Of(ChangeReport report) => new(
        report, ChangeWords.Of(report),
        "値が大きいほどリスクが大きく、順位1が最もリスクが大きい / 0 = low risk, 1 = high risk; rank 1 is the highest risk");
}

/// <summary>Words of codes.</summary>
/// <param name="Minerals">By identifier of the mineral.</param>
/// <param name="Indicators">By identifier of the indicator.</param>
/// <param name="Stages">By code of the stage.</param>
/// <param name="Statuses">By code of the status.</param>
/// <param name="Bands">By code of the band.</param>
internal sealed record ChangeWords(
    IReadOnlyDictionary<string, WordPair> Minerals,
    IReadOnlyDictionary<string, WordPair> Indicators,
    IReadOnlyDictionary<string, WordPair> Stages,
    IReadOnlyDictionary<string, WordPair> Statuses,
    IReadOnlyDictionary<string, WordPair> Bands)
{
    /// <summary>The words that a report needs.</summary>
    public static ChangeWords Of(ChangeReport report)
    {
        ResultState[] states = [.. report.Values.SelectMany(change => new[] { change.Before, change.After }).OfType<ResultState>()];
        IEnumerable<string> minerals = report.Values.Select(change => change.Mineral)
            .Concat(report.Ranks.Select(change => change.Mineral))
            .Concat(report.Sentences.Select(change => change.Mineral))
            .Concat(report.Appeared.Concat(report.Disappeared).Select(entry => entry.Mineral));
        return Of(
            minerals,
            report.Values.Select(change => change.Indicator).Concat(report.Ranks.Select(change => change.Indicator)),
            report.Values.Select(change => change.Stage).Concat(report.Ranks.Select(change => change.Stage)),
            states);
    }

    /// <summary>The words of some codes.</summary>
    public static ChangeWords Of(IEnumerable<string> minerals, IEnumerable<string> indicators, IEnumerable<Stage> stages, IReadOnlyList<ResultState> states) => new(
        Pairs(minerals, id => new WordPair(MineralCatalogue.Get(id).NameJa, MineralCatalogue.Get(id).NameEn)),
        Pairs(indicators, code => WordPair.Of(Term.Indicator, code)),
        Pairs(stages.Select(Code), code => WordPair.Of(Term.Stage, code)),
        Pairs(states.Select(state => Code(state.Status)), code => WordPair.Of(Term.Status, code)),
        Pairs(states.SelectMany(state => new[] { state.BandLow, state.BandHigh }).OfType<Band>().Select(Code), code => WordPair.Of(Term.Band, code)));

    private static SortedDictionary<string, WordPair> Pairs(IEnumerable<string> codes, Func<string, WordPair> words)
    {
        SortedDictionary<string, WordPair> pairs = new(StringComparer.Ordinal);
        foreach (string code in codes.Distinct(StringComparer.Ordinal)) pairs.Add(code, words(code));
        return pairs;
    }

    private static string Code<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}

/// <summary>A word in both languages.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
internal sealed record WordPair(string Ja, string En)
{
    /// <summary>The words of a code.</summary>
    public static WordPair Of(Term term, string code) => new(Vocabulary.Word(term, code, Language.Japanese), Vocabulary.Word(term, code, Language.English));
}
