namespace Pipeline.Infrastructure.Tests.Templates;

/// <summary>All templates and parameter files, by path from the repository's root.</summary>
internal sealed class TemplateFolder
{
    private readonly IReadOnlyDictionary<string, Template> files;

    private TemplateFolder(IReadOnlyDictionary<string, Template> files) => this.files = files;

    /// <summary>The folder as it is.</summary>
    public static TemplateFolder Committed { get; } = new(Repository.Files("bicep", ".bicep").Concat(Repository.Files("bicep", ".bicepparam"))
        .ToDictionary(path => path, path => new Template(path, Grammar.Parse(path, Repository.Text(path))), StringComparer.Ordinal));

    /// <summary>Every file, ordered by path.</summary>
    public IEnumerable<Template> Files => files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>The files that deploy something.</summary>
    public IEnumerable<Template> Templates => Files.Where(file => !file.IsParameterFile);

    /// <summary>Every resource that is deployed, not merely referred to.</summary>
    public IEnumerable<(Template File, Deployed Resource)> Resources =>
        Templates.SelectMany(file => file.Resources.Where(resource => !resource.Existing).Select(resource => (file, resource)));

    /// <summary>The file at a path.</summary>
    public Template this[string path] => files[path];

    /// <summary>The file that another one names; none where there is none.</summary>
    public Template? Named(Template from, string relative)
    {
        List<string> parts = [.. from.Path.Split('/')[..^1]];
        foreach (var part in relative.Split('/'))
        {
            if (part == "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return files.GetValueOrDefault(string.Join('/', parts));
    }

    /// <summary>The folder with a text replaced in one file, to see that a fault is found.</summary>
    public TemplateFolder With(string path, string found, string replacement)
    {
        var text = Repository.Text(path);
        Assert.Contains(found, text, StringComparison.Ordinal);
        var changed = text.Replace(found, replacement, StringComparison.Ordinal);
        return new(new Dictionary<string, Template>(files, StringComparer.Ordinal) { [path] = new Template(path, Grammar.Parse(path, changed)) });
    }
}
