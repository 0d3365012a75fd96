using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Domain;
using static Pipeline.Briefings.Tests.Content.Overview.OverviewFixtures;

namespace Pipeline.Briefings.Tests.Content.Overview;

/// <summary>Every number of the briefing of all minerals has an address, which leads to its value and to what it counts.</summary>
public sealed class OverviewNumberTests
{
    [Fact]
    public void The_notes_say_where_a_number_is_looked_up() => Assert.All(
        new[] { (ComposeLater(Language.English).Document, "/api/v1/briefings/overview.en/numbers/NUMBER?vintage="), (ComposeLater(Language.Japanese).Document, "/api/v1/briefings/overview.ja/numbers/番号?vintage=") },
        said => Assert.Contains(said.Item1.Section("notes").Texts(), text => text.Contains(said.Item2 + LaterContext.Vintage, StringComparison.Ordinal)));

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void Every_printed_number_is_the_rounded_value_of_its_address_and_no_figure_and_no_count_stands_without_one(Language language)
    {
        FigureResolver resolver = new(Later, LaterContext.Quarter, Goal);
        ComposedBriefing briefing = ComposeLater(language);

        NumberChecks.All(briefing, resolver);
        CountChecks.None(briefing.Document);
        Assert.All(briefing.Numbers, number => NumberChecks.Recomputed(resolver.Resolve(number.Address)));
    }

    [Theory]
    // As the tiles say; copper lacks 80 − 34.04 points; copper's production may reach high.
    [InlineData("all/minerals/count", 4)]
    [InlineData("all/indicators/all/count", 24)]
    [InlineData("all/indicators/ok/count", 7)]
    [InlineData("all/indicators/insufficient/count", 14)]
    [InlineData("all/indicators/very-high/count", 3)]
    [InlineData("all/indicators/high/production-concentration/count", 2)]
    [InlineData("all/indicators/may-be-high/count", 1)]
    [InlineData("all/parameters/selfSufficiency.goal", 80)]
    [InlineData("copper/self-sufficiency/gap", 45.96)]
    public void Counts_the_goal_and_what_is_short_of_it_have_addresses_that_lead_to_what_they_rest_on(string address, double value)
    {
        ResolvedFigure figure = new FigureResolver(First, FirstContext.Quarter, Goal).Resolve(FigureAddress.Parse(address));

        Assert.Equal(value, figure.Value, 1e-9);
        Assert.NotEmpty(figure.Evidence);
        NumberChecks.Recomputed(figure);
        Assert.Contains(ComposeFirst(Language.English).Numbers, number => number.Address.Text == address);
        Assert.Contains(ComposeFirst(Language.Japanese).Numbers, number => number.Address.Text == address);
    }

    [Theory]
    // As the tables of sources, changes and missing inputs say.
    [InlineData("all/sources/usgs-mcs/files", 150, "1", 150)]
    [InlineData("all/sources/usgs-mcs/rows", 4_638, "1", 150)]
    [InlineData("all/sources/usgs-mcs/set-aside", 2, "1", 150)]
    [InlineData("all/sources/usgs-mcs/age", 328, "d", 1)]
    [InlineData("all/sources/wgi/age", 1_188, "d", 1)]
    [InlineData("all/changes/results/count", 5, "1", 0)]
    [InlineData("all/changes/minerals/count", 2, "1", 0)]
    [InlineData("all/changes/bands/count", 1, "1", 0)]
    [InlineData("all/changes/largest/count", 3, "1", 0)]
    [InlineData("all/missing/count", 6, "1", 0)]
    [InlineData("all/missing/domesticSurvey/count", 3, "1", 0)]
    [InlineData("all/missing/domesticSurvey/minerals/count", 2, "1", 0)]
    [InlineData("all/missing/domesticSurvey/secondary-use/count", 2, "1", 0)]
    public void Files_changes_and_missing_inputs_have_addresses_that_lead_to_what_they_count(string address, double value, string unit, int files)
    {
        ResolvedFigure figure = new FigureResolver(Later, LaterContext.Quarter, Goal).Resolve(FigureAddress.Parse(address));

        Assert.Equal((value, unit, files), (figure.Value, figure.Unit, figure.Files.Count));
        Assert.All(figure.Files, file => Assert.Contains(figure.Evidence, node => node.Reference!.Contains(file.Snapshot, StringComparison.Ordinal)));
        Assert.All(new[] { Language.Japanese, Language.English }, language => Assert.Contains(ComposeLater(language).Numbers, number => number.Address.Text == address));
    }

    [Fact]
    public void A_count_of_changes_names_each_result_that_changed() => Assert.Equal(
        ["cobalt/reserve-concentration", "cobalt/production-concentration", "cobalt/self-sufficiency", "copper/production-concentration", "copper/price-fluctuation"],
        new FigureResolver(Later, LaterContext.Quarter, Goal).Resolve(FigureAddress.Parse("all/changes/results/count")).Evidence.Select(node => node.Subject));

    [Theory]
    [InlineData("all/sources/pink-sheet/rows")]
    [InlineData("all/sources/wgi/refused")]
    [InlineData("all/changes/causes/count")]
    [InlineData("all/missing/mines/count")]
    [InlineData("all/minerals/most-high/after6/count")]
    public void What_is_not_counted_has_no_address(string address) =>
        Assert.Throws<FigureAddressException>(() => new FigureResolver(Later, LaterContext.Quarter, Goal).Resolve(FigureAddress.Parse(address)));

    [Fact]
    public void Minerals_that_are_not_named_are_counted_under_an_address_of_their_own()
    {
        // Eight minerals with the same results: six are named and two are not.
        string[] minerals = ["cobalt", "nickel", "lithium", "copper", "zinc", "lead", "gallium", "tungsten"];
        OverviewInputs many = First with
        {
            Assessments = [.. minerals.Select(mineral => Fixtures.Cobalt with { Mineral = mineral, Results = [.. Fixtures.Cobalt.Results.Select(result => result with { Mineral = mineral })] })],
        };
        ComposedBriefing briefing = OverviewBriefing.ComposeNumbered(many, FirstContext, Language.English);

        PrintedNumber more = briefing.Numbers.Single(number => number.Address.Text == "all/minerals/most-high/after6/count");
        Assert.Equal(("2", 2.0), (more.Text, more.Value));
        Assert.Equal(["gallium", "tungsten"], new FigureResolver(many, FirstContext.Quarter, Goal).Resolve(more.Address).Evidence.Select(node => node.Subject));
        Assert.Contains(briefing.Document.Section("points").Texts(), text => text.Contains("and 2 more, with 3 indicators each", StringComparison.Ordinal));
    }

    [Fact]
    public void A_count_names_each_result_that_it_counts() => Assert.Equal(
        ["cobalt/production-concentration", "gallium/production-concentration"],
        new FigureResolver(First.Assessments).Resolve(FigureAddress.Parse("all/indicators/high/production-concentration/count")).Evidence.Select(node => node.Subject));

    [Fact]
    public void The_figures_of_the_previous_vintage_have_addresses_of_that_vintage()
    {
        PrintedNumber before = ComposeLater(Language.English).Numbers.Single(number => number.Address.Text == "cobalt@previous/production-concentration/score");

        Assert.Equal(("0.558", 0.5575), (before.Text, before.Value));
        Assert.Contains(before.Places, place => place is { Section: "changes", Row: "Cobalt", Column: "Before" });
    }
}
