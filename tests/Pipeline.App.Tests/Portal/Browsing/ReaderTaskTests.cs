using Microsoft.Playwright;
using Pipeline.App.Tests.Running;
using Pipeline.App.Tests.Runs;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>What ministry staff come for, done in a real browser with the keyboard alone and scripts switched off.</summary>
[Collection(RevisedCollection.Name)]
public sealed class ReaderTaskTests(RevisedStorage revised) : IAsyncLifetime
{
    private Chromium browser = null!;
    private ServedApi api = null!;

    public async Task InitializeAsync() => (browser, api) = (await Chromium.StartAsync(), await ServedApi.StartAsync(revised.Account));

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await api.DisposeAsync();
    }

    [Theory]
    [InlineData("ja", "名称・元素記号", "コバルト", "絞り込む", "コバルト", "日本語（PDF")]
    [InlineData("en", "Name or symbol", "cobalt", "Narrow", "Cobalt", "日本語 (PDF")]
    public async Task A_reader_finds_and_downloads_the_cobalt_briefing_in_Japanese(string language, string field, string typed, string send, string link, string file)
    {
        await using Visit visit = await OpenAsync(language);
        await visit.WriteAsync(field, typed);
        await visit.FollowAsync(send);
        await visit.FollowAsync(link);
        IDownload download = await visit.DownloadAsync(file);

        Assert.Equal("cobalt.ja.pdf", download.SuggestedFilename);
        byte[] bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal((await revised.Account.Briefings.TryGetAsync(revised.Current.Vintage, "cobalt", "ja"))!.Bytes.ToArray(), bytes);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("ja", "変化と理由", "鉱種", "表示する", "リチウム", "コバルト", "2026年第3四半期", "国別生産寡占度は 0.465（0.465〜0.466、高） から 0.577（極高） へ動いた（+0.112）。", "データの改定：")]
    [InlineData(
        "en", "Changes", "Mineral", "Show", "Lithium", "Cobalt", "Q3 2026",
        "Production concentration by country moved from 0.465 (0.465–0.466; high) to 0.577 (very high) (+0.112).", "revised data: ")]
    public async Task A_reader_sees_why_a_score_moved_first_of_lithium_then_of_cobalt(
        string language, string menu, string list, string send, string lithium, string cobalt, string before, string moved, string cause)
    {
        // Congo 226,000 t and Australia 4,780 t of 301,590 t give 0.5766; with 26,000 t more in Australia and as much less in Congo it was 0.4650.
        await using Visit visit = await OpenAsync(language);
        await visit.FollowAsync(menu);
        await visit.ChooseAsync(list, lithium);
        await visit.FollowAsync(send);
        string still = await visit.TextAsync();
        await visit.ChooseAsync(list, cobalt);
        await visit.FollowAsync(send);
        string text = await visit.TextAsync();

        Assert.Contains(lithium, still, StringComparison.Ordinal);
        Assert.DoesNotContain(moved, still, StringComparison.Ordinal);
        Assert.Contains(moved, text, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? $"{before}（{revised.Backfill[2].Vintage}）" : $"{before} ({revised.Backfill[2].Vintage})", text, StringComparison.Ordinal);
        Assert.Contains(text.Split('\n'), line => line.TrimStart().StartsWith(cause, StringComparison.Ordinal) && line.Contains("0.577", StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("ja", "コバルト", "0.7", "MCS2026_Commodities_Data.csv")]
    [InlineData("en", "Cobalt", "0.7", "MCS2026_Commodities_Data.csv")]
    public async Task A_reader_finds_where_one_number_comes_from(string language, string mineral, string number, string file)
    {
        await using Visit visit = await OpenAsync(language);
        await visit.FollowAsync(mineral);
        await visit.FollowAsync(number);
        string text = await visit.TextAsync();

        Assert.Contains("/api/portal/numbers/cobalt." + language, visit.Page.Url, StringComparison.Ordinal);
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.Contains(file, text, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("ja", "仮定の試算", "鉱種", "コバルト", "入力欄を表示する", "供給する国", "オーストラリア", "規模", "試算する", "仮定による試算")]
    [InlineData("en", "What if", "Mineral", "Cobalt", "Show the fields", "Supplying country", "Australia", "Amount", "Compute", "HYPOTHETICAL")]
    public async Task A_reader_asks_what_if_a_smelter_abroad_supplies_a_quarter(
        string language, string menu, string list, string mineral, string next, string countries, string country, string size, string compute, string mark)
    {
        await using Visit visit = await OpenAsync(language);
        await visit.FollowAsync(menu);
        await visit.ChooseAsync(list, mineral);
        await visit.FollowAsync(next);
        await visit.ChooseAsync(countries, country);
        await visit.WriteAsync(size, "25");
        await visit.FollowAsync(compute);
        string text = await visit.TextAsync();

        Assert.Contains(mark, text, StringComparison.Ordinal);
        Assert.Contains(country, text, StringComparison.Ordinal);
        Assert.DoesNotContain("25", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    private async Task<Visit> OpenAsync(string language)
    {
        Visit visit = await browser.VisitAsync(api.Urls.First());
        await visit.OpenAsync($"/api/portal?lang={language}");
        return visit;
    }
}
