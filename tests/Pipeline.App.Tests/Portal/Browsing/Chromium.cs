using Microsoft.Playwright;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>Debian's chromium without a window, driven as a person drives it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Starts the browser.</summary>
    public static async Task<Chromium> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu"] }));
    }

    /// <summary>Opens a window on a site.</summary>
    /// <param name="site">Address of the site, without a path.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="scripts">False for a reader who has switched scripts off.</param>
    public async Task<Visit> VisitAsync(string site, int width = 1280, bool scripts = false)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site,
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            AcceptDownloads = true,
            Locale = "ja-JP",
        });
        return new Visit(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
