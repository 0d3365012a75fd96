using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Commands;

/// <summary>The empty templates as an office gets them.</summary>
public sealed class TemplateCommandTests
{
    [Fact]
    public async Task It_writes_text_workbook_and_page_that_the_program_itself_can_read()
    {
        using TemporaryFolder folder = new();

        CommandOutcome template = await CommandRun.RunAsync("template", "domestic-survey", "--to", folder.File("new", "folder"));
        CommandOutcome text = await CommandRun.RunAsync("read", folder.File("new", "folder", "domestic-survey-template.csv"));
        CommandOutcome workbook = await CommandRun.RunAsync("read", folder.File("new", "folder", "domestic-survey-template.xlsx"));

        Assert.Equal((0, 0, 0), (template.ExitCode, text.ExitCode, workbook.ExitCode));
        Assert.All([text, workbook], read => Assert.Matches(@"source\s+domestic-survey\n", read.Output));
        Assert.Equal(3, template.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("# `domestic-survey`: ", await File.ReadAllTextAsync(folder.File("new", "folder", "domestic-survey-template.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_source_is_answered_with_the_nearest_and_all_that_have_a_template()
    {
        CommandOutcome refused = await CommandRun.RunAsync("template", "domestic-surwey", "--to", "no-folder-is-made");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("did you mean 'domestic-survey'?", refused.Error, StringComparison.Ordinal);
        Assert.Contains("mines", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists("no-folder-is-made"));
    }
}
