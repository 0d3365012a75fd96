using Pipeline.Domain;

namespace Pipeline.Indicators.Tests.Support;

/// <summary>Hand-made rows of the domestic survey, for a mineral that no parameter speaks of unless a test names one.</summary>
internal static class Survey
{
    internal const string Mineral = "antimony";

    /// <summary>Year of the worked example of section 8.</summary>
    internal static readonly FiscalYear Year = new(2018);

    /// <summary>One figure.</summary>
    internal static DomesticSupplyObservation Row(
        DomesticQuantity quantity, string text, Period? period = null, string? site = null, string mineral = Mineral, string? part = null,
        string basis = "metal content", string definition = "as defined", string citation = "statistics of the year", string? unit = null,
        int? contributors = null, double? largest = null, string file = "survey.csv") => new(
            "domestic-survey",
            period ?? Year,
            Given.Cell(file, 2, $"{mineral} {part} {quantity} {site} {(period ?? Year).Code} {basis}"),
            mineral,
            part,
            quantity,
            site,
            Given.Value(text),
            unit ?? quantity switch { DomesticQuantity.EquityShare => "1", DomesticQuantity.PublishedSelfSufficiency => "percent", _ => "t" },
            basis,
            definition,
            citation,
            "publisher",
            "original") { Contributors = contributors, LargestShare = largest };

    /// <summary>A mine: production, equity share and imports; an empty text leaves the figure out.</summary>
    internal static IEnumerable<DomesticSupplyObservation> Mine(string name, string production, string share, string imports, int? contributors = null, double? largest = null)
    {
        if (production.Length > 0) yield return Row(DomesticQuantity.MineProduction, production, site: name, contributors: contributors, largest: largest);
        if (share.Length > 0) yield return Row(DomesticQuantity.EquityShare, share, site: name, contributors: contributors, largest: largest);
        if (imports.Length > 0) yield return Row(DomesticQuantity.MineImports, imports, site: name, contributors: contributors, largest: largest);
    }

    /// <summary>The worked example of section 8, with another figure of ⑤ if one is given.</summary>
    internal static DomesticSupplyObservation[] WorkedExample(string processScrap = "160") =>
    [
        Row(DomesticQuantity.DomesticDemand, "1000"),
        .. Mine("mine 1", "400", "0.50", "180"),
        .. Mine("mine 2", "900", "0.25", "300"),
        Row(DomesticQuantity.ImportedMetal, "250"),
        Row(DomesticQuantity.OldScrap, "150"),
        Row(DomesticQuantity.SmelterResidues, "65"),
        Row(DomesticQuantity.ProcessScrap, processScrap),
    ];
}
