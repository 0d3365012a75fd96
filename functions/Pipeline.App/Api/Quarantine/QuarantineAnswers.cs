using System.ComponentModel.DataAnnotations;
using Pipeline.App.Refresh;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/quarantine</c>.</summary>
/// <param name="Files">Files with rejected rows, with what passed beside what failed.</param>
/// <param name="Rows">Rejected rows by file and place, as many as were asked for.</param>
/// <param name="Total">Rejected rows that answer to the question, shown or not.</param>
/// <param name="Next">Value of the parameter <c>after</c> for the rows that follow, or none when these are the last.</param>
/// <param name="Meaning">What a release means, in both languages.</param>
internal sealed record QuarantineList(IReadOnlyList<QuarantineFile> Files, IReadOnlyList<QuarantineRow> Rows, int Total, string? Next, string Meaning)
{
    /// <summary>What a release means.</summary>
    public const string Released =
        "解除された行は取り込まれず、以後の更新で欠落として数えません。 / A released row is not let in; it is no longer counted as a gap by refreshes.";
}

/// <summary>A file of which rows were rejected.</summary>
/// <param name="Source">Source of the file.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Snapshot">SHA-256 of its bytes.</param>
/// <param name="Run">Newest of the runs of the ledger that have read it, or none when the ledger looks back no further.</param>
/// <param name="RowsRead">Rows read in that run.</param>
/// <param name="RowsPassed">Rows that passed.</param>
/// <param name="RowsQuarantined">Rows that were rejected.</param>
/// <param name="RowsReleased">Rejected rows that were released.</param>
internal sealed record QuarantineFile(string Source, string File, string Snapshot, string? Run, long? RowsRead, long? RowsPassed, int RowsQuarantined, int RowsReleased);

/// <summary>A rejected row.</summary>
/// <param name="Id">Identifier, for its release.</param>
/// <param name="Source">Source of the file.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Place">Place in it: <c>file[sheet]!row:column</c>.</param>
/// <param name="Rule">Rule that it broke.</param>
/// <param name="Expected">What the rule asks for.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Row">The whole row; of a row that only the closed application may hold, not its cells.</param>
/// <param name="Run">Newest run that has read it, or none.</param>
/// <param name="Release">Who released it, when and why; or none.</param>
internal sealed record QuarantineRow(string Id, string Source, string File, string Place, string Rule, string Expected, string Found, string Row, string? Run, ReleaseRow? Release)
{
    /// <summary>The row of a rejected row.</summary>
    public static QuarantineRow Of(SetAsideRow row, QuarantineFile file) => new(
        row.Id, file.Source, file.File, row.Row.Cell.Address, row.Row.Rule, row.Row.Expected, row.Row.Found, row.Row.Row, file.Run, ReleaseRow.Of(row.Release));
}

/// <summary>A decision about a rejected row.</summary>
/// <param name="By">Object identifier of who decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
internal sealed record ReleaseRow(string By, DateTimeOffset At, string Reason)
{
    /// <summary>The row of a decision, or none.</summary>
    public static ReleaseRow? Of(QuarantineRelease? release) => release is null ? null : new ReleaseRow(release.By, release.At, release.Reason);
}

/// <summary>Body of a release.</summary>
/// <param name="Reason">Why the row may stay out, 1 to 500 characters.</param>
internal sealed record ReleaseOrder([property: Required, StringLength(QuarantineRoutes.LongestReason, MinimumLength = 1)] string? Reason = null);

/// <summary>Answer to a release.</summary>
/// <param name="Id">The row.</param>
/// <param name="Release">The decision that holds.</param>
internal sealed record ReleaseAnswer(string Id, ReleaseRow Release);
