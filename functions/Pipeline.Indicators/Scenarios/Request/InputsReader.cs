using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios.Request;

/// <summary>Reads <c>inputs</c>: a baseline that is typed in.</summary>
internal static class InputsReader
{
    private const int MostCountries = 250;
    private const int MostMonths = 600;
    private const int MostYears = 40;
    private const int MostSites = 100;

    private static readonly (string Name, DomesticQuantity Quantity)[] Components =
    [
        ("equityOre", DomesticQuantity.EquityOre), ("importedMetal", DomesticQuantity.ImportedMetal), ("oldScrap", DomesticQuantity.OldScrap),
        ("smelterResidues", DomesticQuantity.SmelterResidues), ("processScrap", DomesticQuantity.ProcessScrap),
    ];

    private static readonly (string Name, Stage Stage)[] Stages = [("concentrate", Stage.Concentrate), ("refined", Stage.Refined), ("scrap", Stage.Scrap)];

    /// <summary>The members of a baseline beside the mineral and the day.</summary>
    internal static string[] Members { get; } = ["mineral", "parametersOn", "year", "reserves", "production", "imports", "earlierImports", "prices", "domestic"];

    internal static HypotheticalInputs? Read(RequestNode node)
    {
        if (node.Get("year")?.Whole(1990, 2100, "a calendar year") is not { } year)
        {
            return null;
        }

        return new HypotheticalInputs(year)
        {
            Reserves = node.Find("reserves") is { } reserves ? Table(reserves) : null,
            Production = node.Find("production") is { } production ? Table(production) : null,
            Imports = node.Find("imports") is { } imports ? Imports(imports) : null,
            EarlierImports = node.Find("earlierImports") is { } earlier
                ? [.. earlier.Items("years", 1, MostYears).Select(item => (item.IsNull ? null : item.Number(NumberRange.Tonnes), item.Path))]
                : [],
            LastMonth = node.Find("prices")?.Find("last")?.Month(),
            Prices = node.Find("prices") is { } prices ? Prices(prices) : [],
            Domestic = node.Find("domestic") is { } domestic ? Domestic(domestic, year) : null,
        };
    }

    private static HypotheticalTable? Table(RequestNode node)
    {
        if (!node.IsObject("countries", "others", "total") || node.Get("countries") is not { } countries)
        {
            return null;
        }

        (string Name, RequestNode Value)[] rows = [.. countries.Members("tonnes by country")];
        if (rows.Length is 0 or > MostCountries)
        {
            countries.Wrong(string.Create(CultureInfo.InvariantCulture, $"1 to {MostCountries} countries"), string.Create(CultureInfo.InvariantCulture, $"{rows.Length}"));
        }

        return new HypotheticalTable(
            node.Path,
            [.. rows.Select(row => (Iso3: row.Value.CountryNamed(row.Name), Value: Figure(row.Value), row.Value.Path))
                .Where(row => row is { Iso3: not null, Value: not null }).Select(row => (row.Iso3!, row.Value!, row.Path))],
            node.Find("others")?.Number(NumberRange.Tonnes),
            node.Find("total")?.Number(NumberRange.PositiveTonnes));
    }

    private static List<HypotheticalPartner> Imports(RequestNode node)
    {
        List<HypotheticalPartner> partners = [];
        if (!node.IsObject([.. Stages.Select(stage => stage.Name)]))
        {
            return partners;
        }

        foreach ((string name, Stage stage) in Stages)
        {
            foreach (RequestNode item in node.Find(name)?.Items("partners", 0, MostCountries) ?? [])
            {
                if (item.IsObject("country", "tonnes", "institutionalRisk")
                    && item.Get("country")?.Country() is { } country && item.Get("tonnes")?.Number(NumberRange.Tonnes) is { } tonnes)
                {
                    Add(partners, new HypotheticalPartner(stage, country, tonnes, item.Find("institutionalRisk")?.Number(NumberRange.Share), item.Path), item);
                }
            }
        }

        return partners;
    }

    private static void Add(List<HypotheticalPartner> partners, HypotheticalPartner partner, RequestNode item)
    {
        if (partners.Any(other => other.Stage == partner.Stage && other.Country == partner.Country))
        {
            item.Wrong("each country once in a stage", partner.Country + " twice");
        }

        if (partners.Any(other => other.Country == partner.Country && other.InstitutionalRisk is { } risk && partner.InstitutionalRisk is { } own && own != risk))
        {
            item.Wrong("one institutional risk for a country", "two for " + partner.Country);
        }

        partners.Add(partner);
    }

    private static IReadOnlyList<(double? Price, string Pointer)> Prices(RequestNode node)
    {
        if (!node.IsObject("last", "monthly"))
        {
            return [];
        }

        _ = node.Get("last");
        return [.. (node.Get("monthly")?.Items("monthly prices", 1, MostMonths) ?? [])
            .Select(item => (item.IsNull ? null : item.Number(NumberRange.Price), item.Path))];
    }

    private static HypotheticalSupply? Domestic(RequestNode node, int year)
    {
        if (!node.IsObject(["fiscalYear", "demand", .. Components.Select(component => component.Name), "mines", "smelters"]))
        {
            return null;
        }

        List<(DomesticQuantity Quantity, string? Site, PublishedValue Value, string Pointer)> figures = [];
        void Take(DomesticQuantity quantity, string? site, RequestNode? figure, bool isShare = false)
        {
            if (figure is not null && (isShare ? Share(figure) : Figure(figure)) is { } value)
            {
                figures.Add((quantity, site, value, figure.Path));
            }
        }

        Take(DomesticQuantity.DomesticDemand, null, node.Get("demand"));
        foreach ((string name, DomesticQuantity quantity) in Components)
        {
            Take(quantity, null, node.Find(name));
        }

        HashSet<string> mines = new(StringComparer.Ordinal);
        foreach (RequestNode mine in node.Find("mines")?.Items("mines", 0, MostSites) ?? [])
        {
            if (mine.IsObject("name", "production", "equityShare", "imported") && Name(mine, mines, "each mine once") is { } name)
            {
                Take(DomesticQuantity.MineProduction, name, mine.Get("production"));
                Take(DomesticQuantity.EquityShare, name, mine.Get("equityShare"), isShare: true);
                Take(DomesticQuantity.MineImports, name, mine.Find("imported"));
            }
        }

        HashSet<string> smelters = new(StringComparer.Ordinal);
        foreach (RequestNode smelter in node.Find("smelters")?.Items("smelters", 0, MostSites) ?? [])
        {
            if (smelter.IsObject("name", "taken", "equityQuantity") && Name(smelter, smelters, "each smelter once") is { } name)
            {
                Take(DomesticQuantity.SmelterOfftake, name, smelter.Get("taken"));
                Take(DomesticQuantity.SmelterEquityQuantity, name, smelter.Find("equityQuantity"));
            }
        }

        int? fiscalYear = node.Find("fiscalYear") is { } given ? given.Whole(1990, 2100, "a fiscal year") : year;
        return fiscalYear is { } fiscal ? new HypotheticalSupply(fiscal, figures) : null;
    }

    // Two sites of one name would be read as two figures of one site, of which none is chosen.
    private static string? Name(RequestNode site, HashSet<string> taken, string words)
    {
        if (site.Get("name")?.Text(80) is not { } name)
        {
            return null;
        }

        return taken.Add(name) || site.Find("name")!.Wrong(words, "a name twice") ? name : null;
    }

    /// <summary>Tonnes, or <c>"W"</c> for a figure that the source withholds.</summary>
    private static PublishedValue? Figure(RequestNode node) => node.Says("W")
        ? PublishedValue.Withheld("W")
        : node.IsNumber ? Reported(node.Number(NumberRange.Tonnes)) : Refused(node);

    private static PublishedValue? Share(RequestNode node) => Reported(node.Number(NumberRange.Share));

    private static PublishedValue? Refused(RequestNode node)
    {
        node.Wrong("tonnes, 0 or more, or \"W\" for a figure that is withheld");
        return null;
    }

    private static PublishedValue? Reported(double? number) =>
        number is { } value ? PublishedValue.Reported(value, value.ToString("R", CultureInfo.InvariantCulture)) : null;
}
