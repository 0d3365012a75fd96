using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>A block is larger than an empty page. Nothing is cut off or left out, so the document is not made.</summary>
public sealed class BlockDoesNotFitException : PipelineException
{
    internal BlockDoesNotFitException(string section, string block, double width, double height)
        : base(new Fault(
            $"section \"{section}\"",
            block,
            string.Create(CultureInfo.InvariantCulture, $"a block of at most {width:0.#} by {height:0.#} points"),
            "a larger one",
            "make it smaller or divide it")) => (Section, Block) = (section, block);

    /// <summary>Heading of the section.</summary>
    public string Section { get; }

    /// <summary>The block in words.</summary>
    public string Block { get; }
}
