using System.Text.RegularExpressions;

namespace Pipeline.App.Tests.Disclosure;

/// <summary>
/// Words by which target days, actual stock, or what they follow from would be spoken of (basic policy 2020, 2(5)). The open application has no name
/// and no sentence with any of them. The tool "smelter support and stockpile" of the policy paper, stocks of an industry in its statistics, and the
/// stock that a scenario only supposes are spoken of in other words, so that none of them is found here.
/// </summary>
internal static partial class ConfidentialWords
{
    /// <summary>Finds them in a name: a type, a member, a parameter, a route, a queue, a container, a table, a file.</summary>
    public static bool IsInName(string name) => Names().IsMatch(name);

    /// <summary>The confidential words of a text in either language, each once; empty when there is none.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Sentences().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(
        "target.?days|days.?of.?cover|stock.?mass|stock.?target|stockpile.?(target|days|mass|tonnes|level|quantity)|(actual|national|state).?stock"
        + "|baseline.?consumption|computed.?days|factors.?to.?days|policy.?adjustment|(tightness|adjustment).?release|^(days|baseline)\\.",
        RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex(
        "備蓄目標|目標日数|備蓄日数|備蓄量|備蓄実績|基準消費量|日分の備蓄|備蓄[^。]{0,6}[0-9０-９]+日|政策的要素"
        + "|target days|days of cover|days of (stock|consumption)|stockpile (target|of [0-9])|tonnes of stock|actual stocks?\\b|national stockpile"
        + "|baseline consumption|policy adjustment",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sentences();
}
