using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Pipeline.App.Tests.Contract.Validation;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api;

[Collection(RefreshedCollection.Name)]
public sealed class ReportingApiTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    private HttpClient Client => api.Client;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void It_listens_on_the_loopback_address_only() => Assert.All(api.Urls, url => Assert.Equal("127.0.0.1", new Uri(url).Host));

    [Theory]
    [InlineData("/api/health/live", "live")]
    [InlineData("/api/health/ready", "ready")]
    public async Task Health_is_one_word(string path, string word) => Assert.Equal(word, await Client.GetStringAsync(path));

    [Fact]
    public async Task The_list_has_every_mineral_in_both_languages_and_names_its_vintage()
    {
        JsonElement answer = await JsonAsync("/api/v1/minerals");

        Assert.Equal(41, answer.GetProperty("minerals").GetArrayLength());
        Assert.Equal(refreshed.Summary.GetProperty("vintage").GetString(), answer.GetProperty("meta").GetProperty("vintage").GetString());
        Assert.Contains(answer.GetProperty("minerals").EnumerateArray(), mineral =>
            mineral.GetProperty("id").GetString() == "cobalt" && mineral.GetProperty("nameJa").GetString() == "コバルト");
    }

    [Fact]
    public async Task A_mineral_page_links_to_its_assessment_and_briefings_and_each_link_works()
    {
        JsonElement links = (await JsonAsync("/api/v1/minerals/cobalt")).GetProperty("mineral").GetProperty("links");

        foreach (JsonProperty link in links.EnumerateObject())
        {
            using HttpResponseMessage answer = await Client.GetAsync(link.Value.GetString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_assessment_comes_bare_or_with_its_evidence()
    {
        JsonElement bare = await JsonAsync("/api/v1/assessments/copper");
        JsonElement full = await JsonAsync("/api/v1/assessments/copper?evidence=full");

        Assert.DoesNotContain("\"snapshot\":\"", bare.GetProperty("assessment").GetProperty("results").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"snapshot\":\"", full.GetProperty("assessment").GetProperty("results").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("sum(terms)", bare.GetProperty("assessment").GetRawText(), StringComparison.Ordinal);
        Assert.Contains(full.GetProperty("assessment").GetProperty("results")[1].GetProperty("formulas").EnumerateArray(), formula =>
            (formula.GetProperty("figure").GetString(), formula.GetProperty("expression").GetString()) == ("index", "sum(terms)"));
        Assert.Equal(
            bare.GetProperty("assessment").GetProperty("results")[1].GetProperty("value").GetDouble(),
            full.GetProperty("assessment").GetProperty("results")[1].GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task A_briefing_is_the_published_file_with_its_name_and_hash()
    {
        JsonElement row = (await JsonAsync("/api/v1/briefings")).GetProperty("briefings").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "lithium.ja");
        using HttpResponseMessage answer = await Client.GetAsync(row.GetProperty("content").GetString());
        byte[] pdf = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("lithium.ja.pdf", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(row.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(pdf)));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(refreshed.OutputFolder, "briefings", "lithium.ja.pdf")), pdf);
    }

    [Theory]
    [InlineData("/api/v1/minerals/unobtainium")]
    [InlineData("/api/v1/assessments/unobtainium")]
    [InlineData("/api/v1/briefings/cobalt.fr/content")]
    public async Task What_is_not_in_the_vintage_is_a_problem_document_with_404(string path)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("unobtainium", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/assessments/copper?evidense=full", "evidence")]
    [InlineData("/api/v1/minerals?groop=rare", "group")]
    [InlineData("/api/v1/vintages?mineral=cobalt", "no query parameters")]
    [InlineData("/api/v1/assessments/copper?evidence=yes", "full")]
    public async Task A_misspelt_parameter_is_refused_with_what_was_most_likely_meant(string path, string hint)
    {
        using HttpResponseMessage answer = await Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(hint, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_can_be_written_to()
    {
        using HttpResponseMessage answer = await Client.PostAsync("/api/v1/minerals", content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Before_anything_is_published_the_program_is_live_and_not_ready()
    {
        using TemporaryFolder folder = new();
        await using StorageEmulator empty = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        StorageAccount account = StorageAccount.Connect(empty.ConnectionString);
        await account.CreateAsync();
        await using WebApplication waiting = ServedApi.Build(account);
        await waiting.StartAsync();
        using HttpClient caller = ContractCheck.Client(waiting.Urls.First());

        Assert.Equal("live", await caller.GetStringAsync("/api/health/live"));
        using HttpResponseMessage ready = await caller.GetAsync("/api/health/ready");
        using HttpResponseMessage minerals = await caller.GetAsync("/api/v1/minerals");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (ready.StatusCode, minerals.StatusCode));
        await waiting.StopAsync();
    }

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await Client.GetStringAsync(path)).RootElement;
}
