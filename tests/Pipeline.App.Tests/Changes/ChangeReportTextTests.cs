using Pipeline.App.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

public sealed class ChangeReportTextTests
{
    [Fact]
    public void Equal_vintages_take_one_line() => Assert.Equal(
        ["2026Q4-bbbbbbbb compared with 2026Q3-aaaaaaaa: nothing would change (1 mineral, 1 result)"],
        Lines(ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.2)))));

    [Fact]
    public void A_changed_result_shows_both_states_with_unit_period_and_status_and_how_far_it_moves()
    {
        string[] lines = Lines(ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Imports(8000)), Given.Mineral("cobalt", Given.Imports(7000))));

        Assert.Equal("Cobalt (コバルト)", lines[2]);
        Assert.Equal("  value: Five-year moving average of imports (Imports (concentrate and refined))", lines[3]);
        Assert.Equal("    before 8,000\u00A0t; Assessed; CY2020/CY2024", lines[4]);
        Assert.Equal("    after  7,000\u00A0t; Assessed; CY2020/CY2024", lines[5]);
        Assert.Equal("    moves  value -1,000 t (\u221212.5%)", lines[6]);
    }

    [Fact]
    public void A_lost_judgement_shows_interval_reason_and_rank()
    {
        string[] lines = Lines(ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Score(0.3, Band.High)), Given.Mineral("cobalt", Given.Interval(0.1, 0.5))));

        Assert.Contains("  judgement lost or gained: Production concentration by country (Mine production)", lines);
        Assert.Contains("    before 0.300, high; Assessed; CY2024", lines);
        Assert.Contains(lines, line => line.StartsWith("    after  no value (0.100 to 0.500); Cannot be judged; CY2024; ", StringComparison.Ordinal));
        Assert.Contains("    rank   1 of 1 -> none, 1 is the highest risk", lines);
    }

    [Fact]
    public void Figures_that_print_alike_are_shown_in_full()
    {
        string[] lines = Lines(ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Imports(8000.25)), Given.Mineral("cobalt", Given.Imports(8000.3))));

        Assert.Contains("    before 8000.25 t; Assessed; CY2020/CY2024", lines);
        Assert.Contains("    after  8000.3 t; Assessed; CY2020/CY2024", lines);
    }

    [Fact]
    public void Sentences_follow_their_results_with_minus_and_plus()
    {
        string[] lines = Lines(ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.3, Band.High))));

        int gone = Array.IndexOf(lines, "  - Production concentration is 0.200, a moderate risk (2024).");
        Assert.True(gone > 0);
        Assert.Equal("  + Production concentration is 0.300, a high risk (2024).", lines[gone + 1]);
        Assert.DoesNotContain(lines, line => line.Contains("国別", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_most_material_results_are_shown_and_the_rest_is_counted()
    {
        MineralAssessment[] before = [Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("tin", Given.Score(0.2)), Given.Mineral("zinc", Given.Score(0.2))];
        MineralAssessment[] after = [Given.Mineral("cobalt", Given.Score(0.21)), Given.Mineral("tin", Given.Score(0.21, Band.High)), Given.Mineral("zinc", Given.Score(0.21))];
        ChangeReport report = ChangeReportTests.Compare(before, after);

        string[] lines = Lines(report, most: 1);

        Assert.Equal(["Tin (錫)"], lines.Where(line => line.Length > 0 && line[0] is >= 'A' and <= 'Z'));
        Assert.Equal("and 2 less material results", lines[^1]);
        Assert.DoesNotContain(Lines(report, most: 3), line => line.Contains("less material", StringComparison.Ordinal));
    }

    [Fact]
    public void Illustrative_figures_and_minerals_that_are_new_or_gone_are_said_to_be_so()
    {
        string[] lines = Lines(ChangeReportTests.Compare(
            [Given.Mineral("cobalt", Given.Imports(8000)), Given.Mineral("tin", Given.Score(0.2))],
            [Given.Mineral("cobalt", Given.Imports(7000) with { Illustrative = true }), Given.Mineral("lead", Given.Score(0.2))]));

        Assert.Contains("  value: Five-year moving average of imports (Imports (concentrate and refined)) [ILLUSTRATIVE]", lines);
        Assert.Contains("new   Lead (鉛): 1 results ok, 0 partial, 0 insufficient, 0 not applicable", lines);
        Assert.Contains("gone  Tin (錫): 1 results ok, 0 partial, 0 insufficient, 0 not applicable", lines);
    }

    [Fact]
    public void Internal_results_are_said_to_be_internal_and_others_are_not()
    {
        string[] lines = Lines(ChangeReportTests.Compare(
            Given.Mineral("cobalt", Given.Imports(8000), Given.Score(0.2, indicator: IndicatorId.ImportDependence) with { Label = AccessLabel.Internal }),
            Given.Mineral("cobalt", Given.Imports(7000), Given.Score(0.3, indicator: IndicatorId.ImportDependence) with { Label = AccessLabel.Internal })));

        string name = Vocabulary.Word(Term.Indicator, IndicatorId.ImportDependence, Language.English);
        Assert.EndsWith(" [INTERNAL 部内限り]", Assert.Single(lines, line => line.Contains(name, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(lines, line => line.Contains("部内限り", StringComparison.Ordinal));
    }

    private static string[] Lines(ChangeReport report, int most = ChangeReportText.Usual)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        ChangeReportText.Write(report, writer, most);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
