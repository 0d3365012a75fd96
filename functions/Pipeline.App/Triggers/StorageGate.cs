namespace Pipeline.App.Triggers;

/// <summary>Opens once storage can be used. Under the Functions host the program answers before that, because a late start is a failed one.</summary>
internal sealed class StorageGate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when storage can be used.</summary>
    public Task Opened => opened.Task;

    /// <summary>Storage can be used.</summary>
    public void Open() => opened.TrySetResult();
}
