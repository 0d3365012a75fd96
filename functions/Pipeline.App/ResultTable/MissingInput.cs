using Pipeline.Domain;

namespace Pipeline.App.ResultTable;

/// <summary>An input for want of which results cannot be judged.</summary>
/// <param name="Name">What would have to be handed in or laid down, with the source that takes it.</param>
/// <param name="Results">Results that wait for it.</param>
internal sealed record MissingInput(string Name, IReadOnlyList<IndicatorResult> Results)
{
    private const string Survey = "domestic demand and components of self-sufficiency (domestic-survey)";
    private const string Prices = "monthly prices over four years or more (market-outlook)";
    private const string Codes = "a trade code of its own or a content factor (trade code table)";
    private const string Trade = "trade statistics of all years (mof-trade)";
    private const string Countries = "production or reserves by country, fuller and on one basis (usgs-mcs)";
    private const string Mines = "production, grade and reserves by mine (mines)";
    private const string Disruptions = "disruptions and indices by country, with a record of what was searched (disruption-survey)";
    private const string Measures = "the register of export measures (export-measures)";
    private const string Elements = "scores of the additional elements (additional-elements)";

    private static readonly Dictionary<string, string> Inputs = new(StringComparer.Ordinal)
    {
        ["noDomesticSurvey"] = Survey, ["noDemandFigure"] = Survey, ["noDomesticDemand"] = Survey, ["demandNotDisclosed"] = Survey, ["componentsMissing"] = Survey,
        ["componentsBounded"] = Survey, ["noComponentFigures"] = Survey, ["noCommonYear"] = Survey, ["secondaryNotSplit"] = Survey, ["withheldComponent"] = Survey,
        ["noPriceSeries"] = Prices, ["tooFewPrices"] = Prices, ["deflatedPrices"] = Prices, ["laboratoryPrices"] = Prices, ["priceUnitChanges"] = Prices, ["yearRestated"] = Prices,
        ["notMeasurable"] = Codes, ["noExclusiveCode"] = Codes, ["noContentFactor"] = Codes, ["basketCode"] = Codes, ["codesLeftOut"] = Codes, ["codeChangeNotBridged"] = Codes,
        ["noTradeData"] = Trade, ["noPartnerData"] = Trade, ["missingYears"] = Trade, ["seriesTooShort"] = Trade,
        ["noCountryTable"] = Countries, ["noReserves"] = Countries, ["noNumbers"] = Countries, ["basesDiffer"] = Countries, ["unattributed"] = Countries, ["hiddenOutsideTotal"] = Countries,
        ["noMinesFeed"] = Mines, ["noMineNumbers"] = Mines, ["unattributedToMines"] = Mines, ["tooFewGrades"] = Mines, ["unsteadyMines"] = Mines,
        ["noDisruptionSurvey"] = Disruptions, ["subFactorsMissing"] = Disruptions,
        ["noExportMeasures"] = Measures,
        ["noAdditionalElements"] = Elements, ["additionalElementsExpired"] = Elements,
    };

    /// <summary>
    /// Inputs that the results wait for, the one that most wait for first. A reason that no input is known for stands by itself, in its own words.
    /// </summary>
    /// <param name="insufficient">Results without a point value.</param>
    public static IReadOnlyList<MissingInput> Of(IEnumerable<IndicatorResult> insufficient) =>
        [.. insufficient.GroupBy(NameOf, StringComparer.Ordinal)
            .Select(group => new MissingInput(group.Key, [.. group]))
            .OrderByDescending(input => input.Results.Count).ThenBy(input => input.Name, StringComparer.Ordinal)];

    private static string NameOf(IndicatorResult result) => result.Reason switch
    {
        null => "reason not stated",
        { Code: var code } when Inputs.TryGetValue(code, out string? input) => input,
        { Code: var code } => "other: " + Vocabulary.Word(Term.Reason, code, Language.English),
    };
}
