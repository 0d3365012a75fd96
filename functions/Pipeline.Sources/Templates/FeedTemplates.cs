using Pipeline.Domain;

namespace Pipeline.Sources.Templates;

/// <summary>The templates of all sources that offices and vendors hand in.</summary>
public static class FeedTemplates
{
    /// <summary>Sources that have a template, in order.</summary>
    public static IReadOnlyList<string> Sources => [.. SourceReaders.All.OfType<TemplateReader>().Select(reader => reader.Source)];

    /// <summary>The empty template of a source: <c>SOURCE-template.csv</c>, <c>.xlsx</c> and the page <c>.md</c>.</summary>
    /// <exception cref="UnknownCodeException">The source has no template.</exception>
    public static IReadOnlyList<TemplateFile> Empty(string source)
    {
        FeedTemplate template = SourceReaders.All.OfType<TemplateReader>().FirstOrDefault(reader => reader.Source == source)?.Template
            ?? throw new UnknownCodeException("template", source, "one of " + string.Join(", ", Sources));
        return
        [
            new($"{source}-template.csv", EmptyTemplate.Csv(template)),
            new($"{source}-template.xlsx", EmptyTemplate.Workbook(template)),
            new($"{source}-template.md", EmptyTemplate.Page(template)),
        ];
    }
}

/// <summary>A file of an empty template.</summary>
/// <param name="Name">File name.</param>
/// <param name="Bytes">Content.</param>
public sealed record TemplateFile(string Name, ReadOnlyMemory<byte> Bytes);
