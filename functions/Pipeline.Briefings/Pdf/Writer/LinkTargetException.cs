using Pipeline.Domain;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>A link leads nowhere: no section has its anchor, two sections have the same, or its address is none.</summary>
public sealed class LinkTargetException : PipelineException
{
    internal LinkTargetException(string target, string place, string expected, string found)
        : base(new Fault("document", place, expected, found, "correct the link or the anchor of the section")) => Target = target;

    /// <summary>The address or #anchor.</summary>
    public string Target { get; }
}
