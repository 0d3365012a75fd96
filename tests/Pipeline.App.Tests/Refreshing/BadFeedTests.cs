using System.Text;
using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>Refreshes from a folder of publisher files, some of them bad; a storage of its own for each test class run.</summary>
public sealed class BadFeedTests : IAsyncLifetime
{
    /// <summary>Minerals of the refreshes that are about files and rows: all files are read for them, and few briefings rendered.</summary>
    private static readonly string[] Some = ["--only", "copper,cobalt,nickel"];

    private readonly TemporaryFolder folder = new();
    private StorageEmulator emulator = null!;

    private string Feeds => folder.File("feeds");

    public async Task InitializeAsync()
    {
        emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(folder.File("azurite")));
        foreach (string source in Directory.EnumerateFiles(RepositoryFolder.Path("functions", "starter-feeds"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Feeds, Path.GetRelativePath(RepositoryFolder.Path("functions", "starter-feeds"), source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }
    }

    public async Task DisposeAsync()
    {
        await emulator.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_error_page_among_the_files_is_named_and_the_rest_is_published_with_exit_code_three()
    {
        await File.WriteAllTextAsync(Path.Combine(Feeds, "outage.csv"), "<!DOCTYPE html><html><body>503 Service Unavailable</body></html>");

        CommandOutcome refresh = await RefreshAsync();
        JsonElement missing = Assert.Single(JsonDocument.Parse(refresh.Output).RootElement.GetProperty("missingSources").EnumerateArray());

        Assert.Equal(3, refresh.ExitCode);
        Assert.Equal("outage.csv", missing.GetProperty("file").GetString());
        Assert.Contains("HTML", missing.GetProperty("fault").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_with_a_short_row_stops_its_source_and_the_minerals_say_what_is_missing()
    {
        string trade = Directory.EnumerateFiles(Path.Combine(Feeds, "mof-trade"), "*2019*").Order(StringComparer.Ordinal).First();
        string[] lines = await File.ReadAllLinesAsync(trade);
        lines[4] = lines[4][..lines[4].LastIndexOf(',')];
        await File.WriteAllTextAsync(trade, string.Join('\n', lines) + "\n", Encoding.ASCII);

        CommandOutcome refresh = await RefreshAsync(Some);
        JsonElement summary = JsonDocument.Parse(refresh.Output).RootElement;
        JsonElement missing = Assert.Single(summary.GetProperty("missingSources").EnumerateArray());

        Assert.Equal(3, refresh.ExitCode);
        Assert.Equal("mof-trade", missing.GetProperty("source").GetString());
        // The files of a command are for its run alone: the next refresh works on what is in storage, and these are not.
        CommandOutcome next = await CommandRun.OnAsync(emulator.ConnectionString, "refresh", "--quarter", "2026Q4", "--only", "cobalt", "--json");
        Assert.True(next.ExitCode == 0, next.Output + next.Error);
        Assert.Equal(184, JsonDocument.Parse(next.Output).RootElement.GetProperty("files").GetInt32());
        Assert.Contains("5", missing.GetProperty("fault").GetString(), StringComparison.Ordinal);
        string[] results = await File.ReadAllLinesAsync(folder.File("out", "results.csv"));
        Assert.Contains(results, line => line.StartsWith("copper,import-stability-refined,", StringComparison.Ordinal) && line.Contains(",insufficient,", StringComparison.Ordinal));
        Assert.Contains(results, line => line.StartsWith("copper,production-concentration,", StringComparison.Ordinal) && line.Contains(",ok,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_with_a_bad_number_is_set_aside_shown_with_its_place_and_flagged_in_every_result_that_rests_on_its_file()
    {
        string trade = Directory.EnumerateFiles(Path.Combine(Feeds, "mof-trade"), "*country-2020*").Single();
        string[] lines = await File.ReadAllLinesAsync(trade);
        string[] fields = lines[4].Split(',');
        fields[7] = "12x";
        lines[4] = string.Join(',', fields);
        await File.WriteAllTextAsync(trade, string.Join('\n', lines) + "\n", Encoding.ASCII);

        CommandOutcome refresh = await RefreshAsync(Some);
        JsonElement row = Assert.Single(JsonDocument.Parse(refresh.Output).RootElement.GetProperty("quarantinedRows").EnumerateArray());
        string[] results = await File.ReadAllLinesAsync(folder.File("out", "results.csv"));

        Assert.Equal(3, refresh.ExitCode);
        Assert.Equal(5, row.GetProperty("cell").GetProperty("row").GetInt32());
        Assert.Contains("12x", row.GetProperty("found").GetString(), StringComparison.Ordinal);
        Assert.Contains(results, line => line.StartsWith("copper,import-stability-refined,", StringComparison.Ordinal) && line.Contains("quarantinedRows", StringComparison.Ordinal));
        Assert.DoesNotContain(results, line => line.Contains(",production-concentration,", StringComparison.Ordinal) && line.Contains("quarantinedRows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_without_a_single_file_is_missing_and_the_exit_code_is_three()
    {
        foreach (string source in new[] { "mof-trade", "pink-sheet", "usgs-mcs" })
        {
            Directory.Delete(Path.Combine(Feeds, source), recursive: true);
        }

        CommandOutcome refresh = await RefreshAsync();

        Assert.Equal(3, refresh.ExitCode);
        Assert.Equal(
            ["mof-trade", "pink-sheet", "usgs-mcs"],
            JsonDocument.Parse(refresh.Output).RootElement.GetProperty("missingSources").EnumerateArray().Select(missing => missing.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_file_of_no_source_is_passed_over_by_name_and_is_no_gap()
    {
        await File.WriteAllTextAsync(Path.Combine(Feeds, "staff.csv"), "name,office\nA,B\n");

        CommandOutcome refresh = await RefreshAsync(Some);

        Assert.Equal(0, refresh.ExitCode);
        Assert.Equal("staff.csv", Assert.Single(JsonDocument.Parse(refresh.Output).RootElement.GetProperty("passedOver").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task When_no_file_can_be_read_nothing_is_published_and_the_exit_code_is_one()
    {
        Directory.Delete(Feeds, recursive: true);
        Directory.CreateDirectory(Feeds);
        await File.WriteAllTextAsync(Path.Combine(Feeds, "empty.csv"), string.Empty);

        CommandOutcome refresh = await RefreshAsync();

        Assert.Equal(1, refresh.ExitCode);
        Assert.Empty(refresh.Output);
        Assert.Contains("0 bytes", refresh.Error, StringComparison.Ordinal);
        Assert.Null(await StorageAccount.Connect(emulator.ConnectionString).Vintages.CurrentAsync());
    }

    [Fact]
    public async Task The_order_and_names_of_files_that_name_themselves_in_their_content_do_not_change_a_single_byte_of_the_results()
    {
        CommandOutcome first = await RefreshAsync();
        byte[] results = await File.ReadAllBytesAsync(folder.File("out", "results.csv"));
        foreach (string path in new[] { "mof-trade", "pink-sheet", "wgi" }.SelectMany(source => Directory.EnumerateFiles(Path.Combine(Feeds, source))).ToArray())
        {
            File.Move(path, Path.Combine(Path.GetDirectoryName(path)!, "z" + new string([.. Path.GetFileName(path).Reverse()])));
        }

        CommandOutcome second = await RefreshAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(WithoutVintage(results), WithoutVintage(await File.ReadAllBytesAsync(folder.File("out", "results.csv"))));
    }

    private static string WithoutVintage(byte[] csv) =>
        string.Join('\n', Encoding.UTF8.GetString(csv).Split('\n').Select(line => line.Contains(',', StringComparison.Ordinal) ? line[..line.LastIndexOf(',')] : line));

    private Task<CommandOutcome> RefreshAsync(params string[] only) =>
        CommandRun.OnAsync(emulator.ConnectionString, ["refresh", "--quarter", "2026Q4", "--feeds", Feeds, "--out", folder.File("out"), "--json", .. only]);
}
