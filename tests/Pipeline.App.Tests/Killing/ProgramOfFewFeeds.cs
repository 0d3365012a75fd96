using System.Text.Json.Nodes;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Killing;

/// <summary>
/// A copy of the built program whose starter feeds are few: some files of each source, and of the mineral summaries those of three minerals. All minerals
/// are assessed and rendered as ever, most of them with little to say, so that a run costs little and still has many steps of each stage.
/// </summary>
internal sealed class ProgramOfFewFeeds : IDisposable
{
    /// <summary>Files that are read.</summary>
    public const int Files = 27;

    private const string Feeds = "starter-feeds";
    private static readonly string[] Left = ["usgs-mcs", "mof-trade"];
    private static readonly string[] Kept = ["cobal", "coppe", "lithi", "minerals-by-country-2020", "minerals-total-2023", "ik-110h2024i001"];

    private readonly TemporaryFolder folder = new();

    public ProgramOfFewFeeds()
    {
        string built = Path.GetDirectoryName(typeof(Program).Assembly.Location)!;
        JsonObject manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(built, Feeds, "manifest.json")))!.AsObject();
        JsonArray feeds = manifest["feeds"]!.AsArray();
        feeds.RemoveAll(feed => Left.Contains((string?)feed!["source"]) && !Kept.Any(part => ((string)feed["path"]!).Contains(part, StringComparison.Ordinal)));
        Assert.Equal(Files, feeds.Count);
        string[] read = [.. feeds.Select(feed => Path.Combine(Feeds, (string)feed!["path"]!))];
        foreach (string path in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(built, path);
            if (!name.StartsWith(Feeds, StringComparison.Ordinal) || read.Contains(name))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
                File.Copy(path, folder.File(name));
            }
        }

        File.WriteAllText(folder.File(Feeds, "manifest.json"), manifest.ToJsonString());
    }

    /// <summary>The program, for <c>dotnet</c>.</summary>
    public string Assembly => folder.File(Path.GetFileName(typeof(Program).Assembly.Location));

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
