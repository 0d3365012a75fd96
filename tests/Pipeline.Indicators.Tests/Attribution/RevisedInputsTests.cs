using Pipeline.Domain;
using Pipeline.Indicators.Attribution;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Attribution;

/// <summary>What an earlier vintage knew, as a later one has it.</summary>
public sealed class RevisedInputsTests
{
    private static readonly TradeObservation Old = Row(2020, 100);
    private static readonly TradeObservation Revised = Row(2020, 90);
    private static readonly TradeObservation New = Row(2021, 120);
    private static readonly TradeObservation Withdrawn = Row(2019, 80);

    [Fact]
    public void A_revised_row_is_taken_a_new_one_is_not_and_a_withdrawn_one_stays() =>
        Assert.Equal([Withdrawn, Revised], RevisedInputs.Of([Withdrawn, Old], [Revised, New]));

    [Fact]
    public void Rows_of_one_figure_are_taken_together_so_that_the_later_holds() =>
        Assert.Equal([Old, Revised], RevisedInputs.Of([Old], [Old, Revised, New]));

    [Fact]
    public void Equal_inputs_stay_equal() => Assert.Equal([Withdrawn, Old, New], RevisedInputs.Of([Withdrawn, Old, New], [Withdrawn, Old, New]));

    [Fact]
    public void A_reissued_table_is_taken_whole()
    {
        MineralStatisticObservation congo = Given.Statistic("COD", "70");
        MineralStatisticObservation reissued = congo with { Value = Given.Value("60"), Cell = Given.Cell("reissue.csv") };
        MineralStatisticObservation added = Given.Statistic("AUS", "10") with { Cell = Given.Cell("reissue.csv") };
        MineralStatisticObservation nextEdition = Given.Statistic("COD", "65", edition: 2027);

        Assert.Equal([congo, reissued, added], RevisedInputs.Of([congo], [congo, reissued, added, nextEdition]));
    }

    private static TradeObservation Row(int year, double quantity) => Given.Import(year, "260500000", quantity, quantity * 10).Single();
}
