using Pipeline.Domain;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.App.Api;

/// <summary>The problems of requests, each with what is wrong in this one.</summary>
internal static class ApiProblems
{
    /// <summary>Nothing of that name in the vintage that was asked for.</summary>
    /// <param name="what">What was looked for: <c>mineral</c>.</param>
    public static ApiProblem NotFound(Bilingual what) =>
        new(ProblemKinds.NotFound, new($"お尋ねの版に、その{what.Ja}はありません。", $"There is no such {what.En} in the vintage asked for."));

    /// <summary>No address of that name.</summary>
    public static ApiProblem NoSuchAddress() =>
        new(ProblemKinds.NotFound, new("このアドレスはありません。'/api/v1/openapi.json' に一覧があります。", "There is no such address. '/api/v1/openapi.json' lists them."));

    /// <summary>No published vintage of that name, or none yet on that day.</summary>
    public static ApiProblem NoSuchVintage() =>
        new(ProblemKinds.NotFound, new("その名前または日の公表版はありません。'/api/v1/vintages' に一覧があります。", "There is no published vintage of that name or day. '/api/v1/vintages' lists them."));

    /// <summary>Nothing of that name in the run ledger.</summary>
    public static ApiProblem NotFoundInLedger() =>
        new(ProblemKinds.NotFound, new("実行台帳にその名前はありません。'/api/v1/runs' に一覧があります。", "There is nothing of that name in the run ledger. '/api/v1/runs' lists the runs."));

    /// <summary>There is no such run, or it was no trial.</summary>
    public static ApiProblem NoTrialReport() => new(ProblemKinds.NotFound, new(
        "その名前の試行に変化の報告はありません。'/api/v1/runs' に実行の一覧があります。報告を残すのは、終わった試行だけです。",
        "There is no report on changes of a trial of that name. '/api/v1/runs' lists the runs; only a trial that has ended leaves a report."));

    /// <summary>There is no rejected row of that name.</summary>
    public static ApiProblem NoRejectedRow() =>
        new(ProblemKinds.NotFound, new("隔離した行にその名前はありません。'/api/v1/quarantine' に一覧があります。", "There is no rejected row of that name. '/api/v1/quarantine' lists them."));

    /// <summary>There is no queue of that name.</summary>
    public static ApiProblem NoQueue() => new(ProblemKinds.NotFound, new("その名前の待ち行列はありません。'/api/v1/runs' に一覧があります。", "There is no such queue. '/api/v1/runs' lists them."));

    /// <summary>There is no timer of that name.</summary>
    public static ApiProblem NoTimer() => new(ProblemKinds.NotFound, new("その名前のタイマーはありません。", "There is no such timer."));

    /// <summary>A body or header that cannot be understood.</summary>
    public static ApiProblem BadRequest(Bilingual detail) => new(ProblemKinds.BadRequest, detail);

    /// <summary>A cursor that was not given out for this question, or that points behind the end.</summary>
    public static ApiProblem BadCursor() => new(ProblemKinds.BadCursor, ProblemKinds.BadCursor.Remedy);

    /// <summary>A scenario that cannot be meant: every fault with its place, what was expected and what was found.</summary>
    public static ApiProblem BadScenario(IReadOnlyList<ScenarioFault> faults) => new(ProblemKinds.BadScenario, Bilingual.Same(faults[0].Sentence))
    {
        Places = [.. faults.Select(fault => new ProblemPlace("scenario", Bilingual.Same(fault.Sentence)) { Pointer = fault.Path, Expected = fault.Expected, Found = fault.Found })],
    };

    /// <summary>A key that stands for another request.</summary>
    public static ApiProblem KeyUsed(string header) => new(
        ProblemKinds.KeyUsed, new($"'{header}' は別の本文とともに送られています。", $"'{header}' was sent before with another body. Send that body again, or use a new key."));

    /// <summary>Another decision on the row holds.</summary>
    public static ApiProblem AlreadyReleased() => new(ProblemKinds.AlreadyReleased, new(
        "この行は、別の人または別の理由ですでに解除されています。", "The row was released before, by somebody else or for another reason. That decision holds."));

    /// <summary>No vintage was published yet.</summary>
    public static ApiProblem NoVintage() => new(
        ProblemKinds.NoVintage, new("公表された版がまだありません。", "No vintage has been published. Run a refresh, then ask again.")) { RetryAfter = 60 };

    /// <summary>The body is longer than it may be.</summary>
    public static ApiProblem BodyTooLong(int longest) => new(
        ProblemKinds.BodyTooLong, new(FormattableString.Invariant($"本文は {longest} バイトまでです。"), FormattableString.Invariant($"The body has at most {longest} bytes.")));

    /// <summary>Nobody known has called.</summary>
    public static ApiProblem Unauthorized() => new(ProblemKinds.Unauthorized, ProblemKinds.Unauthorized.Remedy);

    /// <summary>The caller is known and may not.</summary>
    public static ApiProblem Forbidden() => new(ProblemKinds.Forbidden, ProblemKinds.Forbidden.Remedy);

    /// <summary>The caller has had what it may have in this minute.</summary>
    /// <param name="limit">What it may.</param>
    /// <param name="seconds">Seconds until the next minute.</param>
    public static ApiProblem TooManyRequests(Bilingual limit, int seconds) => new(ProblemKinds.TooManyRequests, limit) { RetryAfter = seconds };

    /// <summary>The timer is being run.</summary>
    public static ApiProblem TimerRuns(string line) => new(ProblemKinds.TimerRuns, Bilingual.Same(line));

    /// <summary>A call of a function failed; the log has the error.</summary>
    public static ApiProblem FunctionFailed(string function, string invocation) => new(
        ProblemKinds.FunctionFailed, new($"{function} が失敗しました。ログの {invocation} に理由があります。", $"{function} failed. The log has the error under {invocation}."));

    /// <summary>What was asked for cannot be computed from what is stored, and will not be until somebody mends it.</summary>
    /// <param name="fault">Where, what was expected, what was found and what to do; none for callers who may not know.</param>
    public static ApiProblem CannotBeComputed(Fault? fault) => new(
        ProblemKinds.CannotBeComputed, fault is null ? new("ログに理由があります。", "The log has the error.") : Bilingual.Same(fault.Sentence));

    /// <summary>As many answers wait to be computed as may.</summary>
    public static ApiProblem TooManyWait() => new(
        ProblemKinds.TooManyWait, new("他の回答を先に計算しています。", "Other answers are computed first. Ask again in a minute.")) { RetryAfter = 60 };
}
