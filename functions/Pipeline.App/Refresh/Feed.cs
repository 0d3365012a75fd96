using Pipeline.App.Pulling;
using Pipeline.Domain;
using Pipeline.Sources;

namespace Pipeline.App.Refresh;

/// <summary>A file that was taken in: recognised by a reader, or refused with the reason.</summary>
/// <param name="File">The file.</param>
/// <param name="Origin">Title, licence and credit line, and when the file became known.</param>
/// <param name="Reader">Reader of its source, or none when no reader knows it.</param>
/// <param name="Refusal">Why it was refused, or none.</param>
internal sealed record Feed(SourceFile File, FeedOrigin Origin, SourceReader? Reader, PipelineException? Refusal)
{
    /// <summary>True when the file may be stored and read.</summary>
    public bool IsTaken => Reader is not null && Refusal is null;

    /// <summary>The feed, refused when its bytes may not be stored.</summary>
    public Feed IfTakeable()
    {
        if (!IsTaken)
        {
            return this;
        }

        try
        {
            Takeable.Require(File, Reader!);
            return this;
        }
        catch (PipelineException refusal)
        {
            return this with { Refusal = refusal };
        }
    }

    /// <summary>Recognises a file by its content.</summary>
    public static Feed Recognise(SourceFile file, Func<SourceReader, FeedOrigin> origin)
    {
        try
        {
            SourceReader reader = SourceReaders.For(file);
            return new Feed(file, origin(reader), reader, Refusal: null);
        }
        catch (PipelineException refusal)
        {
            return new Feed(file, FeedOrigin.Unknown, Reader: null, refusal);
        }
    }
}

/// <summary>Where a file is from.</summary>
/// <param name="Licence">Publisher, title, licence and credit line.</param>
/// <param name="PublisherFileHash">SHA-256 of the publisher's file when this one is a cut of it, or none.</param>
/// <param name="Illustrative">True for invented or illustrative figures.</param>
internal sealed record FeedOrigin(SourceLicence Licence, string? PublisherFileHash, bool Illustrative)
{
    /// <summary>Origin of a file that no reader knows.</summary>
    public static FeedOrigin Unknown { get; } = new(new SourceLicence("unknown", "unknown", "unknown", "unknown", string.Empty), PublisherFileHash: null, Illustrative: false);
}
