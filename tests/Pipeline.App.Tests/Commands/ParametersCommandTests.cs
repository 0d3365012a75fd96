using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Commands;

/// <summary>The free choices of the method on the command line.</summary>
public sealed class ParametersCommandTests
{
    [Fact]
    public async Task Each_parameter_is_shown_with_value_unit_basis_label_confirmation_and_reason()
    {
        CommandOutcome outcome = await CommandRun.RunAsync("parameters");
        string[] lines = outcome.Output.Split(Environment.NewLine);

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith(" parameters as of 2026-11-22, 0 past their confirmation", lines[0], StringComparison.Ordinal);
        int reference = Array.FindIndex(lines, line => line.StartsWith("price.reference  ", StringComparison.Ordinal));
        Assert.Equal("price.reference  0.60 1/year from 2021-04-01, proposal, open; confirmed on 2026-04-01 until 2027-04-01", lines[reference]);
        Assert.StartsWith("    ", lines[reference + 1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("price.series  table of 41 rows from ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stale_ones_alone_are_none_before_their_day_and_marked_after_it()
    {
        CommandOutcome before = await CommandRun.RunAsync("parameters", "--as-of", "2027-04-01", "--stale");
        CommandOutcome after = await CommandRun.RunAsync("parameters", "--as-of", "2027-04-02", "--stale");

        Assert.Single(before.Output.TrimEnd().Split(Environment.NewLine));
        Assert.Contains("price.reference  0.60 1/year from 2021-04-01, proposal, open; STALE, confirmed on 2026-04-01 until 2027-04-01", after.Output, StringComparison.Ordinal);
        Assert.Matches(@"^[1-9]\d* parameters as of 2027-04-02, [1-9]\d* past their confirmation", after.Output);
    }

    [Fact]
    public async Task A_day_before_the_first_value_shows_none() =>
        Assert.Contains("price.reference  no value before 2021-04-01, proposal, open", (await CommandRun.RunAsync("parameters", "--as-of", "2010-01-01")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_no_day_is_not_understood() => Assert.Equal(2, (await CommandRun.RunAsync("parameters", "--as-of", "2026Q4")).ExitCode);
}
