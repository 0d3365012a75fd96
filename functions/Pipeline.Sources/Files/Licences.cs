using System.Reflection;
using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Sources;

/// <summary>Reads the licence file that lies beside each reader and is embedded with it.</summary>
internal static class Licences
{
    /// <summary>The licence of a source.</summary>
    /// <param name="folder">Folder of the source in this project, for example <c>MofTrade</c>.</param>
    /// <param name="source">Identifier of the source; the file is <c>source.licence.json</c>.</param>
    /// <exception cref="LayoutDriftException">The file is missing, has an unknown or an empty member.</exception>
    public static SourceLicence Read(string folder, string source)
    {
        string name = source + ".licence.json";
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Pipeline.Sources.{folder}.{name}");
        try
        {
            SourceLicence? licence = stream is null ? null : JsonSerializer.Deserialize<SourceLicence>(stream, PipelineJson.Options);
            return licence is { Publisher.Length: > 0, Title.Length: > 0, Licence.Length: > 0, Citation.Length: > 0, Url.Length: > 0 }
                ? licence
                : throw new LayoutDriftException(
                    new Fault(name, "licence", "publisher, title, licence, citation and url", "one of them missing",
                        "complete the licence file"));
        }
        catch (JsonException fault)
        {
            throw new LayoutDriftException(
                new Fault(name, fault.Path ?? "licence", "publisher, title, licence, citation and url", fault.Message,
                    "mend the licence file"), fault);
        }
    }
}
