using Pipeline.App.Changes;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Attribution;

namespace Pipeline.App.Tests.Changes.Causes;

/// <summary>Each difference between two vintages is split into new data, revised data, parameters and method, and the parts add up.</summary>
public sealed class CausesReportTests(VintagesByCause vintages) : IClassFixture<VintagesByCause>
{
    private const double Tolerance = 1e-9;

    // Squares of the mine production of all named countries but Congo in 2021; the world's total is 164,826 t as the rows add up.
    private const double SquaresOfOthers = 180_178_055;

    [Fact]
    public async Task Another_year_of_trade_is_new_data_and_nothing_else()
    {
        CausesReport report = await vintages.CausesAsync(vintages.First, vintages.WithNewYear);

        Assert.Contains(report.Results, result => result.Indicator == IndicatorId.ImportStabilityRefined && result.Value is not null);
        RequireOnly(Cause.NewData, report);
        Assert.All(report.Results, result => Assert.All(result.Legs, leg => Assert.Equal([Cause.NewData], leg.Causes)));
    }

    [Fact]
    public async Task A_changed_cell_of_the_same_edition_is_revised_data_and_nothing_else()
    {
        CausesReport report = await vintages.CausesAsync(vintages.First, vintages.WithRevision);

        MovedResult production = Single(report, IndicatorId.ProductionConcentration);
        // 19,000 t fewer from Congo: the rows fall short of the printed total of 165,000 t by more than its rounding, which is then the whole.
        double expected = ((SquaresOfOthers + (100_000.0 * 100_000)) / (165_000.0 * 165_000)) - ((SquaresOfOthers + (119_000.0 * 119_000)) / (164_826.0 * 164_826));
        Assert.Equal(expected, production.Value!.Amount, 1e-6);
        RequireOnly(Cause.RevisedData, report);
    }

    [Fact]
    public async Task Another_value_of_a_parameter_is_parameters_and_nothing_else()
    {
        string other = await vintages.StoreWithParameterAsync(vintages.First, "parameter", "import.form", "\"product\"");

        CausesReport report = await vintages.CausesAsync(vintages.First, other);

        Assert.Contains(report.Results, result => result.Indicator == IndicatorId.ImportStabilityRefined && result.Value is { Amount: not 0 });
        RequireOnly(Cause.Parameters, report);
    }

    [Fact]
    public async Task What_other_code_has_computed_is_method_and_nothing_else_whichever_side_it_is_on()
    {
        string other = await vintages.StoreLikeAsync(
            vintages.First, "othercode", manifest => manifest with { Code = "othercode" }, assessment: cobalt => VintagesByCause.Raised(cobalt, IndicatorId.ProductionConcentration, 0.01));

        CausesReport to = await vintages.CausesAsync(vintages.First, other);
        CausesReport from = await vintages.CausesAsync(other, vintages.First);

        Assert.Equal(0.01, Assert.Single(to.Results).Value!.Method!.Value, Tolerance);
        Assert.Equal(-0.01, Assert.Single(from.Results).Value!.Method!.Value, Tolerance);
        RequireOnly(Cause.Method, to);
        RequireOnly(Cause.Method, from);
        Assert.Equal((true, false), (to.Before.PresentCode, to.After.PresentCode));
    }

    [Fact]
    public async Task All_four_at_once_add_up_in_every_figure()
    {
        string before = await vintages.StoreLikeAsync(
            vintages.First, "allbefore", manifest => manifest with { Code = "othercode" }, assessment: cobalt => VintagesByCause.Raised(cobalt, IndicatorId.ProductionConcentration, 0.01));
        string middle = await vintages.StoreWithParameterAsync(vintages.WithBoth, "allmiddle", "import.form", "\"product\"");
        string after = await vintages.StoreLikeAsync(
            middle, "allafter", manifest => manifest with { Code = "yetanother" }, assessment: cobalt => VintagesByCause.Raised(cobalt, IndicatorId.ImportStabilityRefined, 0.02));

        CausesReport report = await vintages.CausesAsync(before, after);

        foreach (MovedResult result in report.Results)
        {
            Assert.All(result.Figures, figure => Assert.Equal(figure.Value.Amount, figure.Value.Sum, Tolerance));
            if (result.Value is { } value) Assert.Equal(result.After!.Value!.Value - result.Before!.Value!.Value, value.Amount, Tolerance);
        }

        FigureSplit production = Single(report, IndicatorId.ProductionConcentration).Value!;
        Assert.Equal((0, 0), (production.NewData, production.Parameters));
        Assert.Equal(-0.01, production.Method!.Value, Tolerance);
        Assert.NotEqual(0, production.RevisedData);
        FigureSplit imports = Single(report, IndicatorId.ImportStabilityRefined).Value!;
        Assert.Equal(0, imports.RevisedData);
        Assert.Equal(0.02, imports.Method!.Value, Tolerance);
        Assert.NotEqual(0, imports.NewData);
        Assert.NotEqual(0, imports.Parameters);
    }

    [Fact]
    public async Task A_result_that_can_be_judged_at_last_names_what_did_it_and_splits_no_figure_that_was_not_there()
    {
        CausesReport appeared = await vintages.CausesAsync(vintages.WithoutSummaries, vintages.First);
        CausesReport withdrawn = await vintages.CausesAsync(vintages.First, vintages.WithoutSummaries);

        MovedResult production = Single(appeared, IndicatorId.ProductionConcentration);
        Assert.Null(production.Value);
        Assert.Equal(Materiality.Judgement, production.Materiality);
        Leg leg = Assert.Single(production.Legs);
        Assert.Equal([Cause.NewData], leg.Causes);
        Assert.Equal((ResultStatus.Insufficient, production.After!.Status), (leg.Before!.Status, leg.After!.Status));
        Assert.Equal([Cause.NewData], Assert.Single(Single(withdrawn, IndicatorId.ProductionConcentration).Legs).Causes);
    }

    [Fact]
    public async Task A_result_that_only_other_code_publishes_appears_by_method()
    {
        string without = await vintages.StoreLikeAsync(
            vintages.First, "lessresults", manifest => manifest with { Code = "othercode" },
            assessment: cobalt => cobalt with { Results = [.. cobalt.Results.Where(result => result.Indicator != IndicatorId.ProductionConcentration)] });

        MovedResult production = Assert.Single((await vintages.CausesAsync(without, vintages.First)).Results);

        Assert.Null(production.Before);
        Assert.Empty(production.Figures);
        Leg leg = Assert.Single(production.Legs);
        Assert.Equal([Cause.Method], leg.Causes);
        Assert.Null(leg.Before);
    }

    [Fact]
    public async Task The_order_of_the_files_changes_no_part()
    {
        string turned = await vintages.StoreLikeAsync(
            vintages.First, "turned", manifest => manifest with { Code = "othercode", Snapshots = [.. manifest.Snapshots.Reverse()] });

        CausesReport straight = await vintages.CausesAsync(vintages.First, vintages.WithBoth);
        CausesReport other = await vintages.CausesAsync(turned, vintages.WithBoth);

        Assert.Equal(Parts(straight), Parts(other));
    }

    [Fact]
    public async Task Equal_vintages_have_nothing_to_tell()
    {
        CausesReport report = await vintages.CausesAsync(vintages.First, vintages.First);

        Assert.Empty(report.Results);
        Assert.Empty(report.Obstacles);
        Assert.True(report.Unchanged > 0);
    }

    [Fact]
    public async Task A_vintage_keeps_its_parameters_and_one_without_a_record_takes_those_of_its_quarter_and_says_so()
    {
        string confirmed = await vintages.StoreLikeAsync(vintages.First, "norecord", parameters: _ => null);
        string presumed = await vintages.StoreLikeAsync(vintages.First, "norecordother", manifest => manifest with { Method = "00000000" }, parameters: _ => null);

        CausesReport kept = await vintages.CausesAsync(vintages.First, confirmed);
        CausesReport guessed = await vintages.CausesAsync(vintages.First, presumed);

        Assert.Equal((ParameterOrigin.Recorded, ParameterOrigin.Confirmed), (kept.Before.Parameters, kept.After.Parameters));
        Assert.Equal(ParameterOrigin.Presumed, guessed.After.Parameters);
    }

    [Fact]
    public async Task Parameters_that_have_only_grown_stale_move_no_figure_and_are_named_for_the_mark_they_leave()
    {
        CausesReport report = await vintages.CausesAsync(vintages.First, vintages.Unconfirmed);

        Assert.NotEmpty(report.Results);
        Assert.All(report.Results, result =>
        {
            Assert.All(result.Figures, figure => Assert.Equal((0, 0, 0, 0, 0), (figure.Value.Amount, figure.Value.NewData, figure.Value.RevisedData, figure.Value.Parameters, figure.Value.Method)));
            Leg leg = Assert.Single(result.Legs);
            Assert.Equal([Cause.Parameters], leg.Causes);
            Assert.Equal(["staleParameter"], leg.After!.Flags.Except(leg.Before!.Flags));
        });
    }

    [Fact]
    public async Task What_the_present_code_cannot_compute_is_said_and_its_causes_are_told_together()
    {
        // Rules of another code read this parameter as a number; those of the present one cannot.
        string other = await vintages.StoreLikeAsync(
            vintages.First, "unreadable", manifest => manifest with { Code = "othercode" }, record => VintagesByCause.WithParameter(record, "import.form", "5"),
            cobalt => VintagesByCause.Raised(cobalt, IndicatorId.ProductionConcentration, 0.01));

        CausesReport report = await vintages.CausesAsync(other, vintages.WithNewYear);

        Assert.NotEmpty(report.Obstacles);
        Assert.All(report.Obstacles, obstacle => Assert.Contains("import.form", obstacle.Fault, StringComparison.Ordinal));
        FigureSplit production = Single(report, IndicatorId.ProductionConcentration).Value!;
        Assert.Equal(-0.01, production.Sum, Tolerance);
        Assert.Contains(Cause.Method, Assert.Single(production.Joint).Causes);
        Assert.Null(production.Parameters);
    }

    [Fact]
    public async Task A_mineral_that_only_one_vintage_covers_is_named_and_not_split()
    {
        string wider = await vintages.StoreLikeAsync(vintages.First, "wider", manifest => manifest with { Minerals = [.. manifest.Minerals, "nickel"] });

        CausesReport report = await vintages.CausesAsync(vintages.First, wider);

        Assert.Equal(["nickel"], report.OnlyAfter);
        Assert.Empty(report.OnlyBefore);
        Assert.Empty(report.Results);
    }

    private static MovedResult Single(CausesReport report, string indicator) => Assert.Single(report.Results, result => result.Indicator == indicator);

    private static IEnumerable<string> Parts(CausesReport report) => report.Results.SelectMany(result => result.Figures.Select(figure =>
        FormattableString.Invariant($"{result.Indicator} {figure.Key} {figure.Value.Amount:R} {figure.Value.NewData:R} {figure.Value.RevisedData:R} {figure.Value.Parameters:R} {figure.Value.Method:R}")));

    /// <summary>Every difference of every figure is one part whole, and the other three are zero.</summary>
    private static void RequireOnly(Cause cause, CausesReport report)
    {
        Assert.NotEmpty(report.Results);
        foreach (FigureSplit split in report.Results.SelectMany(result => result.Figures.Values))
        {
            double?[] parts = [split.NewData, split.RevisedData, split.Parameters, split.Method];
            Assert.Empty(split.Joint);
            for (int place = 0; place < parts.Length; place++)
            {
                Assert.Equal(place == (int)cause ? split.Amount : 0, parts[place]!.Value, place == (int)cause ? Tolerance : 0);
            }
        }

        Assert.Contains(report.Results, result => result.Figures.Values.Any(split => split.Amount != 0));
    }
}
