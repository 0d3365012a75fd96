using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Which of the values that vintages stated are asked for.</summary>
internal enum Revisions
{
    /// <summary>What the vintage states.</summary>
    Latest,

    /// <summary>What the first vintage stated that had the figure.</summary>
    First,

    /// <summary>Every value that was ever stated.</summary>
    All,
}

/// <summary>A question for observations: filters, bounds and the page.</summary>
internal sealed partial record ObservationQuestion
{
    /// <summary>Rows of a page without a wish.</summary>
    private const int UsualLimit = 200;

    private static readonly ApiParameter Mineral = MineralRoutes.Id with
    {
        Name = "mineral", Meaning = new("鉱種。コンマ区切りで複数。", "Minerals, with commas between."), IsList = true,
    };

    private static readonly ApiParameter Indicator = new(
        "indicator", new("指標又は系列。コンマ区切りで複数。一覧は /indicators。", "Indicators or series, with commas between; /indicators lists them."), new ChoiceRule(Measures.Codes))
    { IsList = true, Example = "production-concentration" };

    private static readonly ApiParameter Figure = new(
        "figure", new("指標の中のどの数値か（value、score、share など）。コンマ区切りで複数。", "Which figures of them: value, score, share and so on, with commas between."),
        new ChoiceRule(MeasureFigure.All)) { IsList = true };

    private static readonly ApiParameter StageParameter = new("stage", new("段階。コンマ区切りで複数。", "Stages, with commas between."), new ChoiceRule(Code.All<Stage>())) { IsList = true };

    private static readonly ApiParameter Place = new(
        "place", new("国（ISO 3166-1 alpha-3）、world、others、unknown。コンマ区切りで複数。", "Countries by ISO 3166-1 alpha-3 code, world, others or unknown, with commas between."),
        new ChoiceRule(Places.All)) { IsList = true };

    private static readonly ApiParameter Status = new("status", new("判定の状態。コンマ区切りで複数。", "How far a figure can be relied on, with commas between."), new ChoiceRule(Code.All<ResultStatus>())) { IsList = true };

    private static readonly ShapeRule YearOrMonth = new(YearOrMonthShape(), new("2024 のような年、又は 2024-06 のような月", "a year such as 2024 or a month such as 2024-06"));

    private static readonly ApiParameter From = new("from", new("期間の初め（この年又は月を含む）。期間の全体が範囲にある数値だけを返し、期間のない数値は返さない。", "First year or month; a figure is there when its whole period lies within the bounds, and not when it has no period."), YearOrMonth) { Example = "2020" };

    private static readonly ApiParameter To = new("to", new("期間の終わり（この年又は月を含む）。", "Last year or month."), YearOrMonth) { Example = "2024" };

    private static readonly ApiParameter CalendarParameter = new(
        "calendar", new("cy は暦年（月、時点を含む）、fy は年度の数値だけ。from 又は to があり指定がなければ cy。", "'cy' for figures of calendar years, months and points in time, 'fy' for those of fiscal years (April to March); with from or to and without it, 'cy'."),
        new ChoiceRule(Code.All<Calendar>()));

    private static readonly ApiParameter RevisionsParameter = new(
        "revisions", new("latest は版の値、first は最初の版の値、all は全ての値。順は版の順であり、後から作った過去の四半期の版はその四半期に立つ。値が不明の間は、期間が変わっても同じ記載とみなす。", "'latest' for what the vintage states, 'first' for what the first vintage stated, 'all' for every value that was ever stated. The order is that of vintages: one that was made later for an earlier quarter stands at its quarter. While nothing is known of a figure, another period is no other statement."),
        new ChoiceRule(Code.All<Revisions>())) { Default = "latest" };

    private static readonly ApiParameter UpdatedSince = new(
        "updatedSince", new("この日（UTC）以後に公表された値だけ。行の vintage はその値を初めて記載した版。", "Values that were published on this day (UTC) or later only; 'vintage' of a row is the first that stated it so."), new DayRule());

    private static readonly ApiParameter Limit = new("limit", new("一頁の行数。", "Rows of a page."), new WholeNumberRule(1, 1000)) { Default = "200" };

    private static readonly ApiParameter Cursor = new(
        "cursor", new("続きの印。回答の Link にあるものをそのまま使う。", "Where the page begins; taken from Link as it is."),
        new ShapeRule(CursorShape(), new("回答の Link にある印", "a cursor that Link has named")));

    /// <summary>Parameters that decide which rows there are.</summary>
    private static readonly ApiParameter[] Deciding =
        [Mineral, Indicator, Figure, StageParameter, Place, Status, From, To, CalendarParameter, VintageChoice.AsOf, RevisionsParameter, UpdatedSince];

    /// <summary>All parameters.</summary>
    public static IReadOnlyList<ApiParameter> Parameters { get; } = [.. Deciding, Limit, Cursor];

    /// <summary>True for a figure that the filters let through.</summary>
    public required Func<Datum, bool> Filter { get; init; }

    /// <summary>Bounds of time.</summary>
    public required PeriodBounds Bounds { get; init; }

    /// <summary>Which of the values that vintages stated.</summary>
    public required Revisions Revisions { get; init; }

    /// <summary>Values published before this day are left out; none to leave none out.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Rows of a page.</summary>
    public required int PageLength { get; init; }

    /// <summary>The cursor as it was sent, or none for the first page.</summary>
    public string? CursorText { get; init; }

    /// <summary>Hash of what decides which rows there are.</summary>
    public required string Hash { get; init; }

    /// <summary>True when the answer depends on other vintages than one.</summary>
    public bool IsOfHistory => Revisions != Revisions.Latest || Since is not null;

    /// <summary>The question of a request, its parameters checked.</summary>
    public static ObservationQuestion Of(ApiRequest request) => new()
    {
        Filter = FilterOf(request),
        Bounds = PeriodBounds.Of(request.Query(CalendarParameter.Name) is { } calendar ? Member<Calendar>(calendar) : null, request.Query(From.Name), request.Query(To.Name)),
        Revisions = request.Query(RevisionsParameter.Name) is { } revisions ? Member<Revisions>(revisions) : Revisions.Latest,
        Since = request.Query(UpdatedSince.Name) is { } since ? DayRule.Parse(since) : null,
        PageLength = request.Query(Limit.Name) is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : UsualLimit,
        CursorText = request.Query(Cursor.Name),
        Hash = PageCursor.HashOf(Deciding.Where(parameter => request.Query(parameter.Name) is not null)
            .Select(parameter => KeyValuePair.Create(parameter.Name, request.Query(parameter.Name)!))),
    };

    /// <summary>True for a figure that the filters and bounds let through.</summary>
    public bool Admits(Datum datum) => Filter(datum) && Bounds.Admits(datum.Period);

    /// <summary>What contradicts itself, or none.</summary>
    public ApiProblem? Contradiction => Bounds is { From: { } from, To: { } to } && from > to
        ? ParameterProblems.Together(From.Name, new("from は to より後にできません。", "'from' is not later than 'to'."))
        : null;

    /// <summary>The problem of a calendar that no figure is counted by.</summary>
    public static ApiProblem NoFiscalYears() => ParameterProblems.Together(CalendarParameter.Name, new(
        "この版に年度の数値はありません。年度で数えるのは国内需給調査に基づく数値だけで、その調査票が未収録です。",
        "No figure of this vintage is counted in fiscal years: only those of the domestic survey are, and none has been taken in."));

    /// <summary>Address of a page of the same question.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cursor">Where the page begins.</param>
    public static string Address(ApiRequest request, PageCursor cursor) => request.Http.Request.Path + QueryString.Create(
        request.Http.Request.Query.Where(pair => pair.Key != Cursor.Name).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))
            .Append(KeyValuePair.Create(Cursor.Name, (string?)cursor.Text)));

    private static Func<Datum, bool> FilterOf(ApiRequest request)
    {
        (ApiParameter Parameter, Func<Datum, string?> Value)[] filters =
        [
            (Mineral, datum => datum.Mineral), (Indicator, datum => datum.Measure), (Figure, datum => datum.Figure),
            (StageParameter, datum => datum.Stage is { } stage ? Code.Of(stage) : null), (Place, datum => datum.Place), (Status, datum => Code.Of(datum.Status)),
        ];
        (HashSet<string> Wanted, Func<Datum, string?> Value)[] asked =
            [.. filters.Where(filter => request.Query(filter.Parameter.Name) is not null).Select(filter => (request.QueryList(filter.Parameter.Name).ToHashSet(StringComparer.Ordinal), filter.Value))];
        return datum => Array.TrueForAll(asked, filter => filter.Value(datum) is { } value && filter.Wanted.Contains(value));
    }

    private static T Member<T>(string code)
        where T : struct, Enum => Enum.Parse<T>(code, ignoreCase: true);

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[0-2]))?$")]
    private static partial Regex YearOrMonthShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,400}$")]
    private static partial Regex CursorShape();
}
