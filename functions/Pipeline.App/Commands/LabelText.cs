using Pipeline.Domain;

namespace Pipeline.App.Commands;

/// <summary>Says on the command line that figures are not for everyone.</summary>
internal static class LabelText
{
    /// <summary>The line of figures under a label; none for open ones.</summary>
    public static IEnumerable<string> Lines(AccessLabel label) => label > AccessLabel.Open ? [$"{Mark(label)}: not for publication."] : [];

    /// <summary>A label in both languages: <c>INTERNAL 部内限り</c>.</summary>
    public static string Mark(AccessLabel label) => $"{Labels.Mark(label, Language.English)} {Labels.Mark(label, Language.Japanese)}";
}
