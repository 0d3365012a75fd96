using Pipeline.App.Api;
using Pipeline.App.Overview;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Where the data of the vintage come from, how fresh they are on the last day of its quarter, under which terms they may be used, and what is not there.</summary>
internal static class SourcesPage
{
    private const int HashLength = 12;

    private static readonly Bilingual Fresh = new("データの鮮度", "How fresh the data are");
    private static readonly Bilingual Source = new("出典", "Source");
    private static readonly Bilingual Edition = new("最新の版", "Newest edition");
    private static readonly Bilingual Known = new("公表日・取得日", "Published or taken in");
    private static readonly Bilingual Age = new("経過日数", "Age in days");
    private static readonly Bilingual Files = new("ファイル数", "Files");
    private static readonly Bilingual Rows = new("読み取った行", "Rows read");
    private static readonly Bilingual Aside = new("隔離した行", "Rows set aside");
    private static readonly Bilingual Terms = new("出典ごとの利用条件とファイル", "Terms and files of each source");
    private static readonly Bilingual Lacking = new("未取得の出典", "Missing sources");
    private static readonly Bilingual Complete = new("必要な出典は全て取得済みである。", "None: every source that is expected is there.");
    private static readonly Bilingual Illustrative = new("【例示データ】", " [illustrative]");
    private static readonly Bilingual Unknown = new("不明の出典", "an unknown source");

    /// <summary>The page.</summary>
    public static PortalPage Of(PublishedView view, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, PortalAddress.Sources, voice.Say(PortalWords.Sources),
        [
            Tag("h2", voice.Say(Fresh)),
            Freshness(view.Manifest, voice),
            Tag("h2", voice.Say(Lacking)),
            Absent(view.Manifest, voice),
            Tag("h2", voice.Say(Terms)),
            .. OverviewMaker.States(view.Manifest.Snapshots).Select(state => OfSource(state, voice)),
        ])
        { View = view };
    }

    private static HtmlElement Freshness(VintageManifest manifest, Voice voice)
    {
        DateOnly day = Quarter.TryParse(manifest.Quarter, out Quarter quarter) ? quarter.LastDay : manifest.AsOf;
        string caption = voice.Say(new($"経過日数は四半期の末日（{PeriodText.Of(day, voice.Language)}）まで。", $"Age on the last day of the quarter ({PeriodText.Of(day, voice.Language)})."));
        return Scrolling(voice.Say(Fresh), Tag("table",
            Markup.Caption(caption),
            Tag("thead", Tag("tr", [.. new[] { Source, Edition, Known, Age, Files, Rows, Aside }.Select((heading, index) =>
                Tag("th", voice.Say(heading)).With("scope", "col").With("class", index > 2 ? "number-cell" : null))])),
            Tag("tbody", [.. OverviewMaker.States(manifest.Snapshots).OrderByDescending(state => state.AgeOn(day)).ThenBy(state => state.Source, StringComparer.Ordinal).Select(state => Tag("tr",
                Tag("th", Link("#" + state.Source, Name(state.Source, voice)), state.Illustrative ? Tag("span", voice.Say(Illustrative)).Class("warning") : Html.None).With("scope", "row"),
                Tag("td", state.Newest.Edition),
                Tag("td", PeriodText.Of(state.KnownOn, voice.Language)),
                Number(state.AgeOn(day)), Number(state.Files.Count), Number(state.Files.Sum(file => file.Rows)), Number(state.Files.Sum(file => file.SetAside))))])));
    }

    private static HtmlElement Absent(VintageManifest manifest, Voice voice)
    {
        // A file that was refused is counted and not named: its name is whatever someone has typed.
        string[] absent = [.. OverviewMaker.AbsentOf(manifest.MissingSources).Select(one =>
        {
            string name = one.Source is { } source ? Name(source, voice) : voice.Say(Unknown);
            return one.RefusedFiles == 0
                ? voice.Say(new($"{name}：ファイルがない。", $"{name}: no file."))
                : voice.Say(new(FormattableString.Invariant($"{name}：{one.RefusedFiles} ファイルを受け付けなかった。"), FormattableString.Invariant($"{name}: {one.RefusedFiles} files were refused.")));
        })];
        return absent.Length == 0 ? Tag("p", voice.Say(Complete)) : Tag("ul", [.. absent.Select(line => Tag("li", line))]);
    }

    private static HtmlElement OfSource(SourceState source, Voice voice) => Tag("section",
        Tag("h3", Name(source.Source, voice)).With("id", source.Source),
        Markup.Terms(
        [
            (voice.Say(new("公表機関", "Publisher")), Lines(source.Files, file => file.Publisher, voice)),
            (voice.Say(new("資料名", "Title")), Lines(source.Files, file => file.Title, voice)),
            (voice.Say(new("利用条件", "Licence")), Lines(source.Files, file => file.Licence, voice)),
            (voice.Say(new("出典の表示", "Credit line")), Lines(source.Files, file => file.Citation, voice)),
        ]).Class("facts"),
        Tag("details",
            Tag("summary", voice.Say(new(FormattableString.Invariant($"{source.Files.Count} ファイルを表示"), FormattableString.Invariant($"Show {source.Files.Count} {(source.Files.Count == 1 ? "file" : "files")}")))),
            Tag("ul", [.. source.Files.OrderByDescending(file => file.KnownOn).ThenBy(file => file.Use.File, StringComparer.Ordinal).Select(file => Tag("li",
                Tag("code", file.Use.File), $" {file.Edition} ({PeriodText.Of(file.KnownOn, voice.Language)}) sha256 {file.Use.Snapshot[..Math.Min(HashLength, file.Use.Snapshot.Length)]}…"))])));

    private static Html Lines(IReadOnlyList<UsedFile> files, Func<SourceUse, string> line, Voice voice) =>
        Html.Of(files.Select(file => CreditText.In(line(file.Use), voice.Language)).Distinct(StringComparer.Ordinal).SelectMany((text, index) => index == 0 ? new Html[] { text } : [Tag("br"), text]));

    private static string Name(string source, Voice voice) => Vocabulary.Word(Term.Source, source, voice.Language);

    private static HtmlElement Number(long number) => Tag("td", FormattableString.Invariant($"{number:#,##0}")).Class("number-cell");
}
