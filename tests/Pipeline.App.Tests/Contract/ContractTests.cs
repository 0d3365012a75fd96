using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.App.Tests.Contract.Generation;
using Pipeline.App.Tests.Disclosure;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Contract;

/// <summary>The committed contract beside the registry of routes, and beside a public linter.</summary>
public sealed partial class ContractTests
{
    private static readonly string Committed = File.ReadAllText(ContractDocument.CommittedPath);
    private static readonly Lazy<ContractDocument> Made = new(() => ContractDocument.Of(RegisteredRoutes.All, AnswerExamples.In(JsonNode.Parse(Committed)!.AsObject())));

    [Fact]
    public void It_is_what_the_registry_of_routes_declares()
    {
        string made = Made.Value.Text;
        if (ContractDocument.IsMadeAnew)
        {
            // Examples are taken over; those of new routes are taken beside a serving program.
            File.WriteAllText(ContractDocument.CommittedPath, made);
            return;
        }

        (string Was, string Is)[] lines = [.. Committed.Split('\n').Zip(made.Split('\n')).Where(pair => pair.First != pair.Second).Take(1)];
        Assert.True(Committed == made, $"{Path.GetRelativePath(RepositoryFolder.Root, ContractDocument.CommittedPath)} is not what the routes declare, from '{lines.FirstOrDefault().Was}' on, now '{lines.FirstOrDefault().Is}'. Make it anew: {ContractDocument.MakeAnew}");
    }

    [Fact]
    public void Every_type_and_member_says_what_it_means() => Assert.True(
        Made.Value.Undocumented.Count == 0, "The contract takes descriptions from the summaries in the code; these have none: " + string.Join(", ", Made.Value.Undocumented));

    [Fact]
    public void Every_member_has_an_access_label_and_those_beside_a_factor_score_are_internal()
    {
        JsonObject schemas = Made.Value.Root["components"]!["schemas"]!.AsObject();
        Assert.All(
            schemas.SelectMany(schema => schema.Value!["properties"]?.AsObject() ?? []),
            property => Assert.Contains((string?)property.Value!["x-access-label"], new[] { "open", "internal" }));
        string? Label(string schema, string member) => (string?)schemas[schema]!["properties"]![member]!["x-access-label"];

        Assert.Equal("internal", Label("IndicatorResult", "value"));
        Assert.Equal("internal", Label("MineralAssessment", "results"));
        Assert.Equal("open", Label("MineralAssessment", "mineral"));
        Assert.Equal("open", Label("Meta", "vintage"));
        Assert.Equal("internal", Label("RunSummary", "outcome"));
        Assert.Equal("internal", Label("ScenarioComparison", "base"));
        Assert.Equal("open", Label("ProblemDocument", "detail"));
    }

    [Fact]
    public void Every_answer_that_can_be_read_has_an_example()
    {
        AnswerExamples examples = AnswerExamples.In(JsonNode.Parse(Committed)!.AsObject());
        Assert.All(
            RegisteredRoutes.All.SelectMany(route => route.Success.Media.Where(media => AnswerExamples.IsShown(route, media)).Select(media => (route, media))),
            one => Assert.True(examples.Find(one.route, one.media) is not null, $"{one.route.Name} has no example as {one.media.Name}. Take it: {ContractDocument.MakeAnew}"));
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own() =>
        Assert.Equal(RegisteredRoutes.All.Select(route => route.Name).Distinct(StringComparer.Ordinal), RegisteredRoutes.All.Select(route => route.Name));

    [Fact]
    public void No_word_in_it_speaks_of_what_is_confidential()
    {
        Assert.Empty(ConfidentialWords.In(Committed));
        Assert.DoesNotContain(Names().Matches(Committed).Select(name => name.Groups[1].Value), ConfidentialWords.IsInName);
        Assert.DoesNotContain("restricted/", Committed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_linter_finds_nothing_in_it()
    {
        ProcessOutcome lint = ContractTools.Run("spectral", "lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint", ContractDocument.CommittedPath);
        Assert.True(lint.ExitCode == 0, lint.Output + lint.Error);
    }

    [Fact]
    public void The_linter_finds_an_example_that_its_schema_does_not_allow()
    {
        using TemporaryFolder folder = new();
        JsonObject faulty = JsonNode.Parse(Committed)!.AsObject();
        faulty["paths"]!["/v1/minerals"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!["meta"]!["asOf"] = 20261122;
        File.WriteAllText(folder.File("openapi.json"), faulty.ToJsonString());

        ProcessOutcome lint = ContractTools.Run("spectral", "lint", "--ruleset", "spectral.yaml", folder.File("openapi.json"));
        Assert.NotEqual(0, lint.ExitCode);
        Assert.Contains("oas3-valid-media-example", lint.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("\"([A-Za-z0-9./_-]+)\" *[:,\n]")]
    private static partial Regex Names();
}
