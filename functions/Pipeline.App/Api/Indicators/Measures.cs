using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Domain.Reference;

namespace Pipeline.App.Api;

/// <summary>What a measure is among the others.</summary>
internal enum MeasureKind
{
    /// <summary>One of the six indicators of S.</summary>
    Six,

    /// <summary>Size and trend of domestic demand.</summary>
    Demand,

    /// <summary>Demand of a technology under a scenario of S.</summary>
    Scenario,

    /// <summary>自給率.</summary>
    SelfSufficiency,

    /// <summary>The finer set of S, by mine.</summary>
    Finer,

    /// <summary>A stockpile factor of P 2(2); internal.</summary>
    Factor,

    /// <summary>A series that stands beside the indicators.</summary>
    Series,
}

/// <summary>What is measured: an indicator, or a series that stands beside the indicators.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">What it is among the others.</param>
/// <param name="IsScored">True when its value is also expressed as a risk score 0..1.</param>
/// <param name="Bands">Parameter with the marks between bands, or none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Clause">Clause of the policy papers, or empty.</param>
/// <param name="Unit">Unit of its value, or none where it differs by series.</param>
/// <param name="Stage">Code of the stage it speaks of, or none where it differs by row.</param>
/// <param name="Basis">On what the quantity is counted.</param>
/// <param name="Definition">What it means.</param>
/// <param name="Formula">How it is computed, in words.</param>
/// <param name="Equation">The same as an equation, or none.</param>
internal sealed record Measure(
    string Code, MeasureKind Kind, bool IsScored, string? Bands, Bilingual Name, string Clause, string? Unit, string? Stage, Bilingual Basis, Bilingual Definition, Bilingual Formula, Bilingual? Equation)
{
    /// <summary>Who may see its figures at least.</summary>
    public AccessLabel Label => Kind == MeasureKind.Factor ? AccessLabel.Internal : AccessLabel.Open;
}

/// <summary>Names of the figures that measures have: the one place that decides which can be asked for.</summary>
internal static class MeasureFigure
{
    /// <summary>The value in the unit of the measure.</summary>
    public const string Value = "value";

    /// <summary>The risk score 0..1.</summary>
    public const string Score = "score";

    /// <summary>Share 0..1 of what the row belongs to: of world production, of imports, of domestic demand.</summary>
    public const string Share = "share";

    /// <summary>Amount of a partner or of a component of self-sufficiency, t.</summary>
    public const string Tonnes = "tonnes";

    /// <summary>Institutional risk of a partner 0..1.</summary>
    public const string Risk = "risk";

    /// <summary>What a partner adds to the score.</summary>
    public const string Contribution = "term";

    /// <summary>Every name that a figure can have, those of companions after the others.</summary>
    public static IReadOnlyList<string> All { get; } = [Value, Score, Share, Tonnes, Risk, Contribution, .. Vocabulary.Codes(Term.Companion)];
}

/// <summary>Everything that is measured: one place for its name, meaning, unit and formula.</summary>
internal static class Measures
{
    /// <summary>Japan's imports.</summary>
    public const string Imports = "imports";

    /// <summary>Their moving average, year by year.</summary>
    public const string ImportsAverage = "imports-moving-average";

    /// <summary>Source countries of imports.</summary>
    public const string Partners = "import-partners";

    /// <summary>Prices.</summary>
    public const string Prices = "prices";

    /// <summary>Domestic demand of metal.</summary>
    public const string DomesticDemand = "domestic-demand";

    /// <summary>Components of self-sufficiency.</summary>
    public const string SupplyComponents = "supply-components";

    /// <summary>Rates of self-sufficiency that others have published.</summary>
    public const string PublishedRates = "published-self-sufficiency";

    private static readonly Dictionary<string, Statistic> Statistics = Enum.GetValues<Statistic>().ToDictionary(Of, StringComparer.Ordinal);

    private static readonly Dictionary<string, Measure> ByCode;

    static Measures()
    {
        All = [.. ReferenceTable.Read(typeof(Measures).Assembly, "Pipeline.App.Api.Indicators.measures.csv", "measures.csv").Select(Read)];
        ByCode = All.ToDictionary(measure => measure.Code, StringComparer.Ordinal);
    }

    /// <summary>All measures in the order of the contract.</summary>
    public static IReadOnlyList<Measure> All { get; }

    /// <summary>Codes of all measures.</summary>
    public static IReadOnlyList<string> Codes => [.. All.Select(measure => measure.Code)];

    /// <summary>The measure with a code.</summary>
    /// <exception cref="UnknownCodeException">There is no such measure.</exception>
    public static Measure Get(string code) => Find(code) ?? throw new UnknownCodeException("measure", code, "a code of measures.csv");

    /// <summary>The measure with a code, or none.</summary>
    public static Measure? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The measure of a statistic by country: <c>mine-production</c>.</summary>
    public static string Of(Statistic statistic) => Hyphened(statistic.ToString());

    /// <summary>The measure of a quantity of a market outlook.</summary>
    public static string Of(OutlookQuantity quantity) => "outlook-" + Hyphened(quantity.ToString());

    private static string Hyphened(string name) =>
        string.Concat(name.Select((character, index) => index > 0 && char.IsUpper(character) ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString()));

    private static Measure Read(ReferenceRow row)
    {
        string code = row["code"];
        Phrase? briefed = IndicatorDefinitions.Find(code);
        return new Measure(
            code,
            Enum.Parse<MeasureKind>(row["kind"], ignoreCase: true),
            row.Flag("scored"),
            row["bands"].Length == 0 ? null : row["bands"],
            NameOf(code, row),
            row["clause"].Length > 0 ? row["clause"] : Vocabulary.Clause(Term.Indicator, code),
            row["unit"].Length == 0 ? null : row["unit"],
            row["stage"].Length == 0 ? null : row["stage"],
            new Bilingual(row["basis_ja"], row["basis_en"]),
            new Bilingual(row["definition_ja"], row["definition_en"]),
            briefed is null ? new Bilingual(row["formula_ja"], row["formula_en"]) : new Bilingual(briefed.Ja, briefed.En),
            row["equation_ja"].Length == 0 ? null : new Bilingual(row["equation_ja"], row["equation_en"]));
    }

    /// <summary>Codes of the vocabulary have their words there and nowhere else.</summary>
    private static Bilingual NameOf(string code, ReferenceRow row) => Vocabulary.Knows(Term.Indicator, code) ? Api.Code.Words(Term.Indicator, code)
        : row["name_ja"].Length > 0 ? new Bilingual(row["name_ja"], row["name_en"])
        : Api.Code.Words(Term.Statistic, Api.Code.Of(Statistics[code]));
}
