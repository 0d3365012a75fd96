using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Name and key of a storage account.</summary>
/// <param name="accountName">Name of the account.</param>
/// <param name="accountKey">Its key, base64. Never logged, never part of a message.</param>
internal sealed class TableSharedKeyCredential(string accountName, string accountKey)
{
    private readonly byte[] key = Convert.FromBase64String(accountKey);

    public string AccountName { get; } = accountName;

    /// <summary>
    /// The "shared key lite" signature of the table service: HMAC-SHA256 over the date and the canonical resource
    /// (account, then the path as it is sent, then <c>comp</c> where there is one).
    /// </summary>
    public string Sign(string date, Uri resource)
    {
        var component = resource.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal));
        var canonical = $"/{AccountName}{resource.AbsolutePath}{(component is null ? "" : "?" + component)}";
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{date}\n{canonical}")));
    }
}

/// <summary>Signs each attempt afresh: a date more than a quarter of an hour old is refused.</summary>
internal sealed class TableSharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{credential.Sign(date, request.Uri.ToUri())}");
    }
}
