using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;
using static System.FormattableString;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>Operations of the contract, each from the declaration of its route.</summary>
internal sealed class ContractOperations(RecordSchemas schemas, AnswerExamples examples)
{
    /// <summary>The operation of a route.</summary>
    public JsonObject Of(ApiRoute route)
    {
        JsonObject operation = new()
        {
            ["operationId"] = route.Name,
            ["summary"] = route.Meaning.En,
            ["x-summary-ja"] = route.Meaning.Ja,
            ["description"] = $"{route.Meaning.Ja}\n\n{Reuse(route)}",
            ["tags"] = new JsonArray(Tag(route)),
            ["x-access"] = JsonNamingPolicy.CamelCase.ConvertName($"{route.Access}"),
            ["security"] = RoleNames.Of(route.Access) is null ? [] : new JsonArray(new JsonObject { ["entra"] = new JsonArray() }),
        };
        if (RoleNames.Of(route.Access) is { } role)
        {
            operation["x-role"] = role;
        }

        if (route.Deprecation is not null)
        {
            operation["deprecated"] = true;
        }

        JsonObject[] parameters = [.. Parameters(route)];
        if (parameters.Length > 0)
        {
            operation["parameters"] = new JsonArray([.. parameters]);
        }

        if (route.Body is { } body)
        {
            operation["requestBody"] = new JsonObject
            {
                ["description"] = Invariant($"At most {body.Longest} bytes."),
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(body), ["example"] = JsonNode.Parse(body.Example) } },
            };
        }

        operation["responses"] = Responses(route);
        return operation;
    }

    /// <summary>Group of a route: the first word of its address.</summary>
    public static string Tag(ApiRoute route) => route.Pattern.Split('/').First(part => part != "v1").Split('.')[0];

    /// <summary>True when answers have a tag, so that a caller may ask whether his copy is still good.</summary>
    private static bool IsTagged(ApiRoute route) => route.Method == HttpMethods.Get && route.Freshness is Freshness.Latest or Freshness.Pinned;

    private static string Reuse(ApiRoute route) => (route.Freshness switch
    {
        Freshness.Pinned => "この回答は変わらない。",
        Freshness.Latest => "回答は五分間そのまま使え、その後は ETag で確かめる。" + (route.IsPinnable ? "アドレスが版を名指すときは変わらない。" : string.Empty),
        Freshness.Live => "この時点の状態であり、使い回す前に必ず確かめる。",
        _ => "回答は保存しない。",
    }) + " Cache-Control: " + CacheRule.Of(route.Freshness) + (route.IsPinnable ? "; an answer whose address names its vintage never changes" : string.Empty) + ".";

    private JsonObject Schema(BodyForm body) => body.Schema is { } written ? JsonNode.Parse(written)!.AsObject() : schemas.ReferenceToBody(body.Type);

    private static IEnumerable<JsonObject> Parameters(ApiRoute route)
    {
        foreach (ApiParameter parameter in route.Path)
        {
            yield return Parameter(parameter, "path");
        }

        foreach (ApiParameter parameter in route.AllQuery)
        {
            yield return Parameter(parameter, "query");
        }

        foreach (ApiParameter parameter in route.Headers)
        {
            yield return Parameter(parameter, "header");
        }

        if (route.Access != Access.Anonymous)
        {
            yield return ContractParts.Parameter("AcceptLanguage");
        }

        if (IsTagged(route))
        {
            yield return ContractParts.Parameter("IfNoneMatch");
        }

        if (route.Success.Media.Contains(MediaForm.Pdf))
        {
            yield return ContractParts.Parameter("Range");
        }
    }

    private static JsonObject Parameter(ApiParameter parameter, string place)
    {
        JsonObject one = parameter.Rule.Schema();
        JsonObject schema = parameter.IsList ? new JsonObject { ["type"] = "array", ["items"] = one } : one;
        bool isNumber = (string?)one["type"] == "integer";
        JsonNode Value(string written) => parameter.IsList ? new JsonArray([.. parameter.Split(written).Select(Single)]) : Single(written);
        JsonNode Single(string written) => isNumber ? JsonNode.Parse(written)! : JsonValue.Create(written);
        if (parameter.Default is { } value)
        {
            schema["default"] = Value(value);
        }

        JsonObject written = new()
        {
            ["name"] = parameter.Name, ["in"] = place, ["description"] = $"{parameter.Meaning.Ja} / {parameter.Meaning.En}",
        };
        if (place == "path")
        {
            written["required"] = true;
        }

        if (parameter.IsList)
        {
            (written["style"], written["explode"]) = (place == "query" ? "form" : "simple", false);
        }

        written["schema"] = schema;
        if (parameter.Example is { } example)
        {
            written["example"] = Value(example);
        }

        return written;
    }

    private JsonObject Responses(ApiRoute route)
    {
        SortedDictionary<int, JsonObject> responses = new() { [route.Success.Status] = Success(route) };
        if (route.Success.Media.Contains(MediaForm.Pdf))
        {
            responses[StatusCodes.Status206PartialContent] = new JsonObject
            {
                ["description"] = "指定された範囲。 / The range that was asked for.",
                ["headers"] = new JsonObject { ["Content-Range"] = ContractParts.Header("Content-Range"), ["ETag"] = ContractParts.Header("ETag"), ["Repr-Digest"] = ContractParts.Header("Repr-Digest") },
                ["content"] = new JsonObject { [MediaForm.Pdf.Type] = new JsonObject() },
            };
        }

        if (IsTagged(route))
        {
            responses[StatusCodes.Status304NotModified] = new JsonObject
            {
                ["description"] = "手元の写しは今も正しい。 / The copy that the caller has is still good.",
                ["headers"] = new JsonObject { ["ETag"] = ContractParts.Header("ETag"), ["Cache-Control"] = ContractParts.Header("Cache-Control") },
            };
        }

        if (route.Success.OtherStatus is { } other)
        {
            responses[other] = new JsonObject { ["description"] = "まだできない。 / Not yet.", ["content"] = Content(route, withExamples: false) };
        }

        foreach (IGrouping<int, ProblemKind> kinds in ProblemsOf(route).GroupBy(kind => kind.Status).Where(kinds => !responses.ContainsKey(kinds.Key)))
        {
            responses[kinds.Key] = ContractParts.Problem([.. kinds]);
        }

        return new JsonObject(responses.Select(one => KeyValuePair.Create(Invariant($"{one.Key}"), (JsonNode?)one.Value)));
    }

    private JsonObject Success(ApiRoute route)
    {
        JsonObject response = new() { ["description"] = $"{route.Meaning.Ja} / {route.Meaning.En}" };
        string[] names =
        [
            "Cache-Control",
            .. route.Access == Access.Anonymous ? Array.Empty<string>() : ["RateLimit", "RateLimit-Policy"],
            .. IsTagged(route) ? ["ETag", "Link", "Repr-Digest", "Vary"] : Array.Empty<string>(),
            .. route.IsSpoken || route.Success.Media.Contains(MediaForm.Pdf) ? ["Content-Language"] : Array.Empty<string>(),
            .. route.Success.Media.Any(media => media == MediaForm.Pdf || media == MediaForm.Csv) ? ["Content-Disposition"] : Array.Empty<string>(),
            .. route.Deprecation is not null ? ["Deprecation", "Sunset"] : Array.Empty<string>(),
            .. route.Success.Status is StatusCodes.Status201Created or StatusCodes.Status202Accepted ? ["Location"] : Array.Empty<string>(),
        ];
        response["headers"] = new JsonObject(names.Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, (JsonNode?)ContractParts.Header(name))));
        if (route.Success.Media.Count > 0)
        {
            response["content"] = Content(route, withExamples: true);
        }

        return response;
    }

    private JsonObject Content(ApiRoute route, bool withExamples) => new(route.Success.Media.Select(media =>
    {
        JsonObject content = media == MediaForm.Json && route.Success.Type is { } type
            ? new() { ["schema"] = schemas.Reference(type) }
            : media == MediaForm.Pdf ? [] : new() { ["schema"] = new JsonObject { ["type"] = media == MediaForm.Json ? "object" : "string" } };
        if (withExamples && examples.Find(route, media) is { } example)
        {
            content["example"] = example;
        }

        return KeyValuePair.Create(media.Type, (JsonNode?)content);
    }));

    /// <summary>Every kind that the dispatcher or the route may answer, in the order of the list.</summary>
    private static IEnumerable<ProblemKind> ProblemsOf(ApiRoute route)
    {
        HashSet<ProblemKind> kinds =
        [
            .. ProblemKinds.OfEveryRoute, .. route.Problems, ProblemKinds.CannotBeComputed,
            .. route.Success.Media.Count > 0 ? [ProblemKinds.NotAcceptable] : Array.Empty<ProblemKind>(),
            .. IsTagged(route) ? [ProblemKinds.PreconditionFailed] : Array.Empty<ProblemKind>(),
            .. route.AllQuery.Count + route.Headers.Count > 0 ? [ProblemKinds.BadParameter] : Array.Empty<ProblemKind>(),
            .. route.Path.Count > 0 ? [ProblemKinds.NotFound] : Array.Empty<ProblemKind>(),
        ];
        if (route.Access == Access.Anonymous)
        {
            kinds.ExceptWith([ProblemKinds.Unauthorized, ProblemKinds.Forbidden]);
        }

        return ProblemKinds.All.Where(kinds.Contains);
    }
}
