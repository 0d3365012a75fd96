using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Pipeline.App.Tests.Contract.Validation;

namespace Pipeline.App.Tests.Triggers;

/// <summary>Calls a program as the Functions host does: POST in chunks, its headers, values that are no objects as JSON text inside a string.</summary>
internal sealed class HostPlayer : IDisposable
{
    public const string InvocationId = "3f1d6f0e-7a35-4a52-9c39-7c7c1a5a6b10";

    private readonly HttpClient client;

    public HostPlayer(string address) => client =
        new HttpClient(new ContractCheck(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })) { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };

    public static string Timer(string function, string? next, bool late = false) => $$"""
        { "Data": { "timer": { "Schedule": { "AdjustForDST": true },
                               "ScheduleStatus": {{(next is null ? "null" : $$"""{ "Last": "0001-01-01T00:00:00", "Next": "{{next}}", "LastUpdated": "0001-01-01T00:00:00" }""")}},
                               "IsPastDue": {{(late ? "true" : "false")}} } },
          "Metadata": { "sys": { "MethodName": "{{function}}", "UtcNow": "2026-03-01T02:30:00.0123456Z", "RandGuid": "b4f1b1f6-90a9-4d4e-8a2f-0a7c9f6f5d11" },
                        "RetryContext": { "RetryCount": 0, "MaxRetryCount": 3, "Exception": null } } }
        """;

    /// <summary>A message as the host passes it on; its top-level members are among the metadata, as text in text.</summary>
    public static string Queue(string function, string message, string dequeueCount = "\"1\"", string id = "\"\\\"8f0b7a8e-0d8f-4ee0-9dd1-3b1c5f2c7a11\\\"\"")
    {
        using JsonDocument parsed = JsonDocument.Parse(message);
        string members = string.Concat(parsed.RootElement.EnumerateObject().Select(member => $"{Text(member.Name)}: {Text(member.Value.GetRawText())}, "));
        return $$"""
            { "Data": { "item": {{Text(Text(message))}} },
              "Metadata": { "DequeueCount": {{dequeueCount}}, "ExpirationTime": "9999-12-31T23:59:59+00:00", "Id": {{id}},
                            "InsertionTime": "2026-03-01T02:30:00+00:00", "NextVisibleTime": "2026-03-01T02:40:00+00:00", "PopReceipt": "\"AgAAAAMAAAA=\"", {{members}}
                            "sys": { "MethodName": "{{function}}", "UtcNow": "2026-03-01T02:30:00.0123456Z", "RandGuid": "b4f1b1f6-90a9-4d4e-8a2f-0a7c9f6f5d11" } } }
            """;
    }

    public static string Text(string text) => JsonSerializer.Serialize(text);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, body: null, headers);

    public Task<HttpResponseMessage> InvokeAsync(string function, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/" + function, body, [("X-Azure-Functions-InvocationId", InvocationId), ("X-Azure-Functions-HostVersion", "4.1037.1.1"), .. headers]);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, path);
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1037.1.1");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)), bufferSize: 64);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
            request.Headers.TransferEncodingChunked = true;
        }

        return await client.SendAsync(request);
    }

    /// <summary>The lines of an answer that the host takes for success; fails on one that would be a failure, or leave the call open.</summary>
    public static async Task<IReadOnlyList<string>> SuccessAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(JsonValueKind.Object, body.RootElement.ValueKind);
        Assert.Equal(["Logs", "Outputs", "ReturnValue"], body.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Object, body.RootElement.GetProperty("Outputs").ValueKind);
        Assert.Equal(JsonValueKind.Null, body.RootElement.GetProperty("ReturnValue").ValueKind);
        return [.. body.RootElement.GetProperty("Logs").EnumerateArray().Select(line => line.GetString()!)];
    }

    /// <summary>A free port of this machine.</summary>
    public static int FreePort()
    {
        using System.Net.Sockets.TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public void Dispose() => client.Dispose();
}
