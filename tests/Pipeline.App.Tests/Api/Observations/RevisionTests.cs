using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Api.Observations;

/// <summary>What was known when, and pages that agree while another vintage is published.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class RevisionTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private const string Congo = "/api/v1/observations?mineral=cobalt&indicator=mine-production&place=COD&figure=value";

    private ServedVintages served = null!;

    public async Task InitializeAsync() => served = await ServedVintages.OfAsync(refreshed.Account);

    public async Task DisposeAsync() => await served.DisposeAsync();

    [Fact]
    public async Task Pages_begun_before_a_publication_end_with_the_same_vintage()
    {
        string[] whole = await WalkAsync("/api/v1/observations?mineral=cobalt&limit=1000", () => Task.CompletedTask);
        string[] walked = await WalkAsync("/api/v1/observations?mineral=cobalt&limit=50", async () =>
        {
            await served.PublishSecondAsync();
        });

        Assert.Equal(whole, walked);
        Assert.All(walked, row => Assert.Contains(TwoVintages.First, row, StringComparison.Ordinal));
        Assert.Equal([(TwoVintages.Second, 200000)], await ValuesAsync(Congo));
    }

    [Fact]
    public async Task Each_value_that_was_stated_is_found_by_vintage_by_quarter_by_day_and_by_revision()
    {
        await served.PublishSecondAsync();
        (string, double) before = (TwoVintages.First, 226000);
        (string, double) after = (TwoVintages.Second, 200000);

        Assert.Equal([after], await ValuesAsync(Congo));
        Assert.Equal([before], await ValuesAsync($"{Congo}&asOf={TwoVintages.First}"));
        Assert.Equal([before], await ValuesAsync($"{Congo}&asOf=2026Q3"));
        Assert.Equal([before], await ValuesAsync($"{Congo}&asOf=2026-11-19"));
        Assert.Equal([after], await ValuesAsync($"{Congo}&asOf=2026-11-20"));
        Assert.Equal([after], await ValuesAsync($"{Congo}&asOf=9999-12-31"));
        Assert.Equal([before], await ValuesAsync($"{Congo}&revisions=first"));
        Assert.Equal([before, after], await ValuesAsync($"{Congo}&revisions=all"));
        Assert.Equal([before], await ValuesAsync($"{Congo}&revisions=all&asOf={TwoVintages.First}"));
        Assert.Equal([after], await ValuesAsync($"{Congo}&updatedSince=2026-11-20"));
        Assert.Empty(await ValuesAsync($"{Congo}&updatedSince=2026-11-21"));
        Assert.Equal([after], await ValuesAsync($"{Congo}&revisions=all&updatedSince=2026-09-01"));
    }

    [Fact]
    public async Task Nothing_that_stayed_the_same_is_an_update()
    {
        await served.PublishSecondAsync();
        JsonElement[] rows = [.. (await JsonAsync("/api/v1/observations?updatedSince=2026-11-01&limit=1000")).GetProperty("observations").EnumerateArray()];

        Assert.Equal(["cobalt~countries~mine-production~cobalt~contained-metal~COD~value"], rows.Select(row => row.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_answer_that_names_its_vintage_may_be_kept_for_good_and_no_other()
    {
        await served.PublishSecondAsync();

        Assert.Equal(TimeSpan.FromDays(365), await AgeAsync($"{Congo}&asOf={TwoVintages.First}"));
        Assert.Equal(TimeSpan.FromDays(365), await AgeAsync($"{Congo}&asOf={TwoVintages.Second}"));
        Assert.Equal(TimeSpan.FromMinutes(5), await AgeAsync(Congo));
        Assert.Equal(TimeSpan.FromMinutes(5), await AgeAsync($"{Congo}&asOf=2026Q3"));
        Assert.Equal(TimeSpan.FromMinutes(5), await AgeAsync($"{Congo}&asOf=2026-11-19"));
        Assert.Equal(TimeSpan.FromMinutes(5), await AgeAsync($"{Congo}&revisions=all&asOf={TwoVintages.Second}"));
        // The program that runs has a part in evidence: it resolves the tree, and knows what became of corrections.
        Assert.Equal(TimeSpan.FromMinutes(5), await AgeAsync($"/api/v1/observations/cobalt~price-fluctuation~score/evidence?vintage={TwoVintages.First}"));
    }

    [Fact]
    public async Task Each_row_is_credited_to_the_edition_that_its_own_vintage_rests_on()
    {
        await served.PublishSecondAsync();

        string[] first = await CreditsAsync($"{Congo}&revisions=first");
        string[] latest = await CreditsAsync(Congo);
        string[] all = await CreditsAsync($"{Congo}&revisions=all");
        Assert.Equal([TwoVintages.SecondCredit], latest);
        Assert.DoesNotContain(TwoVintages.SecondCredit, first);
        Assert.Equal([.. first, .. latest], all);
    }

    [Fact]
    public async Task A_cursor_that_was_never_given_out_is_refused_whatever_it_says()
    {
        using HttpResponseMessage page = await served.Client.GetAsync("/api/v1/observations?mineral=cobalt&revisions=all&limit=1");
        string next = NextOf(page)!;
        string cursor = Cursor().Match(next).Groups[1].Value;
        string[] words = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ');

        string[][] forgeries = [[words[0], "0", words[2], "0"], ["2026Q3", words[1], words[2], "0"], ["2026-11-30", words[1], words[2], "0"], ["2026Q9-none", words[1], words[2], "0"]];
        foreach (string[] forged in forgeries)
        {
            string sent = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(' ', forged)));
            using HttpResponseMessage answer = await served.Client.GetAsync(next.Replace(cursor, sent, StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("/problems/bad-cursor", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<string[]> CreditsAsync(string path) => [.. (await JsonAsync(path)).GetProperty("meta").GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("citation").GetString()!)];

    [GeneratedRegex("cursor=([^&>]+)")]
    private static partial Regex Cursor();

    private async Task<TimeSpan?> AgeAsync(string path)
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, path);
        return answer.Headers.CacheControl!.MaxAge;
    }

    private async Task<(string Vintage, double Value)[]> ValuesAsync(string path) => [.. (await JsonAsync(path)).GetProperty("observations").EnumerateArray()
        .Select(row => (row.GetProperty("vintage").GetString()!, row.GetProperty("value").GetDouble()))];

    private async Task<string[]> WalkAsync(string address, Func<Task> afterFirst)
    {
        List<string> rows = [];
        for (string? next = address; next is not null;)
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(next);
            Assert.True(answer.IsSuccessStatusCode, next);
            rows.AddRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("observations").EnumerateArray().Select(row => row.GetRawText()));
            if (next == address)
            {
                await afterFirst();
            }

            next = NextOf(answer);
        }

        return [.. rows];
    }

    private static string? NextOf(HttpResponseMessage answer) => NextForm().Match(string.Join(", ", answer.Headers.GetValues("Link"))) is { Success: true } match ? match.Groups[1].Value : null;

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await served.Client.GetStringAsync(path)).RootElement;

    [GeneratedRegex("<([^>]+)>; rel=\"next\"")]
    private static partial Regex NextForm();
}
