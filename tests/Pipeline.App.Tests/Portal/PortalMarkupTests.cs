using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>What holds for every page of the portal, whatever it shows.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class PortalMarkupTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public static TheoryData<string, string> Pages => PortalPages.InBothLanguages;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_its_language_has_one_first_heading_and_names_its_landmarks(string page, string language)
    {
        IHtmlDocument document = await ReadAsync(page, language);

        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(Assert.Single(document.QuerySelectorAll("h1")).Words());
        Assert.StartsWith(document.QuerySelector("h1")!.Words(), document.Title, StringComparison.Ordinal);
        Assert.All(new[] { "header", "main", "footer" }, landmark => Assert.Single(document.QuerySelectorAll("body > " + landmark)));
        Assert.All(document.QuerySelectorAll("nav"), nav => Assert.True(nav.HasAttribute("aria-label") || nav.HasAttribute("aria-labelledby"), nav.OuterHtml));
        Assert.Equal("#content", document.QuerySelector("body > a.skip")!.GetAttribute("href"));
        Assert.True(document.GetElementById("content") is { LocalName: "main" });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_leads_to_itself_in_the_other_language_and_all_its_links_keep_the_language(string page, string language)
    {
        IHtmlDocument document = await ReadAsync(page, language);
        string other = language == "ja" ? "en" : "ja";

        IElement change = document.QuerySelector("header .language a")!;
        Assert.Equal((other, other), (change.GetAttribute("lang"), change.GetAttribute("hreflang")));
        Assert.Contains("lang=" + other, change.GetAttribute("href"), StringComparison.Ordinal);
        using HttpResponseMessage changed = await api.Client.AskAsync(change.GetAttribute("href")!);
        Assert.Equal([other], changed.Content.Headers.ContentLanguage);
        Assert.All(
            document.QuerySelectorAll("a[href^='/api/portal']").Where(link => link != change),
            link => Assert.Contains("lang=" + language, link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_on_a_page_breaks_the_content_policy_or_needs_a_script(string page, string language)
    {
        IHtmlDocument document = await ReadAsync(page, language);

        Assert.Empty(document.QuerySelectorAll("script, style, iframe, object, embed, [style]"));
        Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(document.QuerySelectorAll("a[href]"), link => Assert.Matches("^(#|/api/|https?://)", link.GetAttribute("href")!));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Names_are_unique_and_whatever_refers_to_a_name_finds_it(string page, string language)
    {
        IHtmlDocument document = await ReadAsync(page, language);
        string[] names = [.. document.QuerySelectorAll("[id]").Select(element => element.Id!)];

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        string[] wanted =
        [
            .. document.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]),
            .. document.QuerySelectorAll("[aria-labelledby]").SelectMany(element => element.GetAttribute("aria-labelledby")!.Split(' ')),
            .. document.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for")!),
        ];
        Assert.Empty(wanted.Except(names, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pictures_tables_and_fields_have_names_for_those_who_do_not_see_them(string page, string language)
    {
        IHtmlDocument document = await ReadAsync(page, language);

        Assert.All(document.QuerySelectorAll("img"), image => Assert.True(image.HasAttribute("alt")));
        Assert.All(document.QuerySelectorAll("svg"), picture =>
        {
            Assert.Equal("img", picture.GetAttribute("role"));
            Assert.All(picture.GetAttribute("aria-labelledby")!.Split(' '), name => Assert.NotEmpty(document.GetElementById(name)!.Words()));
            // The references that a caption ends with lead nowhere from a name.
            Assert.DoesNotMatch("[\\[［](、|, )|、、|, , ", document.GetElementById(picture.GetAttribute("aria-labelledby")!.Split(' ')[0])!.Words());
        });
        Assert.All(document.QuerySelectorAll("table"), table => Assert.False(string.IsNullOrEmpty(
            table.QuerySelector("caption")?.Words() ?? table.ParentElement!.GetAttribute("aria-label"))));
        Assert.All(document.QuerySelectorAll("th"), heading => Assert.Contains(heading.GetAttribute("scope"), new[] { "col", "row" }));
        Assert.All(document.QuerySelectorAll(".scrolling"), region => Assert.Equal(
            ("region", "0", true), (region.GetAttribute("role"), region.GetAttribute("tabindex"), region.GetAttribute("aria-label")!.Length > 0)));
        Assert.All(document.QuerySelectorAll("input:not([type=hidden]), select"), field => Assert.NotNull(document.QuerySelector($"label[for='{field.Id}']")));
        Assert.All(document.QuerySelectorAll("a"), link => Assert.NotEmpty(link.Words()));
    }

    [Fact]
    public async Task Every_page_that_a_page_leads_to_is_there()
    {
        HashSet<string> targets = new(StringComparer.Ordinal);
        foreach (string page in PortalPages.All.Where(page => !page.Contains("/minerals/", StringComparison.Ordinal)))
        {
            IHtmlDocument document = await ReadAsync(page, "ja");
            targets.UnionWith(document.QuerySelectorAll("a[href^='/api/'], link[rel=stylesheet]").Select(link => link.GetAttribute("href")!.Split('#')[0])
                .Where(target => !target.Contains("/numbers/overview", StringComparison.Ordinal)));
        }

        Assert.True(targets.Count > 100, $"{targets.Count} links");
        foreach (string target in targets)
        {
            using HttpRequestMessage request = new(HttpMethod.Head, target);
            using HttpResponseMessage answer = await api.Client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{target}: {answer.StatusCode}");
        }
    }

    private Task<IHtmlDocument> ReadAsync(string page, string language) => api.Client.ReadAsync(PortalPages.In(page, language));
}
