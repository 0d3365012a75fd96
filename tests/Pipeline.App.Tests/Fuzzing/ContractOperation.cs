using System.Text.Json;

namespace Pipeline.App.Tests.Fuzzing;

/// <summary>An operation of the contract as far as questions are made of it.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path with names in braces.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Bodies">Bodies that make sense, or none for an operation without a body.</param>
internal sealed record ContractOperation(string Method, string Path, IReadOnlyList<ContractParameter> Parameters, IReadOnlyList<JsonElement> Bodies)
{
    /// <summary>All operations of a contract.</summary>
    public static IReadOnlyList<ContractOperation> Of(JsonElement contract)
    {
        string root = contract.GetProperty("servers")[0].GetProperty("url").GetString()!.TrimEnd('/');
        return
        [
            .. contract.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
                .Where(operation => operation.Name is "get" or "post" or "put" or "delete" or "patch")
                .Select(operation => new ContractOperation(
                    operation.Name.ToUpperInvariant(), root + path.Name,
                    operation.Value.TryGetProperty("parameters", out JsonElement parameters) ? [.. parameters.EnumerateArray().Select(one => ContractParameter.Of(Followed(contract, one)))] : [],
                    BodiesOf(contract, operation.Value)))),
        ];
    }

    private static IReadOnlyList<JsonElement> BodiesOf(JsonElement contract, JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out JsonElement body))
        {
            return [];
        }

        JsonElement media = Followed(contract, body).GetProperty("content").EnumerateObject().First().Value;
        return media.TryGetProperty("example", out JsonElement example) ? [example] : [.. media.GetProperty("examples").EnumerateObject().Select(one => one.Value.GetProperty("value"))];
    }

    /// <summary>What a reference leads to, or the element itself.</summary>
    private static JsonElement Followed(JsonElement contract, JsonElement element) => element.TryGetProperty("$ref", out JsonElement reference)
        ? reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(contract, (at, name) => at.GetProperty(name))
        : element;
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Good">Values that it takes.</param>
internal sealed record ContractParameter(string Name, string Place, IReadOnlyList<string> Good)
{
    /// <summary>A parameter of the contract.</summary>
    public static ContractParameter Of(JsonElement parameter)
    {
        List<string> good = [];
        if (parameter.TryGetProperty("example", out JsonElement example))
        {
            good.Add(example.ToString());
        }

        JsonElement schema = parameter.GetProperty("schema");
        if (schema.TryGetProperty("items", out JsonElement items))
        {
            schema = items;
        }

        if (schema.TryGetProperty("enum", out JsonElement values))
        {
            good.AddRange(values.EnumerateArray().Select(value => value.ToString()));
        }

        if (schema.TryGetProperty("minimum", out JsonElement least))
        {
            good.Add(least.ToString());
        }

        return new ContractParameter(parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString()!, good);
    }
}
