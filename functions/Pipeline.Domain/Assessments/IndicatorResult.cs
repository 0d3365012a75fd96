using System.Text.Json.Serialization;

namespace Pipeline.Domain;

/// <summary>How far a result can be relied on.</summary>
public enum ResultStatus
{
    /// <summary>Coverage at least 0.85 and imputed share at most 0.05.</summary>
    Ok,

    /// <summary>Coverage at least 0.60 and imputed share at most 0.25.</summary>
    Partial,

    /// <summary>判定不能: no point value; an interval may remain.</summary>
    Insufficient,

    /// <summary>該当なし: the question does not arise for this mineral.</summary>
    NotApplicable,
}

/// <summary>Reading aid for a score; a lower bound belongs to the higher band.</summary>
public enum Band
{
    Low,
    Moderate,
    High,
    VeryHigh,
}

/// <summary>
/// One computed figure with everything that explains it. Direction of every score: 0 = low risk, 1 = high risk, also where the
/// Japanese name speaks of stability.
/// </summary>
/// <param name="Indicator">Identifier of <see cref="IndicatorId"/>.</param>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Stage">Stage the figure speaks of.</param>
/// <param name="Status">How far it can be relied on.</param>
/// <param name="Unit">Unit of value, low and high: <c>1</c>, <c>1/year</c>, <c>t</c>, <c>percent</c>.</param>
public sealed record IndicatorResult(string Indicator, string Mineral, Stage Stage, ResultStatus Status, string Unit)
{
    [JsonConstructor]
    private IndicatorResult()
        : this(null!, null!, default, default, null!)
    {
    }

    /// <summary>Time the figure speaks of, or would speak of if it could be computed; none where not even that is known.</summary>
    public Period? Period { get; init; }

    /// <summary>Point value in <see cref="Unit"/>, none when insufficient or not applicable.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the interval that missing data leave open; equal to the value when nothing is missing.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval, or none when there is no bound.</summary>
    public double? High { get; init; }

    /// <summary>Risk score 0..1 of the point value, or none.</summary>
    public double? Score { get; init; }

    /// <summary>Score of the more favourable end of the interval.</summary>
    public double? ScoreLow { get; init; }

    /// <summary>Score of the less favourable end of the interval, or none when there is no bound.</summary>
    public double? ScoreHigh { get; init; }

    /// <summary>Band of the more favourable end, or none without a score.</summary>
    public Band? BandLow { get; init; }

    /// <summary>Band of the less favourable end; differs from <see cref="BandLow"/> when the interval crosses a mark.</summary>
    public Band? BandHigh { get; init; }

    /// <summary>Why the result is not <see cref="ResultStatus.Ok"/>, as a code of the vocabulary with its arguments.</summary>
    public Reason? Reason { get; init; }

    /// <summary>Remarks that explain the figure whatever its status (a code that fell, codes left out), as codes of the reasons.</summary>
    public IReadOnlyList<Reason> Notes { get; init; } = [];

    /// <summary>Share of the quantity that is attributed and known, 0..1.</summary>
    public double? Coverage { get; init; }

    /// <summary>Share that rests on a filled-in value, 0..1.</summary>
    public double? ImputedShare { get; init; }

    /// <summary>Terms in ascending order of key; they add up to <see cref="Value"/> where the rule is a sum.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>Marks of the vocabulary, in ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Figures shown beside the result (import concentration, effective risk, alternative value, relative range).</summary>
    public IReadOnlyList<Companion> Companions { get; init; } = [];

    /// <summary>How far a companion can be relied on: one may be known where the result itself is not, and the status speaks of the result.</summary>
    public ResultStatus StatusOf(Companion companion) => companion.Value is not null && Value is null ? ResultStatus.Ok : Status;

    /// <summary>Parameters that were used, by identifier and value in force.</summary>
    public IReadOnlyList<ParameterUse> Parameters { get; init; } = [];

    /// <summary>Evidence that belongs to no single contribution (totals, residuals, means).</summary>
    public IReadOnlyList<EvidenceNode> Evidence { get; init; } = [];

    /// <summary>
    /// How the published figures follow from the evidence, in the order in which they are computed: expressions (<see cref="EvidenceFormula"/>)
    /// over the symbols of the evidence, of the contributions' evidence, and of the figures before.
    /// </summary>
    public IReadOnlyList<FigureFormula> Formulas { get; init; } = [];

    /// <summary>Label of the result: the highest of its inputs.</summary>
    public AccessLabel Label { get; init; } = AccessLabel.Open;

    /// <summary>True when the result rests on invented or purely illustrative input.</summary>
    public bool Illustrative { get; init; }

    /// <summary>All evidence of the result, contributions first.</summary>
    [JsonIgnore]
    public IEnumerable<EvidenceNode> AllEvidence => Contributions.Select(contribution => contribution.Evidence).Concat(Evidence);
}

/// <summary>How one figure of a result follows from its evidence.</summary>
/// <param name="Figure"><c>value</c>, <c>low</c>, <c>high</c>, <c>score</c>, <c>scoreLow</c>, <c>scoreHigh</c>, <c>coverage</c>, <c>imputedShare</c>, <c>terms</c> (the
/// terms of the contributions in their order), the identifier of a companion, or the name of a step in between.</param>
/// <param name="Expression">Expression over symbols.</param>
public sealed record FigureFormula(string Figure, string Expression);

/// <summary>One term of a result.</summary>
/// <param name="Key">ISO code of a country, a year, or a code; sort key.</param>
/// <param name="Share">Share of the whole, 0..1, or none where the rule has none.</param>
/// <param name="Factor">What the share is weighted with (its own share, the partner's risk), or none.</param>
/// <param name="Term">What the key adds to the value.</param>
/// <param name="Evidence">Tree down to source cells.</param>
public sealed record Contribution(string Key, double? Share, double? Factor, double? Term, EvidenceNode Evidence);

/// <summary>A figure shown beside a result.</summary>
/// <param name="Id">Identifier in the vocabulary, for example <c>importConcentration</c>.</param>
/// <param name="Value">The value, or none.</param>
/// <param name="Unit">Unit of the value.</param>
public sealed record Companion(string Id, double? Value, string Unit);

/// <summary>A code of the vocabulary with the arguments its sentence needs.</summary>
/// <param name="Code">Code, for example <c>basketCodesOnly</c>.</param>
/// <param name="Arguments">Arguments in the order of the sentence's placeholders, invariant text.</param>
public sealed record Reason(string Code, IReadOnlyList<string> Arguments);

/// <summary>A parameter as it was used.</summary>
/// <param name="Id">Identifier, for example <c>price.reference</c>.</param>
/// <param name="Value">Value in force, invariant text.</param>
/// <param name="From">First day on which the value is in force.</param>
/// <param name="IsStale">True when the parameter is past its confirmation date.</param>
public sealed record ParameterUse(string Id, string Value, DateOnly From, bool IsStale);
