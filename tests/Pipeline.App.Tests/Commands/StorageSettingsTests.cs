using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Running;
using Pipeline.Storage.Tests.Identity;

namespace Pipeline.App.Tests.Commands;

/// <summary>Which account is used and as whom: by the names that the Functions host reads, whole or not at all.</summary>
public sealed class StorageSettingsTests(SignedInEmulator emulator) : IClassFixture<SignedInEmulator>
{
    private const string Client = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void A_connection_string_is_taken_as_it_is_and_never_shown()
    {
        StorageSettings settings = Load(("AzureWebJobsStorage", "AccountName=minerals;AccountKey=c2VjcmV0"));

        Assert.Equal("AccountName=minerals;AccountKey=c2VjcmV0", settings.ConnectionString);
        Assert.DoesNotContain("c2VjcmV0", new PipelineSettings { Storage = settings }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_name_means_the_clouds_addresses_and_the_identity_that_is_named()
    {
        StorageSettings settings = Load(
            ("AzureWebJobsStorage:accountName", "minerals"), ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", Client));

        Assert.Equal(
            new StorageIdentity(new("https://minerals.blob.core.windows.net"), new("https://minerals.queue.core.windows.net"), new("https://minerals.table.core.windows.net"), Client),
            settings.Identity);
        Assert.Null(settings.ConnectionString);
        Assert.NotNull(settings.Connect());
    }

    [Fact]
    public void Three_addresses_mean_the_same_and_without_a_client_id_the_apps_own_identity() => Assert.Equal(
        new StorageIdentity(new("https://b.example.jp/"), new("https://q.example.jp/"), new("https://t.example.jp/"), null),
        Load(
            ("AzureWebJobsStorage:credential", "ManagedIdentity"), ("AzureWebJobsStorage:blobServiceUri", "https://b.example.jp"),
            ("AzureWebJobsStorage:queueServiceUri", "https://q.example.jp"), ("AzureWebJobsStorage:tableServiceUri", "https://t.example.jp")).Identity);

    [Theory]
    [InlineData("AzureWebJobsStorage and AzureWebJobsStorage__accountName", "=AccountName=hidden", "accountName=hidden", "credential=managedidentity")]
    [InlineData("AzureWebJobsStorage__credential", "accountName=hidden")]
    [InlineData("AzureWebJobsStorage__credential", "accountName=minerals", "credential=hidden")]
    [InlineData("AzureWebJobsStorage__clientId", "accountName=minerals", "credential=managedidentity", "clientId=hidden")]
    [InlineData("AzureWebJobsStorage__accountName", "accountName=https://hidden", "credential=managedidentity")]
    [InlineData("AzureWebJobsStorage__accountName", "credential=managedidentity", "clientId=" + Client)]
    [InlineData("found AzureWebJobsStorage__queueServiceUri.", "credential=managedidentity", "queueServiceUri=https://hidden.example.jp")]
    [InlineData("AzureWebJobsStorage__accountName, AzureWebJobsStorage__blobServiceUri", "accountName=hidden", "credential=managedidentity", "blobServiceUri=https://hidden.example.jp")]
    [InlineData("AzureWebJobsStorage__tableServiceUri", "credential=managedidentity", "blobServiceUri=https://b.example.jp", "queueServiceUri=https://q.example.jp", "tableServiceUri=http://hidden.example.jp")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "credential=managedidentity", "blobServiceUri=https://b.example.jp/?sig=hidden", "queueServiceUri=https://q.example.jp", "tableServiceUri=https://t.example.jp")]
    public void Half_of_an_account_or_two_of_them_are_refused_by_name_and_not_by_value(string named, params string[] settings)
    {
        SettingException refusal = Assert.Throws<SettingException>(() => Load(
            [.. settings.Select(one => one.Split('=', 2)).Select(pair => (pair[0].Length == 0 ? "AzureWebJobsStorage" : $"AzureWebJobsStorage:{pair[0]}", pair[1]))]));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refusal.ToString(), StringComparison.Ordinal);
    }

    /// <summary>
    /// The program itself, in the surroundings of a hosted app: an endpoint that gives out tokens of its identity, and a storage account
    /// that takes nothing else.
    /// </summary>
    [Fact]
    public async Task The_program_reaches_its_account_by_the_identity_of_the_app()
    {
        List<string> asked = [];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using WebApplication identity = builder.Build();
        identity.MapGet("/msi/token", (HttpRequest request) =>
        {
            asked.Add($"{request.Query["resource"]} {request.Query["client_id"]} {request.Headers["X-IDENTITY-HEADER"]}");
            long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
            return Results.Json(new { access_token = Token(now), expires_on = (now + 3600).ToString(CultureInfo.InvariantCulture), resource = "https://storage.azure.com", token_type = "Bearer" });
        });
        await identity.StartAsync();
        using TemporaryFolder folder = new();
        Dictionary<string, string> environment = new()
        {
            ["AzureWebJobsStorage__credential"] = "managedidentity",
            ["AzureWebJobsStorage__clientId"] = Client,
            ["AzureWebJobsStorage__blobServiceUri"] = emulator.Services[0].AbsoluteUri,
            ["AzureWebJobsStorage__queueServiceUri"] = emulator.Services[1].AbsoluteUri,
            ["AzureWebJobsStorage__tableServiceUri"] = emulator.Services[2].AbsoluteUri,
            ["IDENTITY_ENDPOINT"] = $"{identity.Urls.Single()}/msi/token",
            ["IDENTITY_HEADER"] = "header",
            ["SSL_CERT_FILE"] = emulator.CertificateFile,
        };

        ProcessOutcome outcome = await Task.Run(() => RunningProcess.Run("dotnet", folder.Path, environment, typeof(Program).Assembly.Location, "runs", "--poison"));

        Assert.Equal((0, "No message was given up.\n", string.Empty), (outcome.ExitCode, outcome.Output, outcome.Error));
        Assert.Equal([$"https://storage.azure.com {Client} header"], asked.Distinct());
    }

    /// <summary>A token with the claims that the emulator checks; it checks no signature.</summary>
    private static string Token(long now)
    {
        var claims = new { aud = "https://storage.azure.com", iss = "https://sts.windows.net/tenant/", iat = now, nbf = now - 60, exp = now + 3600 };
        return string.Join('.', new[] { """{"alg":"none","typ":"JWT"}""", JsonSerializer.Serialize(claims), "unsigned" }
            .Select(part => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));
    }

    private static StorageSettings Load(params (string Key, string Value)[] values) => PipelineSettings.Load(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build()).Storage;
}
