using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.App.Api;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>Examples of the contract: real answers, of every list the first item, of every long text the beginning.</summary>
internal sealed class AnswerExamples
{
    private const int LongestText = 300;
    private const int CsvLines = 3;

    private readonly Dictionary<(string Operation, string Medium), JsonNode> taken = [];

    /// <summary>Media whose answers make examples that people can read.</summary>
    public static bool IsShown(ApiRoute route, MediaForm media) => (media == MediaForm.Json && route.Success.Type is not null) || media == MediaForm.Csv || media == MediaForm.Text;

    /// <summary>The example of an answer, or none.</summary>
    public JsonNode? Find(ApiRoute route, MediaForm media) => taken.TryGetValue((route.Name, media.Type), out JsonNode? example) ? example.DeepClone() : null;

    /// <summary>The examples of a document.</summary>
    public static AnswerExamples In(JsonObject document)
    {
        AnswerExamples examples = new();
        foreach (JsonNode operation in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!))
        {
            foreach ((string medium, JsonNode? content) in operation["responses"]!.AsObject().Where(response => response.Key[0] == '2').SelectMany(response => response.Value!["content"]?.AsObject() ?? []))
            {
                if (content!["example"] is { } example)
                {
                    examples.taken.Add(((string)operation["operationId"]!, medium), example);
                }
            }
        }

        return examples;
    }

    /// <summary>Asks a serving program for an answer and keeps it.</summary>
    /// <param name="client">A client of the program.</param>
    /// <param name="route">The route.</param>
    /// <param name="media">The medium.</param>
    /// <param name="values">Values of parameters of the path where the declared examples are not of this program.</param>
    /// <exception cref="InvalidOperationException">The answer is no success.</exception>
    public async Task TakeAsync(HttpClient client, ApiRoute route, MediaForm media, IReadOnlyDictionary<string, string> values)
    {
        using HttpRequestMessage request = new(new HttpMethod(route.Method), Target(route, values));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(media.Type));
        request.Content = route.Body is { } body ? new StringContent(body.Example, Encoding.UTF8, "application/json") : null;
        using HttpResponseMessage answer = await client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != route.Success.Status)
        {
            throw new InvalidOperationException($"{route.Method} {request.RequestUri} gives no example of {route.Name}: {answer.StatusCode} {text}. Give its parameters examples that the starter feeds answer.");
        }

        taken[(route.Name, media.Type)] = media == MediaForm.Json ? Short(JsonNode.Parse(text)!) : JsonValue.Create(string.Concat(text.Split('\n').Take(CsvLines).Select(line => line + "\n")).TrimEnd('\n') + (text.Contains('\n', StringComparison.Ordinal) ? "\n" : string.Empty));
    }

    /// <summary>Names of all members of an example, whatever stands in them.</summary>
    public static IReadOnlySet<string> Members(JsonNode? example)
    {
        SortedSet<string> members = new(StringComparer.Ordinal);
        Collect(example, string.Empty, members);
        return members;
    }

    /// <summary>The address of a route with examples in its path and query.</summary>
    public static string Target(ApiRoute route, IReadOnlyDictionary<string, string> values)
    {
        string path = route.Path.Aggregate(route.Pattern, (pattern, parameter) => pattern.Replace(
            $"{{{parameter.Name}}}",
            values.GetValueOrDefault($"{route.Pattern} {parameter.Name}") ?? parameter.Example ?? throw new InvalidOperationException($"{route.Name}: the parameter '{parameter.Name}' of the path has no example."),
            StringComparison.Ordinal));
        string query = string.Join('&', route.Query.Where(parameter => parameter.Example is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}"));
        return $"/api/{path}{(query.Length > 0 ? "?" : string.Empty)}{query}";
    }

    private static void Collect(JsonNode? node, string path, SortedSet<string> members)
    {
        if (node is JsonObject one)
        {
            foreach ((string name, JsonNode? value) in one)
            {
                members.Add($"{path}/{name}");
                Collect(value, $"{path}/{name}", members);
            }
        }
        else if (node is JsonArray { Count: > 0 } many)
        {
            Collect(many[0], path + "/0", members);
        }
    }

    private static JsonNode Short(JsonNode node) => node switch
    {
        JsonObject one => new JsonObject(one.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Short(member.Value)))),
        JsonArray many => new JsonArray([.. many.Take(1).Select(item => item is null ? null : Short(item))]),
        JsonValue value when value.TryGetValue(out string? text) && text.Length > LongestText => JsonValue.Create(text[..LongestText] + "…"),
        _ => node.DeepClone(),
    };
}
