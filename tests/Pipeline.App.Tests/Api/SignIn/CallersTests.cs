using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;

namespace Pipeline.App.Tests.Api.SignIn;

public sealed class CallersTests
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string LongRole = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";

    /// <summary>The header as the platform writes it for a caller with one role.</summary>
    public static string Principal(string type, string role, string roleType = "roles") => Encode(
        $$"""{"auth_typ":"aad","claims":[{"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"6f5d"},{"typ":"{{type}}","val":"{{role}}"}],"name_typ":"name","role_typ":"{{roleType}}"}""");

    [Theory]
    [InlineData("roles", "Portal.Reader", 0, 403)]
    [InlineData("roles", "Pipeline.Operator", 403, 0)]
    [InlineData(LongRole, "Portal.Reader", 0, 403)]
    [InlineData(LongRole, "Pipeline.Operator", 403, 0)]
    [InlineData("roles", "portal.reader", 403, 403)]
    [InlineData("name", "Pipeline.Operator", 403, 403)]
    public async Task A_role_that_the_platform_vouches_for_opens_its_routes_and_no_other(string type, string role, int reader, int @operator)
    {
        Assert.Equal((0, reader, @operator), await RefusalsAsync(CallerSource.Platform, Principal(type, role)));
    }

    [Fact]
    public async Task The_platform_may_name_the_type_of_its_roles() =>
        Assert.Equal((0, 0, 403), await RefusalsAsync(CallerSource.Platform, Principal("urn:role", "Portal.Reader", roleType: "urn:role")));

    public static TheoryData<string?> NoPrincipals =>
        [null, "", "no Base64!", Encode("no JSON"), Encode("{}"), Encode("null"), Encode("[]"), Encode("""{"claims":null}"""), Encode("""{"claims":[]}"""),
        Encode("""{"claims":[{"typ":"roles","val":"Portal.Reader"}],"role_typ":"roles"}""")];

    [Theory]
    [MemberData(nameof(NoPrincipals))]
    public async Task Without_a_principal_only_health_words_are_said(string? header) => Assert.Equal((0, 401, 401), await RefusalsAsync(CallerSource.Platform, header));

    [Fact]
    public async Task A_principal_is_not_believed_where_callers_could_have_written_it() =>
        Assert.Equal((0, 401, 401), await RefusalsAsync(CallerSource.Unknown, Principal("roles", "Pipeline.Operator")));

    [Theory]
    [InlineData("127.0.0.1:7071", null, 0)]
    [InlineData("localhost:7071", null, 0)]
    [InlineData("[::1]:7071", null, 0)]
    [InlineData("127.0.0.1:7071", "http://127.0.0.1:7071", 0)]
    [InlineData("127.0.0.1:7071", "https://elsewhere.example", 403)]
    [InlineData("127.0.0.1:7071", "null", 403)]
    [InlineData("rebound.example:7071", null, 403)]
    public async Task On_this_machine_everyone_may_do_everything_but_a_page_of_another_site(string host, string? origin, int expected)
    {
        DefaultHttpContext http = new();
        http.Request.Headers.Host = host;
        if (origin is not null)
        {
            http.Request.Headers.Origin = origin;
        }

        Assert.Equal((0, expected, expected), await RefusalsAsync(new Callers(CallerSource.ThisMachine), http));
    }

    [Fact]
    public async Task On_this_machine_a_forged_principal_changes_nothing()
    {
        DefaultHttpContext http = new();
        http.Request.Headers.Host = "rebound.example";
        http.Request.Headers[Header] = Principal("roles", "Pipeline.Operator");

        Assert.Equal((0, 403, 403), await RefusalsAsync(new Callers(CallerSource.ThisMachine), http));
    }

    private static Task<(int Anonymous, int Reader, int Operator)> RefusalsAsync(CallerSource source, string? header)
    {
        DefaultHttpContext http = new();
        http.Request.Headers.Host = "127.0.0.1";
        if (header is not null)
        {
            http.Request.Headers[Header] = header;
        }

        return RefusalsAsync(new Callers(source), http);
    }

    /// <summary>Status of the refusal by each access rule, 0 where there is none.</summary>
    private static async Task<(int Anonymous, int Reader, int Operator)> RefusalsAsync(Callers callers, HttpContext http)
    {
        return (await StatusAsync(Access.Anonymous), await StatusAsync(Access.Reader), await StatusAsync(Access.Operator));

        async Task<int> StatusAsync(Access rule) => (await callers.AdmitAsync(http, rule)).Refusal?.StatusCode ?? 0;
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
