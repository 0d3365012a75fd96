using Microsoft.Extensions.Configuration;
using Pipeline.App.Settings;

namespace Pipeline.App.Tests.Commands;

public sealed class SignInSettingsTests
{
    private const string Tenant = "11111111-2222-4333-8444-555555555555";

    private static readonly (string, string?)[] Whole =
    [
        ("SignInAuthority", "https://login.microsoftonline.com/"), ("SignInTenant", Tenant), ("SignInAudiences", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee api://minerals"),
    ];

    [Fact]
    public void The_three_settings_name_issuers_of_both_versions_and_the_discovery_document()
    {
        SignInSettings signIn = Load(Whole).SignIn!;

        Assert.Equal([$"https://sts.windows.net/{Tenant}/", $"https://login.microsoftonline.com/{Tenant}/v2.0"], signIn.Issuers);
        Assert.Equal($"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration", signIn.Discovery.AbsoluteUri);
        Assert.Equal(["aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", "api://minerals"], signIn.Audiences);
    }

    [Fact]
    public void Without_them_or_with_empty_ones_nobody_signs_in()
    {
        Assert.Null(Load().SignIn);
        Assert.Null(Load(("SignInAuthority", ""), ("SignInTenant", " "), ("SignInAudiences", "")).SignIn);
    }

    [Theory]
    [InlineData("SignInAuthority", "expected a value, as Pipeline:SignInTenant and Pipeline:SignInAudiences has one")]
    [InlineData("SignInTenant", "expected a value, as Pipeline:SignInAuthority and Pipeline:SignInAudiences has one")]
    [InlineData("SignInAudiences", "expected a value, as Pipeline:SignInAuthority and Pipeline:SignInTenant has one")]
    public void A_part_of_them_is_refused_with_what_is_missing(string missing, string expected)
    {
        SettingException refusal = Assert.Throws<SettingException>(() => Load([.. Whole.Where(setting => setting.Item1 != missing)]));

        Assert.StartsWith($"settings, Pipeline:{missing}: {expected}; found nothing.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SignInAuthority", "http://login.microsoftonline.com")]
    [InlineData("SignInAuthority", "http://127.0.0.1:8080")]
    [InlineData("SignInAuthority", "https://login.microsoftonline.com/common")]
    [InlineData("SignInAuthority", "https://user@login.microsoftonline.com")]
    [InlineData("SignInAuthority", "login.microsoftonline.com")]
    [InlineData("SignInTenant", "common")]
    [InlineData("SignInTenant", "organizations")]
    [InlineData("SignInTenant", "ministry.example.go.jp")]
    [InlineData("PortalOrigins", "*")]
    [InlineData("PortalOrigins", "https://*.example.go.jp")]
    [InlineData("PortalOrigins", "https://portal.example.go.jp/")]
    [InlineData("PortalOrigins", "https://Portal.example.go.jp")]
    [InlineData("PortalOrigins", "https://portal.example.go.jp/page")]
    [InlineData("PortalOrigins", "http://portal.example.go.jp")]
    [InlineData("PortalOrigins", "null")]
    [InlineData("RequestsPerMinute", "0")]
    [InlineData("MegabytesPerMinute", "1000001")]
    [InlineData("RequestsPerMinute", "many")]
    public void What_would_believe_too_many_or_cannot_be_meant_is_refused(string name, string value)
    {
        SettingException refusal = Assert.Throws<SettingException>(() => Load([.. Whole.Where(setting => setting.Item1 != name), (name, value)]));

        Assert.StartsWith($"settings, Pipeline:{name}: expected ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Origins_of_portals_stand_apart_by_blanks() => Assert.Equal(
        ["https://portal.example.go.jp", "http://localhost:5173"], Load(("PortalOrigins", "https://portal.example.go.jp http://localhost:5173")).PortalOrigins);

    private static PipelineSettings Load(params (string Name, string? Value)[] settings) => PipelineSettings.Load(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => $"Pipeline:{setting.Name}", setting => setting.Value)).Build());
}
