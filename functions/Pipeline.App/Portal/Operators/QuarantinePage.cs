using Pipeline.App.Api;
using Pipeline.Domain;
using static Pipeline.App.Portal.LedgerWords;
using static Pipeline.App.Portal.Markup;
using static System.FormattableString;

namespace Pipeline.App.Portal;

/// <summary>Quarantined rows for operators: what passed beside what failed of each file, then every row with its rule, value and place.</summary>
internal static class QuarantinePage
{
    /// <summary>Rows shown; the rest is counted, and the API has them.</summary>
    public const int Most = 500;

    private static readonly Bilingual Lead = new(
        "読み取りの規則に合わず、取り込まれなかった行。解除された行も取り込まれず、以後の更新で欠落として数えない。解除は理由を添えて API（POST /api/v1/quarantine/{id}/release）で行う。",
        "Rows that broke a rule of their reader and were not taken in. A released row is not let in either; it is no longer counted as a gap. Rows are released, with a reason, over the API (POST /api/v1/quarantine/{id}/release).");
    private static readonly Bilingual None = new("隔離した行はない。", "No row has been set aside.");
    private static readonly Bilingual Files = new("ファイルごとの行数", "Rows by file");
    private static readonly Bilingual Rows = new("隔離した行", "Rows set aside");

    /// <summary>The page.</summary>
    public static PortalPage Of(IReadOnlyList<(QuarantineFile File, IReadOnlyList<Refresh.SetAsideRow> Rows)> files, Language language)
    {
        Voice voice = new(language);
        QuarantineRow[] rows = [.. files.SelectMany(file => file.Rows.Select(row => QuarantineRow.Of(row, file.File)))];
        int rest = rows.Length - Most;
        return new PortalPage(language, PortalAddress.Quarantine, voice.Say(PortalWords.Quarantine),
        [
            Tag("p", voice.Say(Lead)),
            .. rows.Length == 0 ? [Tag("p", voice.Say(None))] : new Html[]
            {
                Tag("h2", voice.Say(Files)).With("id", "files"),
                Table(
                    Files, [new("ファイル", "File"), new("出典", "Source"), new("読んだ行", "Rows read"), new("通った行", "Passed"), new("隔離した行", "Set aside"), new("うち解除", "Released"), new("最後に読んだ実行", "Last read by")],
                    files.Select(file => Row(file.File, voice)), voice),
                Tag("h2", voice.Say(Rows)).With("id", "rows"),
                Table(
                    Rows, [new("場所", "Place"), new("規則", "Rule"), new("期待", "Expected"), new("値", "Found"), new("行全体", "Whole row"), new("解除", "Release")],
                    rows.Take(Most).Select(row => Row(row, voice)), voice),
                rest > 0 ? Tag("p", voice.Say(new(Invariant($"ほかに {rest:#,0} 行ある。API（/api/v1/quarantine）で見られる。"), Invariant($"{rest:#,0} more rows are answered by the API (/api/v1/quarantine).")))) : Html.None,
            },
        ])
        { Menu = PortalMenu.Operators };
    }

    private static IReadOnlyList<Html> Row(QuarantineFile file, Voice voice) =>
    [
        file.File, file.Source, Number(file.RowsRead), Number(file.RowsPassed), Number(file.RowsQuarantined), Number(file.RowsReleased),
        file.Run is { } run ? voice.To(PortalAddress.Run(run), run) : "—",
    ];

    private static IReadOnlyList<Html> Row(QuarantineRow row, Voice voice) =>
    [
        row.Place, Tag("code", row.Rule), English(row.Expected), Tag("code", row.Found), Tag("code", row.Row),
        row.Release is { } release ? Html.Of([Time(release.At), voice.Say(new("：", ": ")), release.Reason]) : "—",
    ];

    private static string Number(long? count) => count is { } number ? Invariant($"{number:#,0}") : "—";
}
