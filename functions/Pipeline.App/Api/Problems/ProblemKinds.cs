namespace Pipeline.App.Api;

/// <summary>The closed list of problems that the API answers.</summary>
internal static class ProblemKinds
{
    /// <summary>Nothing of that name.</summary>
    public static ProblemKind NotFound { get; } = new(
        "not-found", StatusCodes.Status404NotFound, new("見つかりません", "Not found"),
        new("一覧のアドレスで名前を確かめてください。", "Look the name up in the list of its kind."));

    /// <summary>A method that the address does not answer.</summary>
    public static ProblemKind MethodNotAllowed { get; } = new(
        "method-not-allowed", StatusCodes.Status405MethodNotAllowed, new("このメソッドは使えません", "Method not allowed"),
        new("回答の Allow にあるメソッドを使ってください。", "Use a method that the answer names in Allow."));

    /// <summary>No form that the caller accepts.</summary>
    public static ProblemKind NotAcceptable { get; } = new(
        "not-acceptable", StatusCodes.Status406NotAcceptable, new("求められた形式では回答できません", "No acceptable form"),
        new("Accept を省くか、契約にある形式を挙げてください。", "Leave Accept out, or name a media type of the contract."));

    /// <summary>A body or header that cannot be understood.</summary>
    public static ProblemKind BadRequest { get; } = new(
        "bad-request", StatusCodes.Status400BadRequest, new("要求を読み取れません", "The request was not understood"),
        new("detail の指摘を直して、もう一度送ってください。", "Mend what 'detail' points at and send the request again."));

    /// <summary>A query parameter that the address does not know.</summary>
    public static ProblemKind UnknownParameter { get; } = new(
        "unknown-parameter", StatusCodes.Status400BadRequest, new("知らないパラメータです", "Unknown query parameter"),
        new("パラメータの名前を直してください。綴りの違う絞り込みで全データを返すことはしません。", "Mend the name. A misspelt filter never returns all data."));

    /// <summary>A query parameter with a value that it does not take.</summary>
    public static ProblemKind BadParameter { get; } = new(
        "bad-parameter", StatusCodes.Status400BadRequest, new("パラメータの値が正しくありません", "Unknown value of a query parameter"),
        new("errors が挙げる値に直してください。", "Use a value that 'errors' names."));

    /// <summary>A cursor that was not given out for this question.</summary>
    public static ProblemKind BadCursor { get; } = new(
        "bad-cursor", StatusCodes.Status400BadRequest, new("続きの印（cursor）が正しくありません", "Unknown cursor"),
        new("回答が示す続き（Link の next など）をそのまま使うか、最初の頁から始めてください。", "Use what the answer gives for the next page, such as next in Link, as it is, or start with the first page."));

    /// <summary>A scenario that cannot be meant.</summary>
    public static ProblemKind BadScenario { get; } = new(
        "bad-scenario", StatusCodes.Status400BadRequest, new("シナリオを読み取れません", "The scenario was not understood"),
        new("errors が挙げる場所を直してください。", "Mend the places that 'errors' names."));

    /// <summary>Nobody known has called.</summary>
    public static ProblemKind Unauthorized { get; } = new(
        "unauthorized", StatusCodes.Status401Unauthorized, new("サインインしていません", "Not signed in"),
        new("サインインしてから、もう一度送ってください。", "Sign in, then ask again."));

    /// <summary>The caller is known and may not.</summary>
    public static ProblemKind Forbidden { get; } = new(
        "forbidden", StatusCodes.Status403Forbidden, new("許可されていません", "Not allowed"),
        new("この役割では開けません。必要な役割は契約にあります。", "Your role does not open this address. The contract names the role."));

    /// <summary>A request that came too slowly to be waited for.</summary>
    public static ProblemKind TooSlow { get; } = new(
        "too-slow", StatusCodes.Status408RequestTimeout, new("要求が届くのが遅すぎます", "The request came too slowly"),
        new("接続を確かめて、もう一度送ってください。", "Check the connection and send the request again."));

    /// <summary>A key that stands for another request.</summary>
    public static ProblemKind KeyUsed { get; } = new(
        "key-used", StatusCodes.Status409Conflict, new("このキーは別の要求に使われています", "The key stands for another request"),
        new("前と同じ本文を送るか、新しいキーを使ってください。", "Send the same body again, or use a new key."));

    /// <summary>Another decision on the row holds.</summary>
    public static ProblemKind AlreadyReleased { get; } = new(
        "already-released", StatusCodes.Status409Conflict, new("すでに解除されています", "Already released"),
        new("'/api/v1/quarantine?state=released' に、誰がなぜ解除したかがあります。", "'/api/v1/quarantine?state=released' shows who has released it and why."));

    /// <summary>The timer is being run.</summary>
    public static ProblemKind TimerRuns { get; } = new(
        "timer-runs", StatusCodes.Status409Conflict, new("すでに実行中です", "Already running"),
        new("終わるのを待ってください。", "Wait until it has ended."));

    /// <summary>The caller has another representation than the present one.</summary>
    public static ProblemKind PreconditionFailed { get; } = new(
        "precondition-failed", StatusCodes.Status412PreconditionFailed, new("前提条件が満たされません", "Precondition failed"),
        new("If-Match を外すか、今の ETag を付けて送ってください。", "Leave If-Match out, or send the present ETag."));

    /// <summary>A body that is too long.</summary>
    public static ProblemKind BodyTooLong { get; } = new(
        "body-too-long", StatusCodes.Status413PayloadTooLarge, new("本文が長すぎます", "The body is too long"),
        new("detail の長さまでにしてください。", "Keep it within the length that 'detail' names."));

    /// <summary>A body in a form that the address does not take.</summary>
    public static ProblemKind UnsupportedMedia { get; } = new(
        "unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, new("本文の形式を読み取れません", "Unsupported form of the body"),
        new("Content-Type: application/json で送ってください。", "Send it as Content-Type: application/json."));

    /// <summary>A part of a file that it does not have.</summary>
    public static ProblemKind RangeNotSatisfiable { get; } = new(
        "range-not-satisfiable", StatusCodes.Status416RangeNotSatisfiable, new("その範囲はありません", "No such range"),
        new("Content-Range の長さの内で求めてください。", "Ask within the length that Content-Range names."));

    /// <summary>More requests than a caller may send.</summary>
    public static ProblemKind TooManyRequests { get; } = new(
        "too-many-requests", StatusCodes.Status429TooManyRequests, new("要求が多すぎます", "Too many requests"),
        new("Retry-After の秒数だけ待ってから送ってください。", "Wait as many seconds as Retry-After says."));

    /// <summary>A call of a function failed.</summary>
    public static ProblemKind FunctionFailed { get; } = new(
        "function-failed", StatusCodes.Status500InternalServerError, new("処理が失敗しました", "The function failed"),
        new("ログに理由があります。", "The log has the reason."));

    /// <summary>What is stored does not give the answer.</summary>
    public static ProblemKind CannotBeComputed { get; } = new(
        "cannot-be-computed", StatusCodes.Status500InternalServerError, new("回答を計算できません", "The answer cannot be computed"),
        new("運用担当に traceId を伝えてください。", "Tell the operators the traceId."));

    /// <summary>An error that nobody foresaw.</summary>
    public static ProblemKind Unexpected { get; } = new(
        "unexpected", StatusCodes.Status500InternalServerError, new("予期しない誤りです", "Unexpected error"),
        new("運用担当に traceId を伝えてください。", "Tell the operators the traceId."));

    /// <summary>No vintage was published yet.</summary>
    public static ProblemKind NoVintage { get; } = new(
        "no-vintage", StatusCodes.Status503ServiceUnavailable, new("まだ何も公表されていません", "Nothing published yet"),
        new("更新を一度実行してから、もう一度送ってください。", "Run a refresh, then ask again."));

    /// <summary>As many answers wait to be computed as may.</summary>
    public static ProblemKind TooManyWait { get; } = new(
        "too-many-wait", StatusCodes.Status503ServiceUnavailable, new("順番待ちがいっぱいです", "Too many answers wait"),
        new("一分ほど待ってから送ってください。", "Ask again in a minute."));

    /// <summary>Kinds that any route may answer.</summary>
    public static IReadOnlyList<ProblemKind> OfEveryRoute { get; } = [UnknownParameter, Unauthorized, Forbidden, TooManyRequests, Unexpected];

    /// <summary>All kinds, by status and slug.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. new[]
        {
            NotFound, MethodNotAllowed, NotAcceptable, BadRequest, UnknownParameter, BadParameter, BadCursor, BadScenario, Unauthorized, Forbidden, TooSlow, KeyUsed, AlreadyReleased, TimerRuns, PreconditionFailed, BodyTooLong,
            UnsupportedMedia, RangeNotSatisfiable, TooManyRequests, FunctionFailed, CannotBeComputed, Unexpected, NoVintage, TooManyWait,
        }.OrderBy(kind => kind.Status).ThenBy(kind => kind.Slug, StringComparer.Ordinal),
    ];

    /// <summary>The kind for a status that the web server answers by itself.</summary>
    public static ProblemKind Of(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Unauthorized,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => NotAcceptable,
        StatusCodes.Status408RequestTimeout => TooSlow,
        StatusCodes.Status412PreconditionFailed => PreconditionFailed,
        StatusCodes.Status413PayloadTooLarge => BodyTooLong,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMedia,
        StatusCodes.Status416RangeNotSatisfiable => RangeNotSatisfiable,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        >= StatusCodes.Status500InternalServerError => Unexpected,
        _ => BadRequest,
    };
}
