using Pipeline.Domain;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Scenarios.Levers;
using Pipeline.Indicators.Scenarios.Request;

namespace Pipeline.Indicators.Scenarios.Effects;

/// <summary>A measure of standard size, and what it assumes.</summary>
/// <param name="Measure">The measure as the scenario engine takes it.</param>
/// <param name="Shift">The assumption.</param>
internal sealed record MeasureChoice(Measure Measure, AssumedShift Shift);

/// <summary>
/// The tools of S as measures of one size. 上流開発支援: of the other suppliers abroad that hold at least as much themselves, the one of lowest
/// institutional risk takes a tenth of production and of concentrate imports over from the largest. 製錬所支援: a domestic smelter takes the place of a tenth of refined imports,
/// from the largest. 代替材等の開発: a tenth less use. リサイクル支援: ten points of domestic demand more from used products.
/// </summary>
internal sealed class StandardMeasures(ScenarioState state, double part)
{
    private const string Home = "JPN";

    /// <summary>What a tool comes to on this base; empty where it has nothing to act on, with the reason.</summary>
    internal (IReadOnlyList<MeasureChoice> Choices, Reason? Obstacle) Of(PolicyTool tool) => tool switch
    {
        { Strength: ToolStrength.NotIndicated } => ([], new Reason("measureNotIndicated", [])),
        { Strength: ToolStrength.CannotBeJudged } => ([], new Reason("measureCannotBeJudged", [])),
        { Kind: PolicyToolKind.UpstreamDevelopment } => Or([.. Production(), .. Concentrate()], "measureNoOtherSupplier"),
        { Kind: PolicyToolKind.SmelterSupportAndStockpile } => Or([.. Smelter()], "measureNoRefinedImports"),
        { Kind: PolicyToolKind.Substitution } => Or([.. LessUse(tool.Kind)], "measureNoDemand"),
        _ => Or([.. Recycling(tool.Kind)], "measureNoSecondaryRate"),
    };

    private static (IReadOnlyList<MeasureChoice>, Reason?) Or(MeasureChoice[] choices, string obstacle) => choices.Length > 0 ? (choices, null) : ([], new Reason(obstacle, []));

    private IEnumerable<MeasureChoice> Production()
    {
        IReadOnlyList<PrintedTable> tables = state.ProductionTables();
        if (tables.Count == 0 || state.Before.Find(IndicatorId.ProductionConcentration)?.Value is null)
        {
            return [];
        }

        ParameterScope parameters = state.Parameters.Open();
        Supplier[] suppliers = [.. tables.SelectMany(table => table.Countries).Where(cell => cell.Value.Point is > 0 && cell.Place.Iso3 is not null)
            .GroupBy(cell => cell.Place.Iso3!, StringComparer.Ordinal)
            .Select(group => new Supplier(group.Key, group.Sum(cell => cell.Value.Point!.Value), Risk(group.Key, tables[0].Period.EndYear, parameters)))];
        double whole = suppliers.Sum(supplier => supplier.Amount) + tables.SelectMany(table => table.Rests).Sum(cell => cell.Value.Point ?? 0);
        return Shift(suppliers, whole, Stage.Mine, "production", PolicyToolKind.UpstreamDevelopment);
    }

    private IEnumerable<MeasureChoice> Concentrate() => Partners(Stage.Concentrate, IndicatorId.ImportStabilityConcentrate) is { } suppliers
        ? Shift(suppliers, suppliers.Sum(supplier => supplier.Amount), Stage.Concentrate, "imports/concentrate", PolicyToolKind.UpstreamDevelopment)
        : [];

    private IEnumerable<MeasureChoice> Smelter()
    {
        if (Partners(Stage.Refined, IndicatorId.ImportStabilityRefined) is not { Length: > 1 } suppliers || Largest(suppliers) is not { } largest || largest.Amount < part)
        {
            yield break;
        }

        yield return new MeasureChoice(
            new SupplyMeasure(Pointer(PolicyToolKind.SmelterSupportAndStockpile, "refined"), Stage.Refined, Home, null, part, Displacement.Largest, null),
            new AssumedShift("imports/refined", largest.Iso3, Home, part));
    }

    private IEnumerable<MeasureChoice> LessUse(PolicyToolKind tool)
    {
        bool hasDemand = state.Before.SelfSufficiency?.Demand is not null;
        bool hasScenario = new[] { IndicatorId.ScenarioElectricVehicles, IndicatorId.ScenarioOffshoreWind }.Any(id => state.Before.Find(id)?.Value is > 0);
        return hasDemand || hasScenario ? [new MeasureChoice(new LessUseMeasure(Pointer(tool, "share"), part), new AssumedShift("demand", null, null, part))] : [];
    }

    private IEnumerable<MeasureChoice> Recycling(PolicyToolKind tool) => state.Before.Find(IndicatorId.SecondaryUse) is { Low: not null }
        ? [new MeasureChoice(new RecyclingMeasure(Pointer(tool, "ratePoints"), DomesticQuantity.OldScrap, null, part), new AssumedShift("secondary", null, null, part))]
        : [];

    /// <summary>
    /// A tenth of the whole from the largest to the supplier abroad of lowest risk that supplies that much already: one that would have to grow to more
    /// than double is no supplier to count on. Nothing where there is no such supplier or the largest has less.
    /// </summary>
    private IEnumerable<MeasureChoice> Shift(IReadOnlyList<Supplier> suppliers, double whole, Stage stage, string input, PolicyToolKind tool)
    {
        if (Largest(suppliers) is not { } largest || largest.Amount < part * whole)
        {
            yield break;
        }

        Supplier? other = suppliers.Where(supplier => supplier.Iso3 != largest.Iso3 && supplier.Iso3 != Home && supplier.Risk is not null && supplier.Amount >= part * whole)
            .OrderBy(supplier => supplier.Risk).ThenByDescending(supplier => supplier.Amount).ThenBy(supplier => supplier.Iso3, StringComparer.Ordinal).FirstOrDefault();
        if (other is not null)
        {
            yield return new MeasureChoice(
                new SupplyMeasure(Pointer(tool, input), stage, other.Iso3, null, part, Displacement.Largest, null), new AssumedShift(input, largest.Iso3, other.Iso3, part));
        }
    }

    private Supplier[]? Partners(Stage stage, string indicator) => state.Before.Find(indicator)?.Value is null ? null
        : state.Before.Partners.FirstOrDefault(table => table.Stage == stage)?.Rows
            .Where(row => row.Iso3 is not null && row.Share > 0).Select(row => new Supplier(row.Iso3!, row.Share, row.InstitutionalRisk)).ToArray();

    private static Supplier? Largest(IReadOnlyList<Supplier> suppliers) =>
        suppliers.OrderByDescending(supplier => supplier.Amount).ThenBy(supplier => supplier.Iso3, StringComparer.Ordinal).FirstOrDefault();

    private double? Risk(string iso3, int year, ParameterScope parameters) =>
        state.Index.Governance.Find(iso3, year, parameters) is { IsImputed: false } risk ? risk.Point : null;

    private static string Pointer(PolicyToolKind tool, string what) => $"/effects/{tool}/{what}";

    /// <summary>A country that supplies, with its amount (tonnes, or a share) and its institutional risk where that is known.</summary>
    private sealed record Supplier(string Iso3, double Amount, double? Risk);
}
