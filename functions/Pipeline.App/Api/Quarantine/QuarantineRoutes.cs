using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.App.Refresh;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Api;

/// <summary>The routes of rejected rows: which there are, and the decision that one of them stays out for good.</summary>
internal sealed partial class QuarantineRoutes(StorageAccount storage, TimeProvider clock)
{
    /// <summary>Characters that a reason may have.</summary>
    public const int LongestReason = 500;

    private const int LongestBody = 4 * 1024;
    private const string Open = "open";
    private const string Released = "released";

    private static readonly ApiParameter Limit = new("limit", new("行数の上限。", "Most rows shown."), new WholeNumberRule(1, 1000)) { Default = "200" };

    private static readonly ApiParameter State = new(
        "state", new("解除されていない行、または解除された行だけ。", "Only rows that are not released, or only those that are."), new ChoiceRule([Open, Released]));

    private static readonly ShapeRule Identifier = new(RowId(), new("16 進数 32 桁", "32 hexadecimal digits"));

    private static readonly ApiParameter After = new(
        "after", new("この識別子の行の次の行から。前の回答の next にある。", "Rows after the one of this identifier, which 'next' of an answer names."), Identifier);

    private static readonly ApiParameter Id = new(
        "id", new("隔離した行の識別子。", "Identifier of a rejected row."), Identifier) { Example = "0123456789abcdef0123456789abcdef" };

    private readonly QuarantineView view = new(storage);

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/quarantine", Access.Operator, "listQuarantine", new("隔離した行：規則、値、場所、出典、実行。", "Rejected rows with rule, value, place, source and run."), ListAsync)
        {
            Query = [State, Limit, After], Success = AnswerForm.Json<QuarantineList>(), Freshness = Freshness.Live, Problems = [ProblemKinds.BadParameter, ProblemKinds.BadCursor],
        },
        new("v1/quarantine/{id}/release", Access.Operator, "releaseRow", new("隔離した行を、理由を記して解除する。", "Records, with a reason, that a rejected row stays out and is no gap."), ReleaseAsync)
        {
            Method = HttpMethods.Post, Path = [Id], Headers = [IdempotencyKey.Parameter],
            Body = new BodyForm(typeof(ReleaseOrder), LongestBody, """{"reason":"The publisher has confirmed that the row is a note."}"""),
            Success = AnswerForm.Json<ReleaseAnswer>(), Freshness = Freshness.Live,
            Problems = [ProblemKinds.BadRequest, ProblemKinds.NotFound, ProblemKinds.KeyUsed, ProblemKinds.AlreadyReleased, ProblemKinds.BodyTooLong, ProblemKinds.UnsupportedMedia],
        },
    ];

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        IReadOnlyList<(QuarantineFile File, IReadOnlyList<SetAsideRow> Rows)> files = await view.ReadAsync(request.Cancellation);
        string? state = request.Query(State.Name);
        QuarantineRow[] all = [.. files.SelectMany(file => file.Rows.Select(row => QuarantineRow.Of(row, file.File)))];
        int begin = 0;
        if (request.Query(After.Name) is { } after)
        {
            // Among all rows: the one that a page ended with may have been released since, and the next page begins after it all the same.
            begin = Array.FindIndex(all, row => row.Id == after) + 1;
            if (begin == 0)
            {
                return ApiProblems.BadCursor();
            }
        }

        int limit = int.Parse(request.Query(Limit.Name) ?? Limit.Default!, CultureInfo.InvariantCulture);
        QuarantineRow[] rest = [.. all[begin..].Where(IsAskedFor)];
        return Answers.Json(new QuarantineList(
            [.. files.Select(file => file.File)], [.. rest.Take(limit)], all.Count(IsAskedFor), rest.Length > limit ? rest[limit - 1].Id : null, QuarantineList.Released));

        bool IsAskedFor(QuarantineRow row) => state is null || (state == Released) == row.Release is not null;
    }

    private async Task<IResult> ReleaseAsync(ApiRequest request)
    {
        if (IdempotencyKey.Of(request, out string? key) is { } badKey)
        {
            return badKey;
        }

        (ReadOnlyMemory<byte> body, ApiProblem? refusal) = await RequestBody.ReadAsync(request, LongestBody);
        if (refusal is not null)
        {
            return refusal;
        }

        if (ReasonOf(body.Span) is not { } reason)
        {
            return ApiProblems.BadRequest(new(
                Invariant($"本文は {{\"reason\": \"…\"}} です。理由は 1 文字以上 {LongestReason} 文字以内、改行なしで書いてください。"),
                Invariant($"The body is {{\"reason\": \"…\"}}: why the row may stay out, in 1 to {LongestReason} characters on one line.")));
        }

        string id = request.Path(Id.Name);
        return await view.HasAsync(id, request.Cancellation) ? await ReleaseAsync(request, key, id, reason) : ApiProblems.NoRejectedRow();
    }

    private async Task<IResult> ReleaseAsync(ApiRequest request, string? key, string id, string reason)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (key is not null)
        {
            try
            {
                await storage.Requests.ReserveAsync($"release {request.Caller.Id} {key}", ContentHash.Of(Encoding.UTF8.GetBytes($"{id}\n{reason}")), id, now, request.Cancellation);
            }
            catch (IdempotencyConflictException)
            {
                return ApiProblems.KeyUsed(IdempotencyKey.Parameter.Name);
            }
        }

        QuarantineRelease holds = await storage.QuarantineReleases.AddAsync(new QuarantineRelease(id, request.Caller.Id, now, reason), request.Cancellation);
        return holds.By == request.Caller.Id && holds.Reason == reason
            ? Answers.Json(new ReleaseAnswer(id, ReleaseRow.Of(holds)!))
            : ApiProblems.AlreadyReleased();
    }

    private static string? ReasonOf(ReadOnlySpan<byte> body)
    {
        try
        {
            string? reason = JsonSerializer.Deserialize<ReleaseOrder>(body, RequestBody.Json)?.Reason?.Trim();
            return reason is { Length: > 0 and <= LongestReason } && !reason.Any(BreaksLine) ? reason : null;
        }
        catch (JsonException)
        {
            // The same answer as to any other body that is not the one expected.
            return null;
        }
    }

    private static bool BreaksLine(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex RowId();
}
