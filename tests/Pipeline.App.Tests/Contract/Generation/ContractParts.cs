using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>Parts of the contract that many operations share, each written once and referred to.</summary>
internal static class ContractParts
{
    private const string Draft = "草案段階の見出しであり、名前と形は変わり得る。 / A draft of the IETF (draft-ietf-httpapi-ratelimit-headers): name and form may change.";

    private static readonly (string Name, string Description, string Example)[] Headers =
    [
        ("Cache-Control", "いつまで使い回せるか。 / How long the answer may be used again (RFC 9111).", "private, max-age=300"),
        ("Content-Disposition", "保存するときの名前。 / Name under which it is saved (RFC 6266).", "attachment; filename=\"cobalt.ja.pdf\""),
        ("Content-Language", "言葉の言語。 / Language of the words.", "ja"),
        ("Content-Range", "送られた範囲。 / The range that is sent (RFC 9110).", "bytes 0-1023/204800"),
        ("Deprecation", "この時から使わないほうがよい。 / From when callers should leave the address (RFC 9745).", "@1795651200"),
        ("ETag", "回答の本文に対する強い印。If-None-Match で送り返す。 / Strong tag of the bytes; send it back in If-None-Match (RFC 9110).", "\"0f343b0931126a20f133d67c2b018a3b\""),
        ("Link", "前後の頁、利用条件、説明。 / Pages before and after, licence, description (RFC 8288).", "</api/v1/docs>; rel=\"help\""),
        ("Location", "進み具合を見るアドレス。 / Address at which progress can be seen.", "/api/v1/runs/20261122T010203004Z-2026Q4"),
        ("RateLimit", "残りの要求数。" + Draft + " Requests that are left.", "\"requests\";r=1199;t=30"),
        ("RateLimit-Policy", "要求数の上限。" + Draft + " Requests that are allowed.", "\"requests\";q=1200;w=60"),
        ("Repr-Digest", "圧縮した後の本文全体のハッシュ。 / Hash of the whole representation as it is coded (RFC 9530).", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
        ("Retry-After", "待つ秒数。 / Seconds to wait (RFC 9110).", "60"),
        ("Sunset", "この時に答えなくなる。 / When the address stops to answer (RFC 8594).", "Fri, 26 Nov 2027 00:00:00 GMT"),
        ("Vary", "回答を左右する要求の見出し。 / Request headers that the answer depends on (RFC 9110).", PreparedAnswer.Vary),
    ];

    private static readonly (string Key, string Name, string Description, string Example)[] Parameters =
    [
        ("AcceptLanguage", "Accept-Language", "言葉の言語。日本語が既定。試算の要求の誤りの細目は英語。 / Language of words and problems; Japanese unless given. Details of faulty scenarios are in English.", "ja"),
        ("IfNoneMatch", "If-None-Match", "手元の写しの ETag。今も正しければ 304。 / ETag of the caller's copy; 304 while it is good.", "\"0f343b0931126a20f133d67c2b018a3b\""),
        ("Range", "Range", "ファイルの一部。 / A part of the file (RFC 9110).", "bytes=0-1023"),
    ];

    /// <summary>A reference to a response header.</summary>
    public static JsonObject Header(string name) => new() { ["$ref"] = "#/components/headers/" + name };

    /// <summary>A reference to a parameter.</summary>
    public static JsonObject Parameter(string key) => new() { ["$ref"] = "#/components/parameters/" + key };

    /// <summary>The answer of problems that share a status.</summary>
    public static JsonObject Problem(IReadOnlyList<ProblemKind> kinds)
    {
        JsonObject headers = new() { ["Content-Language"] = Header("Content-Language") };
        if (kinds[0].Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            headers["Retry-After"] = Header("Retry-After");
        }

        return new JsonObject
        {
            ["description"] = string.Join(" / ", kinds.SelectMany(kind => new[] { kind.Title.Ja, kind.Title.En })),
            ["headers"] = headers,
            ["content"] = new JsonObject
            {
                [ApiProblem.MediaType] = new JsonObject
                {
                    ["schema"] = RecordSchemas.Reference(nameof(ProblemDocument)),
                    ["examples"] = new JsonObject(kinds.Select(kind => KeyValuePair.Create(kind.Slug, (JsonNode?)new JsonObject { ["$ref"] = "#/components/examples/" + kind.Slug }))),
                },
            },
        };
    }

    /// <summary>The shared parts that a text of the contract refers to, and its schemas.</summary>
    public static JsonObject Components(JsonObject schemas, string referring) => new()
    {
        ["securitySchemes"] = new JsonObject
        {
            ["entra"] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["bearerFormat"] = "JWT",
                ["description"] = $"Microsoft Entra ID のアクセストークン。閲覧は {RoleNames.Reader}、運用は {RoleNames.Operator} の役割を要する。 / "
                    + $"Access token of Microsoft Entra ID. Reading needs the application role {RoleNames.Reader}, operating {RoleNames.Operator}.",
            },
        },
        ["parameters"] = Referred(referring, "parameters", Parameters.Select(one => (one.Key, new JsonObject
        {
            ["name"] = one.Name, ["in"] = "header", ["description"] = one.Description, ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = one.Example,
        }))),
        ["headers"] = Referred(referring, "headers", Headers.Select(one => (one.Name, new JsonObject
        {
            ["description"] = one.Description, ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = one.Example,
        }))),
        ["examples"] = Referred(referring, "examples", ProblemKinds.All.Select(kind => (kind.Slug, Example(kind)))),
        ["schemas"] = schemas,
    };

    private static JsonObject Referred(string referring, string group, IEnumerable<(string Key, JsonObject Part)> parts) =>
        new(parts.Where(part => referring.Contains($"\"#/components/{group}/{part.Key}\"", StringComparison.Ordinal)).Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Part)));

    private static JsonObject Example(ProblemKind kind) => new()
    {
        ["summary"] = kind.Title.En,
        ["value"] = new JsonObject
        {
            ["type"] = kind.Address, ["title"] = kind.Title.Ja, ["status"] = kind.Status, ["detail"] = kind.Remedy.Ja, ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        },
    };
}
