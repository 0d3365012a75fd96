using Pipeline.Domain;

namespace Pipeline.Indicators.Attribution;

/// <summary>The inputs between two vintages: what the earlier one knew, as the later one has it.</summary>
public static class RevisedInputs
{
    /// <summary>
    /// Every observation whose identity the earlier inputs have, taken from the later ones; what was withdrawn stays as it was. Rows of one
    /// identity are taken together and keep their order, because among them the later holds.
    /// </summary>
    /// <param name="earlier">Observations of the earlier vintage, oldest publication first.</param>
    /// <param name="later">Observations of the later vintage, oldest publication first.</param>
    /// <returns>The observations, withdrawn ones first: where a rule prefers the last, what the later vintage has holds.</returns>
    public static IReadOnlyList<Observation> Of(IReadOnlyList<Observation> earlier, IReadOnlyList<Observation> later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        HashSet<string> known = [.. earlier.Select(ObservationIdentity.Of)];
        (Observation Row, string Identity)[] kept = [.. later.Select(row => (row, ObservationIdentity.Of(row))).Where(pair => known.Contains(pair.Item2))];
        HashSet<string> revised = [.. kept.Select(pair => pair.Identity)];
        return [.. earlier.Where(row => !revised.Contains(ObservationIdentity.Of(row))), .. kept.Select(pair => pair.Row)];
    }
}
