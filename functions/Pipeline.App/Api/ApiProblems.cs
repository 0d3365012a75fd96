using Pipeline.App.Settings;
using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Api;

/// <summary>Answers that are no data, as problem documents (RFC 9457). They never repeat what the caller sent but its parameter names and, in a scenario, the number or word at fault.</summary>
internal static class ApiProblems
{
    /// <summary>Nothing of that name in the current vintage.</summary>
    public static IResult NotFound(string what) =>
        Problem(StatusCodes.Status404NotFound, "not-found", "Not found", $"There is no such {what} in the current vintage.");

    /// <summary>No published vintage of that name.</summary>
    public static IResult NoSuchVintage() =>
        Problem(StatusCodes.Status404NotFound, "not-found", "Not found", "There is no published vintage of that name. '/api/v1/vintages' lists them.");

    /// <summary>Nothing of that name in the run ledger.</summary>
    public static IResult NotFoundInLedger() =>
        Problem(StatusCodes.Status404NotFound, "not-found", "Not found", "There is nothing of that name in the run ledger. '/api/v1/runs' lists the runs.");

    /// <summary>A body or header that cannot be understood.</summary>
    public static IResult BadRequest(string detail) => Problem(StatusCodes.Status400BadRequest, "bad-request", "The request was not understood", detail);

    /// <summary>A scenario that cannot be meant: every fault with its place, what was expected and what was found.</summary>
    public static IResult BadScenario(IReadOnlyList<ScenarioFault> faults) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        type: "/api/v1/problems/bad-scenario",
        title: "The scenario was not understood",
        detail: faults[0].Sentence,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["faults"] = faults.Select(fault => new { path = fault.Path, expected = fault.Expected, found = fault.Found }).ToArray() });

    /// <summary>A key that stands for another request.</summary>
    public static IResult KeyUsed(string header) => Problem(
        StatusCodes.Status409Conflict, "key-used", "The key stands for another request", $"'{header}' was sent before with another body. Send that body again, or use a new key.");

    /// <summary>No vintage was published yet.</summary>
    public static IResult NoVintage() => Problem(
        StatusCodes.Status503ServiceUnavailable, "no-vintage", "Nothing published yet", "No vintage has been published. Run a refresh, then ask again.");

    /// <summary>A query parameter that the route does not know: a misspelt filter must not return all data.</summary>
    public static IResult UnknownParameter(string name, IReadOnlyList<string> known) => Problem(
        StatusCodes.Status400BadRequest,
        "unknown-parameter",
        "Unknown query parameter",
        known.Count == 0 ? "This address takes no query parameters." : $"The parameter is not known{NearestName.Question(name, known)} Known parameters: {string.Join(", ", known)}.");

    /// <summary>A query parameter with a value that the route does not know.</summary>
    public static IResult BadParameter(string name, IReadOnlyList<string> values) => Problem(
        StatusCodes.Status400BadRequest, "bad-parameter", "Unknown value of a query parameter", $"'{name}' takes one of: {string.Join(", ", values)}.");

    /// <summary>Nobody known has called.</summary>
    public static IResult Unauthorized() => Problem(StatusCodes.Status401Unauthorized, "unauthorized", "Not signed in", "Sign in, then ask again.");

    /// <summary>The caller is known and may not.</summary>
    public static IResult Forbidden() => Problem(StatusCodes.Status403Forbidden, "forbidden", "Not allowed", "Your role does not open this address.");

    /// <summary>There is no timer of that name.</summary>
    public static IResult NoTimer() => Problem(StatusCodes.Status404NotFound, "no-timer", "Not found", "There is no such timer.");

    /// <summary>The timer is being run.</summary>
    public static IResult TimerRuns(string line) => Problem(StatusCodes.Status409Conflict, "timer-runs", "Already running", line);

    /// <summary>A call of a function failed; the log has the error.</summary>
    public static IResult FunctionFailed(string function, string invocation) => Problem(
        StatusCodes.Status500InternalServerError, "function-failed", "The function failed", $"{function} failed. The log has the error under {invocation}.");

    /// <summary>What was asked for cannot be computed from what is stored, and will not be until somebody mends it.</summary>
    /// <param name="fault">Where, what was expected, what was found and what to do; none for callers who may not know.</param>
    public static IResult CannotBeComputed(Fault? fault) => Problem(
        StatusCodes.Status500InternalServerError, "cannot-be-computed", "The answer cannot be computed", fault?.Sentence ?? "The log has the error.");

    /// <summary>As many reports on changes wait as may.</summary>
    public static IResult TooManyWait() => Problem(
        StatusCodes.Status503ServiceUnavailable, "too-many-wait", "Too many reports wait", "Other reports on changes are computed first. Ask again in a minute.");

    private static IResult Problem(int status, string slug, string title, string detail) =>
        Results.Problem(statusCode: status, type: $"/api/v1/problems/{slug}", title: title, detail: detail);
}
