using System.Globalization;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain;

/// <summary>Kinds of codes that have words for people.</summary>
public enum Term
{
    Indicator,
    Stage,
    Status,
    Band,
    Flag,
    Reason,
    Companion,
    Unit,
    Statistic,
    ValueKind,
    Series,
    Basis,
    Group,
    Tool,
    ToolStrength,
    ToolReason,
    MeasureKind,
    MeasureStanding,
    SubFactor,
    OutlookCase,
    OutlookQuantity,
    AdditionalElement,
    Cause,
    Quantity,
    Holder,
    Component,
    Standing,
    Input,
    InputHolder,
    Source,
    Label,
    Language,
    MineralSet,
}

/// <summary>
/// The closed list of codes that may appear in a result, with their words in Japanese and English. A code that is not in the list
/// cannot be shown, so a new code without words fails loudly.
/// </summary>
public static class Vocabulary
{
    private static readonly Lazy<Dictionary<(Term, string), (string Ja, string En, string Note)>> Loaded = new(() =>
        ReferenceTable.Read(typeof(Vocabulary).Assembly, "Pipeline.Domain.Vocabulary.words.csv", "words.csv").ToDictionary(
            row => (Enum.Parse<Term>(row["term"], ignoreCase: true), row["code"]),
            row => (row["ja"], row["en"], row["clause"])));

    /// <summary>Words for a code.</summary>
    /// <exception cref="UnknownCodeException">The code has no words.</exception>
    public static string Word(Term term, string code, Language language) => Find(term, code) is { } words
        ? language == Language.Japanese ? words.Ja : words.En
        : throw new UnknownCodeException($"vocabulary ({term})", code, "a code of words.csv");

    /// <summary>Words for a member of an enumeration (stage, status, band, statistic, value kind).</summary>
    public static string Word<T>(Term term, T member, Language language)
        where T : struct, Enum => Word(term, CamelCase(member.ToString()), language);

    /// <summary>The sentence of a reason with its arguments filled in; an argument made by <see cref="Argument"/> is said in the language of the sentence.</summary>
    public static string Sentence(Reason reason, Language language)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return string.Format(CultureInfo.InvariantCulture, Word(Term.Reason, reason.Code, language), [.. reason.Arguments.Select(argument => Spoken(argument, language))]);
    }

    /// <summary>An argument of a reason that names codes, so that each language says its own words for them.</summary>
    public static string Argument(Term term, IEnumerable<string> codes) =>
        $"{CamelCase(term.ToString())}:{string.Join('|', codes)}";

    /// <summary>Clause of the policy papers that a code comes from, or empty.</summary>
    public static string Clause(Term term, string code) => Find(term, code)?.Note ?? string.Empty;

    /// <summary>True when the code has words.</summary>
    public static bool Knows(Term term, string code) => Loaded.Value.ContainsKey((term, code));

    /// <summary>All codes of a kind, in file order.</summary>
    public static IReadOnlyList<string> Codes(Term term) => [.. Loaded.Value.Keys.Where(key => key.Item1 == term).Select(key => key.Item2)];

    private static (string Ja, string En, string Note)? Find(Term term, string code) =>
        Loaded.Value.TryGetValue((term, code), out (string, string, string) words) ? words : null;

    private static string Spoken(string argument, Language language) =>
        argument.Split(':', 2) is [var kind, var codes] && Enum.TryParse(kind, ignoreCase: true, out Term term) && codes.Split('|').All(code => Knows(term, code))
            ? string.Join(language == Language.Japanese ? "、" : "; ", codes.Split('|').Select(code => Word(term, code, language)))
            : argument;

    private static string CamelCase(string name) => string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name[1..]}");
}
