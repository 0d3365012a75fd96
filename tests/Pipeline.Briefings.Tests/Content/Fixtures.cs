using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

/// <summary>Assessments made by hand, small enough to check every number: one well known, one not measurable, one partly known, one empty.</summary>
internal static class Fixtures
{
    private const string TradeHash = "1111111111111111111111111111111111111111111111111111111111111111";
    private const string SummaryHash = "2222222222222222222222222222222222222222222222222222222222222222";
    private const string PriceHash = "3333333333333333333333333333333333333333333333333333333333333333";
    private const string GovernanceHash = "4444444444444444444444444444444444444444444444444444444444444444";

    public static BriefingContext Context { get; } = new(
        "2026Q4-1f3a9c", new Quarter(2026, 4), new DateOnly(2026, 11, 22), "m-7b21e0", "資源エネルギー庁 鉱物資源課", "Mineral Resources Division");

    public static IReadOnlyList<MineralAssessment> All => [Cobalt, Gallium, Copper, Empty];

    /// <summary>Every indicator but secondary use; imports without a gap; the refined stage with 12 partners.</summary>
    public static MineralAssessment Cobalt { get; } = new("cobalt",
    [
        Concentration(IndicatorId.ReserveConcentration, Stage.Reserve, new AsOfEdition(2026), 0.3297, 0.3521, Band.High, Band.High, ("COD", 0.55), ("AUS", 0.16), ("IDN", 0.07)),
        Concentration(IndicatorId.ProductionConcentration, Stage.Mine, new CalendarYear(2024), 0.5835, 0.5835, Band.VeryHigh, Band.VeryHigh, ("COD", 0.76), ("IDN", 0.10)),
        new IndicatorResult(IndicatorId.ImportStabilityConcentrate, "cobalt", Stage.Concentrate, ResultStatus.NotApplicable, "1")
        {
            Period = new CalendarYear(2024), Reason = new Reason("noExclusiveCode", []),
        },
        Stability(IndicatorId.ImportStabilityRefined, Stage.Refined, 0.0905, 0.0905, 0.0905, ResultStatus.Ok, Band.Moderate, Band.Moderate, ("FIN", 0.31), ("AUS", 0.2), ("CAN", 0.15)),
        Price(0.3551586289, 0.5919310481, Band.High),
        NoSurvey("cobalt"),
        Average(8764.4, 2020, 2024),
        Growth(-0.1265),
        Scenario(IndicatorId.ScenarioElectricVehicles, "cobalt", 11000, 100),
        NotCovered(IndicatorId.ScenarioOffshoreWind, "cobalt"),
        Rate("cobalt", 103, 103, 103),
    ])
    {
        SelfSufficiency = new SelfSufficiencyTable(
            new FiscalYear(2018), 1_000, [], Tonnes("demand", 1_000),
            [
                Supply([SupplyComponent.EquityOre], 405, 405, 405, 0.405, ComponentStanding.Known),
                Supply([SupplyComponent.ImportedMetal], 250, 250, 250, 0.25, ComponentStanding.Known),
                Supply([SupplyComponent.OldScrap, SupplyComponent.ProcessScrap], 310, 310, 310, 0.31, ComponentStanding.Known, "joinedForDisclosure"),
                Supply([SupplyComponent.SmelterResidues], 65, 65, 65, 0.065, ComponentStanding.Known),
            ],
            [],
            []),
        Imports = Years(2010, 2024, year => 9000 + (300 * (year % 4)), _ => []),
        Partners = [Partners(Stage.Refined, 2024, 9300, ("FIN", 0.31, 0.18), ("AUS", 0.20, 0.2), ("CAN", 0.15, 0.21), ("COD", 0.12, 0.82), ("BEL", 0.07, 0.29), ("USA", 0.05, 0.31),
            ("MAR", 0.03, 0.52), ("CHN", 0.02, 0.58), ("NOR", 0.02, 0.15), ("ZMB", 0.01, 0.55), ("CAF", 0.01, 0.88), ("TWN", 0.01, null))],
        Countries =
        [
            Table("cobalt", Statistic.MineProduction, new CalendarYear(2024), "contained metal", true, 289_000, Row("COD", 220_000, 0.761), Row("IDN", 28_000, 0.097),
                Row("RUS", 8_700, 0.030), Row("CAN", 4_500, 0.016), Row("PHL", 3_800, 0.013), Row("AUS", 3_600, 0.012), Withheld("USA", "W"), Row(null, 20_400, 0.071)),
            Table("cobalt", Statistic.Reserves, new AsOfEdition(2026), "contained metal", true, 11_000_000, Row("COD", 6_000_000, 0.545), Row("AUS", 1_700_000, 0.155),
                Row("IDN", 760_000, 0.069), Row("CUB", 500_000, 0.045), Row("PHL", 260_000, 0.024), Row("RUS", 250_000, 0.023), Missing("PNG", "NA"), Row(null, 1_530_000, 0.139)),
            Table("cobalt", Statistic.RefineryProduction, new CalendarYear(2024), "contained metal", false, null, Row("CHN", 170_000, 0.78), Row("FIN", 14_000, 0.064), Row("JPN", 4_000, 0.018)),
        ],
        Prices = Monthly(),
        Tools =
        [
            new PolicyTool(PolicyToolKind.UpstreamDevelopment, ToolStrength.Indicated,
                [new ToolTrigger(IndicatorId.ProductionConcentration, ToolStrength.Indicated, ResultStatus.Ok, 0.25)
                {
                    Value = 0.5835, Low = 0.5835, High = 0.5835, Leader = "COD", LeaderShare = 0.99, Figures = [new FigureReference(IndicatorId.ProductionConcentration, "score")],
                }]) { Parameters = ToolMarks },
            new PolicyTool(PolicyToolKind.Recycling, ToolStrength.CannotBeJudged,
                [new ToolTrigger(IndicatorId.SecondaryUse, ToolStrength.CannotBeJudged, ResultStatus.Insufficient, 0.7)]) { Parameters = ToolMarks },
        ],
        Effects = new MeasureEffects(
            0.1,
            [
                new StandardMeasure(PolicyToolKind.UpstreamDevelopment, [new AssumedShift("production", "COD", "AUS", 0.1)], null),
                new StandardMeasure(PolicyToolKind.Recycling, [], new Reason("measureCannotBeJudged", [])),
            ],
            [
                Effect(IndicatorId.ReserveConcentration, Side(0.3297, 0.3521, Band.High), Side(0.3297, 0.3521, Band.High)),
                Effect(IndicatorId.ProductionConcentration, Side(0.5835, 0.5835, Band.VeryHigh), Side(0.4512, 0.4512, Band.High), PolicyToolKind.UpstreamDevelopment),
                Effect(IndicatorId.ImportStabilityRefined, Side(0.0905, 0.0905, Band.Moderate), Side(0.0905, 0.0905, Band.Moderate)),
            ])
        {
            Parameters = [new ParameterUse("effects.part", "0.1", new DateOnly(2021, 4, 1), false)],
        },
        Codes = [new CodeUse("810520", Stage.Refined, 0.9, Confidence.Medium, null), new CodeUse("282200", Stage.Refined, 0.72, Confidence.High, null),
            new CodeUse("750120", Stage.Refined, 0.045, Confidence.Low, null), new CodeUse("260500", Stage.Concentrate, null, Confidence.Low, new Reason("basketCode", []))],
        Sources = Sources(illustrative: false),
    };

    /// <summary>Imports cannot be measured at all; production rests on one table.</summary>
    public static MineralAssessment Gallium { get; } = new("gallium",
    [
        Without(IndicatorId.ReserveConcentration, "gallium", Stage.Reserve, new Reason("noCountryTable", [])),
        Concentration(IndicatorId.ProductionConcentration, Stage.Mine, new CalendarYear(2024), 0.9801, 0.9801, Band.VeryHigh, Band.VeryHigh, ("CHN", 0.99), ("JPN", 0.01))
            with { Mineral = "gallium", Illustrative = true },
        Without(IndicatorId.ImportStabilityConcentrate, "gallium", Stage.Concentrate, new Reason("notMeasurable", ["811292"])),
        Without(IndicatorId.ImportStabilityRefined, "gallium", Stage.Refined, new Reason("notMeasurable", ["811292"])),
        Without(IndicatorId.PriceFluctuation, "gallium", Stage.Trade, new Reason("noPriceSeries", [])),
        NoSurvey("gallium"),
        Without(IndicatorId.ImportAverage, "gallium", Stage.Trade, new Reason("notMeasurable", ["811292"])),
        Without(IndicatorId.ImportGrowth, "gallium", Stage.Trade, new Reason("notMeasurable", ["811292"])),
        NotCovered(IndicatorId.ScenarioElectricVehicles, "gallium"),
        NotCovered(IndicatorId.ScenarioOffshoreWind, "gallium"),
    ])
    {
        Imports = [.. Enumerable.Range(2015, 10).Select(year => new ImportYear(new CalendarYear(year), null, null, [], new Reason("noExclusiveCode", []), [], null))],
        Countries = [Table("gallium", Statistic.PrimaryProduction, new CalendarYear(2024), "contained metal", true, 760, Row("CHN", 750, 0.99), Row("JPN", 7, 0.01), Missing("KOR", "NA"), Missing("RUS", "NA"))],
        Codes = [new CodeUse("811292", Stage.Refined, null, Confidence.Low, new Reason("basketCode", []))],
        Sources = Sources(illustrative: true),
    };

    /// <summary>Interval results, both stages imported (1 and 40 partners), a missing year in the imports, both scenarios.</summary>
    public static MineralAssessment Copper { get; } = new("copper",
    [
        Insufficient(IndicatorId.ReserveConcentration, "copper", Stage.Reserve, new AsOfEdition(2026), 0.0814, 0.2750, new Reason("unattributed", ["44.0"]), 0.56),
        Concentration(IndicatorId.ProductionConcentration, Stage.Mine, new CalendarYear(2024), 0.1077, 0.2598, Band.Low, Band.High, ("CHL", 0.28), ("PER", 0.12), ("CHN", 0.08))
            with { Mineral = "copper", Status = ResultStatus.Partial, Coverage = 0.61, Reason = new Reason("unattributed", ["39.0"]), Flags = ["residual"] },
        Stability(IndicatorId.ImportStabilityConcentrate, Stage.Concentrate, 0.1625, 0.1575, 0.1675, ResultStatus.Partial, Band.High, Band.High, ("CHL", 0.62), ("IDN", 0.2))
            with { Mineral = "copper", Reason = new Reason("imputed", ["10.0"]), ImputedShare = 0.10 },
        Stability(IndicatorId.ImportStabilityRefined, Stage.Refined, 0.32, 0.32, 0.32, ResultStatus.Ok, Band.VeryHigh, Band.VeryHigh, ("CHL", 1)) with { Mineral = "copper" },
        Price(0.1581275099, 0.2635458498, Band.Moderate) with { Mineral = "copper" },
        Insufficient(IndicatorId.SecondaryUse, "copper", Stage.Use, new FiscalYear(2018), 0, 0.82, new Reason("noDomesticSurvey", []), null),
        Average(1_234_567.5, 2020, 2024) with { Mineral = "copper", Status = ResultStatus.Partial, Coverage = 0.8, Reason = new Reason("missingYears", ["2022"]) },
        Growth(0.35) with { Mineral = "copper" },
        Scenario(IndicatorId.ScenarioElectricVehicles, "copper", 83_000, 7.8081),
        Scenario(IndicatorId.ScenarioOffshoreWind, "copper", 115_000, 10.8184),
        Rate("copper", null, 34.04, null) with { Reason = new Reason("componentsMissing", ["quantity:equityOre|importedMetal", "holder:equityHolders"]), Flags = ["lowerBound"] },
    ])
    {
        SelfSufficiency = new SelfSufficiencyTable(
            new FiscalYear(2018), 1_063_000, ["apparent"], Tonnes("demand", 1_063_000),
            [
                Supply([SupplyComponent.OldScrap, SupplyComponent.SmelterResidues, SupplyComponent.ProcessScrap], 361_850, 361_850, 361_850, 0.3404, ComponentStanding.Known, "notSplit"),
            ],
            [
                new MissingFigure(DomesticQuantity.EquityOre, ComponentStanding.NotCollected, ["equityHolders", "jogmecProjects"]),
                new MissingFigure(DomesticQuantity.ImportedMetal, ComponentStanding.Withheld, ["equityHolders", "smeltingCompanies"]),
            ],
            [
                new PublishedRate("base-metals", new CalendarYear(2018), PublishedValue.Reported(50.1, "50.1"), "members not listed", "Strategic Energy Plan", Cell(TradeHash, "trade-2024.csv", 90, "rate")),
                new PublishedRate("copper", new CalendarYear(2010), PublishedValue.AtLeast(40, ">40"), "recycling included", "Interview", Cell(TradeHash, "trade-2024.csv", 91, "rate")),
            ]),
        Imports = Years(2010, 2024, year => year == 2022 ? null : 1_111_111 + (10_000 * (year % 5)), year => year == 2024 ? ["confidentialCodes", "estimated", "meanOfFour", "weakFactor"] : []),
        Partners = [Partners(Stage.Concentrate, 2024, 1_100_000, [.. Forty()]), Partners(Stage.Refined, 2024, 20_000, ("CHL", 1.0, 0.32))],
        Countries =
        [
            Table("copper", Statistic.MineProduction, new CalendarYear(2024), "contained metal", true, 23_000_000, Row("CHL", 5_300_000, 0.28), Row("COD", 3_300_000, 0.12), Row("PER", 2_600_000, 0.08), Row(null, 9_000_000, 0.39)),
            Table("copper", Statistic.Reserves, new AsOfEdition(2026), "contained metal", true, null, Row("CHL", 190_000_000, 0.23), Row("AUS", 100_000_000, 0.10), Row(null, 400_000_000, 0.44)),
        ],
        Prices = Annual(),
        Outlook = WorldOutlook(),
        Tools =
        [
            new PolicyTool(PolicyToolKind.UpstreamDevelopment, ToolStrength.Indicated,
            [
                Trigger(IndicatorId.ProductionConcentration, ToolStrength.Possible, 0.25, 0.1077, 0.2598),
                Trigger(IndicatorId.ImportGrowth, ToolStrength.Indicated, 0.10, 0.35, 0.35),
                Trigger(ToolTrigger.ScenarioRatio, ToolStrength.Indicated, 0.10, 0.1863, 0.1863),
            ]) { Parameters = ToolMarks },
            new PolicyTool(PolicyToolKind.SmelterSupportAndStockpile, ToolStrength.Indicated, [Trigger(IndicatorId.ImportStabilityRefined, ToolStrength.Indicated, 0.125, 0.3, 0.3)])
            {
                Parameters = ToolMarks,
            },
            new PolicyTool(PolicyToolKind.Substitution, ToolStrength.NotIndicated, [Trigger(IndicatorId.PriceFluctuation, ToolStrength.NotIndicated, 0.4167, 0.29, 0.29)])
            {
                Parameters = ToolMarks,
            },
            new PolicyTool(PolicyToolKind.Recycling, ToolStrength.CannotBeJudged,
                [new ToolTrigger(IndicatorId.SecondaryUse, ToolStrength.CannotBeJudged, ResultStatus.Insufficient, 0.7)]) { Parameters = ToolMarks },
        ],
        Codes = [new CodeUse("260300", Stage.Concentrate, 0.28, Confidence.Medium, null), new CodeUse("740311", Stage.Refined, 0.9999, Confidence.High, null)],
        Sources = Sources(illustrative: false),
    };

    /// <summary>Nothing is known.</summary>
    public static MineralAssessment Empty { get; } = new("platinum-group", []);

    /// <summary>Partners with the longest names, as many as wanted.</summary>
    public static PartnerTable PartnersWithLongNames(int count)
    {
        IEnumerable<string> longest = CountryCatalogue.All.OrderByDescending(country => country.NameEn.Length + country.NameJa.Length)
            .ThenBy(country => country.Iso3, StringComparer.Ordinal).Select(country => country.Iso3);
        string[] isos = [.. new[] { "COD", "CAF" }.Concat(longest).Distinct().Take(count)];
        return Partners(Stage.Concentrate, 2024, 1000, [.. isos.Select((iso, index) => (iso, 2.0 * (count - index) / (count * (count + 1.0)), (double?)(index % 5 == 4 ? null : index % 5 * 0.2)))]);
    }

    private static EvidenceNode Tonnes(string quantity, double tonnes) =>
        new(quantity, string.Empty, tonnes, "t") { Cells = [Cell(TradeHash, "trade-2024.csv", 80, quantity)] };

    internal static IndicatorResult Rate(string mineral, double? value, double low, double? high) =>
        new(IndicatorId.SelfSufficiency, mineral, Stage.Use, value is null ? ResultStatus.Insufficient : ResultStatus.Ok, "percent")
        {
            Period = new FiscalYear(2018), Value = value, Low = low, High = high, Evidence = [Tonnes("demand", 1_000)],
        };

    private static SupplyRow Supply(
        IReadOnlyList<SupplyComponent> components, double? tonnes, double low, double? high, double share, ComponentStanding standing, params string[] flags) => new(
            string.Join('+', components.Select(component => $"c{(int)component}")), components, tonnes, low, high, share, standing, flags, Tonnes("component", low));

    private static ToolTrigger Trigger(string subject, ToolStrength strength, double threshold, double low, double high) =>
        new(subject, strength, ResultStatus.Ok, threshold) { Value = low, Low = low, High = high };

    /// <summary>An outlook with every quantity and case, more years than a table holds, and amounts of eight digits.</summary>
    private static MarketOutlook WorldOutlook()
    {
        DateOnly issued = new(2026, 3, 31);
        return new MarketOutlook(issued, Illustrative: false,
        [
            .. Enum.GetValues<OutlookQuantity>().SelectMany(quantity => Enum.GetValues<OutlookCase>().Select(of => new OutlookSeries(
                quantity,
                of,
                "t",
                "contained metal",
                of == OutlookCase.Base ? [.. Enumerable.Range(2021, 5).Select(year => Year(year, quantity, of))] : [],
                [.. Enumerable.Range(2026, 10).Select(year => Year(year, quantity, of))]))),
        ]);

        OutlookYear Year(int year, OutlookQuantity quantity, OutlookCase of)
        {
            double supply = 27_111_111 + (250_000 * (year - 2021));
            double demand = 26_999_999 + ((300_000 + (50_000 * (int)of)) * (year - 2021));
            double tonnes = quantity switch { OutlookQuantity.Supply => supply, OutlookQuantity.Demand => demand, _ => supply - demand };
            return new OutlookYear(
                new CalendarYear(year), new PublishedValue(ValueKind.Reported, tonnes, tonnes, tonnes, "as printed"), issued, "Outlook 2026", false,
                Cell(SummaryHash, "mcs2026.csv", year, $"{quantity} {of}"));
        }
    }

    private static IEnumerable<(string, double, double?)> Forty() => PartnersWithLongNames(40).Rows.Select(row => (row.Iso3!, row.Share, row.InstitutionalRisk));

    private static SourceCell Cell(string hash, string file, int row, string column) => new(hash, file, null, row, column);

    private static EvidenceNode Leaf(string subject, double? value, SourceCell cell) => new("share", subject, value, "1") { Cells = [cell] };

    private static IndicatorResult Concentration(
        string id, Stage stage, Period period, double value, double high, Band low, Band highBand, params (string Iso3, double Share)[] shares) => new(id, "cobalt", stage, ResultStatus.Ok, "1")
        {
            Period = period, Value = value, Low = value, High = high, Score = value, ScoreLow = value, ScoreHigh = high, BandLow = low, BandHigh = highBand, Coverage = 0.929, ImputedShare = 0,
            Contributions = [.. shares.OrderBy(share => share.Iso3, StringComparer.Ordinal).Select((share, index) =>
                new Contribution(share.Iso3, share.Share, share.Share, share.Share * share.Share, Leaf(share.Iso3, share.Share, Cell(SummaryHash, "mcs2026.csv", 100 + index, "Value"))))],
            Parameters = [new ParameterUse("concentration.residual", "exclude", new DateOnly(2021, 4, 1), false), new ParameterUse("result.coverage.ok", "0.85", new DateOnly(2021, 4, 1), true)],
        };

    private static IndicatorResult Stability(
        string id, Stage stage, double value, double low, double high, ResultStatus status, Band bandLow, Band bandHigh, params (string Iso3, double Share)[] shares) => new(id, "cobalt", stage, status, "1")
        {
            Period = new CalendarYear(2024), Value = value, Low = low, High = high, Score = value, ScoreLow = low, ScoreHigh = high, BandLow = bandLow, BandHigh = bandHigh, Coverage = 1, ImputedShare = 0,
            Contributions = [.. shares.OrderBy(share => share.Iso3, StringComparer.Ordinal).Select((share, index) =>
                new Contribution(share.Iso3, share.Share, 0.3, 0.3 * share.Share * share.Share, new EvidenceNode("share", share.Iso3, share.Share, "1")
                {
                    Cells = [Cell(TradeHash, "trade-2024.csv", 10 + index, "Quantity2"), Cell(GovernanceHash, "wgi.csv", 10 + index, "Estimate")],
                }))],
            Companions = [new Companion("importConcentration", 0.1932, "1"), new Companion("effectiveRisk", 0.4684, "1")],
        };

    private static IndicatorResult Price(double sigma, double score, Band band) => new(IndicatorId.PriceFluctuation, "cobalt", Stage.Trade, ResultStatus.Ok, "1/year")
    {
        Period = new MonthSpan(new Month(2020, 11), new Month(2025, 11)), Value = sigma, Low = sigma, High = sigma, Score = score, ScoreLow = score, ScoreHigh = score, BandLow = band, BandHigh = band,
        Companions = [new Companion("relativeRange", 0.1474926254, "1")],
        Evidence = [new EvidenceNode("volatility", string.Empty, sigma, "1/year") { Cells = [Cell(PriceHash, "prices.xlsx", 700, "Cobalt")] }],
    };

    private static IndicatorResult Without(string id, string mineral, Stage stage, Reason reason) => new(id, mineral, stage, ResultStatus.Insufficient, "1") { Reason = reason };

    internal static IndicatorResult NoSurvey(string mineral) => Without(IndicatorId.SecondaryUse, mineral, Stage.Use, new Reason("noDomesticSurvey", []));

    private static IndicatorResult Insufficient(string id, string mineral, Stage stage, Period period, double low, double high, Reason reason, double? coverage) =>
        new(id, mineral, stage, ResultStatus.Insufficient, "1")
        {
            Period = period, Low = low, High = high, ScoreLow = low, ScoreHigh = high, Reason = reason, Coverage = coverage,
            Evidence = [Leaf("CHL", 0.23, Cell(SummaryHash, "mcs2026.csv", 300, "Value"))],
        };

    private static IndicatorResult Average(double tonnes, int first, int last) => new(IndicatorId.ImportAverage, "cobalt", Stage.Trade, ResultStatus.Ok, "t")
    {
        Period = new YearSpan(new CalendarYear(first), new CalendarYear(last)), Value = tonnes, Low = tonnes, High = tonnes, Coverage = 1, ImputedShare = 0,
        Evidence = [new EvidenceNode("average", string.Empty, tonnes, "t") { Cells = [Cell(TradeHash, "trade-2024.csv", 40, "Quantity2")] }],
    };

    private static IndicatorResult Growth(double growth) => new(IndicatorId.ImportGrowth, "cobalt", Stage.Trade, ResultStatus.Ok, "1")
    {
        Period = new YearSpan(new CalendarYear(2015), new CalendarYear(2024)), Value = growth, Low = growth, High = growth,
        Evidence = [new EvidenceNode("growth", string.Empty, growth, "1") { Cells = [Cell(TradeHash, "trade-2024.csv", 41, "Quantity2")] }],
    };

    private static IndicatorResult Scenario(string id, string mineral, double tonnes, double percent) => new(id, mineral, Stage.Use, ResultStatus.Ok, "t")
    {
        Value = tonnes, Low = tonnes, High = tonnes, Companions = [new Companion("ratioToDemand2018", percent, "percent"), new Companion("demandIn2018", tonnes / percent * 100, "t")],
        Evidence = [new EvidenceNode("scenario demand", mineral, tonnes, "t") { Reference = "parameter scenario.ev.kilograms/" + mineral + " from 2021-04-01" }],
    };

    private static IndicatorResult NotCovered(string id, string mineral) =>
        new(id, mineral, Stage.Use, ResultStatus.NotApplicable, "t") { Reason = new Reason("technologyNotCovered", []) };

    private static IReadOnlyList<ImportYear> Years(int first, int last, Func<int, double?> tonnes, Func<int, string[]> flags) =>
        [.. Enumerable.Range(first, last - first + 1).Select(year =>
        {
            double?[] window = [.. Enumerable.Range(year - 4, 5).Select(past => past < first ? null : tonnes(past))];
            double? amount = tonnes(year);
            return new ImportYear(
                new CalendarYear(year),
                amount,
                year - 4 < first || window.Count(value => value is null) > 1 ? null : window.Average(),
                amount is { } known ? [new StageAmount(Stage.Concentrate, known * 0.625), new StageAmount(Stage.Refined, known * 0.375), new StageAmount(Stage.Scrap, 120.4)] : [],
                amount is null ? new Reason("noTradeData", []) : null,
                flags(year),
                amount is null ? null : new EvidenceNode("imports", new CalendarYear(year).Code, amount, "t") { Cells = [Cell(TradeHash, "trade-2024.csv", year, "Quantity2")] })
            {
                AverageOf = year - 4 < first || window.Count(value => value is null) > 1
                    ? []
                    : [.. Enumerable.Range(year - 4, 5).Where(past => tonnes(past) is not null).Select(past => new CalendarYear(past))],
            };
        })];

    private static PartnerTable Partners(Stage stage, int year, double total, params (string Iso3, double Share, double? Risk)[] rows) => new(
        stage, new CalendarYear(year), "weight",
        [.. rows.Select(row => new PartnerRow(row.Iso3, total * row.Share, row.Share, row.Risk, row.Share * row.Share * (row.Risk ?? 0.5), []))]);

    private static CountryTable Table(string series, Statistic statistic, Period period, string basis, bool reference, double? world, params CountryRow[] rows) => new(
        series, statistic, period, "t", basis, reference,
        [.. rows.Select((row, index) => row with { Cell = Cell(SummaryHash, "mcs2026.csv", 500 + index, "Value") })],
        world is { } total ? PublishedValue.Reported(total, "total") : null) { WorldCell = world is null ? null : Cell(SummaryHash, "mcs2026.csv", 499, "Value") };

    private static CountryRow Row(string? iso3, double tonnes, double share) => new(iso3, PublishedValue.Reported(tonnes, "n"), share, [], Cell(SummaryHash, "mcs2026.csv", 1, "Value"));

    private static CountryRow Withheld(string iso3, string text) => new(iso3, PublishedValue.Withheld(text), null, [], Cell(SummaryHash, "mcs2026.csv", 1, "Value"));

    internal static CountryRow Missing(string iso3, string text) => new(iso3, PublishedValue.NotCollected(text), null, [], Cell(SummaryHash, "mcs2026.csv", 1, "Value"));

    private static PriceHistory Monthly() => new("cobalt/lme-cash", "USD/lb", true,
        [.. Enumerable.Range(0, 61).Select(index => (Month: new Month(2020 + ((index + 10) / 12), ((index + 10) % 12) + 1), Price: index is 20 or 21 ? (double?)null : 15 + (12 * Math.Sin(index / 9.0))))
            .Select(point => new PricePoint(point.Month, point.Price, Cell(PriceHash, "prices.xlsx", 600 + point.Month.Ordinal % 100, "Cobalt")))]);

    private static PriceHistory Annual() => new("COPPER", "USD/t", false,
        [.. new double?[] { 7332, 6863, 5510, 4868, 6170, 6530, 6010, null, 9317, 8822, 8490, 9142 }.Select((price, index) =>
            new PricePoint(new CalendarYear(2013 + index), price, Cell(PriceHash, "prices.xlsx", 20 + index, "COPPER")))]);

    private static IReadOnlyList<SourceUse> Sources(bool illustrative) =>
    [
        new SourceUse("mof-trade", TradeHash, "trade-2024.csv", "財務省 / Ministry of Finance, Japan", "Trade Statistics of Japan 2024", "PDL 1.0", "財務省貿易統計", false),
        new SourceUse("usgs-mcs", SummaryHash, "mcs2026.csv", "U.S. Geological Survey", "Mineral Commodity Summaries 2026", "Public domain (CC0)", "U.S. Geological Survey, 2026", illustrative),
        new SourceUse("pink-sheet", PriceHash, "prices.xlsx", "World Bank", "Commodity Price Data (The Pink Sheet)", "CC BY 4.0", "World Bank Commodity Price Data", false),
        new SourceUse("wgi", GovernanceHash, "wgi.csv", "World Bank", "Worldwide Governance Indicators 2025", "CC BY 4.0", "World Bank, Worldwide Governance Indicators", false),
    ];

    /// <summary>Parameters behind the marks of the policy tools.</summary>
    public static IReadOnlyList<ParameterUse> ToolMarks => [new ParameterUse("tools.band", "high", new DateOnly(2021, 4, 1), false)];

    private static EffectFigure Effect(string indicator, EffectSide before, EffectSide after, params PolicyToolKind[] tools) =>
        new(indicator, "1", before, after, after.Score - before.Score, tools);

    private static EffectSide Side(double score, double high, Band band) => new(ResultStatus.Ok, score, score, high, score, score, high, band, band);
}
