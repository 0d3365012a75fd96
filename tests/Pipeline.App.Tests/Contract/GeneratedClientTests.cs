using System.Text.Json;
using Pipeline.App.Tests.Contract.Generation;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Contract;

/// <summary>A client that a public generator makes from the contract is compiled strictly and asks the serving program.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class GeneratedClientTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task It_lists_minerals_reads_an_assessment_turns_pages_saves_a_briefing_asks_a_scenario_and_understands_a_problem()
    {
        ServedApi api = await refreshed.ServedAsync();
        await using ContractFront front = await ContractFront.StartAsync(api.Urls.First());
        Succeeds(ContractTools.Run("openapi-typescript", ContractDocument.CommittedPath, "--output", "client/contract.ts"));
        Succeeds(ContractTools.Run("tsc", "--project", "client"));
        JsonElement used = JsonDocument.Parse(Succeeds(RunningProcess.Run("node", ContractTools.Folder, "build/use.js", front.Address)).Output).RootElement;

        Assert.Equal(41, used.GetProperty("minerals").GetArrayLength());
        Assert.Equal("ok", used.GetProperty("status").GetString());
        Assert.Equal(new FileInfo(Path.Combine(refreshed.OutputFolder, "briefings", "cobalt.ja.pdf")).Length, used.GetProperty("pdfBytes").GetInt64());
        Assert.True(used.GetProperty("hypothetical").GetBoolean());
        JsonElement observations = used.GetProperty("observations");
        int total = observations.GetProperty("total").GetInt32();
        Assert.True(total > 40, $"{total} rows");
        Assert.Equal((total, (total + 19) / 20), (observations.GetProperty("rows").GetInt32(), observations.GetProperty("pages").GetInt32()));
        Assert.Equal(("/api/v1/problems/not-found", 404), (used.GetProperty("problem").GetProperty("type").GetString(), used.GetProperty("problem").GetProperty("status").GetInt32()));
    }

    [Fact]
    public void A_use_that_the_contract_does_not_know_does_not_compile()
    {
        Succeeds(ContractTools.Run("openapi-typescript", ContractDocument.CommittedPath, "--output", "client/contract.ts"));
        using TemporaryFolder folder = new();
        string use = File.ReadAllText(Path.Combine(ContractTools.Folder, "client", "use.ts"));
        foreach ((string name, string text) in new[]
        {
            ("contract.ts", File.ReadAllText(Path.Combine(ContractTools.Folder, "client", "contract.ts"))),
            ("use.ts", use.Replace("mineral => mineral.id", "mineral => mineral.identifier", StringComparison.Ordinal).Replace("evidence: \"none\"", "evidense: \"none\"", StringComparison.Ordinal)),
            ("tsconfig.json", File.ReadAllText(Path.Combine(ContractTools.Folder, "client", "tsconfig.json"))),
            ("package.json", """{"type":"module"}"""),
        })
        {
            File.WriteAllText(folder.File(name), text);
        }

        Directory.CreateSymbolicLink(folder.File("node_modules"), Path.Combine(ContractTools.Folder, "node_modules"));
        ProcessOutcome compiled = ContractTools.Run("tsc", "--project", folder.Path, "--noEmit");

        Assert.NotEqual(0, compiled.ExitCode);
        Assert.Contains("Property 'identifier' does not exist", compiled.Output, StringComparison.Ordinal);
        Assert.Contains("'evidense' does not exist", compiled.Output, StringComparison.Ordinal);
    }

    private static ProcessOutcome Succeeds(ProcessOutcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        return outcome;
    }
}
