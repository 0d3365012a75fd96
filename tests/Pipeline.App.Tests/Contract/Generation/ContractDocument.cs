using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.App.Api;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>The contract of the reporting API (OpenAPI 3.1), made from the registry of routes. A new route is in it by being declared.</summary>
internal sealed class ContractDocument
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ContractDocument(JsonObject root, RecordSchemas schemas) => (Root, Undocumented) = (root, schemas.Undocumented);

    /// <summary>
    /// The command that makes the committed file anew, its examples from answers to the starter feeds. A new route is written into it first, with
    /// <c>--filter Contract.ContractTests</c>: what the file does not know is no answer to be taken.
    /// </summary>
    public const string MakeAnew = "CONTRACT=keep dotnet test tests/Pipeline.App.Tests --filter ContractAnswerTests";

    /// <summary>True when the tests write the committed file instead of comparing it.</summary>
    public static bool IsMadeAnew { get; } = Environment.GetEnvironmentVariable("CONTRACT") == "keep";

    /// <summary>The committed file.</summary>
    public static string CommittedPath { get; } = RepositoryFolder.Path("functions", "Pipeline.App", "Api", "Contract", "openapi.json");

    /// <summary>The document.</summary>
    public JsonObject Root { get; }

    /// <summary>Types and members that nothing is said of.</summary>
    public IReadOnlySet<string> Undocumented { get; }

    /// <summary>The document as it is committed.</summary>
    public string Text => Root.ToJsonString(Pretty) + "\n";

    /// <summary>Makes the document.</summary>
    /// <param name="routes">The registry.</param>
    /// <param name="examples">Examples of answers.</param>
    public static ContractDocument Of(IReadOnlyList<ApiRoute> routes, AnswerExamples examples)
    {
        RecordSchemas schemas = new(RecordDocumentation.Load());
        _ = schemas.Reference(typeof(ProblemDocument));
        ContractOperations operations = new(schemas, examples);
        JsonObject paths = [];
        foreach (ApiRoute route in routes)
        {
            string path = "/" + route.Pattern;
            if (paths[path] is not JsonObject methods)
            {
                paths[path] = methods = [];
            }

            methods[route.Method.ToLowerInvariant()] = operations.Of(route);
        }

        JsonObject all = schemas.All();
        AccessLabels.Write(all, [nameof(ProblemDocument), .. routes.Where(IsOpen).Select(route => route.Success.Type?.Name).OfType<string>()]);
        return new ContractDocument(new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api", ["description"] = "この回答を返したホスト。 / The host that answered this." }),
            ["tags"] = new JsonArray([.. routes.Select(ContractOperations.Tag).Distinct(StringComparer.Ordinal).Select(tag => new JsonObject { ["name"] = tag })]),
            ["components"] = ContractParts.Components(all, paths.ToJsonString()),
            ["paths"] = paths,
        }, schemas);
    }

    /// <summary>True for a route that answers readers from public sources: neither the ledger nor a computation from assumptions.</summary>
    private static bool IsOpen(ApiRoute route) => route.Access != Access.Operator && route.Body is null;

    private static JsonObject Info() => new()
    {
        ["title"] = "重要鉱物 供給安定性 報告 API / Critical minerals supply security reporting API",
        ["version"] = "1",
        ["description"] = "四半期ごとの公表版から、指標、評価、根拠、概要資料を返す。GET のアドレスは HEAD にも答える。知らないパラメータは 400、回答の知らない項目は無視すること。使い方は /api/v1/docs。\n\n"
            + "Indicators, assessments, their evidence and briefings from the vintages that are published each quarter. Every address for GET answers HEAD too. "
            + "An unknown parameter is refused with 400; ignore members of answers that you do not know, because new ones may come. How to use it: /api/v1/docs.",
        ["contact"] = new JsonObject { ["name"] = "運用担当 / Operators" },
    };
}
