using System.Collections.Concurrent;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>
/// Answers that were made of one vintage, kept while they are asked for: body, codings and tags are made once. Access is judged before anything is looked
/// up here. Kept within bounds in two generations: when the younger is full it becomes the older, and what was in the older and was not asked for since is
/// given up. So no flood of different questions fills the memory, nor keeps out what readers ask for again and again.
/// </summary>
/// <param name="most">Answers that are kept at most.</param>
/// <param name="heaviest">Bytes that are kept at most.</param>
internal sealed class KeptAnswers(int most = KeptAnswers.Most, long heaviest = KeptAnswers.Heaviest)
{
    /// <summary>Answers that are kept at most, unless said otherwise.</summary>
    public const int Most = 4096;

    /// <summary>Bytes that are kept at most, unless said otherwise.</summary>
    public const long Heaviest = 192L * 1024 * 1024;

    private readonly Lock gate = new();
    private Generation younger = new();
    private Generation older = new();

    /// <summary>Bytes that the kept answers take at most.</summary>
    public long Weight => Volatile.Read(ref younger).Weight + Volatile.Read(ref older).Weight;

    /// <summary>The kept answer to a question, or none.</summary>
    public PreparedAnswer? Find(AnswerKey key)
    {
        if (Volatile.Read(ref younger).Find(key) is { } young)
        {
            return young;
        }

        if (Volatile.Read(ref older).Find(key) is not { } old)
        {
            return null;
        }

        Keep(key, old);
        return old;
    }

    /// <summary>Keeps an answer, unless it alone would take more than half of the room.</summary>
    public void Keep(AnswerKey key, PreparedAnswer answer)
    {
        if (answer.Representation.Weight > heaviest / 2)
        {
            return;
        }

        lock (gate)
        {
            if (younger.Count >= most / 2 || younger.Weight + answer.Representation.Weight > heaviest / 2)
            {
                Volatile.Write(ref older, younger);
                Volatile.Write(ref younger, new Generation());
            }

            younger.Add(key, answer);
        }
    }

    /// <summary>Answers that were asked for in the same stretch of time. Read by many, written under the gate.</summary>
    private sealed class Generation
    {
        private readonly ConcurrentDictionary<AnswerKey, PreparedAnswer> answers = new();
        private long weight;

        public int Count { get; private set; }

        public long Weight => Interlocked.Read(ref weight);

        public PreparedAnswer? Find(AnswerKey key) => answers.GetValueOrDefault(key);

        public void Add(AnswerKey key, PreparedAnswer answer)
        {
            if (answers.TryAdd(key, answer))
            {
                Count++;
                Interlocked.Add(ref weight, answer.Representation.Weight);
            }
        }
    }
}

/// <summary>A question: the address as it was sent, the medium and the language.</summary>
internal readonly record struct AnswerKey(string Target, MediaForm Media, Language Language);
