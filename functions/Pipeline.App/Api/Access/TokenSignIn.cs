using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Pipeline.App.Settings;

namespace Pipeline.App.Api;

/// <summary>
/// Believes access tokens (RFC 9068, as Microsoft Entra ID issues them) of one tenant for one application: issuer, audience, tenant, lifetime and
/// signature are all checked, and a token that lacks any of them is not believed. Tokens of persons and of applications are the same here.
/// </summary>
internal sealed class TokenSignIn(SignInSettings settings)
{
    /// <summary>Clocks of the directory and of this machine may differ by this much.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private const string Scheme = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>Bytes of the longest token that is looked at; those of the directory have about two thousand.</summary>
    private const int LongestToken = 16 * 1024;

    private const string LogCategory = "Pipeline.App.Api.TokenSignIn";

    /// <summary>Adds what checks the tokens. Signing keys come from the discovery document of the authority and are fetched anew when an unknown one is met.</summary>
    public static void Add(IServiceCollection services, SignInSettings settings, TimeProvider clock)
    {
        // The core alone: what protects cookies would look for a place to keep keys, and there are no cookies.
        services.AddAuthenticationCore(schemes => schemes.AddScheme<JwtBearerHandler>(Scheme, displayName: null));
        services.AddSingleton(UrlEncoder.Default);
        services.AddTransient<JwtBearerHandler>();
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
        services.AddOptions<JwtBearerOptions>(Scheme).Configure(options => Configure(options, settings, clock));
    }

    /// <summary>The caller that the token of a request names, or none when it is not believed.</summary>
    public async ValueTask<Caller?> FindAsync(HttpContext http)
    {
        AuthenticateResult result = await http.AuthenticateAsync(Scheme);
        return result is { Succeeded: true, Principal: { } principal } ? CallerOf(principal) : null;
    }

    private Caller? CallerOf(ClaimsPrincipal principal)
    {
        // A token that says who has signed in, and not to which client access was given, has the same audience and signature and is no key to an API.
        bool isAccessToken = principal.HasClaim(claim => claim.Type is "azp" or "appid");
        bool isOfTenant = principal.FindAll("tid").Select(claim => claim.Value).SequenceEqual([settings.Tenant], StringComparer.Ordinal);
        return isAccessToken && isOfTenant && principal.FindFirst("oid")?.Value is { Length: > 0 } id
            ? Caller.Of(id, principal.FindAll("roles").Select(claim => claim.Value))
            : null;
    }

    private static void Configure(JwtBearerOptions options, SignInSettings settings, TimeProvider clock)
    {
        options.MetadataAddress = settings.Discovery.AbsoluteUri;
        options.RequireHttpsMetadata = settings.DiscoveryOnThisMachine is not { IsLoopback: true };
        options.TimeProvider = clock;
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenHandlers[0].MaximumTokenSizeInBytes = LongestToken;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuer = true,
            IssuerValidator = (issuer, _, _) => settings.Issuers.Contains(issuer, StringComparer.Ordinal) ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer."),
            ValidateAudience = true,
            ValidAudiences = settings.Audiences,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until, clock.GetUtcNow().UtcDateTime),
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidTypes = ["JWT", "at+jwt"],
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
        };
        options.Events = new JwtBearerEvents
        {
            // The kind of fault alone: what a caller sends as a token is either a secret or an attack on the log.
            OnAuthenticationFailed = failed =>
            {
                failed.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory)
                    .LogInformation("A token is not believed: {Fault}.", failed.Exception.GetType().Name);
                return Task.CompletedTask;
            },
        };
    }

    private static bool IsAlive(DateTime? from, DateTime? until, DateTime now) => until is { } end && now < end + Skew && (from is not { } begin || now >= begin - Skew);
}
