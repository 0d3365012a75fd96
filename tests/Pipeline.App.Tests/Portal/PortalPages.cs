using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Pipeline.App.Tests.Portal;

/// <summary>Reads pages as a browser that forgives nothing: markup that is not valid is an error.</summary>
internal static class PortalPages
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsStrictMode = true });

    /// <summary>Pages of every kind, without their language.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "/api/portal", "/api/portal?q=co&group=rare&ordinance=yes&status=high", "/api/portal?q=nothing+of+the+kind", "/api/portal/minerals/cobalt", "/api/portal/minerals/rare-earths",
        "/api/portal/minerals/gallium", "/api/portal/numbers/cobalt.ja/1", "/api/portal/numbers/cobalt.en/20", "/api/portal/overview", "/api/portal/briefings", "/api/portal/sources",
        "/api/portal/help", "/api/portal/compare", "/api/portal/compare?a=cobalt&b=nickel", "/api/portal/changes", "/api/portal/changes?mineral=lithium", "/api/portal/what-if",
        "/api/portal/what-if?mineral=cobalt&kind=smelter", "/api/portal/runs", "/api/portal/quarantine",
    ];

    /// <summary>Every page in both languages.</summary>
    public static TheoryData<string, string> InBothLanguages
    {
        get
        {
            TheoryData<string, string> pages = [];
            foreach (string page in All)
            {
                pages.Add(page, "ja");
                pages.Add(page, "en");
            }

            return pages;
        }
    }

    /// <summary>The address of a page in a language.</summary>
    public static string In(string page, string language) => $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    /// <summary>A page that must be there.</summary>
    public static async Task<IHtmlDocument> ReadAsync(this HttpClient client, string address)
    {
        using HttpResponseMessage answer = await client.AskAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a browser is answered.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this HttpClient client, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.8));
        return await client.SendAsync(request);
    }

    /// <summary>The document of a page.</summary>
    public static IHtmlDocument Parse(string html) => Parser.ParseDocument(html);

    /// <summary>Visible words without the space around them.</summary>
    public static string Words(this AngleSharp.Dom.IElement element) => element.TextContent.Trim();
}
