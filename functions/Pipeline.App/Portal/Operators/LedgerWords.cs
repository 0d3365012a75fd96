using System.Globalization;
using Pipeline.App.Api;
using Pipeline.App.Refresh;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Storage;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Words of the ledger. What the program writes into it itself (outcomes, errors) is English and marked so.</summary>
internal static class LedgerWords
{
    /// <summary>How far a run is.</summary>
    public static string State(RunState state, Voice voice) => voice.Say(state switch
    {
        RunState.Waiting => new("待機中", "waiting"),
        RunState.Running => new("実行中", "under way"),
        RunState.Done => new("完了", "done"),
        _ => new("失敗", "failed"),
    });

    /// <summary>How far a step is.</summary>
    public static string State(StepState state, Voice voice) => voice.Say(state switch
    {
        StepState.Pending => new("待機中", "pending"),
        StepState.Running => new("実行中", "under way"),
        StepState.Done => new("完了", "done"),
        _ => new("失敗", "failed"),
    });

    /// <summary>What becomes of the results of a run.</summary>
    public static string Mode(RunMode mode, Voice voice) => voice.Say(mode switch
    {
        RunMode.Publish => new("公表", "publish"),
        RunMode.DryRun => new("試行", "trial"),
        _ => new("読み取りのみ", "read only"),
    });

    /// <summary>How a run ended; the reason of one that failed is shown as the program wrote it.</summary>
    public static Html Outcome(string? outcome, Voice voice) => Enum.TryParse(outcome, out RefreshEnd end) && Enum.IsDefined(end) ? voice.Say(end switch
    {
        RefreshEnd.Published => new("公表（現行の版となった）", "published, became current"),
        RefreshEnd.Unchanged => new("前回から変化なし", "nothing had changed"),
        RefreshEnd.PublishedBehindCurrent => new("公表（後の四半期の版が現行）", "published, a later quarter stayed current"),
        RefreshEnd.NotPublished => new("公表せず", "not published"),
        _ => new("読み取りのみ", "files read only"),
    }) : English(outcome);

    /// <summary>A stage; one that has no words is shown as the ledger has it.</summary>
    public static string Stage(string stage, Voice voice) => stage switch
    {
        StageNames.Take => voice.Say(new("取り込み", "take in")),
        StageNames.Read => voice.Say(new("読み取り", "read")),
        StageNames.Assess => voice.Say(new("評価", "assess")),
        StageNames.Render => voice.Say(new("資料作成", "render")),
        StageNames.Publish => voice.Say(new("公表", "publish")),
        _ => stage,
    };

    /// <summary>A moment in coordinated universal time, or a dash.</summary>
    public static Html Time(DateTimeOffset? moment) => moment is { } at
        ? Tag("time", at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)).With("datetime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
        : "—";

    /// <summary>A count in its column.</summary>
    public static Html Count(long count) => Tag("span", count.ToString("#,0", CultureInfo.InvariantCulture)).Class("count");

    /// <summary>What a run has counted; a count that has no words is shown as the ledger has it.</summary>
    public static Html CountName(string name, Voice voice) => name switch
    {
        "briefings" => voice.Say(new("概要資料", "Briefings")),
        "rowsRead" => voice.Say(new("読み取った行", "Rows read")),
        "quarantined" => voice.Say(new("隔離した行", "Rows set aside")),
        "missingSources" => voice.Say(new("未取得の出典", "Missing sources")),
        "reused" => voice.Say(new("引き継いだ作業", "Steps reused")),
        "ok" => OfResults(ResultStatus.Ok, voice),
        "partial" => OfResults(ResultStatus.Partial, voice),
        "insufficient" => OfResults(ResultStatus.Insufficient, voice),
        "notApplicable" => OfResults(ResultStatus.NotApplicable, voice),
        _ => English(name),
    };

    private static string OfResults(ResultStatus status, Voice voice) => voice.Say(new(
        $"算定した全ての結果：{ResultText.Status(status, Language.Japanese)}", $"All computed results: {ResultText.Status(status, Language.English)}"));

    /// <summary>What the program has written in English.</summary>
    public static Html English(string? text) => text is null ? "—" : Tag("span", text).With("lang", "en");

    /// <summary>A table with headings in the language of the page; the heading above it says what it holds, and its region says so again.</summary>
    public static HtmlElement Table(Bilingual caption, IReadOnlyList<Bilingual> headings, IEnumerable<IReadOnlyList<Html>> rows, Voice voice) => Scrolling(voice.Say(caption), Tag("table",
        Tag("thead", Tag("tr", [.. headings.Select(heading => Tag("th", voice.Say(heading)).With("scope", "col"))])),
        Tag("tbody", [.. rows.Select(row => Tag("tr", [.. row.Select((cell, place) => place == 0 ? Tag("th", cell).With("scope", "row") : Tag("td", cell))]))])).Class("ledger"));
}
