using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Indicators.Scenarios.Request;

namespace Pipeline.Indicators.Scenarios.Levers;

/// <summary>The demand of electric vehicles and offshore wind (S): counts, and what each unit needs of the mineral.</summary>
internal static class DemandOfScenarios
{
    private const string Vehicles = "scenario.ev.vehicles";
    private const string Megawatts = "scenario.wind.megawatts";
    private const string PerVehicle = "scenario.ev.kilograms";
    private const string PerMegawatt = "scenario.wind.offshore";

    private static readonly string[] Intensities = [PerVehicle, PerMegawatt, "scenario.wind.onshore"];

    /// <summary>Other counts and intensities, spread over years.</summary>
    internal static void Apply(ScenarioDemandMeasure measure, ScenarioState state)
    {
        Count(state, Vehicles, measure.Vehicles, measure, "/vehicles");
        Count(state, Megawatts, measure.Megawatts, measure, "/megawatts");
        if (measure.KilogramsPerVehicle is { } vehicle)
        {
            Intensity(state, PerVehicle, _ => vehicle, measure.Pointer + "/kilogramsPerVehicle");
        }

        if (measure.KilogramsPerMegawatt is { } megawatt)
        {
            Intensity(state, PerMegawatt, _ => megawatt, measure.Pointer + "/kilogramsPerMegawatt");
        }
    }

    /// <summary>Less use or substitution: every unit needs less of the mineral.</summary>
    internal static void Apply(LessUseMeasure measure, ScenarioState state)
    {
        foreach (string table in Intensities.Where(table => Kilograms(state, table) is not null))
        {
            Intensity(state, table, kilograms => kilograms * (1 - measure.Share), measure.Pointer + "/share");
        }
    }

    private static void Count(ScenarioState state, string parameter, double? given, ScenarioDemandMeasure measure, string member)
    {
        if (given is null && measure.Years == 1)
        {
            return;
        }

        double before = state.Value(parameter).GetDouble();
        double after = (given ?? before) / measure.Years;
        string place = measure.Pointer + (given is null ? "/years" : member);
        state.Assume(parameter, JsonSerializer.SerializeToElement(after), place);
        state.Note(new AssumedInput(place, parameter, "-", state.Parameters.Find(parameter).Unit, before, after));
    }

    private static void Intensity(ScenarioState state, string table, Func<double, double> change, string place)
    {
        double? before = Kilograms(state, table);
        double after = change(before ?? 0);
        JsonObject rows = JsonSerializer.SerializeToNode(state.Value(table))!.AsObject();
        JsonObject row = rows[state.Mineral]?.DeepClone().AsObject() ?? [];
        row["kilograms"] = after;
        rows[state.Mineral] = row;
        state.Assume(table, JsonSerializer.SerializeToElement(rows), place);
        state.Note(new AssumedInput(place, table, state.Mineral, state.Parameters.Find(table).Unit, before, after));
    }

    private static double? Kilograms(ScenarioState state, string table) =>
        state.Value(table).TryGetProperty(state.Mineral, out JsonElement row) ? row.GetProperty("kilograms").GetDouble() : null;
}
