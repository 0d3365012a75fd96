using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>A restricted result was handed to a briefing that the ministry's staff may read. The message never holds a value.</summary>
public sealed class RestrictedContentException : PipelineException
{
    private RestrictedContentException(Fault fault)
        : base(fault) { }

    /// <summary>The refusal of a mineral.</summary>
    public static RestrictedContentException In(string mineral) => new(new Fault(
        "briefing of " + mineral,
        "labels of the results",
        "open or internal results only",
        "a restricted result",
        "leave restricted results to the closed application"));
}
