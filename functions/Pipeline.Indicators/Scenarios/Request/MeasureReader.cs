using Pipeline.Domain;

namespace Pipeline.Indicators.Scenarios.Request;

/// <summary>Reads one of <c>measures</c>.</summary>
internal static class MeasureReader
{
    private static readonly string[] Kinds = ["supply", "smelter", "equity", "recycling", "lessUse", "stock", "scenarioDemand"];

    internal static Measure? Read(RequestNode node)
    {
        if (node.Find("kind") is not { } kind)
        {
            node.Wrong("an object whose 'kind' is one of " + string.Join(", ", Kinds));
            return null;
        }

        Measure? measure = kind.OneOf(Kinds) switch
        {
            "supply" => Supply(node),
            "smelter" => Smelter(node),
            "equity" => Equity(node),
            "recycling" => Recycling(node),
            "lessUse" => LessUse(node),
            "stock" => Stock(node),
            "scenarioDemand" => ScenarioDemand(node),
            _ => null,
        };
        // Where a kind has no such member, its own reader has refused it.
        int? fromYear = node.Find("fromYear")?.Whole(1990, 2100, "a calendar year");
        return measure is null ? null : measure with { FromYear = fromYear };
    }

    private static SupplyMeasure? Supply(RequestNode node)
    {
        node.IsObject("kind", "stage", "country", "tonnes", "share", "displaces", "institutionalRisk", "fromYear");
        string? stage = node.Get("stage")?.OneOf("mine", "concentrate", "refined");
        string? country = node.Get("country")?.Country();
        if (country == "JPN")
        {
            node.Find("country")!.Wrong("a country that Japan imports from; a domestic smelter is a measure of the kind 'smelter'", "JPN");
        }

        if (stage == "mine" && node.Find("institutionalRisk") is { } risk)
        {
            risk.Wrong("an institutional risk only with imports", "one with mine production");
        }

        return Supply(node, stage switch { "mine" => Stage.Mine, "concentrate" => Stage.Concentrate, _ => Stage.Refined }, country);
    }

    private static SupplyMeasure? Smelter(RequestNode node)
    {
        node.IsObject("kind", "country", "tonnes", "share", "displaces", "institutionalRisk", "fromYear");
        return Supply(node, Stage.Refined, node.Get("country")?.Country());
    }

    private static SupplyMeasure? Supply(RequestNode node, Stage stage, string? country)
    {
        (double? tonnes, double? share) = Either(node, "tonnes", NumberRange.PositiveTonnes, "share", NumberRange.PositiveShare);
        string? displaces = node.Get("displaces")?.OneOf("none", "largest", "proRata");
        double? risk = node.Find("institutionalRisk")?.Number(NumberRange.Share);
        if (share is 1 && displaces == "none")
        {
            node.Find("share")!.Wrong("a share below 1 where nobody is displaced", "1");
        }

        return country is null || node.AnyFault
            ? null
            : new SupplyMeasure(
                node.Path,
                stage,
                country,
                tonnes,
                share,
                displaces switch { "none" => Displacement.None, "largest" => Displacement.Largest, _ => Displacement.ProRata },
                risk);
    }

    private static EquityMeasure? Equity(RequestNode node)
    {
        node.IsObject("kind", "in", "tonnes", "moved", "fromYear");
        string? place = node.Get("in")?.OneOf("mine", "smelter");
        double? tonnes = node.Get("tonnes")?.Number(NumberRange.PositiveTonnes);
        double? moved = node.Find("moved") is { } given ? given.Number(NumberRange.Tonnes) : tonnes;
        return place is null || tonnes is null || moved is null ? null : new EquityMeasure(node.Path, place == "mine", tonnes.Value, moved.Value);
    }

    private static RecyclingMeasure? Recycling(RequestNode node)
    {
        node.IsObject("kind", "component", "tonnes", "ratePoints", "fromYear");
        string? component = node.Get("component")?.OneOf("oldScrap", "processScrap");
        (double? tonnes, double? points) = Either(node, "tonnes", NumberRange.PositiveTonnes, "ratePoints", NumberRange.PositiveShare);
        return component is null
            ? null
            : new RecyclingMeasure(node.Path, component == "oldScrap" ? DomesticQuantity.OldScrap : DomesticQuantity.ProcessScrap, tonnes, points);
    }

    private static LessUseMeasure? LessUse(RequestNode node)
    {
        node.IsObject("kind", "share", "fromYear");
        NumberRange belowOne = new(0, 0.99, "a share of demand above 0 and at most 0.99", AboveLeast: true);
        return node.Get("share")?.Number(belowOne) is { } share ? new LessUseMeasure(node.Path, share) : null;
    }

    private static StockMeasure? Stock(RequestNode node)
    {
        node.IsObject("kind", "days");
        return node.Get("days")?.Number(new NumberRange(0, 365, "a hypothetical number of days from 0 to 365")) is { } days ? new StockMeasure(node.Path, days) : null;
    }

    private static ScenarioDemandMeasure? ScenarioDemand(RequestNode node)
    {
        node.IsObject("kind", "vehicles", "megawatts", "kilogramsPerVehicle", "kilogramsPerMegawatt", "years");
        return new ScenarioDemandMeasure(
            node.Path,
            node.Find("vehicles")?.Number(NumberRange.Units),
            node.Find("megawatts")?.Number(NumberRange.Units),
            node.Find("kilogramsPerVehicle")?.Number(NumberRange.Units),
            node.Find("kilogramsPerMegawatt")?.Number(NumberRange.Units),
            node.Find("years") is { } years ? years.Whole(1, 100, "a number of years") ?? 1 : 1);
    }

    private static (double? First, double? Second) Either(RequestNode node, string first, NumberRange firstRange, string second, NumberRange secondRange)
    {
        RequestNode? one = node.Find(first);
        RequestNode? other = node.Find(second);
        if (one is null == other is null)
        {
            node.Wrong($"either '{first}' or '{second}'", one is null ? "neither" : "both");
            return (null, null);
        }

        return (one?.Number(firstRange), other?.Number(secondRange));
    }
}
