using System.Text.Json.Serialization;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Sources;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/sources</c>.</summary>
/// <param name="Meta">Vintage whose files are shown.</param>
/// <param name="Sources">Every source, by identifier.</param>
internal sealed record SourceList(Meta Meta, IReadOnlyList<SourceRow> Sources);

/// <summary>Answer of <c>/sources/{id}</c>: the source, its files in the vintage, and what was last obtained from its publisher.</summary>
/// <param name="Meta">Vintage whose files are shown.</param>
/// <param name="Source">The source.</param>
/// <param name="Files">Its files in the vintage.</param>
/// <param name="Obtained">What was last obtained of each file, in the vintage or not.</param>
internal sealed record SourcePage(Meta Meta, SourceRow Source, IReadOnlyList<SourceFileRow> Files, IReadOnlyList<ObtainedFileRow> Obtained);

/// <summary>A source of figures.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="Licence">Licence in one line.</param>
/// <param name="Citation">Credit line that outputs must show.</param>
/// <param name="Url">Address of the publication.</param>
/// <param name="Reader">Version of the reading rules.</param>
/// <param name="IsFetched">True when the program fetches it; otherwise an office hands it in.</param>
/// <param name="LateAfterDays">Days without new figures after which it is late, or null for one that is handed in.</param>
/// <param name="NextExpected">When the publisher is asked next, or null.</param>
/// <param name="NextExpectedReasonJa">Why there is no such time, in Japanese, or null.</param>
/// <param name="NextExpectedReasonEn">Why there is no such time, in English, or null.</param>
/// <param name="LastSnapshot">Its newest file in the vintage, or null when the vintage has none.</param>
/// <param name="LayoutFingerprint">Always null: layouts are recognised by their names of columns and sheets, which the reader's version fixes.</param>
/// <param name="LayoutFingerprintReasonJa">The same in Japanese words.</param>
/// <param name="LayoutFingerprintReasonEn">The same in English words.</param>
/// <param name="Refused">Why its files were refused for the vintage; empty when none was.</param>
/// <param name="Illustrative">True when a file of it in the vintage is invented or purely illustrative.</param>
/// <param name="Self">Its address.</param>
internal sealed record SourceRow(
    string Id, string NameJa, string NameEn, string Publisher, string Title, string Licence, string Citation, string Url, string Reader, bool IsFetched,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? LateAfterDays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? NextExpected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextExpectedReasonJa,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextExpectedReasonEn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SourceFileRow? LastSnapshot,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? LayoutFingerprint,
    string LayoutFingerprintReasonJa, string LayoutFingerprintReasonEn,
    IReadOnlyList<string> Refused, bool Illustrative, string Self)
{
    private static readonly Bilingual NoFingerprint = new(
        "レイアウトは列名とシート名で見分け、読み取り規則の版（reader）が固定する。指紋は保存していない。",
        "A layout is recognised by its names of columns and sheets, which the version of the reader fixes; no fingerprint is kept.");

    private static readonly Bilingual HandedIn = new("担当部署が提出する資料であり、取得の予定日はない。", "An office hands it in; no day is fixed.");

    private static readonly Bilingual NotScheduled = new("取得の予定が定められていない。", "Its schedule names no further day.");

    /// <summary>The row of a source.</summary>
    /// <param name="reader">Reader of the source.</param>
    /// <param name="view">The current vintage.</param>
    /// <param name="next">When the publisher is asked next, or none.</param>
    public static SourceRow Of(SourceReader reader, PublishedView view, DateTimeOffset? next)
    {
        Bilingual name = Code.Words(Term.Source, reader.Source);
        SourcePull? pull = SourcePulls.All.FirstOrDefault(one => one.Source == reader.Source);
        Bilingual? reason = next is not null ? null : pull is null ? HandedIn : NotScheduled;
        SnapshotUse[] files = [.. view.Manifest.Snapshots.Where(snapshot => snapshot.Use.Source == reader.Source)];
        return new SourceRow(
            reader.Source, name.Ja, name.En, reader.Licence.Publisher, reader.Licence.Title, reader.Licence.Licence, reader.Licence.Citation, reader.Licence.Url, reader.Version, pull is not null,
            pull?.LateAfterDays, next, reason?.Ja, reason?.En,
            files.OrderByDescending(file => file.KnownOn).ThenByDescending(file => file.Use.File, StringComparer.Ordinal).Select(SourceFileRow.Of).FirstOrDefault(),
            LayoutFingerprint: null, NoFingerprint.Ja, NoFingerprint.En,
            [.. view.Manifest.MissingSources.Where(missing => missing.Source == reader.Source).Select(missing => $"{missing.File}: {missing.Fault}")],
            files.Any(file => file.Use.Illustrative),
            $"/api/v1/sources/{reader.Source}");
    }
}

/// <summary>A file of a source in the vintage.</summary>
/// <param name="File">File name.</param>
/// <param name="Snapshot">SHA-256 of the publisher's bytes.</param>
/// <param name="Edition">Edition as the publisher counts.</param>
/// <param name="Title">Title with edition.</param>
/// <param name="KnownOn">Day of publication, or of first taking in where the publication is not dated.</param>
/// <param name="Reader">Version of the reader that read it.</param>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="RowsKept">Rows that were kept.</param>
/// <param name="RowsQuarantined">Rows that were set aside.</param>
/// <param name="Illustrative">True for invented or illustrative input.</param>
internal sealed record SourceFileRow(
    string File, string Snapshot, string Edition, string Title, DateOnly KnownOn, string Reader, long RowsRead, int RowsKept, int RowsQuarantined, bool Illustrative)
{
    /// <summary>The row of a file.</summary>
    public static SourceFileRow Of(SnapshotUse file) => new(
        file.Use.File, file.Use.Snapshot, file.Edition, file.Use.Title, file.KnownOn, file.Reader, file.RowsRead, file.Observations, file.Quarantined, file.Use.Illustrative);
}

/// <summary>What was last obtained of a file, in the vintage or not.</summary>
/// <param name="File">Publisher's file name.</param>
/// <param name="Sha256">SHA-256 of its bytes; of the archive where it is one.</param>
/// <param name="ChangedAt">When these bytes were first seen.</param>
/// <param name="CheckedAt">When the publisher was last asked.</param>
internal sealed record ObtainedFileRow(string File, string Sha256, DateTimeOffset ChangedAt, DateTimeOffset CheckedAt)
{
    /// <summary>The row of a file.</summary>
    public static ObtainedFileRow Of(Pipeline.Storage.SourceFile file) => new(file.FileName, file.SnapshotHash, file.ChangedAt, file.CheckedAt);
}
