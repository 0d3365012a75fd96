using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The words of a fact in the language of a briefing. Which facts are said is decided elsewhere and is the same in both languages.</summary>
internal static class FactSentence
{
    /// <summary>A fact as one or two sentences.</summary>
    /// <exception cref="MissingEvidenceException">The fact states a figure that has no evidence.</exception>
    public static string Of(Fact fact, Composition briefing) => fact switch
    {
        StandingFact standing => Standing(briefing, standing),
        IntervalFact interval => Interval(briefing, interval.Result),
        BandChangeFact change => Change(briefing, change),
        SupplierFact supplier => Supplier(briefing, supplier),
        ImportsFact imports => Imports(briefing, imports),
        ScenarioFact scenario => Scenario(briefing, scenario),
        SelfSufficiencyFact rate => SelfSufficiency(briefing, rate.Result),
        StaleFact stale => Stale(briefing, stale),
        GapFact gap => Gap(briefing, gap),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "A fact without words."),
    };

    /// <summary>Average imports and their growth, as the key points and the section on imports say it.</summary>
    public static string Imports(Composition briefing, ImportsFact fact)
    {
        Founded(briefing, fact.Average);
        string tonnes = Value(briefing, fact.Average, DisplayNumber.Tonnes);
        string basis = Basis(briefing, fact.Average);
        if (fact.Growth is not { Value: { } change } growth) return briefing.Say(Words.PointAverage, tonnes, basis);
        Founded(briefing, growth);
        string percent = Value(briefing, growth, value => DisplayNumber.PercentOfShare(Math.Abs(KeyPoints.AsShare(value, growth.Unit))));
        return briefing.Say(change < 0 ? Words.PointGrowthDown : Words.PointGrowthUp, tonnes, percent, basis);
    }

    private static string Standing(Composition briefing, StandingFact fact)
    {
        IndicatorResult result = fact.Result;
        Founded(briefing, result);
        string name = ShortName.Of(result.Indicator, briefing.Language);
        string basis = Basis(briefing, result);
        if (result.Indicator == IndicatorId.PriceFluctuation && result.Value is { } fluctuation)
        {
            string volatility = ResultText.Amount(fluctuation, result.Unit, briefing.Language, FigurePath.Result(result.Indicator, "value"), briefing.Write);
            return briefing.Say(Words.PointPrice, volatility, Score(briefing, fact), Bands(briefing, result), basis);
        }

        return briefing.Join(Scored(briefing, fact, name, fact.Leader is null ? basis : null), fact.Leader is { } leader ? Leading(briefing, result, leader, basis) : string.Empty);
    }

    /// <summary>Score and band; where the interval crosses a mark the band is open, and an interval with both ends is said in place of the score.</summary>
    private static string Scored(Composition briefing, StandingFact fact, string name, string? basis)
    {
        (Phrase within, Phrase alone) = (fact.IsOpen, fact.Result.ScoreHigh) switch
        {
            (false, _) => (Words.PointScore, Words.PointScoreAlone),
            (true, null) => (Words.PointScoreFrom, Words.PointScoreFromAlone),
            _ => (Words.PointScoreOpen, Words.PointScoreOpenAlone),
        };
        string bands = Bands(briefing, fact.Result);
        return basis is null ? briefing.Say(within, name, Score(briefing, fact), bands) : briefing.Say(alone, name, Score(briefing, fact), bands, basis);
    }

    private static string Score(Composition briefing, StandingFact fact) => fact is { IsOpen: true, Result.ScoreHigh: not null }
        ? ResultText.Interval(fact.Result, briefing.Language, briefing.Write)!
        : ResultText.Score(fact.Result, briefing.Language, briefing.Write);

    private static string Leading(Composition briefing, IndicatorResult result, LeadingShare leader, string basis)
    {
        string country = ResultText.Country(leader.Iso3, briefing.Language);
        string share = briefing.Write(leader.Path, leader.Share, DisplayNumber.PercentOfShare);
        bool majority = leader.Share > MineralFacts.Majority;
        if (result.Indicator is IndicatorId.ImportStabilityConcentrate or IndicatorId.ImportStabilityRefined)
        {
            bool risky = leader.InstitutionalRisk >= InstitutionalRiskClass.High;
            return briefing.Say((majority, risky) switch
            {
                (true, true) => Words.PointSupplierMajorityRisky,
                (true, false) => Words.PointSupplierMajority,
                (false, true) => Words.PointSupplierRisky,
                _ => Words.PointSupplier,
            }, country, share, basis);
        }

        return briefing.Say(majority ? Words.PointLeaderMajority : Words.PointLeader, country, share, basis);
    }

    private static string Interval(Composition briefing, IndicatorResult result)
    {
        Founded(briefing, result);
        return briefing.Say(
            Words.PointInterval, ShortName.Of(result.Indicator, briefing.Language), ResultText.Interval(result, briefing.Language, briefing.Write), Basis(briefing, result));
    }

    private static string Change(Composition briefing, BandChangeFact change)
    {
        Phrase words = change.Movement switch
        {
            BandMovement.Up => Words.PointBandUp,
            BandMovement.Down => Words.PointBandDown,
            BandMovement.Narrowed => Words.PointBandNarrowed,
            _ => Words.PointBandWidened,
        };
        string moved = briefing.Say(
            words,
            ShortName.Of(change.After.Indicator, briefing.Language),
            PeriodText.Of(briefing.Context.Previous!.Quarter, briefing.Language),
            Bands(briefing, change.Before),
            Bands(briefing, change.After));
        return briefing.Join(moved, briefing.Say(Words.PointNow, ResultText.Score(change.After, briefing.Language, briefing.Write), Basis(briefing, change.After, change.Before.Illustrative)));
    }

    private static string Supplier(Composition briefing, SupplierFact fact)
    {
        _ = PartnersSection.Evidence(briefing, fact.Table, fact.Indicator);
        return briefing.Say(
            Words.PointSupplierAlone,
            briefing.Within(Vocabulary.Word(Term.Stage, fact.Table.Stage, briefing.Language)),
            ResultText.Country(fact.Leader.Iso3!, briefing.Language),
            briefing.Write(FigurePath.Partner(fact.Table.Stage, fact.Leader.Iso3, "share"), fact.Leader.Share, DisplayNumber.PercentOfShare),
            PeriodText.Of(fact.Table.Period, briefing.Language));
    }

    private static string Scenario(Composition briefing, ScenarioFact fact)
    {
        Founded(briefing, fact.Result);
        Companion ratio = ScenarioSection.RatioOf(fact.Result)!;
        return briefing.Say(
            Words.PointScenario,
            ScenarioSection.Name(briefing, fact.Result),
            Value(briefing, fact.Result, DisplayNumber.Tonnes),
            briefing.Write(FigurePath.Result(fact.Result.Indicator, ratio.Id), ratio.Value!.Value, value => DisplayNumber.PercentOfShare(KeyPoints.AsShare(value, ratio.Unit))));
    }

    private static string SelfSufficiency(Composition briefing, IndicatorResult result)
    {
        Founded(briefing, result);
        string Percent(string figure, double value) =>
            briefing.Write(FigurePath.Result(result.Indicator, figure), value, rate => SelfSufficiencySection.Percent(rate, result.Unit));
        string basis = Basis(briefing, result);
        return (result.Value, result.High) switch
        {
            ({ } value, _) => briefing.Say(Words.PointRate, Percent("value", value), basis),
            (null, { } high) => briefing.Say(Words.PointRateBetween, Percent("low", result.Low!.Value), Percent("high", high), basis),
            _ => briefing.Say(Words.PointRateAtLeast, Percent("low", result.Low!.Value), basis),
        };
    }

    private static string Stale(Composition briefing, StaleFact fact)
    {
        IEnumerable<string> groups = fact.Old.GroupBy(result => result.Period!).Select(group => briefing.Say(
            Words.PointOldItem, briefing.List(group.Select(result => briefing.Within(Name(briefing, result)))), PeriodText.Of(group.Key, briefing.Language)));
        string old = fact.Old.Count > 0 ? briefing.Say(Words.PointOld, string.Join(briefing.Say(Words.ItemSeparator), groups)) : string.Empty;
        string unconfirmed = fact.Unconfirmed.Count > 0
            ? briefing.Say(Words.PointUnconfirmed, briefing.List(fact.Unconfirmed.Select(result => briefing.Within(Name(briefing, result)))))
            : string.Empty;
        return briefing.Join(old, unconfirmed);
    }

    private static string Gap(Composition briefing, GapFact gap)
    {
        string Names(IEnumerable<string> indicators) => briefing.List(indicators.Select(id => briefing.Within(ShortName.Of(id, briefing.Language))));
        return briefing.Join(
            gap.Missing.Count > 0 ? briefing.Say(Words.PointMissing, Names(gap.Missing)) : string.Empty,
            gap.NotApplicable.Count > 0 ? briefing.Say(Words.PointNotApplicable, Names(gap.NotApplicable)) : string.Empty);
    }

    private static string Value(Composition briefing, IndicatorResult result, Func<double, string> format) =>
        briefing.Write(FigurePath.Result(result.Indicator, "value"), result.Value!.Value, format);

    private static string Name(Composition briefing, IndicatorResult result) =>
        IndicatorId.Six.Contains(result.Indicator) ? ShortName.Of(result.Indicator, briefing.Language) : briefing.Name(result.Indicator);

    private static string Bands(Composition briefing, IndicatorResult result) => ResultText.Bands(result, briefing.Language) ?? briefing.Say(Words.NoMark);

    /// <summary>What a figure speaks of and how far it can be relied on: period, status unless fully judged, the mark of illustrative input.</summary>
    private static string Basis(Composition briefing, IndicatorResult result, bool illustrative = false)
    {
        List<string> marks = [];
        if (result.Period is { } period) marks.Add(PeriodText.Of(period, briefing.Language));
        if (result.Status != ResultStatus.Ok) marks.Add(briefing.Within(ResultText.Status(result.Status, briefing.Language)));
        if (result.Illustrative || illustrative) marks.Add(briefing.Say(Words.Illustrative));
        return briefing.List(marks);
    }

    private static void Founded(Composition briefing, IndicatorResult result) => Proof.Of(result).Required(briefing.Assessment.Mineral, result.Indicator);
}
