using System.Reflection;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Restricted;

/// <summary>
/// Parameters of restricted rules on one day. Those beside the rules here are a synthetic sample; the ones in force are read from files that are kept
/// elsewhere: known inputs and a known function would give the answer.
/// </summary>
public sealed class RestrictedParameters
{
    private readonly ParameterSet set;
    private readonly IReadOnlyList<ParameterDefinition> definitions;

    private RestrictedParameters(IReadOnlyList<ParameterDefinition> definitions, DateOnly asOf)
    {
        if (definitions.FirstOrDefault(definition => definition.Label != AccessLabel.Restricted) is { } open)
        {
            throw new ParameterException(new Fault(open.File, $"{open.Id}, label", "restricted", "a lower label", "keep open parameters with the open rules"));
        }

        this.definitions = definitions;
        set = ParameterSet.From(definitions, asOf);
    }

    /// <summary>The synthetic sample on a day.</summary>
    /// <exception cref="ParameterException">A parameter file is malformed, or one of its parameters is not restricted.</exception>
    public static RestrictedParameters Sample(DateOnly asOf) => new(ParameterFile.ReadEmbedded(Assembly.GetExecutingAssembly()), asOf);

    /// <summary>Parameters of other files, whole: nothing is taken from the sample.</summary>
    /// <param name="files">Name and text of each file.</param>
    /// <param name="asOf">Day for which the values hold.</param>
    /// <exception cref="ParameterException">A file is malformed, or one of its parameters is not restricted.</exception>
    public static RestrictedParameters From(IEnumerable<(string Name, string Text)> files, DateOnly asOf) =>
        new([.. files.SelectMany(file => ParameterFile.Read(file.Name, file.Text))], asOf);

    /// <summary>True when any of them is a synthetic sample: what follows from it is a sample as well.</summary>
    public bool IsSynthetic => definitions.Any(definition => definition.Basis == "sample");

    /// <summary>
    /// Identifiers of the parameters in force that are past their confirmation, in order: they are used, and what follows from them says so. An
    /// identifier is no value, so that the list may be shown to whoever is to confirm them.
    /// </summary>
    public IReadOnlyList<string> Stale =>
        [.. definitions.Where(definition => definition.Values[0].From <= set.AsOf && set.Find(definition.Id).Use.IsStale).Select(definition => definition.Id).Order(StringComparer.Ordinal)];

    internal double Number(string id) => Read(id, scope => scope.Number(id));

    internal int Count(string id) => Read(id, scope => scope.Count(id));

    internal IReadOnlyList<double> Numbers(string id) => Read(id, scope => scope.Numbers(id));

    /// <summary>An error of a parameter without its value.</summary>
    internal static ParameterException Malformed(string id, string expected) =>
        new(new Fault("restricted parameters", id, expected, "something else", "mend the parameter file"));

    // The message of a malformed parameter quotes it; here only the place goes on.
    private T Read<T>(string id, Func<ParameterScope, T> read)
    {
        try
        {
            return read(set.Open());
        }
        catch (ParameterException fault)
        {
            throw Malformed(id, fault.Fault.Expected);
        }
    }
}
