using System.Globalization;
using Microsoft.Playwright;
using Pipeline.App.Tests.Api.SignIn;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>The pages of refusals in a real browser on a phone: whoever is not let in can read why.</summary>
public sealed class RefusalPagesInBrowserTests : IAsyncLifetime
{
    private const int Phone = 390;

    private Chromium browser = null!;
    private PlayedDirectory directory = null!;
    private ServedApi closed = null!;
    private ServedApi empty = null!;

    public async Task InitializeAsync()
    {
        (browser, directory) = (await Chromium.StartAsync(), await PlayedDirectory.StartAsync());
        closed = await ServedApi.StartWithoutStorageAsync(options => options with { SignIn = directory.Settings });
        empty = await ServedApi.StartWithoutStorageAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await closed.DisposeAsync();
        await empty.DisposeAsync();
        await directory.DisposeAsync();
    }

    [Fact]
    public async Task The_accessibility_engine_finds_nothing_on_them_and_none_is_wider_than_the_window()
    {
        List<string> findings = [];
        foreach ((ServedApi api, string address, int status) in ((ServedApi, string, int)[])[(closed, "/api/portal", 401), (empty, "/api/portal/nowhere", 404), (empty, "/api/portal", 503)])
        {
            await using Visit visit = await browser.VisitAsync(api.Urls.First(), Phone, scripts: true);
            foreach (string language in (string[])["ja", "en"])
            {
                IResponse answer = (await visit.Page.GotoAsync($"{address}?lang={language}"))!;
                Assert.Equal(status, answer.Status);
                findings.AddRange(await AccessibilityEngine.FindingsAsync(visit.Page));
                Assert.InRange(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, Phone);
            }

            // That the page itself is a refusal is all that the browser complains about: its style is not refused.
            Assert.All(visit.Complaints, complaint => Assert.Contains(status.ToString(CultureInfo.InvariantCulture), complaint, StringComparison.Ordinal));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}
