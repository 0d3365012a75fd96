namespace Pipeline.App.Commands;

/// <summary>What the program answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed; nothing was published.</summary>
    public const int Failed = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Published, but a source is missing or rows were set aside that nobody has released.</summary>
    public const int PublishedWithGaps = 3;
}
