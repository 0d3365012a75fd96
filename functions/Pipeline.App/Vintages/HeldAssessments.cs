using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Pipeline.Domain;

namespace Pipeline.App.Vintages;

/// <summary>
/// The assessments of a vintage, whole and in memory as they are stored; each is understood when it is first asked for, because forty take a second and
/// most requests need one or none.
/// </summary>
/// <param name="files">Stored files by mineral.</param>
/// <param name="understand">Makes an assessment of a mineral's file; what it throws is thrown to whoever asks for that mineral.</param>
internal sealed class HeldAssessments(IEnumerable<(string Mineral, ReadOnlyMemory<byte> Json)> files, Func<string, ReadOnlyMemory<byte>, MineralAssessment> understand)
    : IReadOnlyDictionary<string, MineralAssessment>
{
    private readonly Dictionary<string, Lazy<MineralAssessment>> held = files.ToDictionary(
        file => file.Mineral, file => new Lazy<MineralAssessment>(() => understand(file.Mineral, file.Json)), StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Keys => held.Keys;

    /// <inheritdoc/>
    public IEnumerable<MineralAssessment> Values => held.Values.Select(one => one.Value);

    /// <inheritdoc/>
    public int Count => held.Count;

    /// <inheritdoc/>
    public MineralAssessment this[string key] => held[key].Value;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => held.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out MineralAssessment value)
    {
        value = held.TryGetValue(key, out Lazy<MineralAssessment>? one) ? one.Value : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, MineralAssessment>> GetEnumerator() => held.Select(one => KeyValuePair.Create(one.Key, one.Value.Value)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
