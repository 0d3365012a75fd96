using FsCheck;
using FsCheck.Fluent;
using Pipeline.Indicators.Concentration;

namespace Pipeline.Indicators.Tests.Concentration;

/// <summary>What holds for every set of rows, whatever the numbers.</summary>
[Trait("Clause", "3.3")]
public sealed class ConcentrationProperties
{
    private static readonly Arbitrary<Generated> Tables = (
        from rows in Gen.NonEmptyListOf(Gen.Choose(1, 1_000_000))
        from residual in Gen.Choose(0, 1_000_000)
        from seed in Gen.Choose(1, 1_000_000)
        select new Generated([.. rows.Select(row => (double)row)], residual, seed)).ToArbitrary();

    [Fact]
    public void The_order_of_rows_does_not_matter() => RequireForAll(table =>
    {
        ConcentrationInput input = HerfindahlIndexTests.Input(table.Rows, table.Residual);
        ConcentrationFigure turned = HerfindahlIndex.Compute(input with { Rows = [.. input.Rows.Reverse()] })!;
        return turned.Value.Equals(HerfindahlIndex.Compute(input)!.Value);
    });

    [Fact]
    public void A_common_unit_cancels() => RequireForAll(table =>
        Near(Of(table).Value, HerfindahlIndex.Compute(HerfindahlIndexTests.Input([.. table.Rows.Select(row => row * table.Seed)], table.Residual * table.Seed))!.Value));

    [Fact]
    public void Splitting_a_country_in_two_never_raises_low() => RequireForAll(table =>
    {
        double part = table.Rows[0] * (table.Seed / 1_000_001.0);
        double[] split = [part, table.Rows[0] - part, .. table.Rows.Skip(1)];
        return HerfindahlIndex.Compute(HerfindahlIndexTests.Input(split, table.Residual))!.Low <= Of(table).Low + 1e-12;
    });

    [Fact]
    public void Without_residual_the_value_is_at_least_one_over_the_number_of_rows() => RequireForAll(table =>
        HerfindahlIndex.Compute(HerfindahlIndexTests.Input(table.Rows, 0))!.Value >= (1.0 / table.Rows.Count) - 1e-12);

    [Fact]
    public void The_value_lies_in_its_interval_and_the_interval_in_zero_to_one() => RequireForAll(table =>
    {
        ConcentrationFigure figure = Of(table);
        return figure.Low > 0 && figure.Low <= figure.Value && figure.Value <= figure.High && figure.High <= 1 + 1e-12;
    });

    [Fact]
    public void With_a_hidden_country_the_value_still_lies_in_its_interval() => RequireForAll(table =>
    {
        ConcentrationInput input = HerfindahlIndexTests.Input(table.Rows, table.Residual) with { Hidden = [new HiddenRow("A", table.Seed), new HiddenRow("B", 7)] };
        ConcentrationFigure figure = HerfindahlIndex.Compute(input)!;
        return figure.Low <= figure.Value && figure.Value <= figure.High && figure.High <= 1 + 1e-12;
    });

    private static ConcentrationFigure Of(Generated table) => HerfindahlIndex.Compute(HerfindahlIndexTests.Input(table.Rows, table.Residual))!;

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-9;

    // A fixed seed, so that a run can be repeated.
    private static void RequireForAll(Func<Generated, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260701, 11), Prop.ForAll(Tables, property));

    private sealed record Generated(IReadOnlyList<double> Rows, double Residual, int Seed);
}
