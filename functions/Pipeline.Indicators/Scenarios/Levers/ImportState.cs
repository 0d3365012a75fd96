using Pipeline.Domain;
using Pipeline.Indicators.Imports;
using Pipeline.Indicators.ImportStability;
using Pipeline.Indicators.Scenarios.Baseline;
using Pipeline.Indicators.Scenarios.Request;
using static System.FormattableString;

namespace Pipeline.Indicators.Scenarios.Levers;

/// <summary>Japan's imports of the mineral in the year of trade, by code and country of origin, while measures change them.</summary>
internal sealed class ImportState(ScenarioState state)
{
    private const string UnknownOrigin = "-";

    private readonly Dictionary<Stage, List<Flow>> stages = [];
    private MineralCodes? codes;

    private MineralCodes Codes => codes ??= new MineralCodes(state.Mineral, state.Index.Trade);

    /// <summary>New or larger imports, or less of them where a domestic smelter takes their place.</summary>
    internal void Supply(SupplyMeasure measure)
    {
        int year = Year(measure);
        List<Flow> flows = Flows(measure.Stage, year);
        bool onValue = OnValue(measure.Stage, year);
        double Amount(Flow flow) => onValue ? flow.Value : flow.Tonnes;
        double tonnes = flows.Sum(flow => flow.Tonnes);
        double meanValue = tonnes > 0 ? flows.Sum(flow => flow.Value) / tonnes : 0;
        double whole = flows.Sum(Amount);
        if (whole == 0 && measure.Tonnes is null)
        {
            throw new ScenarioRequestException(measure.AmountPointer, "tonnes: nothing of this stage is imported that a share could be a share of", Invariant($"{measure.Share}"))
            {
                Obstacle = "measureNoImports",
            };
        }

        double amount = AmountsByCountry.New(measure, whole, onValue ? meanValue : 1);
        Dictionary<string, double> before = flows.GroupBy(flow => flow.Iso3 ?? UnknownOrigin, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(Amount), StringComparer.Ordinal);
        IReadOnlyDictionary<string, double> kept = AmountsByCountry.Kept(measure, amount, before);
        foreach (Flow flow in flows.Where(flow => kept.ContainsKey(flow.Iso3 ?? UnknownOrigin)))
        {
            flow.Scale(kept[flow.Iso3 ?? UnknownOrigin], measure.Pointer);
        }

        if (measure.Country != "JPN")
        {
            Enter(flows, measure, year, onValue && meanValue > 0 ? amount / meanValue : amount, meanValue);
        }

        foreach (string country in before.Keys.Append(measure.Country).Where(country => country != "JPN" && (kept.ContainsKey(country) || country == measure.Country)).Distinct().Order(StringComparer.Ordinal))
        {
            state.Note(new AssumedInput(
                measure.Pointer, $"imports/{Name(measure.Stage)}", country, onValue ? "thousand JPY" : "t", before.GetValueOrDefault(country),
                flows.Where(flow => (flow.Iso3 ?? UnknownOrigin) == country).Sum(Amount)));
        }

        if (measure.InstitutionalRisk is { } risk)
        {
            Assume(measure, risk, year);
        }
    }

    /// <summary>Rows that have changed, and the totals of their codes.</summary>
    internal IEnumerable<Observation> Rows()
    {
        Flow[] changed = [.. stages.Values.SelectMany(flows => flows).Where(flow => flow.Pointer is not null)];
        foreach (Flow flow in changed)
        {
            yield return flow.Row(state.Source.Cell(flow.Pointer!));
        }

        foreach (IGrouping<string, Flow> code in changed.GroupBy(flow => flow.Code.Code, StringComparer.Ordinal))
        {
            Flow first = code.First();
            if (!state.Index.Trade.HasTotals(first.Code.Chapter, first.Year))
            {
                continue;
            }

            TradeObservation? total = state.Index.Trade.Total(code.Key, first.Year);
            double goods = (total?.Weight ?? 0) + code.Sum(flow => flow.GoodsAdded);
            yield return AssumedTrade.Row(
                first.Code, first.Year, null, Math.Max(0, goods) * first.Code.Factor, Math.Max(0, (total?.ValueThousandYen ?? 0) + code.Sum(flow => flow.ValueAdded)),
                state.Source.Cell(code.Last().Pointer!));
        }
    }

    private void Enter(List<Flow> flows, SupplyMeasure measure, int year, double tonnes, double meanValue)
    {
        Flow? own = flows.Where(flow => flow.Iso3 == measure.Country).MaxBy(flow => flow.Tonnes);
        if (own is null)
        {
            MeasuredCode code = flows.GroupBy(flow => flow.Code).OrderByDescending(group => group.Sum(flow => flow.Tonnes)).Select(group => group.Key).FirstOrDefault()
                ?? MineralCodeChoice.Of(state.Mineral, measure.Stage, year)
                ?? throw NotMeasured(measure, year);
            own = new Flow(code, year, measure.Country, null);
            flows.Add(own);
        }

        own.Add(tonnes, tonnes * meanValue, measure.Pointer);
    }

    private void Assume(SupplyMeasure measure, double risk, int year)
    {
        // The estimates must stand in the year that the rule reads for this year of trade: a newer one would make those of all others stale.
        int governanceYear = state.Index.Governance.YearFor(year) ?? year;
        foreach (GovernanceObservation estimate in AssumedTrade.Governance(
            measure.Country, risk, governanceYear, state.Index.Governance.Release ?? governanceYear, state.Source.Cell(measure.Pointer + "/institutionalRisk")))
        {
            state.Add(estimate);
        }

        state.Note(new AssumedInput(
            measure.Pointer + "/institutionalRisk", "institutionalRisk", measure.Country, "1",
            state.Before.Partners.Where(table => table.Stage == measure.Stage).SelectMany(table => table.Rows).FirstOrDefault(row => row.Iso3 == measure.Country)?.InstitutionalRisk,
            risk));
    }

    private int Year(SupplyMeasure measure) =>
        (state.Before.Find(measure.Stage == Stage.Concentrate ? IndicatorId.ImportStabilityConcentrate : IndicatorId.ImportStabilityRefined)?.Period)?.EndYear
        ?? throw new ScenarioRequestException(measure.Pointer, "a base with imports by country", "none") { Obstacle = "measureNoImports" };

    private bool OnValue(Stage stage, int year) => StagePartners.Of([.. OfStage(stage)], state.Index.Trade, year, Mark()).OnValue;

    private List<Flow> Flows(Stage stage, int year)
    {
        if (!stages.TryGetValue(stage, out List<Flow>? flows))
        {
            stages[stage] = flows = [.. StagePartners.Of([.. OfStage(stage)], state.Index.Trade, year, Mark()).Rows.Select(row => new Flow(row.Code, year, row.Row.Origin!.Iso3, row))];
        }

        return flows;
    }

    private double Mark() => state.Parameters.Open().Number("import.valueBasis");

    private IEnumerable<MeasuredCode> OfStage(Stage stage) => Codes.Measured.Where(code => code.Meaning.Stage == stage);

    private ScenarioRequestException NotMeasured(SupplyMeasure measure, int year) => new(
        measure.Pointer, Invariant($"a stage that the trade codes of {state.Mineral} can measure in {year}"), Name(measure.Stage));

    private static string Name(Stage stage) => stage == Stage.Concentrate ? "concentrate" : "refined";

    /// <summary>Imports under one code from one country.</summary>
    private sealed class Flow(MeasuredCode code, int year, string? iso3, OriginRow? printed)
    {
        private double goods = printed?.Goods ?? 0;
        private double value = printed?.Row.ValueThousandYen ?? 0;
        private bool hasGrown;

        internal MeasuredCode Code => code;

        internal int Year => year;

        internal string? Iso3 => iso3;

        internal double Tonnes => goods * code.Factor;

        internal double Value => value;

        /// <summary>Goods that have been added to the printed weight, which leaves estimated weights out.</summary>
        internal double GoodsAdded => StaysEstimated ? 0 : goods - (printed is { IsEstimated: false } ? printed.Goods : 0);

        internal double ValueAdded => value - (printed?.Row.ValueThousandYen ?? 0);

        /// <summary>Measure that has changed the row last, or none.</summary>
        internal string? Pointer { get; private set; }

        // A weight that the rule fills in stays one that it fills in, unless something with a weight was added to it.
        private bool StaysEstimated => printed is { IsEstimated: true } && !hasGrown;

        internal void Scale(double factor, string pointer) => (goods, value, Pointer) = (goods * factor, value * factor, pointer);

        internal void Add(double tonnes, double thousandYen, string pointer) =>
            (goods, value, Pointer, hasGrown) = (goods + (tonnes / code.Factor), value + thousandYen, pointer, true);

        /// <summary>The row as it is now.</summary>
        internal TradeObservation Row(SourceCell cell)
        {
            TradeObservation row = AssumedTrade.Row(code, year, iso3, Tonnes, value, cell);
            return row with
            {
                Origin = printed?.Row.Origin ?? row.Origin,
                Unit = StaysEstimated ? printed!.Row.Unit : row.Unit,
                Quantity = StaysEstimated ? 0 : row.Quantity,
                Weight = StaysEstimated ? 0 : row.Weight,
            };
        }
    }
}
