using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.SecondaryUse;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.DomesticSupply;

/// <summary>What companies returned is shown only where no company can be read from it, by itself or by subtraction.</summary>
[Trait("Clause", "8")]
public sealed class DisclosureTests
{
    private static readonly DomesticSupplyObservation[] Published =
    [
        Survey.Row(DomesticQuantity.DomesticDemand, "1000"), Survey.Row(DomesticQuantity.EquityOre, "405"), Survey.Row(DomesticQuantity.ImportedMetal, "250"),
    ];

    [Fact]
    public void A_component_of_three_companies_none_of_them_too_large_is_shown()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(Collected(oldScrap: (3, 0.85), residues: (4, 0.5), processScrap: (5, 0.4)));
        Assert.Equal(["c1", "c2", "c3", "c4", "c5"], table!.Components.Select(row => row.Key));
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
    }

    [Theory]
    [InlineData(2, 0.6)]
    [InlineData(3, 0.86)]
    [InlineData(9, null)]
    [InlineData(null, 0.4)]
    public void A_component_of_too_few_or_too_large_or_unknown_companies_is_joined_with_another(int? contributors, double? largest)
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(Collected(oldScrap: (6, 0.3), residues: (contributors, largest), processScrap: (5, 0.4)));
        if (largest is null)
        {
            // Nothing bounds its largest company, so no sum can be shown to hide it.
            Assert.Equal((null, 96.5), (result.Value, Math.Round(result.Low!.Value, 9)));
            return;
        }

        Assert.Equal(["c1", "c2", "c3+c4", "c5"], table!.Components.Select(row => row.Key));
        Assert.Contains("joinedForDisclosure", table.Components[2].Flags);
        Assert.Equal((215.0, 103.0), (table.Components[2].Tonnes!.Value, Math.Round(result.Value!.Value, 9)));
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Neither_the_parts_of_a_sum_nor_what_could_be_subtracted_stand_anywhere_in_the_assessment()
    {
        DomesticSupplyObservation[] rows = Collected(oldScrap: (6, 0.3), residues: (2, 0.6), processScrap: (5, 0.4), residuesTonnes: "65.4321", oldScrapTonnes: "150.8765");
        string written = Everything(rows);
        Assert.Contains("216.3086", written, StringComparison.Ordinal);
        Assert.All(new[] { "65.4321", "150.8765", "0.0654321", "0.1508765", "6.54321", "15.08765" }, part => Assert.DoesNotContain(part, written, StringComparison.Ordinal));
    }

    [Fact]
    public void A_component_that_no_sum_can_hide_is_left_out_of_the_total_too()
    {
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess([.. Published, Survey.Row(DomesticQuantity.OldScrap, "150"), Survey.Row(DomesticQuantity.SmelterResidues, "65", contributors: 2, largest: 0.6), Survey.Row(DomesticQuantity.ProcessScrap, "160")]);
        // The total less the rows that are shown gives nothing back.
        Assert.Equal((null, 96.5), (result.Value, Math.Round(result.Low!.Value, 9)));
        Assert.Equal(result.Low!.Value, table!.Components.Sum(row => row.ShareOfDemand!.Value) * 100, 1e-9);
        Assert.Equal((DomesticQuantity.SmelterResidues, ComponentStanding.NotDisclosed), (Assert.Single(table.Missing).Quantity, table.Missing[0].Standing));
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void A_published_component_hides_no_other_because_everybody_can_subtract_it()
    {
        // ⑤ is safe, but a figure of it has been published on another basis: the only partner left is ③.
        DomesticSupplyObservation other = Survey.Row(DomesticQuantity.ProcessScrap, "158", basis: "gross weight");
        DomesticSupplyObservation[] rows = Collected(oldScrap: null, residues: (2, 0.6), processScrap: (5, 0.4));
        (_, SelfSufficiencyTable? table) = Assess([.. rows, Survey.Row(DomesticQuantity.OldScrap, "150")]);
        Assert.Equal(["c1", "c2", "c3", "c4+c5"], table!.Components.Select(row => row.Key));
        (_, SelfSufficiencyTable? exposed) = Assess([.. rows, Survey.Row(DomesticQuantity.OldScrap, "150"), other]);
        Assert.DoesNotContain(exposed!.Components, row => row.Components.Contains(SupplyComponent.SmelterResidues));
    }

    [Fact]
    public void A_partner_of_which_another_basis_is_published_hides_nothing_either()
    {
        DomesticSupplyObservation Zinc(DomesticQuantity quantity, string text, string basis, int? contributors = null, double? largest = null) =>
            Survey.Row(quantity, text, mineral: "zinc", basis: basis, contributors: contributors, largest: largest);
        DomesticSupplyObservation[] rows =
        [
            Zinc(DomesticQuantity.DomesticDemand, "1000", "zinc slab"), Zinc(DomesticQuantity.OldScrap, "65", "zinc slab", 2, 0.6),
            Zinc(DomesticQuantity.SmelterResidues, "160", "zinc slab", 5, 0.4),
        ];
        SelfSufficiencyTable joined = SelfSufficiencyIndicator.Assess("zinc", rows, Given.Parameters).Table!;
        SelfSufficiencyTable exposed = SelfSufficiencyIndicator.Assess(
            "zinc", [.. rows, Zinc(DomesticQuantity.SmelterResidues, "158", "gross weight")], Given.Parameters).Table!;
        Assert.Equal(225, Assert.Single(joined.Components).Tonnes);
        Assert.Equal(160, Assert.Single(exposed.Components).Tonnes);
    }

    [Fact]
    public void Where_a_figure_is_published_nothing_that_companies_returned_is_shown()
    {
        DomesticSupplyObservation returned = Survey.Row(DomesticQuantity.SmelterResidues, "65.4321", contributors: 2, largest: 0.6, basis: "returns");
        DomesticSupplyObservation[] rows =
            [.. Published, Survey.Row(DomesticQuantity.OldScrap, "150"), Survey.Row(DomesticQuantity.SmelterResidues, "65"), returned, Survey.Row(DomesticQuantity.ProcessScrap, "160")];
        Assert.Equal(103.0, Assess(rows).Result.Value!.Value, 1e-6);
        Assert.DoesNotContain("65.4321", Everything(rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_rate_of_the_same_year_takes_every_collected_figure_with_a_hidden_one()
    {
        DomesticSupplyObservation[] rows =
        [
            .. Published, Survey.Row(DomesticQuantity.OldScrap, "150", contributors: 6, largest: 0.3), Survey.Row(DomesticQuantity.SmelterResidues, "950", contributors: 2, largest: 0.95),
            Survey.Row(DomesticQuantity.ProcessScrap, "16"),
        ];
        (_, SelfSufficiencyTable? without) = Assess(rows);
        (_, SelfSufficiencyTable? with) = Assess([.. rows, Survey.Row(DomesticQuantity.PublishedSelfSufficiency, "177.1")]);
        Assert.Equal(["c1", "c2", "c3", "c5"], without!.Components.Select(row => row.Key));
        // 177.1 % of demand less what is shown would give ④ back: only published figures are left beside it.
        Assert.Equal(["c1", "c2", "c5"], with!.Components.Select(row => row.Key));
    }

    [Fact]
    public void A_figure_that_makes_up_nearly_all_of_a_sum_is_not_hidden_by_it()
    {
        (_, SelfSufficiencyTable? table) = Assess(Collected(oldScrap: (6, 0.1), residues: (2, 0.5), processScrap: null, residuesTonnes: "900", oldScrapTonnes: "100"));
        Assert.Equal(["c1", "c2", "c3"], table!.Components.Select(row => row.Key));
    }

    [Fact]
    public void Two_unsafe_figures_do_not_make_each_other_safe()
    {
        // Both may come from the same two companies.
        (_, SelfSufficiencyTable? table) = Assess(Collected(oldScrap: (2, 0.5), residues: (2, 0.5), processScrap: null));
        Assert.Equal(["c1", "c2"], table!.Components.Select(row => row.Key));
        (_, SelfSufficiencyTable? third) = Assess(Collected(oldScrap: (2, 0.5), residues: (2, 0.5), processScrap: (5, 0.4)));
        Assert.Equal(["c1", "c2", "c3+c4+c5"], third!.Components.Select(row => row.Key));
    }

    [Fact]
    public void Equity_and_offtake_by_mine_end_in_their_sum_when_companies_returned_them()
    {
        DomesticSupplyObservation[] rows =
        [
            .. Survey.WorkedExample().Where(row => row.Site is null),
            .. Survey.Mine("mine 1", "400.125", "0.50", "180.875", contributors: 4, largest: 0.5), .. Survey.Mine("mine 2", "900.5", "0.25", "300.25", contributors: 3, largest: 0.7),
        ];
        string written = Everything(rows);
        // 180.875 + 225.125
        Assert.Contains("406", written, StringComparison.Ordinal);
        Assert.All(new[] { "400.125", "180.875", "900.5", "300.25", "225.125", "200.0625" }, part => Assert.DoesNotContain(part, written, StringComparison.Ordinal));
        AssertEvidence.Recomputes(Assess(rows).Result);
    }

    [Fact]
    public void Published_mines_do_not_hide_one_that_a_company_returned()
    {
        DomesticSupplyObservation[] rows =
            [.. Survey.WorkedExample(), .. Survey.Mine("mine 3", "100", "0.5", "80", contributors: 1, largest: 1)];
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(rows);
        Assert.DoesNotContain(table!.Components, row => row.Key == "c1");
        Assert.Equal(62.5, result.Low!.Value, 1e-6);
    }

    [Fact]
    public void The_other_reading_of_the_cap_is_not_shown_when_the_ore_is_joined()
    {
        DomesticSupplyObservation[] rows =
        [
            .. Collected(oldScrap: (6, 0.3), residues: (4, 0.5), processScrap: (5, 0.4)).Where(row => row.Quantity != DomesticQuantity.EquityOre),
            .. Survey.Mine("mine 1", "400", "0.50", "180", 2, 0.6), .. Survey.Mine("mine 2", "900", "0.25", "300", 2, 0.6),
        ];
        (IndicatorResult result, SelfSufficiencyTable? table) = Assess(rows);
        Assert.Equal("c1+c3", table!.Components[0].Key);
        Assert.Empty(result.Companions);
        Assert.Equal(103.0, result.Value!.Value, 1e-6);
    }

    [Fact]
    public void Secondary_use_gives_nothing_away_that_self_sufficiency_keeps()
    {
        // ③ is hidden in ③ + ④: neither its own rate nor ③ + ⑤ may be read from indicator 6.
        DomesticSupplyObservation[] rows = Collected(oldScrap: (2, 0.6), residues: (6, 0.3), processScrap: (5, 0.4));
        IndicatorResult result = SecondaryUseIndicator.Assess(Survey.Mineral, rows, Given.Parameters);
        Assert.Empty(result.Companions);
        Assert.Equal((null, 0.16, 0.375), (result.Value, result.Low!.Value, Math.Round(result.High!.Value, 9)));
        AssertEvidence.Recomputes(result);
    }

    [Fact]
    public void Demand_of_too_few_companies_is_shown_neither_itself_nor_through_a_rate()
    {
        DomesticSupplyObservation[] rows = [.. Survey.WorkedExample().Skip(1), Survey.Row(DomesticQuantity.DomesticDemand, "1000.25", contributors: 2, largest: 0.5)];
        (IndicatorResult result, _) = Assess(rows);
        Assert.Equal(("demandNotDisclosed", null), (result.Reason!.Code, result.Low));
        Assert.Equal("demandNotDisclosed", SecondaryUseIndicator.Assess(Survey.Mineral, rows, Given.Parameters).Reason!.Code);
        Assert.DoesNotContain("1000.25", Everything(rows), StringComparison.Ordinal);
    }

    private static DomesticSupplyObservation[] Collected(
        (int? Contributors, double? Largest)? oldScrap, (int? Contributors, double? Largest)? residues, (int? Contributors, double? Largest)? processScrap,
        string residuesTonnes = "65", string oldScrapTonnes = "150") =>
    [
        .. Published,
        .. Row(DomesticQuantity.OldScrap, oldScrapTonnes, oldScrap), .. Row(DomesticQuantity.SmelterResidues, residuesTonnes, residues), .. Row(DomesticQuantity.ProcessScrap, "160", processScrap),
    ];

    private static IEnumerable<DomesticSupplyObservation> Row(DomesticQuantity quantity, string tonnes, (int? Contributors, double? Largest)? from)
    {
        if (from is { } companies) yield return Survey.Row(quantity, tonnes, contributors: companies.Contributors, largest: companies.Largest);
    }

    private static (IndicatorResult Result, SelfSufficiencyTable? Table) Assess(DomesticSupplyObservation[] rows) =>
        SelfSufficiencyIndicator.Assess(Survey.Mineral, rows, Given.Parameters);

    private static string Everything(DomesticSupplyObservation[] rows) =>
        JsonSerializer.Serialize(Assess(rows).Result, PipelineJson.Options) + JsonSerializer.Serialize(Assess(rows).Table, PipelineJson.Options)
        + JsonSerializer.Serialize(SecondaryUseIndicator.Assess(Survey.Mineral, rows, Given.Parameters), PipelineJson.Options);
}
