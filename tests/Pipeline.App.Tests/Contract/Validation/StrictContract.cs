using System.Text.Json.Nodes;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>The contract as the proxy is given it: stricter than callers should be, and written so that the proxy can follow it.</summary>
internal static class StrictContract
{
    /// <summary>
    /// The document in which an answer has no other members than those of the contract, and in which the sentence of the contract that every address for
    /// GET answers HEAD too stands as an operation each.
    /// </summary>
    /// <param name="contract">The contract, JSON.</param>
    public static string Of(string contract)
    {
        JsonObject document = JsonNode.Parse(contract)!.AsObject();
        foreach (JsonObject schema in document["components"]!["schemas"]!.AsObject().Select(schema => schema.Value!.AsObject()).Where(schema => schema.ContainsKey("properties")))
        {
            schema["additionalProperties"] = false;
        }

        foreach (JsonObject path in document["paths"]!.AsObject().Select(path => path.Value!.AsObject()).Where(path => path.ContainsKey("get")))
        {
            path["head"] = Head(path["get"]!.AsObject());
        }

        LeaveWordsOut(document);
        return document.ToJsonString();
    }

    private static JsonObject Head(JsonObject get)
    {
        JsonObject head = get.DeepClone().AsObject();
        head["operationId"] = $"{get["operationId"]}Head";
        foreach (JsonObject response in head["responses"]!.AsObject().Select(response => response.Value!.AsObject()))
        {
            response.Remove("content");
        }

        return head;
    }

    /// <summary>
    /// Leaves references alone, without the words beside them. Prism makes of a reference with words a copy that shares the list of members with what is
    /// referred to; where a schema refers to itself it then takes that list for the circle, writes a reference in its place, and knows no members from the
    /// second level of a tree on.
    /// </summary>
    private static void LeaveWordsOut(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject reference when reference.ContainsKey("$ref"):
                foreach (string name in reference.Select(member => member.Key).Where(name => name == "description" || name.StartsWith("x-", StringComparison.Ordinal)).ToArray())
                {
                    reference.Remove(name);
                }

                break;
            case JsonObject one:
                foreach ((_, JsonNode? member) in one)
                {
                    LeaveWordsOut(member);
                }

                break;
            case JsonArray many:
                foreach (JsonNode? item in many)
                {
                    LeaveWordsOut(item);
                }

                break;
        }
    }
}
