using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A published cell in tonnes as it was published: the number, a bound, a range, or the word for a value that is not there.</summary>
internal static class PublishedText
{
    /// <summary>The words.</summary>
    /// <param name="value">The cell in tonnes.</param>
    /// <param name="language">Language of the words.</param>
    public static string Amount(PublishedValue value, Language language) => value switch
    {
        { Kind: ValueKind.WithheldBySource or ValueKind.NotCollected or ValueKind.NotApplicable or ValueKind.Trace } =>
            Vocabulary.Word(Term.ValueKind, value.Kind, language),
        { Kind: ValueKind.Estimated, Low: { } low, High: { } high } when low < high =>
            Words.Bracketed.In(language, Words.Range.In(language, DisplayNumber.Tonnes(low), DisplayNumber.Tonnes(high)), Words.MarkEstimated.In(language)),
        { Kind: ValueKind.Estimated, Point: { } point } => Words.Bracketed.In(language, DisplayNumber.Tonnes(point), Words.MarkEstimated.In(language)),
        { Point: { } point } => DisplayNumber.Tonnes(point),
        { Low: { } low, High: { } high } => Words.Range.In(language, DisplayNumber.Tonnes(low), DisplayNumber.Tonnes(high)),
        { Low: { } low } => Words.AtLeast.In(language, DisplayNumber.Tonnes(low)),
        { High: { } high } => Words.AtMost.In(language, DisplayNumber.Tonnes(high)),
        _ => Vocabulary.Word(Term.ValueKind, ValueKind.NotCollected, language),
    };
}
