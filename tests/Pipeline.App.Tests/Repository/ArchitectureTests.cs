using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Repository;

/// <summary>Rules about the code, held by tests on the code.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("Pipeline.Domain")]
    [InlineData("Pipeline.Sources", "Pipeline.Domain")]
    [InlineData("Pipeline.Indicators", "Pipeline.Domain")]
    [InlineData("Pipeline.Briefings", "Pipeline.Domain")]
    [InlineData("Pipeline.Storage", "Pipeline.Domain")]
    [InlineData("Pipeline.Restricted", "Pipeline.Domain", "Pipeline.Indicators")]
    [InlineData("Pipeline.App", "Pipeline.Briefings", "Pipeline.Indicators", "Pipeline.Sources", "Pipeline.Storage")]
    public void Dependencies_point_one_way(string project, params string[] expected)
    {
        XDocument file = XDocument.Load(RepositoryFolder.Path("functions", project, project + ".csproj"));

        Assert.Equal(expected, file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_of_the_closed_application_is_in_the_output_of_the_open_one() =>
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(typeof(Program).Assembly.Location)!, "Pipeline.Restricted.dll")));

    [Fact]
    public void The_top_level_holds_only_what_newcomers_are_told_of()
    {
        string[] plain = [.. RepositoryFolder.Files.Select(path => path.Split('/')[0]).Distinct().Where(name => !name.StartsWith('.') && !name.StartsWith("Directory.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Equal(["Pipeline.sln", "README.md", "bicep", "functions", "infra", "local.settings.sample.json", "tests"], plain);
    }

    [Theory]
    [InlineData("Pipeline.Domain")]
    [InlineData("Pipeline.Indicators")]
    [InlineData("Pipeline.Briefings")]
    public void Rules_and_pages_know_no_clock_no_environment_and_no_network(string project) => Assert.All(
        Sources(project),
        path => Assert.DoesNotMatch(@"\b(TimeProvider|HttpClient|Environment\.(GetEnvironmentVariable|MachineName|UserName)|Console\.)", File.ReadAllText(path)));

    [Fact]
    public void Only_the_store_talks_to_blob_table_and_queue_clients() => Assert.All(
        Sources("Pipeline.App"),
        path => Assert.DoesNotMatch(@"\b(BlobClient|BlobContainerClient|BlobServiceClient|TableClient|QueueClient)\b", File.ReadAllText(path)));

    [Fact]
    public void No_source_file_is_too_long_to_be_read_in_one_go() => Assert.All(
        RepositoryFolder.Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)),
        path => Assert.True(File.ReadLines(RepositoryFolder.Path(path)).Count() <= 450, path));

    [Fact]
    public void Nothing_a_reader_sees_is_marked_as_unfinished() => Assert.All(
        RepositoryFolder.Files.Where(path => Regex.IsMatch(path, @"\.(cs|csproj|md|json|sh|props|targets|mjs|bicep)$") && !path.Contains("starter-feeds/", StringComparison.Ordinal) && !path.EndsWith("lock.json", StringComparison.Ordinal)),
        path => Assert.DoesNotMatch(Unfinished, File.ReadAllText(RepositoryFolder.Path(path))));

    [Fact]
    public void Lock_files_record_no_download_address() => Assert.All(
        RepositoryFolder.Files.Where(path => path.EndsWith("package-lock.json", StringComparison.Ordinal)),
        path => Assert.DoesNotMatch("\"resolved\": *\"http", File.ReadAllText(RepositoryFolder.Path(path))));

    [Fact]
    public void Every_decision_says_when_it_does_not_apply() => Assert.All(
        RepositoryFolder.Files.Where(path => path.StartsWith("infra/decisions/", StringComparison.Ordinal)),
        path => Assert.Contains("## When this does not apply", File.ReadAllText(RepositoryFolder.Path(path)), StringComparison.Ordinal));

    // Written apart, so that this file does not match itself.
    private static string Unfinished => @"\b(TO" + "DO|FIX" + "ME|HA" + @"CK)\b|NotImplemented" + "Exception";

    private static IEnumerable<string> Sources(string project) => RepositoryFolder.Files
        .Where(path => path.StartsWith($"functions/{project}/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(path => RepositoryFolder.Path(path));
}
