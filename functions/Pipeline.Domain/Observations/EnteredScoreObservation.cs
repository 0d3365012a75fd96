namespace Pipeline.Domain;

/// <summary>その他の付加的要素 (P 2(2) ⑤): what a person enters a score for.</summary>
public enum AdditionalElement
{
    /// <summary>将来的な重要性.</summary>
    FutureImportance,

    /// <summary>他鉱種での代替の難しさ.</summary>
    SubstitutionDifficulty,
}

/// <summary>A score that a person has entered, with author, reason and an end.</summary>
/// <param name="Source">Always <c>additional-elements</c>.</param>
/// <param name="Period">Month in which it was entered.</param>
/// <param name="Cell">Where the row stands.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Element">What is scored.</param>
/// <param name="Score">0..1, higher = more need to be prepared.</param>
/// <param name="Author">Who entered it.</param>
/// <param name="EnteredOn">Day of entry.</param>
/// <param name="ValidUntil">Last day on which it holds: at most one year after entry.</param>
/// <param name="Reason">Why.</param>
public sealed record EnteredScoreObservation(
    string Source,
    Period Period,
    SourceCell Cell,
    string Mineral,
    AdditionalElement Element,
    double Score,
    string Author,
    DateOnly EnteredOn,
    DateOnly ValidUntil,
    string Reason) : Observation(Source, Period, Cell);
