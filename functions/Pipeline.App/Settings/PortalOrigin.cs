using Pipeline.Domain;

namespace Pipeline.App.Settings;

/// <summary>An origin (RFC 6454) of a portal whose pages may read answers of the API.</summary>
internal static class PortalOrigin
{
    /// <summary>Checks an origin; it is compared letter by letter with what browsers send.</summary>
    /// <exception cref="SettingException">It is a wildcard, not encrypted, or not written as browsers write it.</exception>
    public static string Parse(string name, string value)
    {
        bool isOrigin = Uri.TryCreate(value, UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.GetLeftPart(UriPartial.Authority) == value
            && !value.Contains('*', StringComparison.Ordinal);
        return isOrigin ? value : throw new SettingException(new Fault(
            "settings", $"{PipelineSettings.Section}:{name}", "origins such as https://portal.example.go.jp: https (http on this machine only), a host in small letters, perhaps a port",
            value.Contains('*', StringComparison.Ordinal) ? "a wildcard" : "something else", "name each origin, without a path or a slash at its end"));
    }
}
