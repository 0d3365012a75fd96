using Pipeline.App.Refresh;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Storage;

namespace Pipeline.App.Vintages;

/// <summary>How the parameters of a vintage are known.</summary>
internal enum ParameterOrigin
{
    /// <summary>They are kept with the vintage.</summary>
    Recorded,

    /// <summary>A vintage of an earlier version without a record: those of the present files on the last day of its quarter, and the hash in its manifest says that they are the same.</summary>
    Confirmed,

    /// <summary>The same, and the hash differs: what parameters moved between then and now counts as method.</summary>
    Presumed,
}

/// <summary>With which parameters a vintage was made. Whatever computes with the inputs of a vintage again takes these, so that it starts from what was published.</summary>
/// <param name="Set">The parameters.</param>
/// <param name="Origin">How they are known.</param>
/// <param name="Added">Parameters that the rules of the vintage did not have, taken from the present files.</param>
internal sealed record VintageParameters(ParameterSet Set, ParameterOrigin Origin, IReadOnlyList<string> Added)
{
    /// <summary>The parameters of a vintage.</summary>
    /// <exception cref="ParameterException">The record of its parameters was altered.</exception>
    /// <exception cref="CorruptContentException">It keeps no record, and its manifest names no quarter.</exception>
    public static async Task<VintageParameters> LoadAsync(VintageStore store, VintageManifest manifest, CancellationToken cancellation)
    {
        if (await VintageFiles.TryReadParametersAsync(store, manifest.Vintage, cancellation) is { } record)
        {
            ParameterSet recorded = record.Rebuild($"vintage {manifest.Vintage}", out IReadOnlyList<string> added);
            return new VintageParameters(recorded, ParameterOrigin.Recorded, added);
        }

        ParameterSet present = ParameterSet.InForce(manifest.LastDay());
        return new VintageParameters(present, VintageNaming.Method(present) == manifest.Method ? ParameterOrigin.Confirmed : ParameterOrigin.Presumed, []);
    }
}
