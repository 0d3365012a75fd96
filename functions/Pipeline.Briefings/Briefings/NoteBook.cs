using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A numbered note.</summary>
/// <param name="Key">Name in code.</param>
/// <param name="Number">Number in the document, from 1.</param>
/// <param name="Title">What the note is about.</param>
/// <param name="Text">The note.</param>
internal sealed record Note(string Key, int Number, string Title, IReadOnlyList<Run> Text)
{
    /// <summary>Name of the note's place in the document.</summary>
    public string Anchor => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"note-{Number}");
}

/// <summary>The notes of a briefing and the marks that lead to them.</summary>
internal sealed class NoteBook
{
    private readonly Dictionary<string, Note> byKey;
    private readonly Language language;

    /// <summary>Numbers the notes in their order.</summary>
    public NoteBook(IEnumerable<(string Key, string Title, IReadOnlyList<Run> Text)> notes, Language language)
    {
        Notes = [.. notes.Select((note, index) => new Note(note.Key, index + 1, note.Title, note.Text))];
        byKey = Notes.ToDictionary(note => note.Key, StringComparer.Ordinal);
        this.language = language;
    }

    /// <summary>Notes in order of number.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>The raised mark that follows a figure or a sentence.</summary>
    public Run Mark(string key) => Run.Superscript(Words.NoteMark.In(language, byKey[key].Number), "#" + byKey[key].Anchor);

    /// <summary>The words with which a caption names a note, as a link.</summary>
    public Run Reference(string key) => new(Words.NoteReference.In(language, byKey[key].Number), Link: "#" + byKey[key].Anchor);
}

/// <summary>Names of notes that belong to no single indicator; the note of an indicator has the indicator's identifier.</summary>
internal static class NoteKey
{
    public const string Reading = "reading";
    public const string Imports = "imports";
    public const string InstitutionalRisk = "institutional-risk";
    public const string Outlook = "outlook";
    public const string SelfSufficiency = "self-sufficiency-note";
    public const string Countries = "countries";
    public const string FinerSet = "finer-set";
    public const string Scenario = "scenario";
    public const string Tools = "tools";
    public const string Vintage = "vintage";
    public const string HeatMap = "heat-map-note";
    public const string Goal = "goal";
    public const string Changes = "changes-note";
    public const string Freshness = "freshness-note";
    public const string Lacking = "missing-note";
}
