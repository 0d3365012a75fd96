namespace Pipeline.Sources;

/// <summary>One thing to fetch: one request of a publisher, whether a whole file or a page of an interface.</summary>
/// <param name="Source">Source that the answer must belong to.</param>
/// <param name="FileName">Name under which the answer is kept: a later answer under the same name replaces it.</param>
/// <param name="Address">Where it is.</param>
public sealed record PullTarget(string Source, string FileName, Uri Address)
{
    private const int ShortestSecret = 6;
    private const string Hidden = "(not shown)";

    /// <summary>Source and file name. The address stays out: its query may hold an application id.</summary>
    public override string ToString() => $"{Source}/{FileName}";

    /// <summary>A text without the values of this address's query, for quoting what a publisher has answered: error pages repeat them.</summary>
    public string Hide(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IEnumerable<string> values = Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])
            .SelectMany(value => new[] { value, Uri.UnescapeDataString(value) })
            .Where(value => value.Length >= ShortestSecret && value != FileName)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(value => value.Length);
        return values.Aggregate(text, (shown, value) => shown.Replace(value, Hidden, StringComparison.OrdinalIgnoreCase));
    }
}
