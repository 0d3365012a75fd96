namespace Pipeline.App.Tests.Fuzzing;

/// <summary>Text that nobody means and that has broken programs before.</summary>
internal static class HostileText
{
    /// <summary>A word that stands nowhere in the product: an answer that repeats it repeats what the caller sent.</summary>
    public const string Canary = "zqxcanary";

    /// <summary>Values of parameters, not encoded.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "", " ", "null", "undefined", "true", "-1", "0", "00", "1e309", "NaN", "9999999999999999999", "0x10", "1,5", "１２", "2026-02-30", "0001-01-01", "9999-12-31", "2026Q5", "2026Q4-",
        "../../current", "..\\..\\x", "/etc/passwd", "%2e%2e%2f", "cobalt/", "cobalt;", "cobalt,cobalt", ",", "cobalt,", ",cobalt", "COBALT", "ｃｏｂａｌｔ", "コバルト", "cobalt\u0301", "e\u0301", "\u202Etlaboc",
        "\u0000", "\u0001\u001b[31m", "a\r\nX-Evil: 1", "a\nerror forged", "\u2028", "\ufeff", "\ufffd", "🧂", "𠮷", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\t=1", "<script>alert(1)</script>", "\"><img src=x>",
        "' OR '1'='1", "; drop table", "${jndi:ldap://x}", "{{7*7}}", "%s%s%n", "*", "?", "#", "&a=b", "[]", "{}", "{\"a\":1}", Canary, $"<{Canary}>", new string('a', 300), new string('9', 400), new string('あ', 200),
    ];

    /// <summary>Values of headers that steer an answer.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["Accept"] = ["*/*", "application/json", "text/csv", "text/html", "application/pdf;q=0.1, */*;q=0", "a/b", "nonsense", "*/*;q=2", "application/json;q=0", ",,,", "application/*", new string('x', 2000)],
        ["Accept-Language"] = ["en", "ja;q=0, en;q=0", "*", "xx", ";;q", "en-GB-oed", "日本", new string('e', 900)],
        ["Accept-Encoding"] = ["gzip", "br", "br;q=9, gzip;q=-1", "identity;q=0, *;q=0", "*", "compress", ";", "gzip, gzip, gzip"],
        ["If-None-Match"] = ["*", "\"x\"", "W/\"x\"", "x", "\"a\", \"b\", ", "\"", new string('"', 500)],
        ["If-Match"] = ["*", "\"x\"", "x"],
        ["If-Modified-Since"] = ["Thu, 01 Jan 1970 00:00:00 GMT", "tomorrow", "Thu, 01 Jan 9999 00:00:00 GMT"],
        ["If-Range"] = ["\"x\"", "W/\"x\"", "yesterday"],
        ["Range"] = ["bytes=0-9", "bytes=-1", "bytes=5-2", "bytes=0-0,5-6", "bytes=999999999-", "lines=1-2", "bytes=", "bytes=a-b", "bytes=0-18446744073709551616"],
        ["Origin"] = ["null", "https://elsewhere.example", "http://127.0.0.1", Canary],
        ["Authorization"] = ["Bearer", "Bearer x", "Basic eDp5", "Bearer " + new string('e', 3000), Canary],
        ["X-MS-CLIENT-PRINCIPAL"] = ["eyJjbGFpbXMiOltdfQ==", "x", Canary],
        ["X-HTTP-Method-Override"] = ["DELETE", "POST"],
        ["X-Forwarded-Host"] = ["elsewhere.example", Canary],
        ["X-Original-URL"] = ["/api/v1/runs"],
        ["traceparent"] = ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-x-y-01", Canary],
        ["Idempotency-Key"] = ["k", new string('k', 300), "k k", Canary],
        ["Prefer"] = ["respond-async", "wait=0"],
        ["Content-Encoding"] = ["gzip", "x"],
    };

    /// <summary>Media types of bodies.</summary>
    public static IReadOnlyList<string> BodyTypes { get; } =
        ["application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "nonsense", "application/json; charset=nonsense"];

    /// <summary>Bodies that are no JSON, or no sensible one.</summary>
    public static IReadOnlyList<byte[]> Bodies { get; } =
    [
        [], "null"u8.ToArray(), "[]"u8.ToArray(), "\"x\""u8.ToArray(), "{"u8.ToArray(), "{}"u8.ToArray(), "{\"mode\":1}"u8.ToArray(), "{\"mode\":\"run\",\"mode\":\"dry-run\"}"u8.ToArray(),
        [0xff, 0xfe, 0x00], [0xef, 0xbb, 0xbf, (byte)'{', (byte)'}'], "{\"mineral\":\"\\ud800\"}"u8.ToArray(), "{\"mineral\":1e400}"u8.ToArray(),
        System.Text.Encoding.UTF8.GetBytes(new string('[', 5000)), System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 200))), new byte[200 * 1024],
        System.Text.Encoding.UTF8.GetBytes($$"""{"mineral":"{{Canary}}","{{Canary}}":1}"""),
    ];
}
