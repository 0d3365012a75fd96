using Azure.Core;
using Azure.Core.Pipeline;

namespace Pipeline.Storage;

/// <summary>
/// Whether a call was sent more than once. When an answer is lost, the try after it meets what the first has done: a condition that no
/// longer holds then says nothing, and what is stored has to be looked at. Without a second try it says that another was faster.
/// </summary>
internal sealed class SentAgain
{
    private static readonly AsyncLocal<SentAgain?> Watched = new();

    private SentAgain() { }

    /// <summary>True when a call since <see cref="Watch"/> was sent more than once.</summary>
    public bool Happened { get; private set; }

    /// <summary>Notes second tries.</summary>
    public static HttpPipelinePolicy Policy { get; } = new Note();

    /// <summary>Watches the calls that the caller, and what it awaits, makes from now on.</summary>
    public static SentAgain Watch() => Watched.Value = new SentAgain();

    private sealed class Note : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.ProcessingContext.RetryNumber > 0 && Watched.Value is { } watched) watched.Happened = true;
        }
    }
}
