using Pipeline.Domain;
using Pipeline.Sources.Templates;
using static System.FormattableString;

namespace Pipeline.Sources.Searches;

/// <summary>Columns of rows that say what was searched, and what they mean. Only a search turns "no event found" into a zero.</summary>
/// <param name="Mineral">Mineral, or <see cref="AllMinerals"/>.</param>
/// <param name="Country">Country.</param>
/// <param name="Period">Years that were searched.</param>
/// <param name="Citation">Where was searched.</param>
/// <param name="ConfirmedBy">Office that searched.</param>
/// <param name="SearchedOn">Day of the search.</param>
internal sealed record SearchRows(
    CodeColumn<string> Mineral, CodeColumn<string> Country, PeriodColumn Period,
    TextColumn Citation, TextColumn ConfirmedBy, DateColumn SearchedOn)
{
    /// <summary>Code of a row that speaks of all minerals. It is written out, so that a forgotten cell is never taken for it.</summary>
    public const string AllMinerals = "all";

    /// <summary>Words of <see cref="AllMinerals"/>.</summary>
    public static TemplateCode All { get; } = new(AllMinerals, new Wording("全鉱種", "all minerals"));

    /// <summary>Identifier of a mineral, or none for all of them.</summary>
    public static string? MineralOf(string code) => code == AllMinerals ? null : code;

    /// <summary>The rule that a row breaks, or none.</summary>
    public RowFault? Broken(TemplateRow row) =>
        row.Get(Period) is not YearSpan years
                ? new RowFault("period", Period, "the years that were searched, from and to, such as CY2016/CY2025")
            : years.To.Year > row.Get(SearchedOn).Year
                ? new RowFault(
                    "period", Period,
                    Invariant($"years up to that of the search, {row.Get(SearchedOn).Year}: what has not come cannot be searched"))
            : null;

    /// <summary>What a good row says.</summary>
    /// <param name="row">The row.</param>
    /// <param name="source">Identifier of the source.</param>
    /// <param name="subFactor">Sub-factor that was searched.</param>
    public SearchRecordObservation Observe(TemplateRow row, string source, DisruptionSubFactor subFactor) => new(
        source, row.Get(Period), row.At(Period), row.Get(Country), MineralOf(row.Get(Mineral)), subFactor, row.Get(SearchedOn),
        row.Get(ConfirmedBy), row.Get(Citation));
}
