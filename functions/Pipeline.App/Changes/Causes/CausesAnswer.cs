using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.App.Changes.Causes;

/// <summary>A report on causes as an answer of the API: the report, and the words of every code that occurs in it in both languages.</summary>
/// <param name="Changes">The report; codes as everywhere, figures in full precision with unit, period and status.</param>
/// <param name="Words">Words by kind of code.</param>
/// <param name="Causes">Words of the causes by code.</param>
/// <param name="Direction">How scores are to be read, in both languages.</param>
internal sealed record CausesAnswer(CausesReport Changes, ChangeWords Words, IReadOnlyDictionary<string, WordPair> Causes, string Direction)
{
    /// <summary>The answer for a report.</summary>
    public static CausesAnswer Of(CausesReport report) => new(
        report,
        ChangeWords.Of(
            report.Results.Select(result => result.Mineral).Concat(report.OnlyBefore).Concat(report.OnlyAfter),
            report.Results.Select(result => result.Indicator),
            report.Results.Select(result => result.Stage),
            [.. report.Results.SelectMany(result => result.Legs.SelectMany(leg => new[] { leg.Before, leg.After }).Append(result.Before).Append(result.After)).OfType<ResultState>()]),
        CausesInOrder(),
        "値が大きいほどリスクが大きい / 0 = low risk, 1 = high risk");

    private static OrderedDictionary<string, WordPair> CausesInOrder()
    {
        OrderedDictionary<string, WordPair> words = new(StringComparer.Ordinal);
        foreach (Cause cause in Enum.GetValues<Cause>())
        {
            string code = JsonNamingPolicy.CamelCase.ConvertName(cause.ToString());
            words.Add(code, WordPair.Of(Term.Cause, code));
        }

        return words;
    }
}
