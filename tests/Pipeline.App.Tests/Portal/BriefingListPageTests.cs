using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>The page on which briefings are downloaded.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class BriefingListPageTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("ja", "全鉱種の総覧", "コバルト", "コバルト：日本語（PDF、", "コバルト：English（PDF、")]
    [InlineData("en", "All minerals", "Cobalt", "Cobalt: 日本語 (PDF, ", "Cobalt: English (PDF, ")]
    public async Task Each_subject_has_one_row_with_a_file_in_each_language(string language, string first, string cobalt, string japanese, string english)
    {
        IHtmlDocument page = await api.Client.ReadAsync($"/api/portal/briefings?lang={language}");
        IElement[] rows = [.. page.QuerySelectorAll("table.briefings tbody tr")];
        IElement row = Assert.Single(rows, one => one.QuerySelector("th")!.TextContent == cobalt);
        string[] links = [.. row.QuerySelectorAll("td a").Select(link => link.TextContent)];

        // 41 minerals and the overview of all.
        Assert.Equal((42, first), (rows.Length, rows[0].QuerySelector("th")!.TextContent));
        Assert.Equal(2, links.Length);
        Assert.StartsWith(japanese, links[0], StringComparison.Ordinal);
        Assert.StartsWith(english, links[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_of_the_vintage_is_linked_once_and_its_hash_is_one_link_away()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/briefings?lang=en");
        string[] linked = [.. page.QuerySelectorAll("table.briefings td a").Select(link => link.GetAttribute("href")!)];
        string list = page.QuerySelector("main > p a")!.GetAttribute("href")!;
        JsonElement[] files = [.. JsonDocument.Parse(await api.Client.GetStringAsync(list)).RootElement.GetProperty("briefings").EnumerateArray()];

        Assert.Equal(84, linked.Length);
        Assert.Equal(files.Select(file => file.GetProperty("content").GetString()!).Order(StringComparer.Ordinal), linked.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{64}$", file.GetProperty("sha256").GetString()));
    }
}
