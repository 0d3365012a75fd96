using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>The page of operators on a run that has ended.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class LedgerPageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("ja", "公表（現行の版となった）")]
    [InlineData("en", "published, became current")]
    public async Task How_a_run_ended_is_said_in_the_language_of_the_page(string language, string ended)
    {
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/runs?lang={language}");
        IElement run = Assert.Single(page.QuerySelectorAll("#runs + .scrolling tbody tr"));
        IHtmlDocument detail = await api.Client.ReadAsync(run.QuerySelector("th a")!.GetAttribute("href")!);

        Assert.Equal(ended, run.QuerySelectorAll("td")[^1].TextContent);
        Assert.Contains(ended, detail.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "読み取った行", "算定した全ての結果：判定不能")]
    [InlineData("en", "Rows read", "All computed results: Cannot be judged")]
    public async Task Counts_of_a_run_are_named_in_the_language_of_the_page(string language, string rows, string insufficient)
    {
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/runs?lang={language}");
        IHtmlDocument detail = await api.Client.ReadAsync(page.QuerySelector("#runs + .scrolling tbody th a")!.GetAttribute("href")!);
        string[] names = [.. detail.QuerySelectorAll("dl.facts")[1].QuerySelectorAll("dt").Select(name => name.Words())];

        Assert.Contains(rows, names);
        Assert.Contains(insufficient, names);
        Assert.Empty(detail.QuerySelectorAll("dl.facts dt [lang='en']"));
    }
}
