using System.Globalization;
using System.Text.Json;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Indicators.Scenarios.Request;

/// <summary>What a number of a scenario may be.</summary>
/// <param name="Least">Smallest value.</param>
/// <param name="Most">Largest value.</param>
/// <param name="Words">The same in words.</param>
/// <param name="AboveLeast">True when the smallest value itself is refused.</param>
internal sealed record NumberRange(double Least, double Most, string Words, bool AboveLeast = false)
{
    /// <summary>More than the earth holds of anything.</summary>
    private const double Largest = 1e12;

    internal static NumberRange Tonnes { get; } = new(0, Largest, "tonnes, 0 or more");

    internal static NumberRange PositiveTonnes { get; } = new(0, Largest, "tonnes above 0", AboveLeast: true);

    internal static NumberRange Share { get; } = new(0, 1, "a share from 0 to 1");

    internal static NumberRange PositiveShare { get; } = new(0, 1, "a share above 0 and at most 1", AboveLeast: true);

    internal static NumberRange Price { get; } = new(0, Largest, "a price above 0", AboveLeast: true);

    internal static NumberRange Units { get; } = new(0, Largest, "a number of 0 or more");

    internal bool Holds(double value) => double.IsFinite(value) && value <= Most && (AboveLeast ? value > Least : value >= Least);
}

/// <summary>
/// A place in the JSON of a scenario, read strictly: whatever is wrong is written down with its place, and reading goes on, so that one
/// answer names everything.
/// </summary>
internal sealed class RequestNode(JsonElement element, string path, List<ScenarioFault> faults)
{
    private const int LongestWord = 40;

    /// <summary>JSON pointer of the place (RFC 6901): empty for the whole document.</summary>
    internal string Path => path;

    /// <summary>True where anything has been found wrong so far.</summary>
    internal bool AnyFault => faults.Count > 0;

    /// <summary>True for a JSON text with these words.</summary>
    internal bool Says(string word) => element.ValueKind == JsonValueKind.String && element.GetString() == word;

    /// <summary>True for a JSON number.</summary>
    internal bool IsNumber => element.ValueKind == JsonValueKind.Number;

    /// <summary>True for JSON null.</summary>
    internal bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>Requires an object that has no other members than these.</summary>
    internal bool IsObject(params string[] members)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Wrong("an object with " + string.Join(", ", members));
        }

        foreach (JsonProperty unknown in element.EnumerateObject().Where(member => !members.Contains(member.Name)))
        {
            Under(unknown.Name, unknown.Value).Wrong("one of the members " + string.Join(", ", members), "a member that is not known");
        }

        return true;
    }

    /// <summary>A member, or none.</summary>
    internal RequestNode? Find(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? Under(name, member) : null;

    /// <summary>A member that must be there.</summary>
    internal RequestNode? Get(string name)
    {
        if (Find(name) is { } member)
        {
            return member;
        }

        Under(name, default).Wrong("the member '" + name + "'", "nothing");
        return null;
    }

    /// <summary>Members by name, whatever they are called.</summary>
    internal IReadOnlyList<(string Name, RequestNode Value)> Members(string of)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong("an object of " + of);
            return [];
        }

        return [.. element.EnumerateObject().Select(member => (member.Name, Under(member.Name, member.Value)))];
    }

    /// <summary>Elements of a list.</summary>
    internal IReadOnlyList<RequestNode> Items(string of, int least, int most)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() < least || element.GetArrayLength() > most)
        {
            Wrong(Invariant($"a list of {least} to {most} {of}"));
            return [];
        }

        return [.. element.EnumerateArray().Select((item, index) => new RequestNode(item, Invariant($"{path}/{index}"), faults))];
    }

    /// <summary>A number within a range, or none when it is wrong.</summary>
    internal double? Number(NumberRange range)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double value) && range.Holds(value))
        {
            return value;
        }

        Wrong(range.Words);
        return null;
    }

    /// <summary>A whole number within a range, or none when it is wrong.</summary>
    internal int? Whole(int least, int most, string words)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) && value >= least && value <= most)
        {
            return value;
        }

        Wrong(Invariant($"{words} from {least} to {most}"));
        return null;
    }

    /// <summary>A text of some length, or none when it is wrong.</summary>
    internal string? Text(int longest)
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl))
        {
            return text;
        }

        Wrong(Invariant($"a text of 1 to {longest} characters in one line"));
        return null;
    }

    /// <summary>One of some words, or none when it is another.</summary>
    internal string? OneOf(params string[] words)
    {
        if (element.ValueKind == JsonValueKind.String && words.Contains(element.GetString()))
        {
            return element.GetString();
        }

        Wrong("one of " + string.Join(", ", words));
        return null;
    }

    /// <summary>ISO code of a country of the catalogue, or none when it is no such code.</summary>
    internal string? Country() => element.ValueKind == JsonValueKind.String && CountryCatalogue.Find(element.GetString()!) is { } country
        ? country.Iso3
        : Wrong<string>(CountryWords);

    /// <summary>The name of a member as a country.</summary>
    internal string? CountryNamed(string iso3) => CountryCatalogue.Find(iso3) is null ? Wrong<string>(CountryWords, Word(iso3)) : iso3;

    /// <summary>Identifier of a mineral, or none when there is no such mineral.</summary>
    internal string? Mineral() => element.ValueKind == JsonValueKind.String && MineralCatalogue.Find(element.GetString()!) is { } mineral
        ? mineral.Id
        : Wrong<string>("the identifier of a mineral, such as cobalt");

    /// <summary>A calendar day.</summary>
    internal DateOnly? Day() =>
        element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : Nothing<DateOnly>("a day such as 2026-04-01");

    /// <summary>A calendar month.</summary>
    internal Month? Month()
    {
        try
        {
            return element.ValueKind == JsonValueKind.String && Period.Parse(element.GetString()!) is Month month ? month : Wrong<Month>(MonthWords);
        }
        catch (FormatException)
        {
            return Wrong<Month>(MonthWords);
        }
    }

    /// <summary>Writes down that the place is wrong.</summary>
    internal bool Wrong(string expected, string? found = null)
    {
        faults.Add(new ScenarioFault(Path, expected, found ?? Found()));
        return false;
    }

    private const string CountryWords = "the ISO 3166 code of a country, such as AUS";
    private const string MonthWords = "a month such as 2025-12";

    private T? Wrong<T>(string expected, string? found = null)
        where T : class
    {
        Wrong(expected, found);
        return null;
    }

    private T? Nothing<T>(string expected)
        where T : struct
    {
        Wrong(expected);
        return null;
    }

    // A pointer escapes the two characters that have a meaning in it (RFC 6901); what else a name may hold is cut to a readable word.
    private RequestNode Under(string name, JsonElement value) =>
        new(value, $"{path}/{Word(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", faults);

    private string Found() => element.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => Invariant($"a list of {element.GetArrayLength()}"),
        JsonValueKind.Number => Word(element.GetRawText()),
        _ => $"'{Word(element.GetString()!)}'",
    };

    private static string Word(string text) => text.Length <= LongestWord && !text.Any(char.IsControl) ? text : Invariant($"(a text of {text.Length} characters)");
}
