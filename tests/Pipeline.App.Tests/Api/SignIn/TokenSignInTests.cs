using System.Net;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;

namespace Pipeline.App.Tests.Api.SignIn;

public sealed class TokenSignInTests(TokenSignInTests.Believed believed) : IClassFixture<TokenSignInTests.Believed>
{
    private const string Reader = "Portal.Reader";

    private static readonly ApiRoute[] Routes =
    [
        new("read", Access.Reader, "read", Bilingual.Same("For readers."), _ => Task.FromResult(Results.NoContent())),
        new("open", Access.Anonymous, "open", Bilingual.Same("For all."), _ => Task.FromResult(Results.NoContent())),
    ];

    private PlayedDirectory Directory => believed.Directory;

    private StubbedApi Api => believed.Api;

    [Fact]
    public async Task A_reader_of_the_tenant_is_let_in_by_tokens_of_both_versions_as_a_person_and_as_an_application()
    {
        Assert.Equal(204, await StatusAsync(Directory.Token([Reader], ("scp", "access"))));
        Assert.Equal(204, await StatusAsync(Directory.Token([Reader], ("idtyp", "app"))));
        Assert.Equal(204, await StatusAsync(Directory.Token(
            [Reader], ("iss", PlayedDirectory.FirstIssuer), ("aud", $"api://{PlayedDirectory.Client}"), ("azp", null), ("appid", "portal"))));
    }

    public static TheoryData<string> Claims =>
    [
        "another audience", "no audience", "another issuer", "another tenant's issuer", "no issuer", "another tenant", "no tenant", "expired", "not yet valid", "no end", "no client", "no identity",
    ];

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task A_token_that_the_directory_has_signed_and_did_not_mean_for_this_program_is_not_believed(string fault)
    {
        const string another = "22222222-2222-4333-8444-555555555555";
        long now = Directory.Clock.GetUtcNow().ToUnixTimeSeconds();
        (string, object?) change = fault switch
        {
            "another audience" => ("aud", "00000003-0000-0000-c000-000000000000"),
            "no audience" => ("aud", null),
            "another issuer" => ("iss", "https://login.elsewhere.example/" + PlayedDirectory.Tenant + "/v2.0"),
            "another tenant's issuer" => ("iss", $"https://login.example.org/{another}/v2.0"),
            "no issuer" => ("iss", null),
            "another tenant" => ("tid", another),
            "no tenant" => ("tid", null),
            "expired" => ("exp", now - 61),
            "not yet valid" => ("nbf", now + 61),
            "no end" => ("exp", null),
            "no client" => ("azp", null),
            _ => ("oid", null),
        };

        Assert.Equal(401, await StatusAsync(Directory.Token([Reader], change)));
    }

    [Fact]
    public async Task Clocks_may_differ_by_less_than_a_minute()
    {
        long now = Directory.Clock.GetUtcNow().ToUnixTimeSeconds();

        Assert.Equal(204, await StatusAsync(Directory.Token([Reader], ("exp", now - 59))));
        Assert.Equal(204, await StatusAsync(Directory.Token([Reader], ("nbf", now + 60))));
        Assert.Equal(401, await StatusAsync(Directory.Token([Reader], ("exp", now - 60))));
    }

    [Fact]
    public async Task A_token_ends_by_the_clock_of_the_program()
    {
        string token = Directory.Token([Reader]);
        Assert.Equal(204, await StatusAsync(token));

        Directory.Clock.Move(TimeSpan.FromSeconds(3660));

        Assert.Equal(401, await StatusAsync(token));
        Assert.Equal(204, await StatusAsync(Directory.Token([Reader])));
    }

    [Fact]
    public async Task A_token_that_the_directory_has_not_signed_is_not_believed()
    {
        string[] forged =
        [
            Directory.Unsigned([Reader]), Directory.WithoutSignature([Reader]), Directory.SignedWithThePublicKey([Reader]), Directory.SignedByAnother([Reader]),
            Directory.SignedOtherwise([Reader]), Directory.Changed([Reader]),
        ];

        int[] answers = await Task.WhenAll(forged.Select(StatusAsync));

        Assert.Equal([401, 401, 401, 401, 401, 401], answers);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer ....")]
    [InlineData("Basic cmVhZGVyOnJlYWRlcg==")]
    [InlineData("Negotiate x")]
    public async Task What_is_no_token_is_not_believed(string header) => Assert.Equal(401, await StatusAsync(header));

    [Fact]
    public async Task A_token_longer_than_any_of_the_directory_is_not_looked_at() =>
        Assert.Equal(401, await StatusAsync(Directory.Token([Reader, new string('x', 16 * 1024)])));

    [Fact]
    public async Task Two_tokens_are_none()
    {
        using HttpResponseMessage answer = await Api.SendAsync("GET", "/api/read", token: null, ("Authorization", $"Bearer {Directory.Token([Reader])}"), ("Authorization", "Bearer x"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_the_answer_asks_for_one_in_a_problem_document()
    {
        using HttpResponseMessage answer = await Api.SendAsync("GET", "/api/read");

        Assert.Equal((401, "Bearer", "application/problem+json", "no-store"), (
            (int)answer.StatusCode, answer.Headers.WwwAuthenticate.Single().ToString(), answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task A_header_that_only_the_platform_may_write_names_nobody_here_with_or_without_a_token()
    {
        (string, string) forged = (PlatformPrincipal.Header, CallersTests.Principal("roles", Reader));
        using HttpResponseMessage alone = await Api.SendAsync("GET", "/api/read", token: null, forged);
        using HttpResponseMessage beside = await Api.SendAsync("GET", "/api/read", Directory.Token(["none"]), forged);

        Assert.Equal((401, 403), ((int)alone.StatusCode, (int)beside.StatusCode));
    }

    [Fact]
    public async Task A_token_that_is_not_believed_is_not_made_good_by_the_platform()
    {
        await using StubbedApi platform = await StubbedApi.StartAsync(Routes, CallerSource.Platform, Directory);
        (string, string) principal = (PlatformPrincipal.Header, CallersTests.Principal("roles", Reader));
        using HttpResponseMessage alone = await platform.SendAsync("GET", "/api/read", token: null, principal);
        using HttpResponseMessage beside = await platform.SendAsync("GET", "/api/read", Directory.Unsigned([Reader]), principal);

        Assert.Equal((204, 401), ((int)alone.StatusCode, (int)beside.StatusCode));
    }

    [Fact]
    public async Task Without_its_directory_nobody_is_believed_and_health_is_still_told()
    {
        PlayedDirectory gone = await PlayedDirectory.StartAsync();
        string token = gone.Token([Reader]);
        await gone.DisposeAsync();
        await using StubbedApi lonely = await StubbedApi.StartAsync(Routes, CallerSource.Unknown, gone);
        using HttpResponseMessage read = await lonely.SendAsync("GET", "/api/read", token);
        using HttpResponseMessage open = await lonely.SendAsync("GET", "/api/open", token);

        Assert.Equal((401, 204), ((int)read.StatusCode, (int)open.StatusCode));
    }

    private async Task<int> StatusAsync(string token)
    {
        using HttpResponseMessage answer = await Api.SendAsync("GET", "/api/read", token);
        return (int)answer.StatusCode;
    }

    /// <summary>A directory and a program that believes it, made once: keys take their time.</summary>
    public sealed class Believed : IAsyncLifetime
    {
        internal PlayedDirectory Directory { get; private set; } = null!;

        internal StubbedApi Api { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Directory = await PlayedDirectory.StartAsync();
            Api = await StubbedApi.StartAsync(Routes, CallerSource.Unknown, Directory);
        }

        public async Task DisposeAsync()
        {
            await Api.DisposeAsync();
            await Directory.DisposeAsync();
        }
    }
}
