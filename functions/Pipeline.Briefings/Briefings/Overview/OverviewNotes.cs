using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Writes the notes of the briefing of all minerals: how each table is to be read and on what it rests.</summary>
internal static class OverviewNotes
{
    /// <summary>All notes in the order of the briefing.</summary>
    /// <param name="context">What the briefing says about itself.</param>
    /// <param name="goalPercent">The goal in per cent as printed, empty without one.</param>
    /// <param name="language">Language of the text.</param>
    public static NoteBook Write(BriefingContext context, string goalPercent, Language language)
    {
        List<(string Key, Phrase Title, string Text)> notes =
        [
            (NoteKey.Reading, Words.NoteReading, Words.OverviewReading.In(language)),
            (NoteKey.HeatMap, Words.NoteHeatMap, Words.DefineHeatMap.In(language)),
            (NoteKey.SelfSufficiency, Words.NoteSelfSufficiency, Words.DefineSelfSufficiency.In(language)),
            (NoteKey.Goal, Words.NoteGoal, Goal(context.Goal, goalPercent, language)),
            (NoteKey.Changes, Words.NoteChanges, Words.DefineChanges.In(language)),
            (NoteKey.Freshness, Words.NoteFreshness, Words.DefineFreshness.In(language, PeriodText.Of(context.Quarter.LastDay, language))),
            (NoteKey.Lacking, Words.NoteLacking, Words.DefineLacking.In(language)),
            (NoteKey.Vintage, Words.NoteVintage, Vintage(context, language)),
        ];
        return new NoteBook(
            notes.Select(note => (note.Key, note.Title.In(language), (IReadOnlyList<Run>)(note.Key == NoteKey.Vintage ? [new Run(note.Text), NumbersAddress(context, language)] : [new Run(note.Text)]))),
            language);
    }

    /// <summary>How a number is looked up: no part of what the briefing says, and so a label.</summary>
    private static Run NumbersAddress(BriefingContext context, Language language) => new(
        Words.SentenceGap.In(language) + Words.NumbersSentence.In(language, NumberAddresses.Of(OverviewBriefing.Subject, context, language).Pattern)) { IsLabel = true };

    private static string Goal(SelfSufficiencyGoal? goal, string percent, Language language) => goal is null
        ? Words.GoalNotInForce.In(language)
        : Words.DefineGoal.In(
            language, goal.Year, percent, BriefingParts.Within(Vocabulary.Word(Term.Group, goal.Group, language), language), goal.Parameter.Id,
            PeriodText.Of(goal.Parameter.From, language))
            + (goal.Parameter.IsStale ? Words.SentenceGap.In(language) + Words.StaleParameters.In(language, goal.Parameter.Id) : string.Empty);

    private static string Vintage(BriefingContext context, Language language)
    {
        string text = Words.DefineVintage.In(language, context.Vintage, PeriodText.Of(context.Quarter, language), PeriodText.Of(context.AsOf, language), context.Method);
        return context.Previous is { } previous
            ? text + Words.SentenceGap.In(language) + Words.PreviousSentence.In(language, previous.Vintage, PeriodText.Of(previous.Quarter, language))
            : text;
    }
}
