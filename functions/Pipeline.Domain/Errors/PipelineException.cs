namespace Pipeline.Domain;

/// <summary>Where something went wrong and what to do about it; the same five facts for every error.</summary>
/// <param name="Source">File, source or store.</param>
/// <param name="Place">Line, cell, column or record.</param>
/// <param name="Expected">What should have been there.</param>
/// <param name="Found">What was there, cut to a readable length.</param>
/// <param name="Remedy">What the reader of the message can do.</param>
public sealed record Fault(string Source, string Place, string Expected, string Found, string Remedy)
{
    /// <summary>One line for people.</summary>
    public string Sentence => $"{Source}, {Place}: expected {Expected}; found {Found}. {char.ToUpperInvariant(Remedy[0])}{Remedy[1..]}.";
}

/// <summary>An error that locates itself. Carries its facts as data, never a value above the label of its reader.</summary>
public abstract class PipelineException : Exception
{
    /// <summary>Makes the error from its facts.</summary>
    protected PipelineException(Fault fault, Exception? cause = null)
        : base(fault?.Sentence, cause) => Fault = fault ?? throw new ArgumentNullException(nameof(fault));

    /// <summary>The five facts.</summary>
    public Fault Fault { get; }
}
