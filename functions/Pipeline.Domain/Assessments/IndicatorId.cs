namespace Pipeline.Domain;

/// <summary>Stable identifiers of what is computed, as in <c>results.csv</c>, the API and the vocabulary.</summary>
public static class IndicatorId
{
    /// <summary>国別埋蔵寡占度 (S, indicator 1).</summary>
    public const string ReserveConcentration = "reserve-concentration";

    /// <summary>国別生産寡占度 (S, indicator 2).</summary>
    public const string ProductionConcentration = "production-concentration";

    /// <summary>輸入安定性（精鉱） (S, indicator 3).</summary>
    public const string ImportStabilityConcentrate = "import-stability-concentrate";

    /// <summary>輸入安定性（製錬品） (S, indicator 4).</summary>
    public const string ImportStabilityRefined = "import-stability-refined";

    /// <summary>価格変動幅 (S, indicator 5).</summary>
    public const string PriceFluctuation = "price-fluctuation";

    /// <summary>スクラップ等再生 (S, indicator 6).</summary>
    public const string SecondaryUse = "secondary-use";

    /// <summary>Five-year moving average of imports in contained metal (P 2(2) ④).</summary>
    public const string ImportAverage = "import-average";

    /// <summary>Growth of that average against five years earlier (P 2(2) ④).</summary>
    public const string ImportGrowth = "import-growth";

    /// <summary>Demand of a million electric vehicles (S).</summary>
    public const string ScenarioElectricVehicles = "scenario-electric-vehicles";

    /// <summary>Demand of ten gigawatts of offshore wind power (S).</summary>
    public const string ScenarioOffshoreWind = "scenario-offshore-wind";

    /// <summary>自給率（権益ベース） (S, 鉱種別自給率), percent.</summary>
    public const string SelfSufficiency = "self-sufficiency";

    /// <summary>埋蔵寡占度（鉱山別） (S, finer set).</summary>
    public const string ReserveConcentrationByMine = "reserve-concentration-by-mine";

    /// <summary>生産寡占度（鉱山別） (S, finer set).</summary>
    public const string ProductionConcentrationByMine = "production-concentration-by-mine";

    /// <summary>品位低下率 (S, finer set), per year.</summary>
    public const string GradeDecline = "grade-decline";

    /// <summary>可採年数変化率 (S, finer set).</summary>
    public const string ReserveLifeChange = "reserve-life-change";

    /// <summary>特定国への輸入依存度 (P 2(2) ①).</summary>
    public const string ImportDependence = "factor-import-dependence";

    /// <summary>供給途絶発生の可能性 (P 2(2) ②).</summary>
    public const string DisruptionLikelihood = "factor-disruption-likelihood";

    /// <summary>日本の自給状況 as a factor (P 2(2) ③).</summary>
    public const string SelfSufficiencyFactor = "factor-self-sufficiency";

    /// <summary>国内需要動向 as a factor (P 2(2) ④).</summary>
    public const string DomesticDemandFactor = "factor-domestic-demand";

    /// <summary>その他の付加的要素 (P 2(2) ⑤).</summary>
    public const string AdditionalElementsFactor = "factor-additional-elements";

    /// <summary>The five stockpile factors of P 2(2) in its order; their label is internal.</summary>
    public static IReadOnlyList<string> Factors { get; } =
        [ImportDependence, DisruptionLikelihood, SelfSufficiencyFactor, DomesticDemandFactor, AdditionalElementsFactor];

    /// <summary>The six indicators of S in the order of its radar.</summary>
    public static IReadOnlyList<string> Six { get; } =
        [ReserveConcentration, ProductionConcentration, ImportStabilityConcentrate, ImportStabilityRefined, PriceFluctuation, SecondaryUse];
}
