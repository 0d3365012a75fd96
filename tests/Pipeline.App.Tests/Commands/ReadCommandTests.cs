using System.Text;
using System.Text.Json;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Commands;

public sealed class ReadCommandTests
{
    private static readonly string Trade2020 = RepositoryFolder.Path("functions", "starter-feeds", "mof-trade", "minerals-by-country-2020.csv");

    [Fact]
    public async Task A_year_of_trade_is_told_with_source_edition_rows_and_period()
    {
        CommandOutcome read = await CommandRun.RunAsync("read", Trade2020);

        Assert.Equal(0, read.ExitCode);
        Assert.Matches(@"source\s+mof-trade", read.Output);
        Assert.Matches(@"edition\s+2020", read.Output);
        Assert.Matches(@"period\s+CY2020", read.Output);
        Assert.Matches(@"rows read\s+1,942", read.Output);
        Assert.Matches(@"quarantined\s+0", read.Output);
    }

    [Fact]
    public async Task As_JSON_every_observation_is_there_with_its_cell()
    {
        CommandOutcome read = await CommandRun.RunAsync("read", Trade2020, "--json");
        JsonElement first = JsonDocument.Parse(read.Output).RootElement.GetProperty("observations")[0];

        Assert.Equal("trade", first.GetProperty("kind").GetString());
        Assert.Equal(2, first.GetProperty("cell").GetProperty("row").GetInt32());
        Assert.Equal("minerals-by-country-2020.csv", first.GetProperty("cell").GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("", "0 bytes")]
    [InlineData("<html><body>Service unavailable</body></html>", "HTML")]
    [InlineData("a,b,c\n1,2,3\n", "layout")]
    public async Task A_file_that_is_no_publisher_file_ends_with_one_and_a_located_message(string content, string expected)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("file.csv"), content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        CommandOutcome read = await CommandRun.RunAsync("read", folder.File("file.csv"));

        Assert.Equal(1, read.ExitCode);
        Assert.Empty(read.Output);
        Assert.Contains("file.csv", read.Error, StringComparison.Ordinal);
        Assert.Contains(expected, read.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_row_with_a_field_too_few_is_named_by_its_line()
    {
        using TemporaryFolder folder = new();
        string[] lines = await File.ReadAllLinesAsync(Trade2020);
        lines[100] = lines[100][..lines[100].LastIndexOf(',')];
        await File.WriteAllTextAsync(folder.File("cut.csv"), string.Join('\n', lines) + "\n");

        CommandOutcome read = await CommandRun.RunAsync("read", folder.File("cut.csv"));

        Assert.Equal(1, read.ExitCode);
        Assert.Contains("101", read.Error, StringComparison.Ordinal);
        Assert.Contains("45", read.Error, StringComparison.Ordinal);
        Assert.Contains("44", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        CommandOutcome read = await CommandRun.RunAsync("read", "no-such-file.csv");

        Assert.Equal(1, read.ExitCode);
        Assert.Contains("no-such-file.csv", read.Error, StringComparison.Ordinal);
    }
}
