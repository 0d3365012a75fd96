using Pipeline.Domain;

namespace Pipeline.Sources.Templates;

/// <summary>Makes columns of codes whose words people already know from the results.</summary>
internal static class TermColumn
{
    /// <summary>Members of an enumeration with their words of the vocabulary; a code is the member's name in lower case with underscores.</summary>
    /// <param name="name">Header name.</param>
    /// <param name="need">Whether a cell may be empty.</param>
    /// <param name="meaning">What the column says.</param>
    /// <param name="term">Kind of words.</param>
    /// <param name="members">Members that the column takes, in the order of documentation.</param>
    public static CodeColumn<T> Of<T>(string name, Need need, Wording meaning, Term term, params IReadOnlyList<T> members)
        where T : struct, Enum => CodeColumn.Of(
            name, need, meaning,
            [
                .. members.Select(member => (
                    CodeOf(member), member, Vocabulary.Word(term, member, Language.Japanese), Vocabulary.Word(term, member, Language.English))),
            ]);

    private static string CodeOf<T>(T member)
        where T : struct, Enum => string.Concat(member.ToString().Select(
            (letter, index) => char.IsUpper(letter) && index > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
