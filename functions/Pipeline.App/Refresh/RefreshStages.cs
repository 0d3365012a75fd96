using Pipeline.App.Settings;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>The stages with steps, in the way of the data.</summary>
internal sealed class RefreshStages
{
    /// <summary>The stages over an account.</summary>
    public RefreshStages(StorageAccount storage, PipelineSettings settings, RunMemory memory, FeedTaking taking, TimeProvider clock)
    {
        VintageNaming naming = new(storage, settings);
        All = [new ReadStage(storage, taking), new AssessStage(storage, memory), new RenderStage(storage, settings, naming, clock), new PublishStage(storage, naming, clock)];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<RefreshStage> All { get; }

    /// <summary>The stage that a queue serves.</summary>
    public RefreshStage OfQueue(string queue) => All.Single(stage => stage.Queue == queue);

    /// <summary>The stage after one of a name, the first after the empty name, none after the last.</summary>
    public RefreshStage? After(string name)
    {
        int place = name.Length == 0 ? 0 : All.TakeWhile(stage => stage.Name != name).Count() + 1;
        return place < All.Count ? All[place] : null;
    }
}
