using System.Text.Json;
using Pipeline.App.Tests.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>Parameters past their confirmation are used, named by the refresh, and marked on what they were used for.</summary>
[Trait("Clause", "12")]
public sealed class StaleParameterTests(VintagesByCause vintages) : IClassFixture<VintagesByCause>
{
    private static readonly IReadOnlyList<string> Stale = ParameterSet.InForce(new DateOnly(2027, 6, 30)).Stale;

    [Fact]
    public void The_refresh_says_how_many_are_past_their_confirmation_and_names_the_first_of_them()
    {
        string line = Assert.Single(vintages.RefreshUnconfirmed.Words.Output.Split(Environment.NewLine), text => text.StartsWith("parameters   ", StringComparison.Ordinal));

        Assert.StartsWith(FormattableString.Invariant($"parameters   {Stale.Count} past their confirmation: {Stale[0]}, {Stale[1]}, "), line, StringComparison.Ordinal);
        Assert.EndsWith("see 'parameters --stale'", line, StringComparison.Ordinal);
        Assert.Equal(
            Stale, JsonDocument.Parse(vintages.RefreshUnconfirmed.Json.Output).RootElement.GetProperty("staleParameters").EnumerateArray().Select(id => id.GetString()!));
    }

    [Fact]
    public async Task Every_result_that_used_one_carries_the_mark_and_no_result_before_that_day_does()
    {
        MineralAssessment confirmed = await VintageFiles.ReadAssessmentAsync(vintages.Account.Vintages, vintages.First, "cobalt", default);
        MineralAssessment unconfirmed = await VintageFiles.ReadAssessmentAsync(vintages.Account.Vintages, vintages.Unconfirmed, "cobalt", default);

        Assert.Contains(unconfirmed.Results, result => result.Value is not null && result.Flags.Contains("staleParameter"));
        Assert.All(unconfirmed.Results, result => Assert.Equal(result.Parameters.Any(use => use.IsStale), result.Flags.Contains("staleParameter")));
        Assert.All(confirmed.Results, result => Assert.DoesNotContain("staleParameter", result.Flags));
        Assert.Equal(confirmed.Results.Select(result => result.Value), unconfirmed.Results.Select(result => result.Value));
    }

    [Fact]
    public async Task A_vintage_keeps_with_its_figures_which_parameters_were_in_force_and_which_were_stale()
    {
        ParameterRecord record = (await VintageFiles.TryReadParametersAsync(vintages.Account.Vintages, vintages.Unconfirmed, default))!;

        Assert.Equal(new DateOnly(2027, 6, 30), record.AsOf);
        Assert.Equal(Stale, record.Parameters.Where(entry => entry.Stale).Select(entry => entry.Id));
        Assert.All(record.Parameters, entry => Assert.NotEqual(AccessLabel.Restricted, entry.Label));
    }
}
