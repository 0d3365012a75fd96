using System.Text.Json.Nodes;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>
/// Writes the access label of every member into the schemas. A record that says its own label holds factor scores and what follows from them, so its
/// members are internal at most; what only operators are answered, and what is computed from assumptions, is internal; the rest is from public
/// sources. Combining takes the highest: a member is as confidential as anything within it.
/// </summary>
internal sealed class AccessLabels
{
    /// <summary>Name of the member of the schema.</summary>
    public const string Member = "x-access-label";

    private const string Open = "open";
    private const string Internal = "internal";
    private const string Prefix = "#/components/schemas/";

    private readonly JsonObject schemas;
    /// <summary>Schemas whose every member is internal.</summary>
    private readonly HashSet<string> own;

    /// <summary>Those, and schemas that hold one of them.</summary>
    private readonly HashSet<string> closed;

    private AccessLabels(JsonObject schemas, IEnumerable<string> own) => (this.schemas, this.own, closed) = (schemas, [.. own], [.. own]);

    /// <summary>Labels all schemas.</summary>
    /// <param name="schemas">Schemas by name.</param>
    /// <param name="open">Schemas that readers are answered from public sources.</param>
    public static void Write(JsonObject schemas, IEnumerable<string> open)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        foreach (string name in open)
        {
            Reach(schemas, name, reached);
        }

        AccessLabels labels = new(schemas, schemas.Select(schema => schema.Key).Where(name => !reached.Contains(name) || SaysItsLabel(schemas[name]!)));
        labels.Close();
        labels.Write();
    }

    private static bool SaysItsLabel(JsonNode schema) => schema["properties"] is JsonObject properties && properties.Any(property => References(property.Value).Contains("AccessLabel"));

    private static void Reach(JsonObject schemas, string name, HashSet<string> reached)
    {
        if (reached.Add(name))
        {
            foreach (string next in References(schemas[name]))
            {
                Reach(schemas, next, reached);
            }
        }
    }

    /// <summary>What holds something internal is internal.</summary>
    private void Close()
    {
        string[] holders;
        do
        {
            holders = [.. schemas.Where(schema => !closed.Contains(schema.Key) && References(schema.Value).Any(closed.Contains)).Select(schema => schema.Key)];
            closed.UnionWith(holders);
        }
        while (holders.Length > 0);
    }

    private void Write()
    {
        foreach ((string name, JsonNode? schema) in schemas)
        {
            foreach ((string _, JsonNode? property) in schema!["properties"]?.AsObject() ?? [])
            {
                property![Member] = own.Contains(name) || References(property).Any(closed.Contains) ? Internal : Open;
            }
        }
    }

    /// <summary>Schemas that a schema refers to.</summary>
    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => member.Key == "$ref" ? [((string)member.Value!)[Prefix.Length..]] : References(member.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };
}
