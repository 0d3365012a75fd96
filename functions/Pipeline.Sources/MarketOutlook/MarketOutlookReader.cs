using System.Text.RegularExpressions;
using Pipeline.Domain;
using Pipeline.Sources.Templates;
using static System.FormattableString;

namespace Pipeline.Sources.MarketOutlook;

/// <summary>
/// A market outlook handed in on a template. Its monthly prices become ordinary prices of the series
/// <c>market-outlook/mineral/series</c>, its masses are read in tonnes.
/// </summary>
public sealed partial class MarketOutlookReader : TemplateReader
{
    private static readonly (PublishedColumn Column, OutlookQuantity Quantity)[] Quantities =
    [
        (MarketOutlookTemplate.Supply, OutlookQuantity.Supply), (MarketOutlookTemplate.Demand, OutlookQuantity.Demand),
        (MarketOutlookTemplate.Balance, OutlookQuantity.Balance),
    ];

    /// <inheritdoc/>
    internal override FeedTemplate Template => MarketOutlookTemplate.Template;

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = Licences.Read("MarketOutlook", "market-outlook");

    private protected override RowFault? Broken(TemplateRow row) =>
        row.Get(Template.KnownFrom) < row.Get(MarketOutlookTemplate.IssuedOn)
            ? new RowFault(
                "known-from", Template.KnownFrom,
                Invariant($"the day of issue, {row.Get(MarketOutlookTemplate.IssuedOn):yyyy-MM-dd}, or a later one"))
            : row.Get(MarketOutlookTemplate.Type) == OutlookRow.Price ? BrokenPrice(row) : BrokenOutlook(row);

    private protected override IEnumerable<Observation> Observe(TemplateRow row) =>
        row.Get(MarketOutlookTemplate.Type) == OutlookRow.Price ? [Price(row)] : Outlook(row);

    private static RowFault? BrokenOutlook(TemplateRow row) =>
        MarketOutlookTemplate.Outlooks.Broken(row, MarketOutlookTemplate.Type)
            ?? (row.Get(MarketOutlookTemplate.Period) is not CalendarYear year
                    ? new RowFault("period", MarketOutlookTemplate.Period, "a calendar year such as CY2030")
                : row.Get(MarketOutlookTemplate.Unit).IsPrice
                    ? new RowFault("unit", MarketOutlookTemplate.Unit, "t or kt for supply and demand")
                : Quantities.All(quantity => !row.Has(quantity.Column))
                    ? new RowFault("missing", MarketOutlookTemplate.Supply, "at least one of supply, demand and balance")
                : year.Year > row.Get(MarketOutlookTemplate.IssuedOn).Year && !row.Has(MarketOutlookTemplate.Case)
                    ? new RowFault(
                        "case", MarketOutlookTemplate.Case,
                        Invariant($"low, base or high: {year.Year} is after the issue, a forecast"))
                : BrokenBalance(row));

    private static RowFault? BrokenBalance(TemplateRow row) =>
        row.Find(MarketOutlookTemplate.Supply) is { } supply && row.Find(MarketOutlookTemplate.Demand) is { } demand
            && row.Find(MarketOutlookTemplate.Balance) is { } balance && !OutlookBalance.Fits(supply, demand, balance)
            ? new RowFault("balance", MarketOutlookTemplate.Balance, Invariant(
                $"{row.At(MarketOutlookTemplate.Supply).Column} {supply.Text} less ")
                + Invariant($"{row.At(MarketOutlookTemplate.Demand).Column} {demand.Text}, which is {supply.Point - demand.Point}"))
            : null;

    private static RowFault? BrokenPrice(TemplateRow row) =>
        MarketOutlookTemplate.Prices.Broken(row, MarketOutlookTemplate.Type)
            ?? (row.Get(MarketOutlookTemplate.Period) is not Month month
                    ? new RowFault("period", MarketOutlookTemplate.Period, "a month such as 2025-11")
                : month.Ordinal > MonthOf(row.Get(MarketOutlookTemplate.IssuedOn)).Ordinal
                    ? new RowFault(
                        "period", MarketOutlookTemplate.Period,
                        $"{MonthOf(row.Get(MarketOutlookTemplate.IssuedOn)).Code}, the month of the issue, or an earlier one")
                : !row.Get(MarketOutlookTemplate.Unit).IsPrice
                    ? new RowFault("unit", MarketOutlookTemplate.Unit, "a price, for example USD/kg")
                : !SeriesForm().IsMatch(row.Get(MarketOutlookTemplate.Series))
                    ? new RowFault(
                        "series", MarketOutlookTemplate.Series,
                        "small letters, digits and single hyphens, for example 'carbonate-cif-asia'")
                : row.Get(MarketOutlookTemplate.Price) is { Kind: not ValueKind.NotCollected } price && !(price.Point > 0)
                    ? new RowFault("price", MarketOutlookTemplate.Price, "a number above 0, or NA")
                : null);

    private static Month MonthOf(DateOnly day) => new(day.Year, day.Month);

    private PriceObservation Price(TemplateRow row)
    {
        string mineral = row.Get(MarketOutlookTemplate.Mineral);
        return new PriceObservation(
            Source, row.Get(MarketOutlookTemplate.Period), row.At(MarketOutlookTemplate.Price), mineral,
            $"{Source}/{mineral}/{row.Get(MarketOutlookTemplate.Series)}", Edition: null, row.Get(MarketOutlookTemplate.Price),
            row.Get(MarketOutlookTemplate.Unit).Code);
    }

    private IEnumerable<Observation> Outlook(TemplateRow row)
    {
        OutlookUnit unit = row.Get(MarketOutlookTemplate.Unit);
        foreach ((PublishedColumn column, OutlookQuantity quantity) in Quantities)
        {
            if (row.Find(column) is { } value)
            {
                yield return new OutlookObservation(
                    Source, row.Get(MarketOutlookTemplate.Period), row.At(column), row.Get(MarketOutlookTemplate.Mineral),
                    row.FindValue(MarketOutlookTemplate.Case) ?? OutlookCase.Base, quantity, value.Scale(unit.Factor), unit.Code,
                    row.Get(MarketOutlookTemplate.Basis), row.Get(MarketOutlookTemplate.IssuedOn), row.Get(MarketOutlookTemplate.Citation));
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SeriesForm();
}
