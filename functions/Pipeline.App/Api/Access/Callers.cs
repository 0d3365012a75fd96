using System.Net;

namespace Pipeline.App.Api;

/// <summary>What a program can know about who calls it, beside the tokens that callers bring.</summary>
internal enum CallerSource
{
    /// <summary>Nothing: who brings no token is nobody.</summary>
    Unknown,

    /// <summary>It listens on the loopback address of a developer's machine, where everyone may do everything.</summary>
    ThisMachine,

    /// <summary>The platform has checked the caller and says who it is in a header that callers cannot set.</summary>
    Platform,
}

/// <summary>
/// Decides who calls and what it may; nothing else does. Closed unless something opens it. A token that is brought is judged by itself alone: one that is
/// not believed is never made good by what the platform or the machine says. What a browser lends to whatever page asks for it, the sign-in of the platform
/// and the developer's machine, orders nothing for a page of another site; a token is lent to nobody.
/// </summary>
/// <param name="source">What is known without a token.</param>
/// <param name="tokens">Checks tokens, or none where none is believed.</param>
internal sealed class Callers(CallerSource source, TokenSignIn? tokens = null)
{
    private static readonly Caller Developer = new("this-machine", CallerRoles.Reader | CallerRoles.Operator);
    private static readonly Caller AnotherSite = new("another-site", CallerRoles.None);

    /// <summary>Who calls, and the refusal when it may open none of what it calls.</summary>
    /// <param name="http">The request.</param>
    /// <param name="any">Access rules of which one must let it in.</param>
    public ValueTask<(Caller Caller, ApiProblem? Refusal)> AdmitAsync(HttpContext http, params Access[] any)
    {
        if (any.AsSpan().Contains(Access.Anonymous))
        {
            return ValueTask.FromResult<(Caller, ApiProblem?)>((Caller.Nobody, null));
        }

        // Tokens are awaited; what the platform or the machine says is at hand, and every request comes this way.
        ValueTask<Caller?> finding = FindAsync(http);
        return finding.IsCompletedSuccessfully ? ValueTask.FromResult(Judge(finding.Result, any)) : JudgeAsync(finding, any);
    }

    private static async ValueTask<(Caller Caller, ApiProblem? Refusal)> JudgeAsync(ValueTask<Caller?> finding, Access[] any) => Judge(await finding, any);

    private static (Caller Caller, ApiProblem? Refusal) Judge(Caller? caller, Access[] any)
    {
        if (caller is null)
        {
            return (Caller.Nobody, ApiProblems.Unauthorized());
        }

        foreach (Access access in any)
        {
            if (caller.May(access))
            {
                return (caller, null);
            }
        }

        return (caller, ApiProblems.Forbidden());
    }

    private ValueTask<Caller?> FindAsync(HttpContext http)
    {
        if (tokens is not null && http.Request.Headers.Authorization.Count > 0)
        {
            return tokens.FindAsync(http);
        }

        Caller? lent = source switch
        {
            CallerSource.ThisMachine => IsFromThisMachine(http.Request) ? Developer : AnotherSite,
            CallerSource.Platform => PlatformPrincipal.Find(http.Request),
            _ => null,
        };
        return ValueTask.FromResult(lent is null || IsReading(http.Request.Method) || SameSite.Sent(http.Request) ? lent : AnotherSite);
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>A page of another site that is open in the developer's browser is not this machine, though its requests come from it.</summary>
    private static bool IsFromThisMachine(HttpRequest request) =>
        IsLoopback(request.Host.Host) && SameSite.IsOfNoOtherOrigin(request);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out IPAddress? address) && IPAddress.IsLoopback(address));
}
