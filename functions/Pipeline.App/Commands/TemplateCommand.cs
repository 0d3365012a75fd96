using Pipeline.Sources.Templates;

namespace Pipeline.App.Commands;

/// <summary><c>template SOURCE</c>: writes the empty template of a source that offices and vendors hand in.</summary>
internal static class TemplateCommand
{
    /// <summary>Writes CSV, workbook and page, and lists them.</summary>
    public static async Task<int> RunAsync(string source, string folder, Surroundings surroundings, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (TemplateFile file in FeedTemplates.Empty(source))
        {
            string path = Path.Combine(folder, file.Name);
            await File.WriteAllBytesAsync(path, file.Bytes, cancellation);
            await surroundings.Output.WriteLineAsync(path);
        }

        return ExitCode.Done;
    }
}
