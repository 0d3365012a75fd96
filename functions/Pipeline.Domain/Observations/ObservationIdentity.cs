using System.Globalization;

namespace Pipeline.Domain;

/// <summary>
/// Which published figure an observation speaks of, whatever it prints. Rows of one identity in two vintages are the same figure, as it was or
/// revised; a row whose identity only one vintage has is new or withdrawn. The one place that draws this line, kind by kind.
/// </summary>
public static class ObservationIdentity
{
    /// <summary>Identity of an observation; equal only for rows of one kind.</summary>
    /// <exception cref="UnknownCodeException">The kind of the observation has no rule here.</exception>
    public static string Of(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        // A tab occurs in no code and in no name that a reader lets through, so that two identities never run into one.
        return string.Join('\t', Parts(observation).Prepend(observation.GetType().Name));
    }

    private static string?[] Parts(Observation observation) => observation switch
    {
        TradeObservation trade => [trade.Flow.ToString(), trade.Code, trade.Period.Code, trade.Origin?.CustomsCode],
        // A table, not a cell: an edition is reissued whole, and rows of a file and of its reissue are never mixed. Another edition is another
        // publication, also where it prints the same year again.
        MineralStatisticObservation statistic =>
            [Text(statistic.Edition), statistic.Mineral, statistic.Series, statistic.Statistic.ToString(), statistic.Basis, statistic.Period.Code],
        // Without the edition: what a later edition prints for an earlier year restates that year's price.
        PriceObservation price => [price.Source, price.Mineral, price.Series, price.Period.Code],
        // Without the release: each release revises the whole history.
        GovernanceObservation governance => [governance.Iso3, governance.Period.Code, governance.Dimension.ToString()],
        DomesticSupplyObservation supply => [supply.Mineral, supply.Part, supply.Quantity.ToString(), supply.Site, supply.Period.Code],
        MineObservation mine => [mine.Mineral, mine.Mine, mine.Iso3, mine.Quantity.ToString(), mine.Period.Code],
        ExportMeasureObservation measure => [measure.Iso3, measure.Mineral, measure.Act, measure.Kind.ToString(), measure.Period.Code],
        // A year may have several events of one kind: what happened tells them apart.
        DisruptionEventObservation happening =>
            [happening.Iso3, happening.Mineral, happening.SubFactor.ToString(), happening.Period.Code, happening.Description],
        SearchRecordObservation search => [search.Source, search.Iso3, search.Mineral, search.SubFactor.ToString(), search.Period.Code],
        CountryIndexObservation index => [index.Iso3, index.SubFactor.ToString(), index.Period.Code],
        // Without the day of the issue: a later issue revises the years that it has in common with an earlier one.
        OutlookObservation outlook => [outlook.Mineral, outlook.Case.ToString(), outlook.Quantity.ToString(), outlook.Period.Code],
        // A score entered on another day is another judgement, not the correction of the first.
        EnteredScoreObservation score => [score.Mineral, score.Element.ToString(), score.EnteredOn.ToString("O", CultureInfo.InvariantCulture)],
        _ => throw new UnknownCodeException("kinds of observations", observation.GetType().Name, "a kind that has an identity"),
    };

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
