using System.Collections.Concurrent;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>
/// Answers that were made of one vintage, kept as long as the vintage is: body, codings and tags are made once. Access is judged before anything is
/// looked up here. Kept within bounds, so that no flood of different questions fills the memory: what does not fit is made anew each time.
/// </summary>
internal sealed class KeptAnswers
{
    /// <summary>Answers that are kept at most.</summary>
    public const int Most = 4096;

    /// <summary>Bytes that are kept at most.</summary>
    public const long Heaviest = 192L * 1024 * 1024;

    private readonly ConcurrentDictionary<AnswerKey, PreparedAnswer> answers = new();
    private long weight;

    /// <summary>Bytes that the kept answers take at most.</summary>
    public long Weight => Interlocked.Read(ref weight);

    /// <summary>The kept answer to a question, or none.</summary>
    public PreparedAnswer? Find(AnswerKey key) => answers.GetValueOrDefault(key);

    /// <summary>Keeps an answer if there is room.</summary>
    public void Keep(AnswerKey key, PreparedAnswer answer)
    {
        long heavier = answer.Representation.Weight;
        if (answers.Count >= Most || Interlocked.Read(ref weight) + heavier > Heaviest || !answers.TryAdd(key, answer))
        {
            return;
        }

        Interlocked.Add(ref weight, heavier);
    }
}

/// <summary>A question: the address as it was sent, the medium and the language.</summary>
internal readonly record struct AnswerKey(string Target, MediaForm Media, Language Language);
