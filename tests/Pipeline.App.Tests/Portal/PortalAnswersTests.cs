using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Pipeline.App.Portal;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>How pages, the stylesheet and problems are sent.</summary>
[Collection(RefreshedCollection.Name)]
public sealed partial class PortalAnswersTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/api/portal/minerals/unobtainium", HttpStatusCode.NotFound, "見つかりません", "お尋ねの版に、その鉱種はありません。")]
    [InlineData("/api/portal/nowhere", HttpStatusCode.NotFound, "見つかりません", "このアドレスはありません。")]
    [InlineData("/api/portal?statsu=high", HttpStatusCode.BadRequest, "知らないパラメータです", "'status' のことでしょうか。")]
    [InlineData("/api/portal?group=rear", HttpStatusCode.BadRequest, "パラメータの値が正しくありません", "'rare' のことでしょうか。")]
    [InlineData("/api/portal/numbers/cobalt.ja/99999", HttpStatusCode.NotFound, "見つかりません", "その番号はありません。")]
    public async Task A_problem_of_the_portal_is_a_page_for_people_and_a_document_for_programs(string address, HttpStatusCode status, string title, string detail)
    {
        using HttpResponseMessage page = await api.Client.AskAsync(PortalPages.In(address, "ja"));
        using HttpResponseMessage document = await api.Client.GetAsync(PortalPages.In(address, "ja"));
        IHtmlDocument read = PortalPages.Parse(await page.Content.ReadAsStringAsync());

        Assert.Equal((status, "text/html", "no-store"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType, page.Headers.CacheControl!.ToString()));
        Assert.Equal(("ja", title), (read.DocumentElement.GetAttribute("lang"), read.QuerySelector("h1")!.Words()));
        Assert.Contains(detail, read.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal((status, "application/problem+json"), (document.StatusCode, document.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_problem_page_repeats_nothing_that_was_sent()
    {
        using HttpResponseMessage page = await api.Client.AskAsync("/api/portal/minerals/zzyzx?lang=en");

        Assert.DoesNotContain("zzyzx", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_addresses_answer_documents_to_browsers_too()
    {
        using HttpResponseMessage answer = await api.Client.AskAsync("/api/v1/minerals/unobtainium");

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_stylesheet_is_named_by_its_bytes_and_good_for_ever()
    {
        using HttpResponseMessage sheet = await api.Client.GetAsync(Stylesheet.Address);
        byte[] bytes = await sheet.Content.ReadAsByteArrayAsync();
        using HttpResponseMessage other = await api.Client.GetAsync("/api/portal/styles/portal-000000000000.css");

        Assert.Equal("text/css", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)), Stylesheet.Address, StringComparison.Ordinal);
        Assert.Equal("private, max-age=31536000, immutable", sheet.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Equal((HttpStatusCode.NotFound, "no-store"), (other.StatusCode, other.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task No_text_on_a_screen_is_smaller_than_sixteen_pixels_and_the_terms_of_the_tokens_are_kept()
    {
        string sheet = await api.Client.GetStringAsync(Stylesheet.Address);
        string screen = sheet[..sheet.IndexOf("@media print", StringComparison.Ordinal)];

        Assert.All(FontSize().Matches(screen), size => Assert.True(double.Parse(size.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 1, size.Value));
        Assert.Contains("MIT License, Copyright (c) 2023", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_sent_once_and_then_as_unchanged_in_few_bytes()
    {
        using HttpResponseMessage first = await api.Client.AskAsync("/api/portal/minerals/cobalt?lang=ja");
        using HttpRequestMessage again = new(HttpMethod.Get, "/api/portal/minerals/cobalt?lang=ja");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await api.Client.SendAsync(again);
        using HttpRequestMessage packed = new(HttpMethod.Get, "/api/portal/minerals/cobalt?lang=ja") { Headers = { { "Accept-Encoding", "br" } } };
        using HttpResponseMessage third = await api.Client.SendAsync(packed);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.InRange((await third.Content.ReadAsByteArrayAsync()).Length, 1, 40_000);
    }

    [GeneratedRegex(@"font-size: ([0-9.]+)r?em")]
    private static partial Regex FontSize();
}
