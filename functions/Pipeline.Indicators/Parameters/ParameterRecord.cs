using Pipeline.Domain;

namespace Pipeline.Indicators.Parameters;

/// <summary>The parameters in force when a vintage was made, kept with it: the files may have been edited since.</summary>
/// <param name="AsOf">Day for which the values held.</param>
/// <param name="Hash">Hash of the set (<see cref="ParameterSet.Hash"/>).</param>
/// <param name="Parameters">The values in force, in order of identifier.</param>
public sealed record ParameterRecord(DateOnly AsOf, string Hash, IReadOnlyList<ParameterEntry> Parameters)
{
    /// <summary>The record of a set.</summary>
    public static ParameterRecord Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new ParameterRecord(set.AsOf, set.Hash, [.. set.Entries.Where(entry => entry.Value is not null)]);
    }

    /// <summary>
    /// The set as it was. A parameter that the present rules read and the record does not have came with its rule, which is method: it is taken
    /// from the present files as they stand for the day of the record.
    /// </summary>
    /// <param name="place">What the record belongs to, for messages.</param>
    /// <param name="added">Identifiers of the parameters that were taken from the present files.</param>
    /// <exception cref="ParameterException">The record is malformed, or its values are not those that its hash was taken of.</exception>
    public ParameterSet Rebuild(string place, out IReadOnlyList<string> added)
    {
        ParameterDefinition[] recorded = [.. Parameters.Select(entry => ParameterFile.Checked(entry.Definition(place)))];
        string hash = ParameterSet.From(recorded, AsOf).Hash;
        if (hash != Hash)
        {
            throw new ParameterException(new Fault(place, "parameters", $"values with the hash {Hash}", hash, "make the vintage again; this record was altered"));
        }

        HashSet<string> known = [.. recorded.Select(definition => definition.Id)];
        ParameterDefinition[] since = [.. ParameterFile.Embedded.Where(definition => !known.Contains(definition.Id) && definition.Values[0].From <= AsOf)];
        added = [.. since.Select(definition => definition.Id)];
        return ParameterSet.From([.. recorded, .. since], AsOf);
    }
}
