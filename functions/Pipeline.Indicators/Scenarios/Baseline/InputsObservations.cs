using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.PriceFluctuation;
using Pipeline.Indicators.Scenarios.Request;
using static System.FormattableString;

namespace Pipeline.Indicators.Scenarios.Baseline;

/// <summary>
/// A baseline that is typed in, as observations in the form in which publishers give theirs, so that the same code computes the same results
/// from it. Series, trade codes and parameters are those of the mineral.
/// </summary>
internal sealed class InputsObservations(string mineral, HypotheticalInputs inputs, ScenarioSource source, ParameterSet parameters)
{
    // An edition prints the year two before it as the one that is no forecast any more.
    private const int EditionAfterYear = 2;

    /// <summary>Every row.</summary>
    /// <exception cref="ScenarioRequestException">The mineral has no series or trade code that could hold a figure.</exception>
    internal IReadOnlyList<Observation> All() =>
    [
        .. Table(inputs.Reserves, choice => choice.Reserves, new AsOfEdition(inputs.Year + EditionAfterYear)),
        .. Table(inputs.Production, choice => choice.Production, new CalendarYear(inputs.Year)),
        .. Imports(),
        .. Governance(),
        .. EarlierImports(),
        .. Prices(),
        .. Domestic(),
    ];

    private IEnumerable<Observation> Table(HypotheticalTable? table, Func<SeriesChoice, TableChoice> part, Period period)
    {
        if (table is null)
        {
            yield break;
        }

        TableChoice? choice = parameters.Open().Row<SeriesChoice>("concentration.series", mineral) is { } row ? part(row) : null;
        if (choice is null || choice.Unusable is not null || choice.Series.Count == 0)
        {
            throw new ScenarioRequestException(table.Pointer, $"no table: no figures by country are used for {mineral}", "a table");
        }

        // Several series are added up by country: the first holds the figures whole, the others hold nothing.
        foreach ((string series, int order) in choice.Series.Select((series, order) => (series, order)))
        {
            MineralStatisticObservation Cell(Place place, PublishedValue value, string pointer) => new(
                "usgs-mcs", period, source.Cell(pointer), inputs.Year + EditionAfterYear, mineral, series, choice.Statistic, "assumed by the scenario", place,
                order == 0 ? value : PublishedValue.Zero("0"), "t", choice.Basis ?? "contained metal")
            {
                Flags = [ScenarioSource.Flag],
            };

            foreach ((string iso3, PublishedValue value, string pointer) in table.Countries)
            {
                yield return Cell(new Place(PlaceKind.Country, iso3), value, pointer);
            }

            if (table.Others is { } others)
            {
                yield return Cell(new Place(PlaceKind.Residual, null), Reported(others), table.Pointer + "/others");
            }

            double total = table.Total ?? table.Countries.Sum(country => country.Value.Point ?? 0) + (table.Others ?? 0);
            yield return Cell(new Place(PlaceKind.WorldTotal, null), Reported(total), table.Total is null ? table.Pointer : table.Pointer + "/total");
        }
    }

    private IEnumerable<Observation> Imports()
    {
        if (inputs.Imports is not { } partners)
        {
            yield break;
        }

        HashSet<string> chapters = [];
        foreach (HypotheticalPartner partner in partners)
        {
            MeasuredCode code = MineralCodeChoice.Of(mineral, partner.Stage, inputs.Year) ?? throw new ScenarioRequestException(
                partner.Pointer, $"no imports of this stage: no trade code measures it for {mineral} in {inputs.Year}", "imports");
            chapters.Add(code.Chapter);
            yield return AssumedTrade.Row(code, inputs.Year, partner.Country, partner.Tonnes, 0, source.Cell(partner.Pointer + "/tonnes"));
        }

        // What is left out is not imported; the statistics of its chapter say so by having a row that is zero.
        foreach (MeasuredCode code in MineralCodeChoice.ByChapter(mineral, inputs.Year).Where(code => !chapters.Contains(code.Chapter)))
        {
            yield return AssumedTrade.Row(code, inputs.Year, partners.Select(partner => partner.Country).FirstOrDefault("USA"), 0, 0, source.Cell("/inputs/imports"));
        }
    }

    private IEnumerable<Observation> Governance() => (inputs.Imports ?? [])
        .Where(partner => partner.InstitutionalRisk is not null)
        .DistinctBy(partner => partner.Country)
        .SelectMany(partner => AssumedTrade.Governance(
            partner.Country, partner.InstitutionalRisk!.Value, inputs.Year, inputs.Year, source.Cell(partner.Pointer + "/institutionalRisk")));

    private IEnumerable<Observation> EarlierImports()
    {
        for (int index = 0; index < inputs.EarlierImports.Count; index++)
        {
            int year = inputs.Year - inputs.EarlierImports.Count + index;
            (double? tonnes, string pointer) = inputs.EarlierImports[index];
            if (tonnes is null)
            {
                continue;
            }

            MeasuredCode code = MineralCodeChoice.Of(mineral, Stage.Refined, year) ?? MineralCodeChoice.Of(mineral, Stage.Concentrate, year)
                ?? throw new ScenarioRequestException(pointer, Invariant($"null: no trade code measures {mineral} in {year}"), Invariant($"{tonnes}"));
            yield return AssumedTrade.Row(code, year, null, tonnes.Value, 0, source.Cell(pointer));
            foreach (MeasuredCode other in MineralCodeChoice.ByChapter(mineral, year).Where(other => other.Chapter != code.Chapter))
            {
                yield return AssumedTrade.Row(other, year, null, 0, 0, source.Cell(pointer));
            }
        }
    }

    private IEnumerable<Observation> Prices()
    {
        if (inputs.LastMonth is not { } last)
        {
            yield break;
        }

        PriceChoice? choice = parameters.Open().Row<PriceChoice>("price.series", mineral);
        (string from, string series) = choice is { Unusable: null }
            ? (choice.Source, choice.Series)
            : ("market-outlook", choice?.Monthly ?? $"market-outlook/{mineral}/scenario");
        for (int index = 0; index < inputs.Prices.Count; index++)
        {
            (double? price, string pointer) = inputs.Prices[index];
            int ordinal = last.Ordinal - inputs.Prices.Count + 1 + index;
            yield return new PriceObservation(
                from, new Month(ordinal / 12, (ordinal % 12) + 1), source.Cell(pointer), mineral, series, null,
                price is { } known ? Reported(known) : PublishedValue.NotCollected("null"), "USD/t")
            {
                Flags = [ScenarioSource.Flag],
            };
        }
    }

    private IEnumerable<Observation> Domestic() => inputs.Domestic is not { } domestic
        ? []
        : domestic.Figures.Select(figure => new DomesticSupplyObservation(
            "domestic-survey",
            new FiscalYear(domestic.FiscalYear),
            source.Cell(figure.Pointer),
            mineral,
            null,
            figure.Quantity,
            figure.Site,
            figure.Value,
            figure.Quantity == DomesticQuantity.EquityShare ? "1" : "t",
            "contained metal",
            "assumed by the scenario",
            "scenario",
            "author of the scenario",
            "assumed")
        {
            Flags = [ScenarioSource.Flag],
        });

    private static PublishedValue Reported(double value) => PublishedValue.Reported(value, Invariant($"{value:R}"));
}
