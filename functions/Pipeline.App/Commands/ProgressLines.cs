using static System.FormattableString;

namespace Pipeline.App.Commands;

/// <summary>A line for each stage, written when the stage has ended; no line is ever rewritten, so that logs stay readable. The ledger shows steps while they run.</summary>
internal sealed class ProgressLines(TextWriter output, TimeProvider clock)
{
    private long since = clock.GetTimestamp();

    /// <summary>One line.</summary>
    public void Line(string subject, string text) => output.WriteLine($"{subject,-12} {text}");

    /// <summary>One line with the time that has passed since the last such line.</summary>
    public void Ended(string stage, string text)
    {
        Line(stage, Invariant($"{text} ({clock.GetElapsedTime(since).TotalSeconds:F1} s)"));
        since = clock.GetTimestamp();
    }
}
