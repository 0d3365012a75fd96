namespace Pipeline.Sources.PinkSheet;

/// <summary>Monthly commodity prices: one workbook, replaced in the first days of every month.</summary>
internal sealed class CommodityPricesPull : SourcePull
{
    public override string Source => "pink-sheet";

    /// <summary>A month, and half a month for holidays.</summary>
    public override int LateAfterDays => 45;

    /// <summary>The workbook of the year; its figures are those up to the last month.</summary>
    protected override IEnumerable<int> Years(DateOnly day) => [day.Year];
}
