using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>Every kind of page in a real browser: at the widths of a phone, a tablet and a desk, in both languages.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class EveryPageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private Chromium browser = null!;
    private ServedApi api = null!;

    public async Task InitializeAsync() => (browser, api) = (await Chromium.StartAsync(), await refreshed.ServedAsync());

    public async Task DisposeAsync() => await browser.DisposeAsync();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task On_every_page_the_accessibility_engine_finds_nothing_and_the_browser_has_no_complaint(string language)
    {
        List<string> findings = [];
        IReadOnlyList<string> pages = await PortalPages.FindAsync(api.Client, language);
        Assert.NotEmpty(pages);
        await using Visit visit = await browser.VisitAsync(api.Urls.First(), scripts: true);
        foreach (string page in pages)
        {
            await visit.OpenAsync(page);
            findings.AddRange(await AccessibilityEngine.FindingsAsync(visit.Page));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(20)));
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Cells whose words reach over into the next one.</summary>
    private const string Overprinted =
        "() => [...document.querySelectorAll('tbody th, tbody td')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)";

    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task No_page_is_wider_than_the_window_and_no_cell_prints_over_the_next(int width)
    {
        List<string> wide = [];
        await using Visit visit = await browser.VisitAsync(api.Urls.First(), width);
        foreach (string language in (string[])["ja", "en"])
        {
            foreach (string page in await PortalPages.FindAsync(api.Client, language))
            {
                await visit.OpenAsync(page);
                int content = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (content > width)
                {
                    wide.Add($"{page}: {content}");
                }

                wide.AddRange((await visit.Page.EvaluateAsync<string[]>(Overprinted)).Select(words => $"{page}: {words}"));
            }
        }

        Assert.True(wide.Count == 0, string.Join('\n', wide));
        Assert.Empty(visit.Complaints);
    }
}
