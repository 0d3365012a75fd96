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
    /// <summary>Demand of a million electric vehicles.</summary>
    internal static IndicatorResult ElectricVehicles(string mineral, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ScenarioElectricVehicles, mineral, Stage.Use, ResultStatus.NotApplicable, "t");
        return ResultMarks.Finish(Fill(empty, "scenario.ev.vehicles", "scenario.ev.kilograms", parameters), parameters);
    }

    /// <summary>Demand of ten gigawatts of offshore wind; onshore wind and both scenarios together are shown beside it.</summary>
    internal static IndicatorResult OffshoreWind(string mineral, ParameterSet set)
    {
        ParameterScope parameters = set.Open();
        IndicatorResult empty = new(IndicatorId.ScenarioOffshoreWind, mineral, Stage.Use, ResultStatus.NotApplicable, "t");
        IndicatorResult result = Fill(empty, "scenario.wind.megawatts", "scenario.wind.offshore", parameters);
        if (result.Value is { } offshore)
        {
            double? onshore = Tonnes("scenario.wind.megawatts", "scenario.wind.onshore", mineral, parameters);
            double? together = offshore + Tonnes("scenario.ev.vehicles", "scenario.ev.kilograms", mineral, parameters);
            result = result with
            {
                Companions =
                [
                    .. result.Companions,
                    new Companion("onshoreDemand", onshore, "t"),
                    new Companion("combinedDemand", together, "t"),
                    new Companion("combinedRatio", together / Demand(mineral, parameters)?.Tonnes * 100, "percent"),
                ],
            };
        }

        return ResultMarks.Finish(result, parameters);
    }

    private static IndicatorResult Fill(IndicatorResult empty, string units, string table, ParameterScope parameters)
    {
        if (parameters.Row<ScenarioIntensity>(table, empty.Mineral) is not { } intensity)
        {
            return empty with { Reason = new Reason("technologyNotCovered", []) };
        }

        double tonnes = new ScenarioInput(parameters.Number(units), intensity.Kilograms).Tonnes;
        ScenarioDemandBase? demand = Demand(empty.Mineral, parameters);
        return empty with
        {
            Status = ResultStatus.Ok,
            Value = tonnes,
            Low = tonnes,
            High = tonnes,
            Coverage = 1,
            ImputedShare = 0,
            Flags = [.. intensity.Flags.Concat(demand?.Flags ?? [])],
            Companions = [new Companion("ratioToDemand2018", tonnes / demand?.Tonnes * 100, "percent")],
            Evidence =
            [
                new EvidenceNode("scenario demand", empty.Mineral, tonnes, "t")
                {
                    Formula = "units x kilograms per unit / 1000",
                    Inputs = [parameters.Quote(units), parameters.QuoteRow(table, empty.Mineral, intensity.Kilograms)],
                },
            ],
        };
    }

    private static double? Tonnes(string units, string table, string mineral, ParameterScope parameters) =>
        parameters.Row<ScenarioIntensity>(table, mineral) is { } intensity
            ? new ScenarioInput(parameters.Number(units), intensity.Kilograms).Tonnes
            : null;

    private static ScenarioDemandBase? Demand(string mineral, ParameterScope parameters) =>
        parameters.Row<ScenarioDemandBase>("scenario.demand2018", mineral);
}
