using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Changes;

/// <summary>What becomes of a sentence.</summary>
internal enum SentenceMove
{
    /// <summary>It is printed now and would not be.</summary>
    Disappears,

    /// <summary>It is not printed now and would be.</summary>
    Appears,
}

/// <summary>A sentence or a row of numbers that a briefing would say no longer, or newly.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
/// <param name="Move">Whether it appears or disappears.</param>
/// <param name="Kind">Text, tile, row of a table, caption, or a chart in words.</param>
/// <param name="Section">Name of the section.</param>
/// <param name="Title">Title of the note, table or figure it belongs to, or none.</param>
/// <param name="Text">The words as printed, without the marks of notes.</param>
/// <param name="Materiality">That of the most material change of the mineral's results.</param>
/// <param name="Illustrative">True when the briefing that says it rests on illustrative input.</param>
internal sealed record SentenceChange(
    string Mineral, string Language, SentenceMove Move, SentenceKind Kind, string Section, string? Title, string Text, Materiality Materiality, bool Illustrative);

/// <summary>Compares two briefings of one mineral as sets of sentences: a sentence that only moves is no change.</summary>
internal static class SentenceComparison
{
    private static readonly (Language Language, string Code)[] Languages = [(Language.Japanese, "ja"), (Language.English, "en")];

    /// <summary>Sentences that differ, Japanese first, in reading order; what disappears stands beside what takes its place.</summary>
    /// <param name="before">The mineral as published.</param>
    /// <param name="after">The mineral as computed.</param>
    /// <param name="context">What both briefings say about themselves, so that names of vintages and dates are no change.</param>
    /// <param name="compared">What the briefings of each side compare with.</param>
    /// <param name="materiality">Materiality of the mineral's results.</param>
    public static IEnumerable<SentenceChange> Compare(MineralAssessment before, MineralAssessment after, BriefingContext context, ComparedWith compared, Materiality materiality) =>
        Languages.SelectMany(language => Merge(
            Sentences(before, context with { Previous = compared.Before.GetValueOrDefault(before.Mineral) }, language.Language),
            Sentences(after, context with { Previous = compared.After.GetValueOrDefault(after.Mineral) }, language.Language))
            .Select(change => new SentenceChange(
                after.Mineral, language.Code, change.Move, change.Sentence.Kind, change.Sentence.Section, change.Sentence.Title, change.Sentence.Text, materiality,
                IsIllustrative(change.Move == SentenceMove.Appears ? after : before))));

    /// <summary>True when anything a briefing says rests on illustrative input; its sentences do not tell which of them do.</summary>
    internal static bool IsIllustrative(MineralAssessment assessment) =>
        assessment.Results.Any(result => result.Illustrative) || assessment.Sources.Any(source => source.Illustrative);

    private static IReadOnlyList<BriefingSentence> Sentences(MineralAssessment assessment, BriefingContext context, Language language) =>
        BriefingSentences.Of(MineralBriefing.Compose(assessment, context, language));

    /// <summary>One walk through both, held together by the sentences they share; between two of these, the old and the new stand in turn.</summary>
    private static IEnumerable<(SentenceMove Move, BriefingSentence Sentence)> Merge(IReadOnlyList<BriefingSentence> before, IReadOnlyList<BriefingSentence> after)
    {
        Dictionary<string, int> places = before.Index().ToDictionary(pair => pair.Item.Content, pair => pair.Index, StringComparer.Ordinal);
        HashSet<string> kept = [.. after.Select(sentence => sentence.Content).Where(places.ContainsKey)];
        List<BriefingSentence> fresh = [];
        int next = 0;
        foreach (BriefingSentence sentence in after)
        {
            if (!places.TryGetValue(sentence.Content, out int place))
            {
                fresh.Add(sentence);
                continue;
            }

            // A sentence that has moved up was passed already: the walk goes on from where it is.
            BriefingSentence[] gone = [.. before.Take(next..Math.Max(next, place)).Where(one => !kept.Contains(one.Content))];
            foreach ((SentenceMove, BriefingSentence) change in InTurn(gone, fresh)) yield return change;
            next = Math.Max(next, place);
            fresh.Clear();
        }

        foreach ((SentenceMove, BriefingSentence) change in InTurn([.. before.Skip(next).Where(one => !kept.Contains(one.Content))], fresh)) yield return change;
    }

    private static IEnumerable<(SentenceMove Move, BriefingSentence Sentence)> InTurn(BriefingSentence[] gone, List<BriefingSentence> fresh)
    {
        for (int place = 0; place < Math.Max(gone.Length, fresh.Count); place++)
        {
            if (place < gone.Length) yield return (SentenceMove.Disappears, gone[place]);
            if (place < fresh.Count) yield return (SentenceMove.Appears, fresh[place]);
        }
    }
}
