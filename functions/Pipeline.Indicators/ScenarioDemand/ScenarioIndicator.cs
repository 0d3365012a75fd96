using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Results;

namespace Pipeline.Indicators.ScenarioDemand;

/// <summary>
/// Demand of EV 100万台 and of 洋上風力 10 GW (S): tonnes, and the ratio to domestic demand in 2018. Every number of it is a parameter, so
/// its evidence is the parameter with the place where S prints it.
/// </summary>
internal static class ScenarioIndicator
{
    private static readonly Technology Vehicles = new("scenario.ev.vehicles", "vehicles", "scenario.ev.kilograms", "kilogramsPerVehicle");

    private static readonly Technology Offshore = new("scenario.wind.megawatts", "megawatts", "scenario.wind.offshore", "kilogramsPerMegawatt");

    private static readonly Technology Onshore = Offshore with { Table = "scenario.wind.onshore", Intensity = "kilogramsPerOnshoreMegawatt" };

    /// <summary>Demand of a million electric vehicles.</summary>
    internal static IndicatorResult ElectricVehicles(string mineral, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ScenarioElectricVehicles, mineral, Stage.Use, ResultStatus.NotApplicable, "t");
        return ResultMarks.Finish(Fill(empty, Vehicles, parameters), parameters);
    }

    /// <summary>Demand of ten gigawatts of offshore wind; onshore wind and both scenarios together are shown beside it.</summary>
    internal static IndicatorResult OffshoreWind(string mineral, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ScenarioOffshoreWind, mineral, Stage.Use, ResultStatus.NotApplicable, "t");
        IndicatorResult result = Fill(empty, Offshore, parameters);
        if (result.Value is { } offshore)
        {
            double? onshore = Tonnes(Onshore, mineral, parameters);
            double? together = offshore + Tonnes(Vehicles, mineral, parameters);
            result = result with
            {
                Companions =
                [
                    .. result.Companions,
                    new Companion("onshoreDemand", onshore, "t"),
                    new Companion("combinedDemand", together, "t"),
                    new Companion("combinedRatio", together / Demand(mineral, parameters)?.Tonnes * 100, "percent"),
                ],
                Evidence =
                [
                    .. result.Evidence,
                    .. onshore is null ? [] : Quoted(Onshore, mineral, parameters).Skip(1),
                    .. together is null ? [] : Quoted(Vehicles, mineral, parameters),
                ],
                Formulas =
                [
                    .. result.Formulas,
                    new("onshoreDemand", Onshore.Formula),
                    new("combinedDemand", $"value + {Vehicles.Formula}"),
                    new("combinedRatio", "combinedDemand / demand2018 * 100"),
                ],
            };
        }

        return ResultMarks.Finish(result, parameters);
    }

    private static IndicatorResult Fill(IndicatorResult empty, Technology technology, ParameterScope parameters)
    {
        if (Tonnes(technology, empty.Mineral, parameters) is not { } tonnes)
        {
            return empty with { Reason = new Reason("technologyNotCovered", []) };
        }

        ScenarioDemandBase? demand = Demand(empty.Mineral, parameters);
        IReadOnlyList<string> flags = parameters.Row<ScenarioIntensity>(technology.Table, empty.Mineral)!.Flags;
        return empty with
        {
            Status = ResultStatus.Ok,
            Value = tonnes,
            Low = tonnes,
            High = tonnes,
            Coverage = 1,
            ImputedShare = 0,
            Flags = [.. flags.Concat(demand?.Flags ?? [])],
            Companions = [new Companion("ratioToDemand2018", tonnes / demand?.Tonnes * 100, "percent"), new Companion("demandIn2018", demand?.Tonnes, "t")],
            Evidence =
            [
                .. Quoted(technology, empty.Mineral, parameters),
                .. demand is null ? [] : new[] { parameters.QuoteRow("scenario.demand2018", empty.Mineral, demand.Tonnes, "demand2018") },
            ],
            Formulas =
            [
                new("value", technology.Formula),
                new("low", "value"),
                new("high", "value"),
                new("coverage", "1"),
                new("imputedShare", "0"),
                new("ratioToDemand2018", "value / demand2018 * 100"),
                new("demandIn2018", "demand2018"),
            ],
        };
    }

    private static double? Tonnes(Technology technology, string mineral, ParameterScope parameters) =>
        parameters.Row<ScenarioIntensity>(technology.Table, mineral) is { } intensity
            ? new ScenarioInput(parameters.Number(technology.Count), intensity.Kilograms).Tonnes
            : null;

    private static EvidenceNode[] Quoted(Technology technology, string mineral, ParameterScope parameters) =>
    [
        parameters.Quote(technology.Count, technology.Unit),
        parameters.QuoteRow(technology.Table, mineral, parameters.Row<ScenarioIntensity>(technology.Table, mineral)!.Kilograms, technology.Intensity),
    ];

    private static ScenarioDemandBase? Demand(string mineral, ParameterScope parameters) =>
        parameters.Row<ScenarioDemandBase>("scenario.demand2018", mineral);

    /// <summary>A technology of a scenario by its parameters and their symbols.</summary>
    /// <param name="Count">Parameter that says how many units there are.</param>
    /// <param name="Unit">Symbol of the number of units.</param>
    /// <param name="Table">Parameter with the kilograms per unit of each mineral.</param>
    /// <param name="Intensity">Symbol of the kilograms per unit.</param>
    private sealed record Technology(string Count, string Unit, string Table, string Intensity)
    {
        /// <summary>Tonnes, over the two symbols.</summary>
        internal string Formula => $"{Unit} * {Intensity} / 1000";
    }
}
