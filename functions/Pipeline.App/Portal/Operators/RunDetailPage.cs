using System.Globalization;
using Pipeline.App.Api;
using Pipeline.Domain;
using static Pipeline.App.Portal.LedgerWords;
using static Pipeline.App.Portal.Markup;
using static System.FormattableString;

namespace Pipeline.App.Portal;

/// <summary>A run: how far each of its stages is, what it counted, and every step with its rows and errors.</summary>
internal static class RunDetailPage
{
    private static readonly Bilingual Title = new("実行", "Run");
    private static readonly Bilingual Now = new("この時点の状態：", "As of ");
    private static readonly Bilingual Reload = new("最新の状態に更新", "Reload");
    private static readonly Bilingual Progress = new("段階ごとの進み具合", "Progress by stage");
    private static readonly Bilingual NoSteps = new("まだ段階に入っていない。", "No stage has been entered yet.");
    private static readonly Bilingual Counts = new("件数", "Counts");
    private static readonly Bilingual Failed = new("失敗した作業", "Steps that failed");
    private static readonly Bilingual Steps = new("すべての作業", "All steps");
    private static readonly Bilingual Trial = new("公表した場合に変わるもの（JSON）", "What would change if it were published (JSON)");
    private static readonly Bilingual AllMinerals = new("すべて", "all");
    private static readonly Bilingual Taken = new("引き継ぎ", "reused");

    /// <summary>The page.</summary>
    public static PortalPage Of(RunPage page, DateTimeOffset now, Language language)
    {
        Voice voice = new(language);
        RunSummary run = page.Run;
        PortalAddress address = PortalAddress.Run(run.Id);
        return new PortalPage(language, address, $"{voice.Say(Title)} {run.Id}",
        [
            Tag("p", voice.Say(Now), Time(now), " ", voice.To(address, Reload)),
            Terms(Facts(run, voice)).Class("facts"),
            page.Changes is { } changes ? Tag("p", Link(changes, voice.Say(Trial))) : Html.None,
            Tag("h2", voice.Say(Progress)).With("id", "progress"),
            page.Stages.Count == 0 ? Tag("p", voice.Say(NoSteps)) : Tag("ul", [.. page.Stages.Select(stage => Bar(stage, voice))]).Class("progress"),
            .. run.Counts.Count == 0 ? [] : new Html[] { Tag("h2", voice.Say(Counts)), Terms(run.Counts.Select(count => ((Html)CountName(count.Key, voice), (Html)Invariant($"{count.Value:#,0}")))).Class("facts") },
            .. page.Steps.Any(step => step.Error is not null) ? [Tag("h2", voice.Say(Failed)).With("id", "failed"), Table(page.Steps.Where(step => step.Error is not null), Failed, voice)] : Array.Empty<Html>(),
            .. page.Steps.Count == 0 ? [] : new Html[] { Tag("h2", voice.Say(Steps)).With("id", "steps"), Table(page.Steps, Steps, voice) },
        ])
        { Menu = PortalMenu.Operators };
    }

    private static IEnumerable<(Html, Html)> Facts(RunSummary run, Voice voice)
    {
        (Bilingual Term, Html Meaning)[] facts =
        [
            (new("状態", "State"), State(run.State, voice)),
            (new("四半期", "Quarter"), run.Quarter),
            (new("種別", "Mode"), Mode(run.Mode, voice)),
            (new("段階", "Stage"), run.Stage.Length == 0 ? "—" : Stage(run.Stage, voice)),
            (new("開始", "Started"), Time(run.Started)),
            (new("終了", "Ended"), Time(run.Ended)),
            (new("結果", "Outcome"), Outcome(run.Outcome, voice)),
            (new("版", "Vintage"), run.Vintage ?? "—"),
            (new("待機対象の実行", "Waits for"), run.After is { } other ? voice.To(PortalAddress.Run(other), other) : "—"),
            (new("鉱種", "Minerals"), run.Minerals.Count == 0 ? voice.Say(AllMinerals) : string.Join(", ", run.Minerals)),
        ];
        return facts.Select(fact => ((Html)voice.Say(fact.Term), fact.Meaning));
    }

    private static HtmlElement Bar(StageProgress stage, Voice voice)
    {
        string name = Stage(stage.Stage, voice);
        string id = "stage-" + stage.Stage;
        return Tag("li",
            Tag("label", name).With("for", id),
            Tag("progress").With("id", id).With("max", Number(stage.Steps)).With("value", Number(stage.Done + stage.Failed)),
            Tag("span", voice.Say(new(
                Invariant($"{stage.Steps:#,0} 件中 {stage.Done:#,0} 件完了（引き継ぎ {stage.Reused:#,0}）、実行中 {stage.Running:#,0}、失敗 {stage.Failed:#,0}"),
                Invariant($"{stage.Done:#,0} of {stage.Steps:#,0} done ({stage.Reused:#,0} reused), {stage.Running:#,0} under way, {stage.Failed:#,0} failed")))));
    }

    private static HtmlElement Table(IEnumerable<StepRow> steps, Bilingual caption, Voice voice) => LedgerWords.Table(
        caption,
        [new("対象", "Subject"), new("段階", "Stage"), new("状態", "State"), new("試行回数", "Attempts"), new("読み取った行", "Rows read"), new("隔離した行", "Rows set aside"), new("所要時間", "Time"), new("エラー", "Error")],
        steps.Select(step => (IReadOnlyList<Html>)
        [
            step.Subject.Length > 20 ? Tag("span", step.Subject[..12] + "…").With("title", step.Subject) : step.Subject,
            Stage(step.Stage, voice), step.Reused ? voice.Say(Taken) : State(step.State, voice), Count(step.Attempt),
            step.RowsRead is { } read ? Count(read) : "—", step.RowsQuarantined is { } quarantined ? Count(quarantined) : "—", Took(step), English(step.Error),
        ]), voice);

    private static string Took(StepRow step) => step is { Started: { } started, Ended: { } ended, Reused: false } ? Invariant($"{(ended - started).TotalMilliseconds:#,0} ms") : "—";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
