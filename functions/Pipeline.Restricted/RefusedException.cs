using Pipeline.Domain;

namespace Pipeline.Restricted;

/// <summary>Something that may not be done with restricted values, or on their ground. Never carries a value.</summary>
public sealed class RefusedException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);
