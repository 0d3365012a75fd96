using Pipeline.App.Api;
using Pipeline.Domain;
using Pipeline.Storage;
using static Pipeline.App.Portal.LedgerWords;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What operators see first: what is wrong, then runs, timers and queues.</summary>
internal static class LedgerPage
{
    private static readonly Bilingual Title = new("実行と予定", "Runs and timers");
    private static readonly Bilingual Now = new("この時点の状態：", "As of ");
    private static readonly Bilingual Reload = new("最新の状態に更新", "Reload");
    private static readonly Bilingual Alerts = new("警報", "Alerts");
    private static readonly Bilingual NoAlerts = new("警報はない。", "There are no alerts.");
    private static readonly Bilingual Runs = new("実行（新しい順）", "Runs, newest first");
    private static readonly Bilingual NoRuns = new("実行はまだない。", "Nothing has been run yet.");
    private static readonly Bilingual Timers = new("予定（協定世界時）", "Timers (UTC)");
    private static readonly Bilingual Queues = new("待ち行列", "Queues");
    private static readonly Bilingual GivenUp = new("配信できなかったメッセージ", "Messages that were given up");
    private static readonly Bilingual NoneGivenUp = new("配信できなかったメッセージはない。", "No message was given up.");
    private static readonly Bilingual Overdue = new("遅れ", "overdue");
    private static readonly Bilingual Running = new("実行中", "under way");

    /// <summary>The page.</summary>
    public static PortalPage Of(RunList ledger, TimerList timers, DateTimeOffset now, Language language)
    {
        Voice voice = new(language);
        PoisonedRow[] givenUp = [.. ledger.Queues.SelectMany(queue => queue.GivenUp.Select(item => new PoisonedRow(queue.Queue, item)))];
        return new PortalPage(language, PortalAddress.Runs, voice.Say(Title),
        [
            Tag("p", voice.Say(Now), Time(now), " ", voice.To(PortalAddress.Runs, Reload)),
            Tag("h2", voice.Say(Alerts)).With("id", "alerts"),
            ledger.Alerts.Count == 0 ? Tag("p", voice.Say(NoAlerts)) : Table(
                Alerts, [new("種類", "Kind"), new("対象", "Subject"), new("内容", "Message"), new("発生", "Raised")],
                ledger.Alerts.Select(alert => (IReadOnlyList<Html>)[alert.Kind, alert.Subject, English(alert.Message), Time(alert.RaisedAt)]), voice),
            Tag("h2", voice.Say(Runs)).With("id", "runs"),
            ledger.Runs.Count == 0 ? Tag("p", voice.Say(NoRuns)) : Table(
                Runs, [new("実行", "Run"), new("四半期", "Quarter"), new("種別", "Mode"), new("状態", "State"), new("段階", "Stage"), new("開始", "Started"), new("終了", "Ended"), new("結果", "Outcome")],
                ledger.Runs.Select(run => Row(run, voice)), voice),
            Tag("h2", voice.Say(Timers)).With("id", "timers"),
            Table(
                Timers, [new("タイマー", "Timer"), new("予定", "Schedule"), new("前回", "Last"), new("次回", "Next"), new("状態", "State"), new("結果", "Outcome")],
                timers.Timers.Select(timer => Row(timer, voice)), voice),
            Tag("h2", voice.Say(Queues)).With("id", "queues"),
            Table(
                Queues, [new("待ち行列", "Queue"), new("待機中のメッセージ", "Waiting"), new("配信できなかったメッセージ", "Given up")],
                ledger.Queues.Select(queue => (IReadOnlyList<Html>)[queue.Queue, Count(queue.Waiting), Count(queue.GivenUp.Count)]), voice),
            Tag("h3", voice.Say(GivenUp)).With("id", "given-up"),
            givenUp.Length == 0 ? Tag("p", voice.Say(NoneGivenUp)) : Table(
                GivenUp, [new("待ち行列", "Queue"), new("メッセージ", "Message"), new("理由", "Cause"), new("配達回数", "Deliveries"), new("時刻", "Time")],
                givenUp.Select(row => (IReadOnlyList<Html>)[row.Queue, Tag("code", row.Item.Message), English(row.Item.Cause), row.Item.Deliveries is { } times ? Count(times) : "—", Time(row.Item.PoisonedAt)]), voice),
        ])
        { Menu = PortalMenu.Operators };
    }

    private static IReadOnlyList<Html> Row(RunSummary run, Voice voice) =>
    [
        voice.To(PortalAddress.Run(run.Id), run.Id), run.Quarter, Mode(run.Mode, voice), State(run.State, voice), Stage(run.Stage, voice), Time(run.Started), Time(run.Ended), Outcome(run.Outcome, voice),
    ];

    private static IReadOnlyList<Html> Row(TimerRow timer, Voice voice) =>
    [
        timer.Name, Tag("code", timer.Schedule), Time(timer.LastOccurrence), Time(timer.NextOccurrence),
        timer.Running ? voice.Say(Running) : timer.Overdue ? Tag("strong", voice.Say(Overdue)) : "—",
        English(timer.Failure ?? timer.Outcome),
    ];

    private sealed record PoisonedRow(string Queue, PoisonedItem Item);
}
