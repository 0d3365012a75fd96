using Azure.Data.Tables;

namespace Pipeline.Storage;

/// <summary>
/// Runs and steps as table rows. The keys serve the two questions asked of the ledger: the newest runs, and the steps of a run by stage.
/// </summary>
internal static class LedgerRows
{
    /// <summary>All runs are one partition: a few a quarter.</summary>
    public const string Runs = "run";

    private const int IdDigits = 18;

    /// <summary>Row key of a run: its id with the time complemented, so that the newest comes first.</summary>
    public static string RunKey(string runId) =>
        runId.Length > IdDigits ? TableKeys.Descending(runId[..IdDigits]) + TableKeys.Encode(runId[IdDigits..]) : TableKeys.Encode(runId);

    public static TableEntity Row(RunRecord run)
    {
        var row = new TableEntity(Runs, RunKey(run.Id))
        {
            ["Id"] = run.Id,
            ["Quarter"] = run.Quarter,
            ["Started"] = run.Started,
            ["CodeVersion"] = run.CodeVersion,
            ["State"] = run.State.ToString(),
            ["Request"] = run.Request,
            ["Stage"] = run.Stage,
            ["StageAt"] = run.StageAt,
            ["MovedBy"] = run.MovedBy,
            ["FoundPublished"] = run.FoundPublished,
            ["Counts"] = System.Text.Encoding.UTF8.GetString(
                StorageJson.Write(new SortedDictionary<string, long>(run.Counts.ToDictionary(), StringComparer.Ordinal))),
        };
        Put(row, "After", run.After);
        Put(row, "MovedUntil", run.MovedUntil);
        Put(row, "Ended", run.Ended);
        Put(row, "Outcome", run.Outcome);
        Put(row, "Vintage", run.Vintage);
        return row;
    }

    /// <summary>The run of a row. A run from before requests, stages and movers were kept has none of them.</summary>
    public static RunRecord Run(TableEntity row) => new(
        row.GetString("Id")!, row.GetString("Quarter")!, row.GetDateTimeOffset("Started")!.Value, row.GetString("CodeVersion")!)
    {
        State = Enum.Parse<RunState>(row.GetString("State")!),
        Request = row.GetString("Request") ?? "",
        Stage = row.GetString("Stage") ?? "",
        StageAt = row.GetDateTimeOffset("StageAt") ?? row.GetDateTimeOffset("Started")!.Value,
        FoundPublished = row.GetBoolean("FoundPublished") ?? false,
        After = row.GetString("After"),
        MovedBy = row.GetString("MovedBy") ?? "",
        MovedUntil = row.GetDateTimeOffset("MovedUntil"),
        Ended = row.GetDateTimeOffset("Ended"),
        Outcome = row.GetString("Outcome"),
        Vintage = row.GetString("Vintage"),
        Counts = StorageJson.Read<SortedDictionary<string, long>>(System.Text.Encoding.UTF8.GetBytes(row.GetString("Counts")!)),
        ETag = row.ETag,
    };

    /// <summary>A step among those of its run.</summary>
    public static TableEntity Row(StepRecord step) =>
        Fill(new TableEntity(TableKeys.Encode(step.RunId), TableKeys.Join(step.Stage, step.Subject)), step);

    /// <summary>A done step among those that one code version has done, where later runs look for it.</summary>
    public static TableEntity DoneRow(StepRecord step) => Fill(new TableEntity(DonePartition(step.Key.CodeVersion), step.Key.Hash), step);

    public static string DonePartition(string codeVersion) => TableKeys.Join("done", codeVersion);

    public static StepRecord Step(TableEntity row) =>
        new(
            row.GetString("RunId")!, row.GetString("Stage")!, row.GetString("Subject")!,
            new StepKey(row.GetString("CodeVersion")!, row.GetString("KeyHash")!))
        {
            State = Enum.Parse<StepState>(row.GetString("State")!),
            Attempt = row.GetInt32("Attempt")!.Value,
            Sent = row.GetDateTimeOffset("Sent"),
            Holder = row.GetString("Holder") ?? "",
            LeaseUntil = row.GetDateTimeOffset("LeaseUntil"),
            Started = row.GetDateTimeOffset("Started"),
            Ended = row.GetDateTimeOffset("Ended"),
            Rows = row.GetInt64("RowsRead") is { } read
                ? new RowCounts(read, row.GetInt64("RowsPassed")!.Value, row.GetInt64("RowsQuarantined")!.Value)
                : null,
            Reused = row.GetBoolean("Reused")!.Value,
            Outputs = StorageJson.Read<string[]>(System.Text.Encoding.UTF8.GetBytes(row.GetString("Outputs")!)),
            Error = row.GetString("Error"),
            ETag = row.ETag,
        };

    private static TableEntity Fill(TableEntity row, StepRecord step)
    {
        row["RunId"] = step.RunId;
        row["Stage"] = step.Stage;
        row["Subject"] = step.Subject;
        row["CodeVersion"] = step.Key.CodeVersion;
        row["KeyHash"] = step.Key.Hash;
        row["State"] = step.State.ToString();
        row["Attempt"] = step.Attempt;
        row["Reused"] = step.Reused;
        row["Outputs"] = System.Text.Encoding.UTF8.GetString(StorageJson.Write(step.Outputs));
        row["Holder"] = step.Holder;
        Put(row, "Sent", step.Sent);
        Put(row, "LeaseUntil", step.LeaseUntil);
        Put(row, "Started", step.Started);
        Put(row, "Ended", step.Ended);
        Put(row, "Error", step.Error);
        Put(row, "RowsRead", step.Rows?.Read);
        Put(row, "RowsPassed", step.Rows?.Passed);
        Put(row, "RowsQuarantined", step.Rows?.Quarantined);
        return row;
    }

    /// <summary>What has no value is not written: an absent count is not zero.</summary>
    private static void Put(TableEntity row, string name, object? value)
    {
        if (value is not null) row[name] = value;
    }
}
