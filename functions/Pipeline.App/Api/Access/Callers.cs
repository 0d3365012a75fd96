using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.App.Api;

/// <summary>What a program can know about who calls it.</summary>
internal enum CallerSource
{
    /// <summary>Nothing: no caller is let in but to health words.</summary>
    Unknown,

    /// <summary>It listens on the loopback address of a developer's machine, where everyone may do everything.</summary>
    ThisMachine,

    /// <summary>The platform has checked the caller and says who it is in a header that callers cannot set.</summary>
    Platform,
}

/// <summary>Decides who may call a route. Closed unless something opens it.</summary>
internal sealed class Callers(CallerSource source)
{
    /// <summary>Header in which the platform says who calls.</summary>
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";

    private const string ReaderRole = "Portal.Reader";
    private const string OperatorRole = "Pipeline.Operator";

    /// <summary>Types under which a role may come: short, and as older token libraries write it.</summary>
    private static readonly string[] RoleTypes = ["roles", "role", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>The refusal of a request, or none when it may go on.</summary>
    public ValueTask<ApiProblem?> RefuseAsync(HttpContext http, Access access) => ValueTask.FromResult(Refuse(http.Request, access));

    /// <summary>The refusal of a request by its headers alone, or none when it may go on.</summary>
    public ApiProblem? Refuse(HttpRequest request, Access access)
    {
        if (access == Access.Anonymous)
        {
            return null;
        }

        if (source == CallerSource.ThisMachine)
        {
            return IsFromThisMachine(request) ? null : ApiProblems.Forbidden();
        }

        HashSet<string>? roles = source == CallerSource.Platform ? RolesOf(request.Headers[PrincipalHeader].ToString()) : null;
        if (roles is null)
        {
            return ApiProblems.Unauthorized();
        }

        return roles.Contains(access == Access.Operator ? OperatorRole : ReaderRole) ? null : ApiProblems.Forbidden();
    }

    /// <summary>A page of another site that is open in the developer's browser is not this machine, though its requests come from it.</summary>
    private static bool IsFromThisMachine(HttpRequest request) =>
        IsLoopback(request.Host.Host)
        && (!request.Headers.TryGetValue("Origin", out var origin) || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.Authority == request.Host.Value));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>Roles of the caller, or none when the header is missing or says nothing.</summary>
    private static HashSet<string>? RolesOf(string header)
    {
        try
        {
            Principal? principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header));
            return principal?.Claims is { Count: > 0 } claims
                ? [.. claims.Where(claim => claim?.Value is not null && (claim.Type == principal.RoleType || RoleTypes.Contains(claim.Type))).Select(claim => claim!.Value!)]
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
