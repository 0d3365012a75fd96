using System.Net;
using System.Text.Json;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Api.Representations;

/// <summary>Requests that set a condition or ask for a part; a refusal is a problem document that says nothing of the answer in whose place it stands.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class ConditionalAnswersTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/api/v1/assessments/cobalt", "If-Match", "\"another\"", 412, "precondition-failed")]
    [InlineData("/api/v1/briefings/cobalt.ja/content", "If-Match", "\"another\"", 412, "precondition-failed")]
    [InlineData("/api/v1/briefings/cobalt.ja/content", "Range", "bytes=999999999-", 416, "range-not-satisfiable")]
    public async Task A_condition_that_does_not_hold_and_a_part_that_is_not_there_are_problems(string path, string header, string value, int status, string kind)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        using HttpResponseMessage answer = await api.Client.SendAsync(request);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;

        Assert.Equal((status, "application/problem+json", "/api/v1/problems/" + kind), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, problem.GetProperty("type").GetString()));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Null(answer.Headers.ETag);
        Assert.False(answer.Headers.Contains("Repr-Digest"));
        Assert.Equal(status == 416, answer.Content.Headers.ContentRange is not null);
    }

    [Fact]
    public async Task The_tag_that_was_sent_meets_both_conditions()
    {
        using HttpResponseMessage first = await api.Client.GetAsync("/api/v1/assessments/cobalt");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("If-Match", first.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("If-None-Match", first.Headers.ETag!.Tag));

        async Task<HttpStatusCode> StatusAsync(string header, string tag)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/assessments/cobalt");
            request.Headers.TryAddWithoutValidation(header, tag);
            using HttpResponseMessage answer = await api.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/api/v1/minerals", "br")]
    [InlineData("/api/portal/help?lang=en", "br")]
    [InlineData("/api/v1/briefings/cobalt.ja/content", "")]
    public async Task A_caller_that_has_the_bytes_is_told_which_ones_and_for_how_long_and_not_what_they_are(string path, string coding)
    {
        using HttpResponseMessage first = await AskAsync(null);
        using HttpResponseMessage again = await AskAsync(first.Headers.ETag!.Tag);

        Assert.True(first.Headers.Contains("Repr-Digest"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((first.Headers.ETag, first.Headers.CacheControl), (again.Headers.ETag, again.Headers.CacheControl));
        Assert.Equal(first.Headers.Vary, again.Headers.Vary);
        // RFC 9110, 15.4.5: other metadata of the representation is not sent again.
        Assert.False(again.Headers.Contains("Repr-Digest"));
        Assert.Empty(again.Content.Headers.ContentEncoding);
        Assert.Empty(again.Content.Headers.ContentLanguage);

        async Task<HttpResponseMessage> AskAsync(string? tag)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
            if (tag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }

            return await api.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("GET", "bytes=0-99", 206)]
    [InlineData("HEAD", "bytes=0-99", 200)]
    [InlineData("GET", "items=0-5", 200)]
    public async Task A_part_is_asked_for_by_GET_and_in_bytes(string method, string range, int status)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), "/api/v1/briefings/cobalt.ja/content");
        request.Headers.TryAddWithoutValidation("Range", range);
        using HttpResponseMessage answer = await api.Client.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 206, answer.Content.Headers.ContentRange is not null);
        Assert.Equal(["ja"], answer.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("/api/v1/vintages")]
    [InlineData("/api/v1/vintages/2026Q4")]
    [InlineData("/api/v1/vintages/2026Q4/changes/2026Q4")]
    public async Task Lists_of_vintages_have_a_tag_too(string path)
    {
        using HttpResponseMessage answer = await api.Client.GetAsync(path);
        Assert.False(answer.Headers.ETag!.IsWeak);
    }

    [Theory]
    [InlineData("/api/v1/minerals")]
    [InlineData("/api/v1/observations?mineral=cobalt&limit=1")]
    public async Task An_answer_depends_on_what_is_accepted_and_on_the_page_that_asks(string path)
    {
        using HttpResponseMessage answer = await api.Client.GetAsync(path);
        Assert.Equal(["Accept", "Accept-Encoding", "Accept-Language", "Origin"], answer.Headers.Vary.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_description_of_a_briefing_leads_to_the_files_of_its_own_vintage()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        JsonElement row = JsonDocument.Parse(await api.Client.GetStringAsync("/api/v1/briefings/cobalt.ja")).RootElement.GetProperty("briefing");

        Assert.Equal(
            ($"/api/v1/briefings/cobalt.ja/content?vintage={vintage}", $"/api/v1/briefings/cobalt.ja/numbers?vintage={vintage}"),
            (row.GetProperty("content").GetString(), row.GetProperty("numbers").GetString()));
        byte[] file = await api.Client.GetByteArrayAsync(row.GetProperty("content").GetString());
        Assert.Equal(row.GetProperty("sha256").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)));
    }
}
