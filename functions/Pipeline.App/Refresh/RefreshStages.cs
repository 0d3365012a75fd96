using Pipeline.App.Settings;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>The stages with steps, in the way of the data.</summary>
internal sealed class RefreshStages
{
    /// <summary>The stages over an account.</summary>
    public RefreshStages(StorageAccount storage, PipelineSettings settings, RunMemory memory, FeedTaking taking, TimeProvider clock, ILogger log)
    {
        VintageNaming naming = new(storage, settings);
        RenderStage render = new(storage, settings, naming, new Overview.OverviewMaker(storage, memory, log), clock);
        All = [new ReadStage(storage, taking), new AssessStage(storage, memory), render, new PublishStage(storage, naming, render, clock)];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<RefreshStage> All { get; }

    /// <summary>The stage that a queue serves.</summary>
    public RefreshStage OfQueue(string queue) => All.Single(stage => stage.Queue == queue);

    /// <summary>The stage that a run enters next: the first when it is in none yet, none after its last.</summary>
    public RefreshStage? Next(RunRecord run)
    {
        int place = run.Stage.Length == 0 ? 0 : All.TakeWhile(stage => stage.Name != run.Stage).Count() + 1;
        int last = RunRequest.Of(run).Mode == RunMode.Read ? 1 : All.Count;
        return place < last ? All[place] : null;
    }
}
