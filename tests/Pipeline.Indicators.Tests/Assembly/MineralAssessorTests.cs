using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Assembly;

public sealed class MineralAssessorTests
{
    private static readonly Observation[] Run =
    [
        .. Enumerable.Range(2011, 10).SelectMany(year => new[]
        {
            Given.Import(year, "282200010", 1_000_000, 100, "KG", ("CHN", 600_000, 60), ("FIN", 400_000, 40)),
            Given.Import(year, "810520000", 1_000_000, 100, "KG", ("COD", 1_000_000, 100)),
            Given.Import(year, "260500000", 0, 0, "MT", ("COD", 0, 0)),
            Given.Import(year, "750120290", 0, 0, "KG", ("PHL", 0, 0)),
        }.SelectMany(row => row)),
        .. CountryCatalogue.All.SelectMany(country => Given.Governance(country.Iso3, 2020, 1.2, 0.4, 0.9, 1.1, 1.0, 0.8)),
        Given.Statistic("COD", "220"), Given.Statistic("IDN", "30"), Given.Statistic("other", "10"), Given.Statistic("world", "260"),
        Given.Statistic("COD", "60", statistic: Statistic.Reserves), Given.Statistic("AUS", "40", statistic: Statistic.Reserves),
        Given.Statistic("COD", "5", statistic: Statistic.RefineryProduction), Given.Statistic("CHN", "95", statistic: Statistic.RefineryProduction),
        Given.Statistic("USA", "7", series: "us-salient", statistic: Statistic.MineProduction),
    ];

    [Fact]
    public void An_assessment_has_every_result_in_its_order_for_every_mineral()
    {
        MineralAssessor assessor = Assessor(Run);
        string[] order =
        [
            .. IndicatorId.Six, IndicatorId.ImportAverage, IndicatorId.ImportGrowth, IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind,
            IndicatorId.SelfSufficiency,
            IndicatorId.ReserveConcentrationByMine, IndicatorId.ProductionConcentrationByMine, IndicatorId.GradeDecline, IndicatorId.ReserveLifeChange,
            .. IndicatorId.Factors,
        ];
        Assert.All(MineralCatalogue.All, mineral => Assert.Equal(order, assessor.Assess(mineral.Id).Results.Select(result => result.Indicator)));
    }

    [Fact]
    [Trait("Clause", "1")]
    public void Every_value_leads_to_a_cell_or_a_cited_parameter_and_every_cell_to_a_source()
    {
        MineralAssessment cobalt = Assessor(Run).Assess("cobalt");
        Assert.All(cobalt.Results.Where(result => result.Value is not null), result =>
            Assert.All(result.AllEvidence.SelectMany(node => node.Walk()).Where(node => node.Inputs.Count == 0), leaf =>
                Assert.True(leaf.Cells.Count > 0 || leaf.Reference is not null, $"{result.Indicator}: {leaf.Quantity}")));
        Assert.Contains(cobalt.Sources, source => source.File == "country-2020.csv");
        Assert.All(cobalt.Results, result => Assert.Equal(IndicatorId.Factors.Contains(result.Indicator) ? AccessLabel.Internal : AccessLabel.Open, result.Label));
        Assert.Equal(cobalt.Sources.Select(source => source.Snapshot).Distinct().Count(), cobalt.Sources.Count);
    }

    [Fact]
    [Trait("Clause", "1")]
    public void Terms_add_up_to_the_value_and_stand_in_order_of_key()
    {
        MineralAssessment cobalt = Assessor(Run).Assess("cobalt");
        Assert.All(cobalt.Results.Where(result => result.Contributions.Count > 0), result =>
            Assert.Equal(result.Contributions.Select(term => term.Key).Order(StringComparer.Ordinal), result.Contributions.Select(term => term.Key)));
        // The dependence on one country is a largest share and no sum: its contributions have shares and no terms.
        IndicatorResult[] sums = [.. cobalt.Results.Where(result => result.Value is not null && result.Contributions.Any(term => term.Term is not null))];
        Assert.Equal(4, sums.Length);
        Assert.All(sums, result =>
            Assert.Equal(result.Value!.Value, result.Contributions.Sum(term => term.Term!.Value), 1e-12 * Math.Max(1, result.Value.Value)));
    }

    [Fact]
    [Trait("Clause", "14")]
    public void Tables_by_country_show_the_series_in_use_first_and_the_others_in_the_detail()
    {
        MineralAssessment cobalt = Assessor(Run).Assess("cobalt");
        Assert.Equal(
            [(Statistic.MineProduction, true), (Statistic.Reserves, true), (Statistic.RefineryProduction, false)],
            cobalt.Countries.Select(table => (table.Statistic, table.IsReference)));
        CountryTable production = cobalt.Countries[0];
        Assert.Equal(["COD", "IDN", null], production.Rows.Select(row => row.Iso3));
        Assert.Equal(220.0 / 260, production.Rows[0].Share!.Value, 1e-9);
        Assert.Equal(260, production.WorldTotal!.Point);
        Assert.Equal(("world", 260d), (production.WorldCell!.Column, EvidenceArithmetic.Whole(production)));
    }

    [Fact]
    [Trait("Clause", "1")]
    public void The_same_data_give_the_same_bytes()
    {
        string First() => JsonSerializer.Serialize(Assessor(Run).Assess("cobalt"), PipelineJson.Options);
        Assert.Equal(First(), First());
        Assert.Equal(First(), JsonSerializer.Serialize(JsonSerializer.Deserialize<MineralAssessment>(First(), PipelineJson.Options), PipelineJson.Options));
    }

    [Fact]
    public void Another_order_of_rows_gives_the_same_results()
    {
        string Results(IEnumerable<Observation> run) => JsonSerializer.Serialize(Assessor([.. run]).Assess("cobalt").Results, PipelineJson.Options);
        Assert.Equal(Results(Run), Results(Run.Reverse()));
    }

    [Fact]
    public void Illustrative_input_marks_every_result_that_rests_on_it_and_no_other()
    {
        MineralAssessment cobalt = Assessor(Run, illustrative: "mcs2026.csv").Assess("cobalt");
        Assert.True(cobalt.Find(IndicatorId.ProductionConcentration)!.Illustrative);
        Assert.Contains("illustrative", cobalt.Find(IndicatorId.ProductionConcentration)!.Flags);
        Assert.False(cobalt.Find(IndicatorId.ImportStabilityRefined)!.Illustrative);
    }

    [Fact]
    [Trait("Clause", "8")]
    public void An_illustrative_cell_marks_the_rate_and_the_row_that_rest_on_it()
    {
        DomesticSupplyObservation scrap = Survey.Row(DomesticQuantity.OldScrap, "150");
        DomesticSupplyObservation[] rows =
            [.. Survey.WorkedExample().Where(row => row.Quantity != DomesticQuantity.OldScrap), scrap with { Cell = scrap.Cell with { Illustrative = true } }];
        MineralAssessment invented = Assessor([.. rows]).Assess(Survey.Mineral);
        MineralAssessment real = Assessor([.. Survey.WorkedExample()]).Assess(Survey.Mineral);
        Assert.True(invented.Find(IndicatorId.SelfSufficiency) is { Illustrative: true } result && result.Flags.Contains("illustrative"));
        Assert.Equal(["c3"], invented.SelfSufficiency!.Components.Where(row => row.Flags.Contains("illustrative")).Select(row => row.Key));
        Assert.Equal(103.0, real.Find(IndicatorId.SelfSufficiency)!.Value!.Value, 1e-6);
        Assert.False(real.Find(IndicatorId.SelfSufficiency)!.Illustrative);
        Assert.Contains(real.Sources, source => source.File == "survey.csv");
    }

    [Fact]
    public void An_illustrative_cell_in_a_file_of_real_figures_marks_the_results_that_rest_on_it_and_no_other()
    {
        Observation[] run = [.. Run.Select(row => row is MineralStatisticObservation { Statistic: Statistic.Reserves, Place.Iso3: "AUS" }
            ? row with { Cell = row.Cell with { Illustrative = true } }
            : row)];
        MineralAssessment cobalt = Assessor(run).Assess("cobalt");
        Assert.True(cobalt.Find(IndicatorId.ReserveConcentration)!.Illustrative);
        Assert.Contains("illustrative", cobalt.Find(IndicatorId.ReserveConcentration)!.Flags);
        Assert.False(cobalt.Find(IndicatorId.ProductionConcentration)!.Illustrative);
    }

    [Fact]
    [Trait("Clause", "1")]
    public void Every_figure_and_every_tree_of_an_assessment_is_computed_again_from_its_leaves()
    {
        MineralAssessment cobalt = Assessor(Run).Assess("cobalt");
        Assert.All(cobalt.Results, result => AssertEvidence.Recomputes(result));
        Assert.All(cobalt.Imports, year => Assert.Equal(year.Tonnes, EvidenceArithmetic.Recompute(year.Evidence!)));
    }

    [Fact]
    public void A_cell_of_an_unknown_snapshot_stops_the_assessment() =>
        Assert.Throws<MissingEvidenceException>(() => new MineralAssessor(new ObservationIndex(Run), Given.Parameters, []).Assess("cobalt"));

    [Fact]
    public void An_unknown_mineral_is_refused() => Assert.Throws<UnknownCodeException>(() => Assessor(Run).Assess("unobtainium"));

    [Fact]
    public void Without_any_data_every_question_stays_open_and_nothing_is_invented()
    {
        MineralAssessor assessor = Assessor([]);
        Assert.All(MineralCatalogue.All, mineral => Assert.All(
            assessor.Assess(mineral.Id).Results.Take(8),
            result => Assert.Equal((null, ResultStatus.Insufficient, true), (result.Value, result.Status, result.Reason is not null))));
    }

    [Fact]
    public void Every_code_that_a_result_shows_has_words_in_both_languages()
    {
        MineralAssessor assessor = Assessor(Run);
        foreach (MineralAssessment assessment in MineralCatalogue.All.Select(mineral => assessor.Assess(mineral.Id)))
        {
            foreach (IndicatorResult result in assessment.Results)
            {
                Assert.All(result.Flags, flag => Assert.True(Vocabulary.Knows(Term.Flag, flag), flag));
                Assert.All(result.Companions, companion => Assert.True(Vocabulary.Knows(Term.Companion, companion.Id), companion.Id));
                Assert.True(Vocabulary.Knows(Term.Unit, result.Unit), result.Unit);
                foreach (Reason reason in result.Notes.Concat(result.Reason is { } why ? [why] : []).Concat(assessment.Codes.Select(code => code.LeftOut).OfType<Reason>()))
                {
                    Assert.All([Language.Japanese, Language.English], language => Assert.DoesNotContain("{", Vocabulary.Sentence(reason, language), StringComparison.Ordinal));
                }
            }
        }
    }

    private static MineralAssessor Assessor(Observation[] run, string? illustrative = null) => new(
        new ObservationIndex(run),
        Given.Parameters,
        run.Select(row => row.Cell).DistinctBy(cell => cell.Snapshot).Select(cell =>
            new SourceUse("test", cell.Snapshot, cell.File, "publisher", "title", "licence", "citation", cell.File == illustrative)));
}
