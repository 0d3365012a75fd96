using Pipeline.Domain;
using Pipeline.Indicators.ImportStability.Governance;
using Pipeline.Indicators.Parameters;
using static System.FormattableString;

namespace Pipeline.Indicators.Factors.Disruption;

/// <summary>A row of the table of weights.</summary>
internal sealed record SubFactorWeight
{
    /// <summary>wₖ, above 0.</summary>
    public required double Weight { get; init; }
}

/// <summary>A row of the table of severities.</summary>
internal sealed record MeasureSeverity
{
    /// <summary>0..1, 1 for a ban.</summary>
    public required double Severity { get; init; }
}

/// <summary>
/// Reads the seven sub-factors of a country from the records. What was not searched is unknown and never zero: events that are on the record
/// without a complete search bound a sub-factor from below, and give it no point.
/// </summary>
internal sealed class SubFactorReader(DisruptionRecords records, GovernanceBook governance, EventWindow window, int tradeYear, ParameterScope parameters)
{
    /// <summary>The four kinds that restrict exports, most severe first.</summary>
    private static readonly MeasureKind[] ExportKinds =
        [MeasureKind.ExportBan, MeasureKind.ExportQuota, MeasureKind.ExportTax, MeasureKind.ExportLicence];

    /// <summary>The seven sub-factors of a country in the order of P.</summary>
    /// <exception cref="ImplausibleValueException">An index lies outside its scale, or an event has no time.</exception>
    /// <exception cref="UnitMismatchException">An index is in another unit than its scale.</exception>
    internal IReadOnlyList<SubFactor> Read(string iso3) => [.. Enum.GetValues<DisruptionSubFactor>().Select(kind => kind switch
    {
        DisruptionSubFactor.PolicyStability => Policy(iso3),
        DisruptionSubFactor.LabourDisputes or DisruptionSubFactor.EnvironmentalRegulation => Events(iso3, kind),
        _ => Index(iso3, kind),
    })];

    /// <summary>Weight of a sub-factor.</summary>
    internal double Weight(DisruptionSubFactor kind)
    {
        string name = SubFactor.NameOf(kind);
        double weight = (parameters.Row<SubFactorWeight>("factor2.weights", name)
            ?? throw new ParameterException(new Fault("parameters", "factor2.weights", "a weight of each sub-factor", $"none of {name}", "add the row"))).Weight;
        return weight > 0
            ? weight
            : throw new ParameterException(new Fault("parameters", $"factor2.weights/{name}", "a weight above 0", Invariant($"{weight}"), "mend the parameter file"));
    }

    private SubFactor Policy(string iso3)
    {
        const DisruptionSubFactor kind = DisruptionSubFactor.PolicyStability;
        IReadOnlyList<SearchRecordObservation> searched = records.Searched(iso3, kind, window);
        CountedMeasure[] measures = [.. Measures(iso3)];
        InstitutionalRisk risk = governance.Find(iso3, tradeYear, parameters);
        double rate = measures.Sum(measure => measure.Severity) / window.Years;
        EvidenceNode[] counted = [.. measures.Select(Node), .. searched.Select(Node), parameters.Quote("factor2.years", "years")];
        EvidenceNode governed = risk.Evidence with { Symbol = "risk" };
        const string happens = "0.5 * (1 - exp(-sum(severity) / years))";
        if (searched.Count > 0 && !risk.IsImputed)
        {
            double point = SubFactorScale.Policy(rate, risk.Point);
            return SubFactor.Known(kind, Weight(kind), point, Tree(kind, iso3, point, happens + " + 0.5 * risk", [.. counted, governed])) with { Flags = risk.Flags };
        }

        double low = SubFactorScale.Policy(rate, risk.Low);
        double high = searched.Count > 0 ? SubFactorScale.Policy(rate, risk.High) : 0.5 + (0.5 * risk.High);
        return new SubFactor(kind, Weight(kind), null, low, high)
        {
            LowEvidence = low > 0
                ? risk.IsImputed ? Tree(kind, iso3, low, happens, counted) : Tree(kind, iso3, low, happens + " + 0.5 * risk", [.. counted, governed])
                : null,
            HighEvidence = (searched.Count > 0, risk.IsImputed) switch
            {
                (true, _) => Tree(kind, iso3, high, happens + " + 0.5", counted),
                (false, false) => Tree(kind, iso3, high, "0.5 + 0.5 * risk", [governed]),
                _ => null,
            },
            Flags = searched.Count > 0 ? risk.Flags : [.. risk.Flags, "notSearched"],
        };
    }

    private SubFactor Events(string iso3, DisruptionSubFactor kind)
    {
        IReadOnlyList<SearchRecordObservation> searched = records.Searched(iso3, kind, window);
        DisruptionEventObservation[] events = [.. records.Events(iso3, kind).Where(window.Contains)];
        double least = SubFactorScale.Happens((double)events.Length / window.Years);
        EvidenceNode Evidence() => Tree(
            kind, iso3, least, "1 - exp(-count(event) / years)", [.. events.Select(Node), .. searched.Select(Node), parameters.Quote("factor2.years", "years")]);
        if (searched.Count > 0)
        {
            return SubFactor.Known(kind, Weight(kind), least, Evidence());
        }

        return SubFactor.Unknown(kind, Weight(kind)) with { Low = least, LowEvidence = least > 0 ? Evidence() : null, Flags = ["notSearched"] };
    }

    private SubFactor Index(string iso3, DisruptionSubFactor kind)
    {
        if (records.Index(iso3, kind, window.Day.Year) is not { Value.Point: { } value } row)
        {
            return SubFactor.Unknown(kind, Weight(kind));
        }

        string unit = SubFactorScale.Unit(kind);
        if (row.Unit != unit)
        {
            throw new UnitMismatchException(new Fault(row.Cell.File, row.Cell.Address, unit, row.Unit, "give the index in the unit of its scale"));
        }

        double point = SubFactorScale.Index(kind, value);
        if (point is not (>= 0 and <= 1))
        {
            throw new ImplausibleValueException(new Fault(
                row.Cell.File, row.Cell.Address, $"an index on the scale {unit}", row.Value.Text, "correct the cell with a dated correction, or leave it empty"));
        }

        EvidenceNode index = new("index of a country", $"{iso3} {row.Period.Code}", value, row.Unit)
        {
            Symbol = "index",
            Cells = [row.Cell],
            Corrections = row.Corrections,
        };
        return SubFactor.Known(kind, Weight(kind), point, Tree(kind, iso3, point, SubFactorScale.Expression(kind), [index]));
    }

    /// <summary>
    /// Acts that came into force in the window. An act counts once, with its most severe kind; a later row of the same act and kind renews it
    /// and is no new event, so that each kind of an act is dated by its first row.
    /// </summary>
    private IEnumerable<CountedMeasure> Measures(string iso3) =>
        records.Measures(iso3)
            .Where(row => row.Standing == MeasureStanding.InForce && ExportKinds.Contains(row.Kind))
            .GroupBy(row => row.Act, StringComparer.Ordinal)
            .OrderBy(act => act.Key, StringComparer.Ordinal)
            .Select(act => act.GroupBy(row => row.Kind)
                .Select(kind => kind.MinBy(EventWindow.Begins)!)
                .Where(window.Contains)
                .Select(row => new CountedMeasure(row, Severity(row.Kind)))
                .OrderByDescending(measure => measure.Severity).ThenBy(measure => measure.Row.Kind)
                .FirstOrDefault())
            .OfType<CountedMeasure>();

    private double Severity(MeasureKind kind) =>
        (parameters.Row<MeasureSeverity>("factor2.severity", KeyOf(kind))
            ?? throw new ParameterException(new Fault("parameters", "factor2.severity", "a severity of each kind", $"none of {KeyOf(kind)}", "add the row"))).Severity;

    private EvidenceNode Node(CountedMeasure measure) => new("export measure", $"{measure.Row.Iso3}, {measure.Row.Act}", measure.Severity, "1")
    {
        Symbol = "severity",
        Formula = "severityOfKind",
        Inputs =
        [
            parameters.QuoteRow("factor2.severity", KeyOf(measure.Row.Kind), measure.Severity, "severityOfKind"),
            new EvidenceNode("in force", measure.Row.Period.Code, null, "1") { Cells = [measure.Row.Cell], Corrections = measure.Row.Corrections },
        ],
    };

    private static EvidenceNode Node(DisruptionEventObservation row) => new("event", $"{row.Iso3} {row.Period.Code}", 1, "event")
    {
        Symbol = "event",
        Cells = [row.Cell],
        Corrections = row.Corrections,
    };

    private static EvidenceNode Node(SearchRecordObservation row) =>
        new("search", Invariant($"{row.Iso3} {row.Period.Code}, searched on {row.SearchedOn:yyyy-MM-dd}"), null, "1") { Cells = [row.Cell] };

    private static EvidenceNode Tree(DisruptionSubFactor kind, string iso3, double value, string formula, IReadOnlyList<EvidenceNode> inputs) =>
        new("sub-factor", $"{iso3} {SubFactor.NameOf(kind)}", value, "1") { Formula = formula, Inputs = inputs };

    private static string KeyOf(MeasureKind kind)
    {
        string name = kind.ToString();
        return $"{char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    /// <summary>An act that counts.</summary>
    private sealed record CountedMeasure(ExportMeasureObservation Row, double Severity);
}
