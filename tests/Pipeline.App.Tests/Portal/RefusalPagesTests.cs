using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Pipeline.App.Api;
using Pipeline.App.Portal;
using Pipeline.App.Tests.Api.SignIn;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Portal;

/// <summary>What a person with a browser meets who is not let in, asks too often, asks for what is not there, or comes before anything is published.</summary>
public sealed partial class RefusalPagesTests(RefusalPagesTests.Refusing refusing) : IClassFixture<RefusalPagesTests.Refusing>
{
    private const string NobodyKnown = "nobody known";
    private const string WithoutRole = "a person without a role";
    private const string Reader = "a reader";
    private const string SecondTime = "a reader for the second time in a minute";

    private static readonly string[] SecurityHeaders =
        ["X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy", "Strict-Transport-Security", "Cross-Origin-Resource-Policy"];

    public static TheoryData<string, string, int, string, string, string> Refusals => new()
    {
        { NobodyKnown, "/api/portal/minerals/cobalt?lang=ja", 401, "サインインしていません", "サインインしてから、このページを読み込み直してください。", "公開区分：公開" },
        { NobodyKnown, "/api/portal/minerals/cobalt?lang=en", 401, "Not signed in", "Sign in, then load this page again.", "Classification: OPEN" },
        { WithoutRole, "/api/portal/overview?lang=ja", 403, "許可されていません", "必要な役割を運用担当に申し出てください。", "公開区分：公開" },
        { WithoutRole, "/api/portal/overview?lang=en", 403, "Not allowed", "Ask the operators for the role that you need.", "Classification: OPEN" },
        { Reader, "/api/portal/runs?lang=ja", 403, "許可されていません", "運用担当者向けのページには Pipeline.Operator が要ります。", "公開区分：公開" },
        { Reader, "/api/portal/runs?lang=en", 403, "Not allowed", "the pages for operators need Pipeline.Operator.", "Classification: OPEN" },
        { Reader, "/api/portal/nowhere?lang=ja", 404, "見つかりません", "このアドレスはありません。", "公開区分：公開" },
        { Reader, "/api/portal/nowhere?lang=en", 404, "Not found", "There is no such address.", "Classification: OPEN" },
        { SecondTime, "/api/portal/minerals/cobalt?lang=ja", 429, "要求が多すぎます", "60 秒ほど待ってから、このページを読み込み直してください。", "公開区分：公開" },
        { SecondTime, "/api/portal/minerals/cobalt?lang=en", 429, "Too many requests", "Wait 60 seconds, then load this page again.", "Classification: OPEN" },
        { Reader, "/api/portal/minerals/cobalt?lang=ja", 503, "まだ何も公表されていません", "公表された版がまだありません。", "公開区分：公開" },
        { Reader, "/api/portal/minerals/cobalt?lang=en", 503, "Nothing published yet", "No vintage has been published.", "Classification: OPEN" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_a_page_that_says_what_to_do_and_shows_nothing_of_the_portal(string who, string address, int status, string title, string remedy, string label)
    {
        string? token = refusing.TokenOf(who);
        if (who == SecondTime)
        {
            using HttpResponseMessage first = await refusing.AskAsync(address, token, isLimited: true);
            Assert.Equal(503, (int)first.StatusCode);
        }

        using HttpResponseMessage answer = await refusing.AskAsync(address, token, isLimited: who == SecondTime);
        IHtmlDocument page = PortalPages.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal((status, "text/html; charset=utf-8", "no-store"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString(), answer.Headers.CacheControl!.ToString()));
        Assert.Equal(page.DocumentElement.GetAttribute("lang"), answer.Content.Headers.ContentLanguage.Single());
        Assert.EndsWith("lang=" + page.DocumentElement.GetAttribute("lang"), address, StringComparison.Ordinal);
        Assert.Equal(title, Assert.Single(page.QuerySelectorAll("h1")).Words());
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Contains(remedy, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal(label, page.QuerySelector("body > header > .label")!.Words());

        Assert.Empty(page.QuerySelectorAll("table, figure, svg, form, a[href*='/minerals/'], a[href*='/numbers/']"));
        Assert.Equal(status is 401 or 403, page.QuerySelector("nav") is null);
        // Whoever was refused is not led to where he may be refused again; who has signed in may still read the list.
        Assert.Equal(status is 401 or 403, page.QuerySelector("footer a[href^='/api/portal/runs']") is null);
        Assert.Equal(status is 401, page.QuerySelector("a.button") is null);
        Assert.DoesNotContain("cobalt", page.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(answer.Headers, header => header.Key is "ETag" or "Link" or "Repr-Digest" or "Last-Modified");
        Assert.Equal(status == 401 ? "Bearer" : string.Empty, answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(status is 429 or 503 ? 60 : null, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Fact]
    public async Task A_refusal_has_the_security_headers_of_every_other_answer()
    {
        using HttpResponseMessage sheet = await refusing.AskAsync(Stylesheet.Address, token: null);
        (string? Token, string Address)[] refused =
        [
            (null, "/api/portal"), (refusing.TokenOf(WithoutRole), "/api/portal"), (refusing.TokenOf(Reader), "/api/portal/nowhere"), (refusing.TokenOf(Reader), "/api/portal"),
        ];
        string[][] headers = await Task.WhenAll(refused.Select(async asked =>
        {
            using HttpResponseMessage answer = await refusing.AskAsync(asked.Address, asked.Token);
            return Values(answer);
        }));

        Assert.Equal(200, (int)sheet.StatusCode);
        Assert.All(headers, values => Assert.Equal(Values(sheet), values));

        static string[] Values(HttpResponseMessage answer) => [.. SecurityHeaders.Select(name => $"{name}: {string.Join(", ", answer.Headers.GetValues(name))}")];
    }

    [Theory]
    [InlineData("/api/portal")]
    [InlineData("/api/portal/minerals/cobalt")]
    [InlineData("/api/portal/runs")]
    [InlineData("/api/portal/quarantine")]
    public async Task Without_a_token_GET_and_HEAD_are_asked_for_one(string address)
    {
        using HttpResponseMessage get = await refusing.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), token: null);
        using HttpResponseMessage head = await refusing.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), token: null);

        Assert.All([get, head], answer => Assert.Equal((401, "Bearer", "no-store"), ((int)answer.StatusCode, answer.Headers.WwwAuthenticate.ToString(), answer.Headers.CacheControl!.ToString())));
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_is_not_let_in_is_not_told_what_there_is()
    {
        foreach (string? token in (string?[])[null, refusing.TokenOf(WithoutRole)])
        {
            string[] pages = await Task.WhenAll(((string[])["cobalt", "unobtainium"]).Select(async mineral =>
            {
                using HttpResponseMessage answer = await refusing.AskAsync($"/api/portal/minerals/{mineral}", token);
                return $"{answer.StatusCode}\n{TraceId().Replace(await answer.Content.ReadAsStringAsync(), "<code></code>")}";
            }));

            Assert.Equal(pages[0], pages[1]);
        }
    }

    [GeneratedRegex("<code>[^<]+</code>")]
    private static partial Regex TraceId();

    /// <summary>The program before the first publication, where people sign in: once as it is, and once so that each may ask once a minute. It is noon.</summary>
    public sealed class Refusing : IAsyncLifetime
    {
        private PlayedDirectory directory = null!;
        private ServedApi api = null!;
        private ServedApi limited = null!;

        public async Task InitializeAsync()
        {
            directory = await PlayedDirectory.StartAsync();
            api = await ServedApi.StartWithoutStorageAsync(options => options with { SignIn = directory.Settings }, directory.Clock);
            limited = await ServedApi.StartWithoutStorageAsync(options => options with { SignIn = directory.Settings, Limit = new LimitRule(1, 1_000_000) }, directory.Clock);
        }

        public async Task DisposeAsync()
        {
            await limited.DisposeAsync();
            await api.DisposeAsync();
            await directory.DisposeAsync();
        }

        /// <summary>The token of somebody who has not asked before, or none.</summary>
        internal string? TokenOf(string who) => who == NobodyKnown ? null : directory.Token(who == WithoutRole ? [] : [RoleNames.Reader], ("oid", Guid.NewGuid().ToString()));

        /// <summary>Asks as a browser does.</summary>
        internal Task<HttpResponseMessage> AskAsync(string address, string? token, bool isLimited = false)
        {
            HttpRequestMessage request = new(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            return SendAsync(request, token, isLimited);
        }

        internal async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? token, bool isLimited = false)
        {
            using (request)
            {
                request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
                return await (isLimited ? limited : api).Client.SendAsync(request);
            }
        }
    }
}
