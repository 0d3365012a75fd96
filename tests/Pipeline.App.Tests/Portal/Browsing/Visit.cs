using Microsoft.Playwright;

namespace Pipeline.App.Tests.Portal.Browsing;

/// <summary>A reader in a window of the browser. Whatever the browser complains about is kept: a refused style, a missing file, an error of a script.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>Steps with the tabulator after which a person gives up.</summary>
    private const int Patience = 400;

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    /// <summary>Listens to the complaints of a page.</summary>
    public Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A file that is saved is no page: the browser ends the navigation to it.
            if (!new Uri(request.Url).AbsolutePath.EndsWith("/content", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {request.Url} {request.Failure}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                complaints.Add($"{response.Url}: {response.Status}");
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>Goes on with the tabulator until the focus is on a field.</summary>
    /// <param name="label">Its label.</param>
    public Task TabToFieldAsync(string label) => TabAsync(label, focused => focused[0] == label);

    /// <summary>Goes on with the tabulator until the focus is on a link or button.</summary>
    /// <param name="beginning">The beginning of its words.</param>
    public Task TabToLinkAsync(string beginning) => TabAsync(beginning, focused => focused[0].Length == 0 && focused[1].StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Goes on to a link or button and presses the return key; ends when the next page is there.</summary>
    public async Task FollowAsync(string wanted)
    {
        await TabToLinkAsync(wanted);
        TaskCompletionSource loaded = new();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        await Page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Page.Load -= Loaded;
    }

    /// <summary>Goes on to a link to a file, presses the return key and waits for the file.</summary>
    public async Task<IDownload> DownloadAsync(string wanted)
    {
        await TabToLinkAsync(wanted);
        return await Page.RunAndWaitForDownloadAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Goes on to a list of choices and goes down in it to one.</summary>
    public async Task ChooseAsync(string list, string wanted)
    {
        await TabToFieldAsync(list);
        for (int step = 0; step < Patience; step++)
        {
            if ((await Page.EvaluateAsync<string>("() => document.activeElement.selectedOptions[0].textContent")).Trim() == wanted)
            {
                return;
            }

            await Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"'{list}' has no choice '{wanted}'.");
    }

    /// <summary>Goes on to a field and writes into it.</summary>
    public async Task WriteAsync(string field, string text)
    {
        await TabToFieldAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>The words of the page as a reader sees them.</summary>
    public Task<string> TextAsync() => Page.InnerTextAsync("main");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task TabAsync(string wanted, Func<string[], bool> isIt)
    {
        List<string> passed = [];
        for (int step = 0; step < Patience; step++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string[] focused = await FocusedAsync();
            if (isIt(focused))
            {
                return;
            }

            passed.Add(string.Concat(focused));
        }

        Assert.Fail($"No control of {Page.Url} says '{wanted}'. Passed: {string.Join(" | ", passed.Distinct().Take(80))}");
    }

    /// <summary>The label of the field that has the focus, or nothing; and the words of what has it.</summary>
    private Task<string[]> FocusedAsync() => Page.EvaluateAsync<string[]>("""
        () => {
          const at = document.activeElement;
          const plain = words => (words || '').replace(/\s+/g, ' ').trim();
          if (!at || at === document.body) return ['', ''];
          return [plain(at.labels && at.labels.length ? at.labels[0].textContent : ''), plain(at.getAttribute('aria-label') || at.textContent)];
        }
        """);
}
