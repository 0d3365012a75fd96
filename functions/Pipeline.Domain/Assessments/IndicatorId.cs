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

    /// <summary>The six indicators of S in the order of its radar.</summary>
    public static IReadOnlyList<string> Six { get; } =
        [ReserveConcentration, ProductionConcentration, ImportStabilityConcentrate, ImportStabilityRefined, PriceFluctuation, SecondaryUse];
}
