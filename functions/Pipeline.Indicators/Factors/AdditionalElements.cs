using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.Factors;

/// <summary>その他の付加的要素 (P 2(2) ⑤): mean of the scores that a person entered for future importance and for difficulty of substitution.</summary>
internal static class AdditionalElements
{
    private static readonly AdditionalElement[] Elements = [AdditionalElement.FutureImportance, AdditionalElement.SubstitutionDifficulty];

    /// <summary>Factor of a mineral on the day of the parameters.</summary>
    /// <param name="mineral">Identifier of the mineral.</param>
    /// <param name="entered">Scores of all minerals, oldest snapshot first.</param>
    /// <param name="scenarios">Scenario demands of the mineral; their ratio to domestic demand is shown beside the score and is none.</param>
    /// <param name="set">Parameters in force; their day is the run's day.</param>
    internal static IndicatorResult Of(
        string mineral, IEnumerable<EnteredScoreObservation> entered, IReadOnlyList<IndicatorResult> scenarios, ParameterSet set)
    {
        EnteredScoreObservation[] own = [.. entered.Where(row => row.Mineral == mineral)];
        EnteredScoreObservation[] valid = [.. Elements.Select(element => Valid(own, element, set.AsOf)).OfType<EnteredScoreObservation>()];
        IndicatorResult empty = FactorResult.Empty(IndicatorId.AdditionalElementsFactor, mineral, Stage.Use) with
        {
            Period = new Month(set.AsOf.Year, set.AsOf.Month),
            Evidence = [.. valid.Select(Leaf)],
        };
        (IndicatorResult Scenario, string Ratio)? shown = Shown(scenarios);
        empty = shown is { } choice ? BesideIt(empty, choice.Scenario, choice.Ratio) : empty;
        IndicatorResult[] inputs = shown is { } used ? [used.Scenario] : [];
        if (valid.Length == Elements.Length)
        {
            double mean = valid.Sum(row => row.Score) / valid.Length;
            return FactorResult.Finish(
                empty with
                {
                    Status = ResultStatus.Ok,
                    Value = mean,
                    Low = mean,
                    High = mean,
                    Coverage = 1,
                    ImputedShare = 0,
                    Formulas =
                    [
                        .. empty.Formulas, new("value", "mean(entered)"), new("low", "value"), new("high", "value"),
                        new("coverage", "1"), new("imputedShare", "0"),
                    ],
                },
                set.Open(),
                inputs);
        }

        bool expired = Elements.Any(element => Valid(own, element, set.AsOf) is null && own.Any(row => row.Element == element && row.ValidUntil < set.AsOf));
        return FactorResult.Finish(
            empty with
            {
                Low = 0,
                High = 1,
                Evidence = [.. empty.Evidence, .. Elements.Where(element => valid.All(row => row.Element != element)).Select(NotEntered)],
                Formulas = [.. empty.Formulas, new("low", "0"), new("high", "1")],
                Reason = new Reason(expired ? "additionalElementsExpired" : "noAdditionalElements", []),
            },
            set.Open(),
            inputs);
    }

    // Of several that hold, the one entered last; of one day, the one of the newest snapshot.
    private static EnteredScoreObservation? Valid(EnteredScoreObservation[] own, AdditionalElement element, DateOnly day) =>
        own.Where(row => row.Element == element && row.EnteredOn <= day && day <= row.ValidUntil)
            .OrderBy(row => row.EnteredOn)
            .LastOrDefault();

    private static EvidenceNode Leaf(EnteredScoreObservation row) =>
        new("entered score", FormattableString.Invariant($"{row.Element}, {row.EnteredOn:yyyy-MM-dd} to {row.ValidUntil:yyyy-MM-dd}"), row.Score, "1")
        {
            Symbol = "entered",
            Cells = [row.Cell],
            Corrections = row.Corrections,
        };

    // Without a score the factor may be anything on its scale: that there is none is what the interval rests on.
    private static EvidenceNode NotEntered(AdditionalElement element) =>
        new("score that has not been entered or no longer holds", element.ToString(), null, "1") { Reference = "scale of a score, 0 to 1" };

    // Both technologies together where both need the mineral, else the one that does.
    private static (IndicatorResult Scenario, string Ratio)? Shown(IReadOnlyList<IndicatorResult> scenarios)
    {
        foreach (string ratio in new[] { "combinedRatio", "ratioToDemand2018" })
        {
            if (scenarios.FirstOrDefault(scenario => scenario.Companions.Any(companion => companion.Id == ratio && companion.Value is not null)) is { } found)
            {
                return (found, ratio);
            }
        }

        return null;
    }

    private static IndicatorResult BesideIt(IndicatorResult result, IndicatorResult scenario, string ratio) => result with
    {
        Companions = [scenario.Companions.Single(companion => companion.Id == ratio)],
        Evidence = [.. result.Evidence, .. scenario.AllEvidence],
        Formulas = [.. FactorResult.Steps("scenario", scenario.Formulas), new(ratio, $"scenario.{ratio}")],
    };
}
