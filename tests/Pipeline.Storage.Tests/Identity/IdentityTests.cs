using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Pipeline.Storage.Tests.Identity;

/// <summary>The account by the identity of the app: no key anywhere, and a token only where it is encrypted.</summary>
public sealed class IdentityTests(SignedInEmulator emulator) : IClassFixture<SignedInEmulator>
{
    private sealed record Work(string Run, string Subject);

    [Fact]
    public async Task All_three_services_take_a_token_and_every_request_carries_it()
    {
        var scopes = new ConcurrentBag<string>();
        using var seen = new Recorder(emulator.Thumbprint);
        using var transport = new HttpClientTransport(new HttpClient(seen));
        var account = StorageAccount.Connect(emulator.Services[0], emulator.Services[1], emulator.Services[2], Identity(scopes), transport);

        await account.CreateAsync();
        var run = await account.Runs.AddRunAsync(RunRecord.Start("2026Q4", Times.Start, "1.0"));
        await account.Runs.AddStepsAsync(run.Id, [new StepRecord(run.Id, "assess", "cobalt", StepKey.Of("1.0", "assess", "cobalt", []))]);
        await account.RunFiles.PutAsync(run.Id, "changes.json", "{}"u8.ToArray(), "application/json");
        await account.Queue(QueueNames.AssessMineral).SendAsync(new Work(run.Id, "cobalt"));

        Assert.NotNull(await account.Runs.FindStepAsync(run.Id, "assess", "cobalt"));
        Assert.Equal("{}"u8.ToArray(), (await account.RunFiles.TryGetAsync(run.Id, "changes.json"))!.Bytes.ToArray());
        Assert.Single(await account.Queue(QueueNames.AssessMineral).ReceiveAsync<Work>(1, TimeSpan.FromMinutes(1)));
        Assert.Equal(["https Bearer"], seen.Requests.Select(request => $"{request.RequestUri!.Scheme} {request.Headers.Authorization!.Scheme}").Distinct());
        Assert.Equal(3, seen.Requests.Select(request => request.RequestUri!.Port).Distinct().Count());
        Assert.Equal(["https://storage.azure.com/.default"], scopes.Distinct());
    }

    [Theory]
    [InlineData(0, "address of the blob service")]
    [InlineData(1, "address of the queue service")]
    [InlineData(2, "address of the table service")]
    public void A_token_is_never_shown_to_an_address_that_is_not_encrypted(int plain, string place)
    {
        Uri[] addresses = [.. emulator.Services];
        addresses[plain] = new UriBuilder(addresses[plain]) { Scheme = "http" }.Uri;

        var refused = Assert.Throws<StorageSettingException>(
            () => StorageAccount.Connect(addresses[0], addresses[1], addresses[2], Identity([])));

        Assert.Equal(place, refused.Fault.Place);
    }

    /// <summary>A token with the claims that the emulator checks; it checks no signature.</summary>
    private static TokenCredential Identity(ConcurrentBag<string> scopes) => DelegatedTokenCredential.Create((asked, _) =>
    {
        foreach (var scope in asked.Scopes) scopes.Add(scope);
        var now = TimeProvider.System.GetUtcNow();
        return new AccessToken(Token(now), now.AddHours(1));
    });

    private static string Token(DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var claims = new { aud = "https://storage.azure.com", iss = "https://sts.windows.net/tenant/", iat = seconds, nbf = seconds - 60, exp = seconds + 3600 };
        return $"{Part("""{"alg":"none","typ":"JWT"}"""u8)}.{Part(JsonSerializer.SerializeToUtf8Bytes(claims))}.{Part(Encoding.ASCII.GetBytes("unsigned"))}";
    }

    private static string Part(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>Trusts the emulator's certificate and no other, and keeps what was sent.</summary>
    private sealed class Recorder : DelegatingHandler
    {
        public Recorder(string thumbprint) : base(new HttpClientHandler
        {
            UseProxy = false,
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.GetCertHashString(HashAlgorithmName.SHA256) == thumbprint,
        })
        {
        }

        public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Enqueue(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
