using Azure.Data.Tables;

namespace Pipeline.Storage.Tests;

/// <summary>Rows of the ledger as earlier versions of the program have written them.</summary>
public sealed class EarlierRowsTests
{
    [Fact]
    public void A_run_from_before_requests_and_stages_were_kept_is_read_without_them()
    {
        TableEntity row = new(LedgerRows.Runs, "key")
        {
            ["Id"] = "20261122T030405123Z-2026Q4",
            ["Quarter"] = "2026Q4",
            ["Started"] = Times.Start,
            ["CodeVersion"] = "1.0",
            ["State"] = "Done",
            ["Outcome"] = "Published",
            ["Counts"] = """{"ok":41}""",
        };

        var run = LedgerRows.Run(row);

        Assert.Equal((RunState.Done, "Published", 41), (run.State, run.Outcome, run.Counts["ok"]));
        Assert.Equal(("", "", Times.Start, "", false), (run.Request, run.Stage, run.StageAt, run.MovedBy, run.FoundPublished));
    }

    [Fact]
    public void A_step_from_before_holders_were_kept_has_none()
    {
        TableEntity row = new("run", "key")
        {
            ["RunId"] = "20261122T030405123Z-2026Q4",
            ["Stage"] = "assess",
            ["Subject"] = "cobalt",
            ["CodeVersion"] = "1.0",
            ["KeyHash"] = new string('a', 64),
            ["State"] = "Done",
            ["Attempt"] = 1,
            ["Reused"] = false,
            ["Outputs"] = """["cobalt"]""",
        };

        var step = LedgerRows.Step(row);

        Assert.Equal((StepState.Done, "", null, null), (step.State, step.Holder, step.LeaseUntil, step.Sent));
    }
}
