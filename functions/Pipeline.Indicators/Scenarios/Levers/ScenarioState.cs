using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Scenarios.Request;

namespace Pipeline.Indicators.Scenarios.Levers;

/// <summary>
/// Inputs of one mineral while measures change them. The base stays as it is: what a measure assumes is added behind it, where later
/// observations hold.
/// </summary>
internal sealed class ScenarioState
{
    private readonly List<Observation> added = [];
    private readonly List<AssumedInput> assumed = [];
    private readonly Dictionary<string, AssumedParameter> values = new(StringComparer.Ordinal);

    internal ScenarioState(string mineral, ObservationIndex index, MineralAssessment before, ParameterSet parameters, ScenarioSource source)
    {
        (Mineral, Index, Before, Parameters, Source) = (mineral, index, before, parameters, source);
        Imports = new ImportState(this);
        Production = new ProductionState(this);
        Survey = new SurveyState(this);
    }

    internal string Mineral { get; }

    /// <summary>Observations of the base.</summary>
    internal ObservationIndex Index { get; }

    /// <summary>What the base gives.</summary>
    internal MineralAssessment Before { get; }

    internal ParameterSet Parameters { get; }

    internal ScenarioSource Source { get; }

    /// <summary>Imports of the year of trade.</summary>
    internal ImportState Imports { get; }

    /// <summary>Production by country.</summary>
    internal ProductionState Production { get; }

    /// <summary>Domestic demand and supply.</summary>
    internal SurveyState Survey { get; }

    /// <summary>Every input that a measure has changed, in the order of the measures.</summary>
    internal IReadOnlyList<AssumedInput> Assumed => assumed;

    /// <summary>Parameters with what the measures assume.</summary>
    internal ParameterSet AssumedParameters => values.Count == 0 ? Parameters : Parameters.Assume(values);

    /// <summary>Lets a measure take effect on the inputs.</summary>
    /// <exception cref="ScenarioRequestException">It cannot take effect on this base.</exception>
    internal void Apply(Measure measure)
    {
        switch (measure)
        {
            case SupplyMeasure { Stage: Stage.Mine } supply:
                Production.Supply(supply);
                break;
            case SupplyMeasure supply:
                Imports.Supply(supply);
                break;
            case ScenarioDemandMeasure demand:
                DemandOfScenarios.Apply(demand, this);
                break;
            case LessUseMeasure use:
                Survey.UseLess(use);
                DemandOfScenarios.Apply(use, this);
                break;
            case RecyclingMeasure recycling:
                Survey.Recycle(recycling);
                break;
            case EquityMeasure equity:
                Survey.Hold(equity);
                break;
            case StockMeasure:
                // Shown beside the result; no input changes.
                break;
            default:
                throw new ScenarioRequestException(measure.Pointer, "a measure of a known kind", measure.GetType().Name);
        }
    }

    /// <summary>The base with everything that was assumed, once the measures have taken effect.</summary>
    internal ObservationIndex FinishedIndex() => Index.With([.. added, .. Imports.Rows(), .. Production.Rows(), .. Survey.Rows()], Survey.Replaces);

    /// <summary>Adds an observation.</summary>
    internal void Add(Observation observation) => added.Add(observation);

    /// <summary>Writes down which input was changed from what to what.</summary>
    internal void Note(AssumedInput input) => assumed.Add(input);

    /// <summary>Assumes another value of a parameter.</summary>
    internal void Assume(string parameter, JsonElement value, string pointer) => values[parameter] = new AssumedParameter(value, Source.Cell(pointer));

    /// <summary>A parameter as the measures so far have left it.</summary>
    internal JsonElement Value(string parameter) => values.TryGetValue(parameter, out AssumedParameter? assumption) ? assumption.Value : Parameters.Find(parameter).Value;

    /// <summary>Tables that indicator 2 rests on.</summary>
    internal IReadOnlyList<PrintedTable> ProductionTables() =>
        Parameters.Open().Row<SeriesChoice>("concentration.series", Mineral) is { Production: { Unusable: null } choice }
            ? ConcentrationIndicator.Tables(choice, Index.Statistics(Mineral))
            : [];
}
