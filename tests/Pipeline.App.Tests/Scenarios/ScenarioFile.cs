using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Scenarios;

/// <summary>Scenarios as files that staff can read.</summary>
internal static class ScenarioFile
{
    /// <summary>Names of all.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(RepositoryFolder.Path("tests", "Pipeline.App.Tests", "Scenarios"), "*.scenario.json")
            .Select(path => System.IO.Path.GetFileName(path)[..^".scenario.json".Length]).Order(StringComparer.Ordinal)];

    /// <summary>Path of one.</summary>
    public static string Path(string name) => RepositoryFolder.Path("tests", "Pipeline.App.Tests", "Scenarios", name + ".scenario.json");
}
