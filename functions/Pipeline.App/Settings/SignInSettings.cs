using Pipeline.Domain;

namespace Pipeline.App.Settings;

/// <summary>Whose tokens are believed: the directory that issues them, and the application they must be meant for.</summary>
/// <param name="Authority">Address of the directory service, https and host alone: <c>https://login.microsoftonline.com</c>.</param>
/// <param name="Tenant">Identifier of the tenant, a GUID in small letters.</param>
/// <param name="Audiences">What a token may name as its audience, word for word: client id and application address.</param>
internal sealed record SignInSettings(Uri Authority, string Tenant, IReadOnlyList<string> Audiences)
{
    /// <summary>Issuer of tokens of the first version, the same in every cloud that has them.</summary>
    private const string FirstVersion = "https://sts.windows.net";

    /// <summary>
    /// A discovery document on this machine instead of the directory's. No setting leads here: a program that could be told to take its keys from elsewhere
    /// would believe whoever tells it.
    /// </summary>
    public Uri? DiscoveryOnThisMachine { get; init; }

    /// <summary>Issuers that are believed: the tenant's, as tokens of the first and the second version name it.</summary>
    public IReadOnlyList<string> Issuers => [$"{FirstVersion}/{Tenant}/", $"{Origin}/{Tenant}/v2.0"];

    /// <summary>Address of the discovery document that names the signing keys.</summary>
    public Uri Discovery => DiscoveryOnThisMachine ?? new Uri($"{Origin}/{Tenant}/v2.0/.well-known/openid-configuration");

    private string Origin => Authority.GetLeftPart(UriPartial.Authority);

    /// <summary>The settings put together; none when none of them is given.</summary>
    /// <exception cref="SettingException">Only some of them are given.</exception>
    public static SignInSettings? Of(Uri? authority, string? tenant, IReadOnlyList<string> audiences)
    {
        (string Name, bool IsGiven)[] parts =
        [
            (nameof(PipelineSettings.SignInAuthority), authority is not null), (nameof(PipelineSettings.SignInTenant), tenant is not null),
            (nameof(PipelineSettings.SignInAudiences), audiences.Count > 0),
        ];
        string[] missing = [.. parts.Where(part => !part.IsGiven).Select(part => Name(part.Name))];
        if (missing.Length == parts.Length)
        {
            return null;
        }

        return missing.Length == 0 ? new SignInSettings(authority!, tenant!, audiences) : throw new SettingException(new Fault(
            "settings", missing[0], $"a value, as {string.Join(" and ", parts.Where(part => part.IsGiven).Select(part => Name(part.Name)))} has one", "nothing",
            "set all three or none: without all of them no token can be checked"));
    }

    /// <summary>The address of a directory service.</summary>
    /// <exception cref="SettingException">It is not encrypted, or more than scheme and host.</exception>
    public static Uri ParseAuthority(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps && address is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
            ? address
            : throw Refused(name, "an https address of a host alone, such as https://login.microsoftonline.com", "leave the tenant out of it and mend the rest");

    /// <summary>The identifier of a tenant.</summary>
    /// <exception cref="SettingException">It is no GUID; 'common' and 'organizations' would let in every tenant there is.</exception>
    public static string ParseTenant(string name, string value) =>
        Guid.TryParseExact(value, "D", out Guid tenant) ? tenant.ToString("D") : throw Refused(name, "the identifier of one tenant, a GUID", "copy it from the directory");

    private static SettingException Refused(string name, string expected, string remedy) => new(new Fault("settings", Name(name), expected, "something else", remedy));

    private static string Name(string setting) => $"{PipelineSettings.Section}:{setting}";
}
