using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Refresh;
using Pipeline.App.Tests.Portal;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>Rejected rows over a real socket: what operators see of them, and the decision that one stays out for good. The files here would be read by runs, so the storage is their own.</summary>
public sealed class QuarantineRoutesTests(RunApiTests.Served served) : IClassFixture<RunApiTests.Served>
{
    [Fact]
    public async Task A_rejected_row_is_shown_with_rule_value_place_and_source_and_released_once_with_a_reason()
    {
        await QuarantineAsync("released.csv", 7);
        JsonElement row = await RowAsync("released.csv");
        string id = row.GetProperty("id").GetString()!;

        Assert.Equal(
            ("domestic-survey", "released.csv!7:value", "number", "a number", "n/a", "2024,cobalt,n/a"),
            (Text(row, "source"), Text(row, "place"), Text(row, "rule"), Text(row, "expected"), Text(row, "found"), Text(row, "row")));
        Assert.False(row.TryGetProperty("release", out _));

        using HttpResponseMessage without = await ReleaseAsync(id, """{"reason":" "}""");
        using HttpResponseMessage released = await ReleaseAsync(id, """{"reason":"A note of the office."}""", "key 1");
        using HttpResponseMessage again = await ReleaseAsync(id, """{"reason":"A note of the office."}""", "key 1");
        using HttpResponseMessage sameKey = await ReleaseAsync(id, """{"reason":"Another."}""", "key 1");
        using HttpResponseMessage other = await ReleaseAsync(id, """{"reason":"Another."}""", "key 2");

        Assert.Equal((400, 200, 200, 409, 409), ((int)without.StatusCode, (int)released.StatusCode, (int)again.StatusCode, (int)sameKey.StatusCode, (int)other.StatusCode));
        Assert.Contains("/problems/key-used", await sameKey.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/problems/already-released", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        JsonElement decision = (await RowAsync("released.csv")).GetProperty("release");
        Assert.Equal(("this-machine", "A note of the office."), (Text(decision, "by"), Text(decision, "reason")));
        Assert.Equal(decision.GetRawText(), JsonDocument.Parse(await again.Content.ReadAsStringAsync()).RootElement.GetProperty("release").GetRawText());
    }

    [Fact]
    public async Task The_page_of_rejected_rows_shows_rule_value_and_place_and_what_passed_beside_it()
    {
        await QuarantineAsync("paged.csv", 5);

        IHtmlDocument page = await served.Client.ReadAsync("/api/portal/quarantine?lang=ja");
        IElement row = page.QuerySelectorAll("#rows + .scrolling tbody tr").Single(line => line.TextContent.StartsWith("paged.csv", StringComparison.Ordinal));

        Assert.Equal(["paged.csv!5:value", "number", "a number", "n/a", "2024,cobalt,n/a", "—"], row.Children.Select(cell => cell.TextContent));
        Assert.Contains(page.QuerySelectorAll("#files + .scrolling tbody tr"), file => file.Children[0].TextContent == "paged.csv" && file.Children[4].TextContent == "1");
    }

    [Fact]
    public async Task A_released_row_is_no_gap_and_one_that_nobody_has_released_is()
    {
        Snapshot snapshot = await QuarantineAsync("gap.csv", 3);
        string version = ReadStage.StoredVersion(RunPlan.Reader("domestic-survey").Version);
        VintageManifest whole = new("v", "2026Q4", default, "k", "m", "c", [], new ResultCounts(0, 0, 0, 0), [], [], [], []);
        IReadOnlyList<SetAsideRow> before = await RowsAsync();

        using HttpResponseMessage released = await ReleaseAsync(before[0].Id, """{"reason":"A heading."}""");

        Assert.True(released.IsSuccessStatusCode);
        Assert.Equal((true, false), (SetAsideRows.AreGaps(whole, before), SetAsideRows.AreGaps(whole, await RowsAsync())));
        Assert.True(SetAsideRows.AreGaps(whole with { MissingSources = [new MissingSource("wgi", "x", "y")] }, await RowsAsync()));

        async Task<IReadOnlyList<SetAsideRow>> RowsAsync() =>
            (await SetAsideRows.OfAsync(served.Storage, snapshot.Hash, version, await served.Storage.QuarantineReleases.ListAsync(), default))!;
    }

    [Fact]
    public async Task Rows_are_counted_whole_and_shown_as_many_as_asked_for()
    {
        await QuarantineAsync("counted.csv", 1, 2, 3);

        JsonElement list = await served.GetAsync("/api/v1/quarantine?limit=1&state=open");

        Assert.Equal(1, list.GetProperty("rows").GetArrayLength());
        Assert.True(list.GetProperty("total").GetInt32() >= 3);
        JsonElement file = list.GetProperty("files").EnumerateArray().Single(one => Text(one, "file") == "counted.csv");
        Assert.Equal((3, 0), (file.GetProperty("rowsQuarantined").GetInt32(), file.GetProperty("rowsReleased").GetInt32()));
    }

    [Fact]
    public async Task Every_row_is_on_one_page_though_one_is_released_between_two_pages()
    {
        await QuarantineAsync("pages-1.csv", 1, 2, 3);
        await QuarantineAsync("pages-2.csv", 1, 2);
        JsonElement[] open = [.. (await served.GetAsync("/api/v1/quarantine?limit=1000&state=open")).GetProperty("rows").EnumerateArray()];

        List<string> seen = [];
        string? next = string.Empty;
        while (next is not null)
        {
            JsonElement page = await served.GetAsync("/api/v1/quarantine?limit=2&state=open" + (next.Length == 0 ? string.Empty : $"&after={next}"));
            seen.AddRange(page.GetProperty("rows").EnumerateArray().Select(row => Text(row, "id")!));
            if (next.Length == 0)
            {
                using HttpResponseMessage released = await ReleaseAsync(seen[^1], """{"reason":"A note."}""");
                Assert.True(released.IsSuccessStatusCode);
            }

            next = page.TryGetProperty("next", out JsonElement after) ? after.GetString() : null;
        }

        Assert.Equal(open.Select(row => Text(row, "id")), seen);
        using HttpResponseMessage unknown = await served.Client.GetAsync("/api/v1/quarantine?after=00000000000000000000000000000000");
        Assert.Equal(400, (int)unknown.StatusCode);
        Assert.Contains("/problems/bad-cursor", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("..%2f..")]
    public async Task A_row_that_is_not_there_cannot_be_released(string id)
    {
        using HttpResponseMessage answer = await ReleaseAsync(id, """{"reason":"Why not."}""");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task<Snapshot> QuarantineAsync(string file, params int[] lines)
    {
        Snapshot snapshot = await served.Bench.StoreAsync("domestic-survey", file, System.Text.Encoding.UTF8.GetBytes(file));
        QuarantinedRow[] rows = [.. lines.Select(line => new QuarantinedRow("number", new SourceCell(snapshot.Hash, file, null, line, "value"), "a number", "n/a", "2024,cobalt,n/a"))];
        await served.Storage.Quarantine.PutAsync(snapshot.Hash, ReadStage.StoredVersion(RunPlan.Reader("domestic-survey").Version), VintageFiles.Write(rows), VintageFiles.Json);
        return snapshot;
    }

    private async Task<JsonElement> RowAsync(string file) =>
        (await served.GetAsync("/api/v1/quarantine?limit=1000")).GetProperty("rows").EnumerateArray().Single(row => Text(row, "file") == file);

    private async Task<HttpResponseMessage> ReleaseAsync(string id, string body, string? key = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/quarantine/{id}/release") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await served.Client.SendAsync(request);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
