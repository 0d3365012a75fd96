using System.Reflection;
using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Refreshing;

[Collection(RefreshedCollection.Name)]
public sealed class RecomputedFiguresTests(RefreshedStorage refreshed)
{
    // Every figure of a result is a number that may be missing, so a figure that is added to the record is asked for without being named here.
    private static readonly PropertyInfo[] Figures = [.. typeof(IndicatorResult).GetProperties().Where(property => property.PropertyType == typeof(double?))];

    [Fact]
    public async Task Every_figure_of_every_result_is_recomputed_from_its_tree_alone()
    {
        int recomputed = 0;
        foreach (IndicatorResult result in (await AssessmentsAsync()).SelectMany(assessment => assessment.Results))
        {
            IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(result);
            foreach ((string name, double[] stated) in Stated(result))
            {
                Assert.True(figures.ContainsKey(name), $"{result.Mineral} {result.Indicator}: {name} has no formula");
                AssertSame(stated, figures[name], $"{result.Mineral} {result.Indicator}: {name}");
                recomputed++;
            }
        }

        Assert.True(recomputed > 1000, $"only {recomputed} figures were looked at");
    }

    [Fact]
    public async Task Every_figure_of_every_result_leads_to_a_cell_or_a_cited_reference() => Assert.All(
        (await AssessmentsAsync()).SelectMany(assessment => assessment.Results),
        result => Assert.All(Stated(result), figure =>
        {
            string expression = result.Formulas.Single(formula => formula.Figure == figure.Name).Expression;
            // That nothing is imputed, or everything covered, is a statement of the rule: the figures beside it lead to cells.
            Assert.True(
                (expression is "0" or "1" && figure.Name is not ("value" or "terms")) || LeavesOf(result, expression).Any(leaf => leaf.Cells.Count > 0 || leaf.Reference is not null),
                $"{result.Mineral} {result.Indicator}: {figure.Name} = {expression} leads to no leaf");
        }));

    [Fact]
    public async Task Every_node_of_every_tree_follows_from_its_inputs_or_has_a_cell_or_a_reference() => Assert.All(
        (await AssessmentsAsync()).SelectMany(assessment => assessment.Results.SelectMany(result => result.AllEvidence)
            .Concat(assessment.Imports.SelectMany(year => year.AllEvidence))),
        tree => Assert.All(tree.Walk(), node =>
        {
            Assert.True(node.Formula is not null || node.Value is null || node.Cells.Count > 0 || node.Reference is not null, $"{node.Quantity} {node.Subject}");
            AssertSame(List(node.Value), List(EvidenceArithmetic.Recompute(node)), $"{node.Quantity} {node.Subject}");
        }));

    [Fact]
    public async Task Imports_of_every_year_their_stages_and_moving_averages_are_recomputed_from_cells()
    {
        foreach (MineralAssessment assessment in await AssessmentsAsync())
        {
            foreach (ImportYear year in assessment.Imports.Where(year => year.Tonnes is not null))
            {
                string place = $"{assessment.Mineral} {year.Year.Code}";
                AssertSame(List(year.Tonnes), List(EvidenceArithmetic.Recompute(year.Evidence!)), place);
                Assert.All(year.AllEvidence, tree => Assert.Contains(tree.Walk(), node => node.Cells.Count > 0 || node.Reference is not null));
                EvidenceNode[] stages = [.. year.Evidence!.Inputs, .. new[] { year.ScrapEvidence }.OfType<EvidenceNode>()];
                AssertSame([.. year.ByStage.Select(stage => stage.Tonnes)], [.. stages.Select(stage => EvidenceArithmetic.Recompute(stage)!.Value)], place);
                Assert.Equal(year.ByStage.Select(stage => stage.Stage.ToString().ToLowerInvariant()), stages.Select(stage => stage.Subject));
            }

            foreach (ImportYear year in assessment.Imports.Where(year => year.MovingAverage is not null))
            {
                double[] window = [.. assessment.Imports.Where(one => year.AverageOf.Contains(one.Year)).Select(one => EvidenceArithmetic.Recompute(one.Evidence!)!.Value)];
                Assert.InRange(window.Length, 4, 5);
                Assert.All(year.AverageOf, one => Assert.InRange(one.Year, year.Year.Year - 4, year.Year.Year));
                AssertSame(List(year.MovingAverage), [window.Average()], $"{assessment.Mineral} {year.Year.Code}, average");
            }
        }
    }

    [Fact]
    public async Task Tonnes_share_risk_and_term_of_every_partner_are_recomputed_from_the_tree_of_its_stage()
    {
        foreach ((MineralAssessment assessment, PartnerTable table) in (await AssessmentsAsync()).SelectMany(one => one.Partners.Select(table => (one, table))))
        {
            string indicator = table.Stage == Stage.Concentrate ? IndicatorId.ImportStabilityConcentrate : IndicatorId.ImportStabilityRefined;
            IndicatorResult result = assessment.Find(indicator)!;
            IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(result);
            EvidenceNode[] risks = [.. result.Evidence.Where(node => node.Symbol == "risk")];
            string[] keys = [.. result.Contributions.Select(contribution => contribution.Key)];
            Assert.Equal(keys, risks.Select(risk => risk.Subject));
            foreach (PartnerRow row in table.Rows)
            {
                string place = $"{assessment.Mineral} {indicator} {row.Iso3}";
                if (row.Iso3 is null)
                {
                    double unknown = EvidenceArithmetic.Recompute(result.Evidence.Single(node => node.Symbol == "unknown"))!.Value;
                    AssertSame([row.Share], [unknown / figures["whole"][0]], place);
                    continue;
                }

                int index = Array.IndexOf(keys, row.Iso3);
                double imports = EvidenceArithmetic.Recompute(result.Contributions[index].Evidence)!.Value;
                AssertSame([row.Share, row.Term!.Value], [figures["shares"][index], figures["terms"][index]], place);
                AssertSame(List(row.Tonnes), row.Tonnes is null ? [] : [imports], place);
                AssertSame(List(row.InstitutionalRisk), row.InstitutionalRisk is null ? [] : [EvidenceArithmetic.Recompute(risks[index])!.Value], place);
            }
        }
    }

    [Fact]
    public async Task Shares_of_every_contribution_are_recomputed_from_its_tree_and_the_whole()
    {
        int recomputed = 0;
        foreach (IndicatorResult result in (await AssessmentsAsync()).SelectMany(assessment => assessment.Results))
        {
            IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(result);
            // Nothing times a share is nothing: the share of such a term cannot be read back from it.
            Contribution[] shown = [.. result.Contributions.Where(contribution => contribution.Share is not null
                && (result.Indicator != IndicatorId.DisruptionLikelihood || contribution.Term > 0))];
            if (shown.Length == 0)
            {
                continue;
            }

            double[] amounts = [.. shown.Select(contribution => EvidenceArithmetic.Recompute(contribution.Evidence)!.Value)];
            double[] shares = result.Indicator switch
            {
                _ when figures.TryGetValue("shares", out IReadOnlyList<double>? stated) => [.. stated],
                IndicatorId.DisruptionLikelihood => [.. figures["terms"].Where(term => term > 0).Zip(amounts, (term, amount) => term / amount)],
                IndicatorId.ImportAverage => [.. amounts.Select(_ => 1.0 / amounts.Length)],
                IndicatorId.SelfSufficiency or IndicatorId.SecondaryUse =>
                    [.. amounts.Select(amount => amount / EvidenceArithmetic.Recompute(result.Evidence.Single(node => node.Symbol == "demand"))!.Value)],
                _ when figures.TryGetValue("whole", out IReadOnlyList<double>? whole) => [.. amounts.Select(amount => amount / whole[0])],
                _ => throw new InvalidOperationException($"{result.Indicator} has shares that nothing here recomputes"),
            };
            AssertSame([.. shown.Select(contribution => contribution.Share!.Value)], shares, $"{result.Mineral} {result.Indicator}: shares");
            recomputed += shares.Length;
        }

        Assert.True(recomputed > 300, $"only {recomputed} shares were looked at");
    }

    [Fact]
    public async Task Demand_and_every_row_of_self_sufficiency_are_recomputed_from_trees_that_lead_to_cells()
    {
        int rows = 0;
        foreach ((MineralAssessment assessment, SelfSufficiencyTable table) in (await AssessmentsAsync())
            .Where(assessment => assessment.SelfSufficiency?.Demand is not null).Select(assessment => (assessment, assessment.SelfSufficiency!)))
        {
            double demand = EvidenceArithmetic.Recompute(table.DemandEvidence!)!.Value;
            AssertSame(List(table.Demand), [demand], $"{assessment.Mineral}: demand");
            Assert.All(table.Evidence(), tree => Assert.Contains(tree.Walk(), node => node.Cells.Count > 0));
            foreach (SupplyRow row in table.Components)
            {
                string place = $"{assessment.Mineral} {row.Key}";
                double counted = EvidenceArithmetic.Recompute(row.Evidence)!.Value;
                AssertSame([row.Tonnes ?? row.Low, row.ShareOfDemand!.Value], [counted, counted / demand], place);
                Assert.True(row.Low <= counted && counted <= (row.High ?? double.PositiveInfinity), place);
                // Without a range the ends are the amount; with one, each end is a figure of the cells below the row.
                double[] figures = [0, counted, .. row.Evidence.Walk().Where(node => node.Cells.Count > 0).Select(node => node.Value).OfType<double>()];
                Assert.All(List(row.High).Append(row.Low), end => Assert.Contains(figures, figure => PublishedFigures.Agrees([figure], [end])));
                rows++;
            }
        }

        Assert.True(rows > 5, $"only {rows} rows were looked at");
    }

    [Fact]
    public async Task Shares_of_every_country_are_recomputed_from_the_cells_of_its_table()
    {
        foreach ((MineralAssessment assessment, CountryTable table) in (await AssessmentsAsync()).SelectMany(one => one.Countries.Select(table => (one, table))))
        {
            string place = $"{assessment.Mineral} {table.Series} {table.Statistic}";
            Assert.All(table.Rows, row => AssertIsCell(row.Cell));
            Assert.Equal(table.WorldTotal is null, table.WorldCell is null);
            double? whole = EvidenceArithmetic.Whole(table);
            foreach (CountryRow row in table.Rows.Where(row => row.Share is not null))
            {
                AssertSame([row.Share!.Value], [row.Value.Point!.Value / whole!.Value], $"{place} {row.Iso3}");
            }
        }
    }

    [Fact]
    public async Task Every_price_that_is_shown_stands_in_a_cell_and_is_the_one_the_fluctuation_rests_on()
    {
        foreach (MineralAssessment assessment in (await AssessmentsAsync()).Where(assessment => assessment.Prices is not null))
        {
            Assert.All(assessment.Prices!.Points, point => AssertIsCell(point.Cell));
            Assert.All(assessment.Outlook?.Series.SelectMany(series => series.Years) ?? [], year => AssertIsCell(year.Cell));
            EvidenceNode[] leaves = [.. assessment.Find(IndicatorId.PriceFluctuation)!.Evidence.Where(node => node.Quantity == "price")];
            PricePoint[] priced = [.. assessment.Prices.Points.Where(point => point.Price is not null)];
            Assert.True(leaves.Length == 0 || leaves.Select(leaf => (leaf.Subject, leaf.Value)).SequenceEqual(priced.Select(point => (point.Period.Code, point.Price))), assessment.Mineral);
        }
    }

    [Theory]
    [InlineData("copper", IndicatorId.ProductionConcentration)]
    [InlineData("cobalt", IndicatorId.ImportStabilityRefined)]
    [InlineData("nickel", IndicatorId.PriceFluctuation)]
    [InlineData("nickel", IndicatorId.ImportGrowth)]
    [InlineData("copper", IndicatorId.ScenarioOffshoreWind)]
    public async Task One_leaf_that_is_wrong_by_a_thousandth_shows(string mineral, string indicator)
    {
        IndicatorResult sound = (await AssessmentsAsync()).Single(assessment => assessment.Mineral == mineral).Find(indicator)!;
        IndicatorResult wrong = sound.Contributions is [var first, ..]
            ? sound with { Contributions = [first with { Evidence = Shifted(first.Evidence) }, .. sound.Contributions.Skip(1)] }
            : sound with { Evidence = [Shifted(sound.Evidence[0]), .. sound.Evidence.Skip(1)] };

        Assert.Empty(PublishedFigures.Unfounded(sound));
        Assert.Contains(PublishedFigures.Unfounded(wrong), fault => fault.Place == "value");
        IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(wrong);
        Assert.Throws<Xunit.Sdk.TrueException>(() => AssertSame(List(sound.Value), figures["value"], "value"));
    }

    private static EvidenceNode Shifted(EvidenceNode node) => node.Inputs is [var first, ..]
        ? node with { Inputs = [Shifted(first), .. node.Inputs.Skip(1)] }
        : node with { Value = node.Value * 1.001 };

    private static IEnumerable<(string Name, double[] Values)> Stated(IndicatorResult result)
    {
        IEnumerable<(string Name, double[] Values)> all =
        [
            .. Figures.Select(figure => (JsonNamingPolicy.CamelCase.ConvertName(figure.Name), List((double?)figure.GetValue(result)))),
            .. result.Companions.Select(companion => (companion.Id, List(companion.Value))),
            ("terms", [.. result.Contributions.Select(contribution => contribution.Term).OfType<double>()]),
        ];
        return all.Where(figure => figure.Values.Length > 0);
    }

    /// <summary>Leaves that an expression speaks of, by way of other figures too.</summary>
    private static IEnumerable<EvidenceNode> LeavesOf(IndicatorResult result, string expression)
    {
        IReadOnlyDictionary<string, IReadOnlyList<double>> figures = EvidenceArithmetic.Recompute(result);
        ILookup<string?, EvidenceNode> nodes = result.AllEvidence.ToLookup(node => node.Symbol, StringComparer.Ordinal);
        HashSet<string> spoken = new(StringComparer.Ordinal);
        Queue<string> open = new([expression]);
        while (open.TryDequeue(out string? one))
        {
            EvidenceFormula.Evaluate(one, symbol =>
            {
                if (spoken.Add(symbol) && result.Formulas.FirstOrDefault(formula => formula.Figure == symbol) is { } step)
                {
                    open.Enqueue(step.Expression);
                }

                return figures.TryGetValue(symbol, out IReadOnlyList<double>? values) ? values : [.. nodes[symbol].Select(EvidenceArithmetic.Recompute).OfType<double>()];
            });
        }

        return spoken.SelectMany(symbol => nodes[symbol]).SelectMany(node => node.Walk());
    }

    private static void AssertSame(double[] stated, IReadOnlyList<double> recomputed, string place) => Assert.True(
        stated.Length == recomputed.Count && stated.Zip(recomputed).All(pair =>
            Math.Abs(pair.First - pair.Second) <= Math.Max(1e-12, 1e-9 * Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second)))),
        $"{place}: stated {string.Join(", ", stated)}, recomputed {string.Join(", ", recomputed)}");

    private static void AssertIsCell(SourceCell cell)
    {
        Assert.NotEmpty(cell.Snapshot);
        Assert.True(cell.Row > 0, cell.Address);
        Assert.NotEmpty(cell.Column);
    }

    private static double[] List(double? value) => value is { } known ? [known] : [];

    private async Task<IReadOnlyList<MineralAssessment>> AssessmentsAsync()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        VintageManifest manifest = await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, vintage, default);
        Assert.Equal(MineralCatalogue.All.Count, manifest.Minerals.Count);
        return await Task.WhenAll(manifest.Minerals.Select(mineral => VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, vintage, mineral, default)));
    }
}
