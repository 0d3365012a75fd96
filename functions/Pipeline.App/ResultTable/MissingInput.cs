using Pipeline.Domain;

namespace Pipeline.App.ResultTable;

/// <summary>An input for want of which results cannot be judged.</summary>
/// <param name="Code">What would have to be handed in or laid down, as a code of the vocabulary; none when no input is known that would cure the reason.</param>
/// <param name="Results">Results that wait for it; of one reason where there is no code.</param>
internal sealed record MissingInput(string? Code, IReadOnlyList<IndicatorResult> Results)
{
    private const string Survey = "domesticSurvey";
    private const string Prices = "prices";
    private const string Codes = "tradeCodes";
    private const string Trade = "trade";
    private const string Countries = "countries";
    private const string Mines = "mines";
    private const string Disruptions = "disruptions";
    private const string Measures = "exportMeasures";
    private const string Elements = "additionalElements";

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

    /// <summary>The input in English with the source that takes it, or the reason in its own words.</summary>
    public string Name => Code is { } code ? Vocabulary.Word(Term.Input, code, Language.English)
        : Results[0].Reason is { } reason ? "other: " + Vocabulary.Word(Term.Reason, reason.Code, Language.English)
        : "reason not stated";

    /// <summary>
    /// Inputs that the results wait for, the one that most wait for first. A reason that no input is known for stands by itself.
    /// </summary>
    /// <param name="insufficient">Results without a point value.</param>
    public static IReadOnlyList<MissingInput> Of(IEnumerable<IndicatorResult> insufficient) =>
        [.. insufficient.GroupBy(result => (Code: CodeOf(result), Reason: CodeOf(result) is null ? result.Reason?.Code : null))
            .Select(group => new MissingInput(group.Key.Code, [.. group]))
            .OrderByDescending(input => input.Results.Count).ThenBy(input => input.Name, StringComparer.Ordinal)];

    private static string? CodeOf(IndicatorResult result) => result.Reason is { } reason ? Inputs.GetValueOrDefault(reason.Code) : null;
}
