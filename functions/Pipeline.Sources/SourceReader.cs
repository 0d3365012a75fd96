namespace Pipeline.Sources;

/// <summary>Reads the files of one publisher: every edition it has seen, and nothing else.</summary>
public abstract class SourceReader
{
    /// <summary>Identifier of the source, for example <c>mof-trade</c>.</summary>
    public abstract string Source { get; }

    /// <summary>Version of the reading rules; a change makes new observations of the same snapshot.</summary>
    public abstract string Version { get; }

    /// <summary>
    /// True when a run without any file of the source has a hole and says so. A feed that offices may or may not hand in is not expected; the
    /// results that lack it say what is missing.
    /// </summary>
    public virtual bool IsExpected => true;

    /// <summary>
    /// True when a file that is dropped in the inbox is read whole before it is taken, so that whoever dropped it learns at once which cell is at
    /// fault. Files of publishers are taken as they are: nobody here can mend them.
    /// </summary>
    public virtual bool IsReadOnArrival => false;

    /// <summary>Publisher, title, licence and credit line.</summary>
    public abstract SourceLicence Licence { get; }

    /// <summary>True when the content (never the name) is that of a file of this source. Cheap: looks at the first lines or sheet names
    /// only.</summary>
    public abstract bool Recognises(SourceFile file);

    /// <summary>Reads a file that was recognised.</summary>
    /// <exception cref="Pipeline.Domain.PipelineException">The file is damaged, of an unknown layout, or names an unknown code or
    /// unit.</exception>
    public abstract ReadResult Read(SourceFile file);

    /// <summary>
    /// A table of another form that the starter feed of this source is made from, brought into the source's own form; none for any other file.
    /// Only the tool that makes starter feeds asks: no run and no inbox takes such a table.
    /// </summary>
    public virtual SourceFile? FromOtherForm(SourceFile file) => null;

    /// <summary>
    /// The part of a file that the first run needs: the publisher's own header and rows, byte for byte, fewer of them.
    /// None when the file as a whole is of no use.
    /// </summary>
    public abstract ReadOnlyMemory<byte>? Cut(SourceFile file);
}

/// <summary>Who publishes a source and on which terms.</summary>
/// <param name="Publisher">Publisher.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="Licence">Licence in one line.</param>
/// <param name="Citation">Credit line that outputs must show.</param>
/// <param name="Url">Address of the publication.</param>
public sealed record SourceLicence(string Publisher, string Title, string Licence, string Citation, string Url);
