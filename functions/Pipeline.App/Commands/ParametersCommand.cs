using System.Text.Json;
using Pipeline.Indicators.Parameters;
using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary><c>parameters</c>: the free choices of the method as they stand on a day, and which of them a person must confirm.</summary>
internal static class ParametersCommand
{
    /// <summary>Prints a parameter a line, and under it why it has its value.</summary>
    /// <param name="asOf">The day; today unless given.</param>
    /// <param name="staleOnly">True to print only those that are past their confirmation.</param>
    /// <param name="surroundings">Streams and clock.</param>
    public static async Task<int> RunAsync(DateOnly? asOf, bool staleOnly, Surroundings surroundings)
    {
        ParameterSet set = ParameterSet.InForce(asOf ?? DateOnly.FromDateTime(surroundings.Clock.GetUtcNow().UtcDateTime));
        IReadOnlyList<ParameterEntry> entries = set.Entries;
        await surroundings.Output.WriteLineAsync(Invariant($"{entries.Count} parameters as of {set.AsOf:yyyy-MM-dd}, {set.Stale.Count} past their confirmation"));
        foreach (ParameterEntry entry in entries.Where(entry => entry.Stale || !staleOnly))
        {
            string confirmed = Invariant($"{(entry.Stale ? "STALE, " : string.Empty)}confirmed on {entry.LastConfirmedOn:yyyy-MM-dd} until {entry.ConfirmedUntil:yyyy-MM-dd}");
            await surroundings.Output.WriteLineAsync(Invariant($"{entry.Id}  {Value(entry)}, {entry.Basis}, {Label(entry)}; {confirmed}"));
            await surroundings.Output.WriteLineAsync($"    {entry.Reference ?? entry.Reason}");
        }

        return ExitCode.Done;
    }

    private static string Value(ParameterEntry entry) => entry.Value is { } value
        ? Invariant($"{Words(value)}{(entry.Unit is "1" or "text" or "table" ? string.Empty : " " + entry.Unit)} from {entry.From:yyyy-MM-dd}")
        : Invariant($"no value before {entry.From:yyyy-MM-dd}");

    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Invariant($"table of {value.EnumerateObject().Count()} rows"),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Words)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static string Label(ParameterEntry entry) => JsonNamingPolicy.CamelCase.ConvertName(entry.Label.ToString());
}
