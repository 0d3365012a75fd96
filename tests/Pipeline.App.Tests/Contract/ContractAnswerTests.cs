using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Contract.Generation;
using Pipeline.App.Tests.Repository;
using Pipeline.App.Tests.Runs;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Contract;

/// <summary>The examples of the contract beside what the serving program answers to the same requests.</summary>
[Collection(OperatedCollection.Name)]
public sealed class ContractAnswerTests(OperatedStorage operated)
{
    [Fact]
    public async Task Every_example_has_the_members_that_the_program_answers()
    {
        bool keep = ContractDocument.IsMadeAnew;
        JsonObject committed = JsonNode.Parse(await File.ReadAllTextAsync(ContractDocument.CommittedPath))!.AsObject();
        (AnswerExamples shown, AnswerExamples now) = (AnswerExamples.In(committed), AnswerExamples.In(committed));
        using HttpClient client = new() { BaseAddress = new Uri(operated.Address) };
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["v1/runs/{id} id"] = operated.Environment["DRY_RUN"],
            ["v1/runs/{id}/changes id"] = operated.Environment["DRY_RUN"],
        };
        if (keep)
        {
            await RejectRowAsync();
            values["v1/quarantine/{id}/release id"] = (string)JsonNode.Parse(await client.GetStringAsync("/api/v1/quarantine"))!["rows"]![0]!["id"]!;
        }

        foreach (ApiRoute route in RegisteredRoutes.All.Where(route => keep || IsHarmless(route)))
        {
            foreach (MediaForm media in route.Success.Media.Where(media => AnswerExamples.IsShown(route, media)))
            {
                await now.TakeAsync(client, route, media, values);
                if (!keep && IsSteady(route, media))
                {
                    Assert.True(
                        AnswerExamples.Members(shown.Find(route, media)).SetEquals(AnswerExamples.Members(now.Find(route, media))),
                        $"The example of {route.Name} has not the members that are answered now. Take it anew: {ContractDocument.MakeAnew}");
                }
            }
        }

        if (keep)
        {
            await File.WriteAllTextAsync(ContractDocument.CommittedPath, ContractDocument.Of(RegisteredRoutes.All, now).Text);
        }
    }

    /// <summary>Rejects a row: no file of the starter feeds has one.</summary>
    private async Task RejectRowAsync()
    {
        const string file = "survey.csv";
        StorageAccount storage = StorageAccount.Connect(operated.Environment["AzureWebJobsStorage"]);
        Snapshot snapshot = await new RunBench(storage, new LookedAtClock(TimeProvider.System.GetUtcNow())).StoreAsync("domestic-survey", file, Encoding.UTF8.GetBytes(file));
        QuarantinedRow[] rows = [new("number", new SourceCell(snapshot.Hash, file, null, 7, "value"), "a number", "n/a", "2024,cobalt,n/a")];
        await storage.Quarantine.PutAsync(snapshot.Hash, ReadStage.StoredVersion(RunPlan.Reader("domestic-survey").Version), VintageFiles.Write(rows), VintageFiles.Json);
    }

    /// <summary>True for a route that changes nothing in the storage that other tests look at.</summary>
    private static bool IsHarmless(ApiRoute route) => route.Method == HttpMethods.Get || route.Access == Access.Reader;

    /// <summary>True for an answer that rests on the starter feeds and not on the moment.</summary>
    private static bool IsSteady(ApiRoute route, MediaForm media) => media == MediaForm.Json && route.Freshness != Freshness.Live;
}
