namespace Pipeline.App.Api;

/// <summary>A command of the page for integrators, with what it shows. The tests take each from the page and run it against the serving program.</summary>
/// <param name="Says">What it does.</param>
/// <param name="Command">One or more lines for a shell in which <c>API</c> and <c>TOKEN</c> are set.</param>
/// <param name="Shows">A part of what it prints.</param>
internal sealed record DocsExample(Bilingual Says, string Command, string Shows);

/// <summary>A part of the page for integrators.</summary>
/// <param name="Id">Name by which links lead to it.</param>
/// <param name="Title">Heading.</param>
/// <param name="Paragraphs">Text.</param>
internal sealed record DocsSection(string Id, Bilingual Title, IReadOnlyList<Bilingual> Paragraphs)
{
    /// <summary>Commands, below the text.</summary>
    public IReadOnlyList<DocsExample> Examples { get; init; } = [];
}
