using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Without_a_verb_it_prints_help()
    {
        CommandOutcome help = await CommandRun.RunAsync();

        Assert.Equal(0, help.ExitCode);
        Assert.All(new[] { "refresh", "serve", "read", "explain", "runs", "template", "starter-feeds" }, verb => Assert.Contains(verb, help.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("refesh")]
    [InlineData("refresh", "--quarter", "2026-4")]
    [InlineData("refresh", "--feeds", "no/such/folder")]
    [InlineData("explain", "cobalt")]
    [InlineData("read", "file.csv", "--source", "comtrade")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("template", "wgi", "--to", "no-folder-is-made")]
    [InlineData("template", "mines")]
    public async Task A_command_line_that_is_not_understood_ends_with_two_and_does_nothing(params string[] arguments)
    {
        CommandOutcome refused = await CommandRun.RunAsync(arguments);

        Assert.Equal(2, refused.ExitCode);
        Assert.Empty(refused.Output);
        Assert.NotEmpty(refused.Error);
    }

    [Fact]
    public async Task Where_no_known_name_is_near_none_is_proposed()
    {
        CommandOutcome only = await CommandRun.RunAsync("refresh", "--only", "unobtainium");

        Assert.DoesNotContain("did you mean", only.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_not_there_is_one_sentence_and_exit_code_one()
    {
        CommandOutcome runs = await CommandRun.OnAsync(
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;QueueEndpoint=http://127.0.0.1:1/devstoreaccount1;TableEndpoint=http://127.0.0.1:1/devstoreaccount1", "runs");

        Assert.Equal(1, runs.ExitCode);
        Assert.Contains("AzureWebJobsStorage", runs.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", runs.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cobald", "cobalt")]
    [InlineData("Cupper", "copper")]
    public async Task A_misspelt_mineral_is_answered_with_the_nearest_name(string written, string meant)
    {
        CommandOutcome only = await CommandRun.RunAsync("refresh", "--only", written);
        CommandOutcome explain = await CommandRun.RunAsync("explain", written, "production-concentration");

        Assert.Contains(meant, only.Error, StringComparison.Ordinal);
        Assert.Contains(meant, explain.Error, StringComparison.Ordinal);
    }
}
