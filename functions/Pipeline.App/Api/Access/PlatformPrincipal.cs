using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.App.Api;

/// <summary>The caller as the platform names it in a header. To be believed only where the platform takes that header off what comes from outside.</summary>
internal static class PlatformPrincipal
{
    /// <summary>Header in which the platform says who calls.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Types under which a role may come: short, and as older token libraries write it.</summary>
    private static readonly string[] RoleTypes = ["roles", "role", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>Types of the object identifier: short, and as the platform maps it.</summary>
    private static readonly string[] IdTypes = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];

    /// <summary>The caller, or none when the header is missing or names nobody.</summary>
    public static Caller? Find(HttpRequest request)
    {
        try
        {
            Principal? principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(request.Headers[Header].ToString()));
            Claim[] claims = [.. (principal?.Claims ?? []).OfType<Claim>().Where(claim => claim.Value is not null)];
            return claims.FirstOrDefault(claim => IdTypes.Contains(claim.Type)) is { } id
                ? Caller.Of(id.Value!, claims.Where(claim => claim.Type == principal!.RoleType || RoleTypes.Contains(claim.Type)).Select(claim => claim.Value!))
                : null;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            // Nobody the platform vouches for writes such a header.
            return null;
        }
    }

    private sealed record Principal(
        [property: JsonPropertyName("claims")] IReadOnlyList<Claim?>? Claims, [property: JsonPropertyName("role_typ")] string? RoleType);

    private sealed record Claim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
