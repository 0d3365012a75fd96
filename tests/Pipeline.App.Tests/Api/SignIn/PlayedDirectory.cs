using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Settings;
using Pipeline.Tests.Publishing;

namespace Pipeline.App.Tests.Api.SignIn;

/// <summary>
/// A directory on the loopback address: a discovery document, the public key, and tokens put together byte by byte as RFC 7515 says, so that no library
/// that checks them has also made them. It is noon of 22 November 2026.
/// </summary>
internal sealed class PlayedDirectory : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-4333-8444-555555555555";
    public const string Client = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    public const string Issuer = $"https://login.example.org/{Tenant}/v2.0";
    public const string FirstIssuer = $"https://sts.windows.net/{Tenant}/";
    public const string Person = "99999999-0000-4000-8000-000000000001";

    private const string KeyId = "played-key";

    private readonly RSA key = RSA.Create(2048);
    private readonly RSA anotherKey = RSA.Create(2048);
    private readonly WebApplication app;

    private PlayedDirectory(WebApplication app) => this.app = app;

    /// <summary>Its clock and that of who believes it.</summary>
    public HandClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Settings of a program that believes it.</summary>
    public SignInSettings Settings { get; private set; } = null!;

    public static async Task<PlayedDirectory> StartAsync()
    {
        WebApplication app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        PlayedDirectory directory = new(app);
        RSAParameters shown = directory.key.ExportParameters(includePrivateParameters: false);
        app.MapGet("/discovery", () => Results.Json(new { issuer = Issuer, jwks_uri = app.Urls.First() + "/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = KeyId, n = Base64Url(shown.Modulus!), e = Base64Url(shown.Exponent!) } } }));
        await app.StartAsync();
        directory.Settings = new SignInSettings(new Uri("https://login.example.org"), Tenant, [Client, $"api://{Client}"]) { DiscoveryOnThisMachine = new Uri(app.Urls.First() + "/discovery") };
        return directory;
    }

    /// <summary>A token as the directory issues it, with some claims otherwise; a claim of null is left out.</summary>
    public string Token(string[] roles, params (string Name, object? Value)[] changes) => Signed("RS256", Claims(roles, changes), key);

    /// <summary>A token without a signature, that says so.</summary>
    public string Unsigned(string[] roles) => $"{Part(Header("none"))}.{Part(Claims(roles))}.";

    /// <summary>A token that promises a signature and has none.</summary>
    public string WithoutSignature(string[] roles) => $"{Part(Header("RS256"))}.{Part(Claims(roles))}.";

    /// <summary>A token signed symmetrically, with the public key as everyone can read it for a secret.</summary>
    public string SignedWithThePublicKey(string[] roles)
    {
        string signed = $"{Part(Header("HS256"))}.{Part(Claims(roles))}";
        byte[] secret = Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem());
        return $"{signed}.{Base64Url(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(signed)))}";
    }

    /// <summary>A token under the name of the directory's key that another key has signed.</summary>
    public string SignedByAnother(string[] roles) => Signed("RS256", Claims(roles), anotherKey);

    /// <summary>A token signed by the right key in a way that is not agreed.</summary>
    public string SignedOtherwise(string[] roles)
    {
        string signed = $"{Part(Header("RS512"))}.{Part(Claims(roles))}";
        return $"{signed}.{Base64Url(key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A true token whose roles were changed after it was signed.</summary>
    public string Changed(string[] roles)
    {
        string[] parts = Token([]).Split('.');
        return $"{parts[0]}.{Part(Claims(roles))}.{parts[2]}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        key.Dispose();
        anotherKey.Dispose();
    }

    private Dictionary<string, object?> Claims(string[] roles, params (string Name, object? Value)[] changes)
    {
        long now = Clock.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object?> claims = new()
        {
            ["aud"] = Client, ["iss"] = Issuer, ["tid"] = Tenant, ["oid"] = Person, ["azp"] = "portal", ["iat"] = now - 60, ["nbf"] = now - 60, ["exp"] = now + 3600, ["roles"] = roles,
        };
        foreach ((string name, object? value) in changes)
        {
            claims[name] = value;
        }

        return claims.Where(claim => claim.Value is not null).ToDictionary();
    }

    private static Dictionary<string, object?> Header(string algorithm) => new() { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = KeyId };

    private static string Signed(string algorithm, Dictionary<string, object?> claims, RSA by)
    {
        string signed = $"{Part(Header(algorithm))}.{Part(claims)}";
        return $"{signed}.{Base64Url(by.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(Dictionary<string, object?> members) => Base64Url(JsonSerializer.SerializeToUtf8Bytes(members));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
