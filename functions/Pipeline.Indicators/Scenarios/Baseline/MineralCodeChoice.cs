using Pipeline.Domain;
using Pipeline.Indicators.Imports;

namespace Pipeline.Indicators.Scenarios.Baseline;

/// <summary>Trade codes under which the assumptions of a scenario are entered.</summary>
internal static class MineralCodeChoice
{
    /// <summary>
    /// A nine-digit code of a mineral and stage that is measured in a year: of the six-digit heading with the highest content, so that the
    /// goods weigh least more than their metal. None where no heading can be measured.
    /// </summary>
    internal static MeasuredCode? Of(string mineral, Stage stage, int year) => Headings(mineral, year)
        .Where(row => row.Stage == stage)
        .OrderByDescending(row => row.ContentFactor).ThenBy(row => row.Code, StringComparer.Ordinal)
        .Select(Code)
        .FirstOrDefault();

    /// <summary>A code for each chapter that the mineral's measured headings stand in: a chapter without a row would pass for one that was not taken in.</summary>
    internal static IEnumerable<MeasuredCode> ByChapter(string mineral, int year) => Headings(mineral, year)
        .GroupBy(row => row.Code[..2], StringComparer.Ordinal)
        .OrderBy(chapter => chapter.Key, StringComparer.Ordinal)
        .Select(chapter => Code(chapter.OrderBy(row => row.Code, StringComparer.Ordinal).First()));

    private static IEnumerable<TradeCode> Headings(string mineral, int year) => TradeCodeTable.ForMineral(mineral)
        .Where(row => row.Code.Length == 6 && MineralCodes.IsMeasured(row) && HsEdition.Parse(row.Editions).Contains(year));

    // No national subdivision ends in three zeros unless it is the heading whole, so that the heading speaks for the code.
    private static MeasuredCode Code(TradeCode heading) => new(heading.Code + "000", heading, heading.ContentFactor!.Value);
}
