using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Domain;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.SelfSufficiency;

/// <summary>What holds for every survey, over generated ones.</summary>
[Trait("Clause", "8")]
public sealed class SelfSufficiencyProperties
{
    private static readonly Arbitrary<DomesticSupplyObservation[]> Surveys = (
        from mines in Gen.ListOf(Mines(), 4)
        from count in Gen.Choose(0, 4)
        from amounts in Gen.ListOf(Gen.Choose(0, 900), 5)
        from withheld in Gen.Choose(0, 9)
        select Rows([.. mines.Take(count)], [.. amounts], withheld)).ToArbitrary();

    [Fact]
    public void The_order_of_rows_does_not_matter() => RequireForAll(rows => Written(rows) == Written([.. rows.Reverse()]));

    [Fact]
    public void The_unit_of_mass_does_not_matter() => RequireForAll(rows =>
    {
        IndicatorResult tonnes = Assess(rows);
        IndicatorResult grams = Assess([.. rows.Select(row => row.Unit == "t" ? row with { Value = row.Value.Scale(1e6) } : row)]);
        return Near(tonnes.Value, grams.Value) && Near(tonnes.Low, grams.Low) && Near(tonnes.High, grams.High);
    });

    [Fact]
    public void Another_mine_never_lowers_the_ore() => RequireForAll(rows =>
        Ore([.. rows, .. Survey.Mine("one more", "300", "0.4", "50")]) >= Ore(rows));

    [Fact]
    public void The_cap_per_mine_never_exceeds_the_cap_over_the_mineral() => RequireForAll(rows =>
        Assess(rows) is var result && (result.Companions.Count == 0 || result.Value is null || result.Value <= result.Companions[0].Value + 1e-9));

    [Fact]
    public void The_value_lies_in_its_interval_and_its_terms_add_up_to_it() => RequireForAll(rows =>
    {
        IndicatorResult result = Assess(rows);
        double sum = result.Contributions.Sum(term => term.Term!.Value);
        return Near(result.Value ?? sum, sum) && (result.Value is null || (result.Low <= result.Value + 1e-9 && result.Value <= result.High + 1e-9));
    });

    [Fact]
    public void Every_figure_follows_from_its_evidence() => RequireForAll(rows =>
    {
        AssertEvidence.Recomputes(Assess(rows));
        return true;
    });

    private static Gen<(int Production, int Share, int Imports)> Mines() =>
        from production in Gen.Choose(0, 900) from share in Gen.Choose(0, 10) from imports in Gen.Choose(-100, 900) select (production, share, imports);

    private static DomesticSupplyObservation[] Rows((int Production, int Share, int Imports)[] mines, int[] amounts, int withheld) =>
    [
        Survey.Row(DomesticQuantity.DomesticDemand, Text(amounts[0] + 1)),
        .. mines.SelectMany((mine, index) => Survey.Mine(
            $"mine {index}", Text(mine.Production), Text(mine.Share / 10.0), mine.Imports < 0 ? string.Empty : Text(mine.Imports))),
        Survey.Row(DomesticQuantity.ImportedMetal, withheld == 2 ? "W" : Text(amounts[1])),
        Survey.Row(DomesticQuantity.OldScrap, withheld == 3 ? "NA" : Text(amounts[2])),
        Survey.Row(DomesticQuantity.SmelterResidues, withheld == 4 ? ">10" : Text(amounts[3])),
        Survey.Row(DomesticQuantity.ProcessScrap, withheld == 5 ? "W" : Text(amounts[4])),
    ];

    // A fixed seed, so that a run can be repeated.
    private static void RequireForAll(Func<DomesticSupplyObservation[], bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20260701, 11), Prop.ForAll(Surveys, property));

    private static IndicatorResult Assess(DomesticSupplyObservation[] rows) => SelfSufficiencyIndicator.Assess(Survey.Mineral, rows, Given.Parameters).Result;

    private static double Ore(DomesticSupplyObservation[] rows) =>
        SelfSufficiencyIndicator.Assess(Survey.Mineral, rows, Given.Parameters).Table!.Components.SingleOrDefault(row => row.Key == "c1") is { } ore ? ore.Tonnes ?? ore.Low : 0;

    private static string Written(DomesticSupplyObservation[] rows) => JsonSerializer.Serialize(SelfSufficiencyIndicator.Assess(Survey.Mineral, rows, Given.Parameters).Result, PipelineJson.Options);

    private static bool Near(double? left, double? right) => left.HasValue == right.HasValue && (left is null || Math.Abs(left.Value - right!.Value) <= 1e-9 * Math.Max(1, Math.Abs(left.Value)));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
