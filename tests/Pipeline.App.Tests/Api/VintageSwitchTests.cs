using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Triggers;
using Pipeline.App.Triggers;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api;

/// <summary>Another vintage is published while readers ask without a pause.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class VintageSwitchTests(RefreshedStorage refreshed, EmptyAccounts accounts) : IClassFixture<EmptyAccounts>
{
    private const int Readers = 4;
    private const int AskedBefore = 200;

    private static readonly string[] Minerals = ["cobalt", "copper", "lithium"];

    [Fact]
    public async Task Readers_get_the_old_vintage_whole_or_the_new_one_whole_and_never_the_old_one_again()
    {
        StorageAccount account = StorageAccount.Connect(accounts.Next());
        await account.CreateAsync();
        await PublishAsync(account, "2026Q3-old", 1);
        await using WebApplication app = ServedApi.Build(account);
        CurrentVintage current = app.Services.GetRequiredService<CurrentVintage>();
        await current.FollowAsync(default);
        await app.StartAsync();
        using CancellationTokenSource stop = new();
        ConcurrentBag<string> faults = [];
        int asked = 0;
        TaskCompletionSource busy = new();
        Task[] readers = [.. Enumerable.Range(0, Readers).Select(_ => ReadAsync(app.Urls.First()))];

        await busy.Task;
        await PublishAsync(account, "2026Q4-new", 2);
        Assert.True(await current.FollowAsync(default));
        using (HttpClient late = ContractCheck.Client(app.Urls.First()))
        {
            Assert.Equal("2026Q4-new", VintageOf(await late.GetByteArrayAsync("/api/v1/minerals")));
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        await app.StopAsync();
        Assert.True(faults.IsEmpty, string.Join('\n', faults.Distinct()));

        async Task ReadAsync(string site)
        {
            using HttpClient client = ContractCheck.Client(site);
            bool isNew = false;
            while (!stop.IsCancellationRequested)
            {
                foreach (string path in Minerals.Select(mineral => $"/api/v1/assessments/{mineral}").Prepend("/api/v1/minerals"))
                {
                    using HttpResponseMessage answer = await client.GetAsync(path);
                    byte[] body = await answer.Content.ReadAsByteArrayAsync();
                    string vintage = VintageOf(body);
                    string digest = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";
                    if (!answer.IsSuccessStatusCode || answer.Headers.GetValues("Repr-Digest").Single() != digest || vintage is not ("2026Q3-old" or "2026Q4-new") || (isNew && vintage == "2026Q3-old"))
                    {
                        faults.Add($"{path}: {(int)answer.StatusCode} of {vintage}");
                    }

                    isNew |= vintage == "2026Q4-new";
                    if (Interlocked.Increment(ref asked) == AskedBefore)
                    {
                        busy.SetResult();
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_vintage_that_this_version_does_not_understand_takes_no_other_ones_place()
    {
        StorageAccount account = StorageAccount.Connect(accounts.Next());
        await account.CreateAsync();
        await PublishAsync(account, "2026Q3-old", 1);
        CurrentVintage current = new(account.Vintages);
        await current.FollowAsync(default);
        await PublishAsync(account, "2026Q4-new", 2, unknown: "copper");

        CorruptContentException refusal = await Assert.ThrowsAsync<CorruptContentException>(() => current.FollowAsync(default));

        Assert.Equal(("vintage 2026Q4-new", "assessments/copper.json"), (refusal.Fault.Source, refusal.Fault.Place));
        Assert.Equal("2026Q3-old", current.View!.Published.Vintage);
    }

    [Fact]
    public async Task A_first_vintage_that_is_not_understood_whole_is_served_and_the_log_says_what_is_not()
    {
        StorageAccount account = StorageAccount.Connect(accounts.Next());
        await account.CreateAsync();
        await PublishAsync(account, "2026Q4-new", 1, unknown: "copper");
        CurrentVintage current = new(account.Vintages);
        await current.FollowAsync(default);
        StorageGate gate = new();
        gate.Open();
        using RecordingLog log = new();
        ManualClock clock = new(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        using VintageFollower follower = new(current, gate, clock, log.For<VintageFollower>());

        await follower.StartAsync(default);
        Task said = log.UntilAsync(LogLevel.Error, "Whatever needs the assessment of copper in vintage 2026Q4-new is answered by a problem.");
        while (!said.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await follower.StopAsync(default);

        Assert.Equal("2026Q4-new", current.View!.Published.Vintage);
        Assert.Single(log.Errors);
    }

    private static string VintageOf(byte[] body) => JsonDocument.Parse(body).RootElement.GetProperty("meta").GetProperty("vintage").GetString()!;

    /// <summary>Three minerals of the refreshed vintage under another name; of one, if so wanted, what no version understands.</summary>
    private async Task PublishAsync(StorageAccount account, string name, long ordinal, string? unknown = null)
    {
        VintageStore from = refreshed.Account.Vintages;
        string published = (await from.CurrentAsync())!.Vintage;
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(from, published, default);
        VintageManifest some = manifest with
        {
            Vintage = name, Quarter = name[..6], Minerals = Minerals, Briefings = [], Assessments = [.. manifest.Assessments.Where(file => Minerals.Contains(file.Mineral))],
        };
        foreach (string mineral in Minerals)
        {
            ReadOnlyMemory<byte> file = mineral == unknown ? "{\"unknown\":1}"u8.ToArray() : await VintageFiles.ReadAsync(from, published, VintageFiles.Assessment(mineral), default);
            await account.Vintages.PutAsync(name, VintageFiles.Assessment(mineral), file, VintageFiles.Json);
        }

        await account.Vintages.PutAsync(name, VintageStore.Manifest, VintageFiles.Write(some), VintageFiles.Json);
        await account.Vintages.PublishAsync(new PublishedVintage(name, ordinal, new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)));
    }
}
