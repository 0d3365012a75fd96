using System.Text.RegularExpressions;

namespace Pipeline.App.Api;

/// <summary>The header by which a request that is sent twice is done once.</summary>
internal static partial class IdempotencyKey
{
    /// <summary>Its declaration.</summary>
    public static ApiParameter Parameter { get; } = new(
        "Idempotency-Key", new("同じ要求を二度始めないための、呼び出し側の鍵。", "A key of the caller's own, so that a request that is sent twice starts once."),
        new ShapeRule(AnyKey(), new("255 文字までの文字列", "text of at most 255 characters")));

    /// <summary>Reads the key of a request, none when it has none.</summary>
    /// <returns>What is wrong with it, or none.</returns>
    public static ApiProblem? Of(ApiRequest request, out string? key)
    {
        string written = request.Http.Request.Headers[Parameter.Name].ToString();
        key = written.Length > 0 ? written : null;
        return key is null || Parameter.Rule.Accepts(key) ? null : ParameterProblems.Bad(Parameter.Name, Parameter.Rule.Expected);
    }

    [GeneratedRegex("^[\\x20-\\x7e]{1,255}$")]
    private static partial Regex AnyKey();
}
