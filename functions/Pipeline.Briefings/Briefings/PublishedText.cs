using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A published cell in tonnes as it was published: the number, a bound, a range, or the word for a value that is not there.</summary>
internal static class PublishedText
{
    /// <summary>The words.</summary>
    /// <param name="value">The cell in tonnes.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="write">Writes the <c>value</c>, <c>low</c> or <c>high</c> of the cell; plain tonnes without it.</param>
    public static string Amount(PublishedValue value, Language language, Func<string, double, string>? write = null)
    {
        write ??= (_, tonnes) => DisplayNumber.Tonnes(tonnes);
        return value switch
        {
            { Kind: ValueKind.WithheldBySource or ValueKind.NotCollected or ValueKind.NotApplicable or ValueKind.Trace } =>
                Vocabulary.Word(Term.ValueKind, value.Kind, language),
            { Kind: ValueKind.Estimated, Low: { } low, High: { } high } when low < high =>
                Words.Bracketed.In(language, Words.Range.In(language, write("low", low), write("high", high)), Words.MarkEstimated.In(language)),
            { Kind: ValueKind.Estimated, Point: { } point } => Words.Bracketed.In(language, write("value", point), Words.MarkEstimated.In(language)),
            { Point: { } point } => write("value", point),
            { Low: { } low, High: { } high } => Words.Range.In(language, write("low", low), write("high", high)),
            { Low: { } low } => Words.AtLeast.In(language, write("low", low)),
            { High: { } high } => Words.AtMost.In(language, write("high", high)),
            _ => Vocabulary.Word(Term.ValueKind, ValueKind.NotCollected, language),
        };
    }
}
