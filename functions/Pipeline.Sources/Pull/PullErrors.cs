using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>An address is not one that a publisher may be asked at: not https, a host that is not listed, an address inside a network.</summary>
public sealed class PublisherAddressException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>A publisher has answered with something that cannot be taken: too large, cut off, another status, a bad archive.</summary>
public sealed class PublisherAnswerException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>A publisher could not be reached in time, or says itself that it cannot answer now.</summary>
public sealed class PublisherUnavailableException(Fault fault, Exception? cause = null) : PipelineException(fault, cause)
{
    /// <summary>True when asking again shortly may help.</summary>
    internal bool MayPass { get; init; }

    /// <summary>How long the publisher asks to wait, or none.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
