using System.Text.Json;
using Pipeline.Domain;

namespace Pipeline.Indicators.Tests.Support;

/// <summary>Cases that staff can read: each file is one printed table, each entry one row of it.</summary>
internal static class Cases
{
    /// <summary>Rows of a file for a theory, by name.</summary>
    internal static TheoryData<string> Names<T>(string file)
        where T : class, INamedCase => [.. All<T>(file).Select(row => row.Name)];

    /// <summary>One row of a file.</summary>
    internal static T Get<T>(string file, string name)
        where T : class, INamedCase => All<T>(file).Single(row => row.Name == name);

    private static List<T> All<T>(string file)
        where T : class
    {
        using Stream stream = typeof(Cases).Assembly.GetManifestResourceStream("Pipeline.Indicators.Tests." + file)
            ?? throw new InvalidOperationException($"There is no case file {file}.");
        return JsonSerializer.Deserialize<List<T>>(stream, PipelineJson.Options)!;
    }
}

/// <summary>A case with a name that a person can say.</summary>
internal interface INamedCase
{
    /// <summary>Name of the case.</summary>
    string Name { get; }
}
