using Pipeline.App.Changes;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>One figure of a mineral in a vintage, or the lack of one: no number without unit, period and status.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Measure">What is measured: an indicator, or a series that stands beside the indicators.</param>
/// <param name="Figure">Which figure of it: one of <see cref="MeasureFigure.All"/>.</param>
/// <param name="Path">Where it stands in the assessment.</param>
/// <param name="Unit">Unit of value, low and high.</param>
/// <param name="Status">How far it can be relied on.</param>
internal sealed record Datum(string Mineral, string Measure, string Figure, FigurePath Path, string Unit, ResultStatus Status)
{
    /// <summary>Identifier in addresses: the same in every vintage that has the figure.</summary>
    public string Id { get; } = ObservationId.Of(Path.Of(Mineral));

    /// <summary>Where the ends of its interval stand, the more favourable one first; empty for a figure without.</summary>
    public IReadOnlyList<FigurePath> Ends { get; init; } = [];

    /// <summary>Stage of the supply chain, or none.</summary>
    public Stage? Stage { get; init; }

    /// <summary>ISO code of a country, or a word of <see cref="Places"/>; none for a figure of no place.</summary>
    public string? Place { get; init; }

    /// <summary>Time the figure speaks of, or none.</summary>
    public Period? Period { get; init; }

    /// <summary>Series, component or case within the measure, or none.</summary>
    public Series? Series { get; init; }

    /// <summary>Basis of the quantity, such as <c>contained metal</c>; none for shares and scores.</summary>
    public string? Basis { get; init; }

    /// <summary>The figure, or none.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of what is possible, or none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of what is possible, or none.</summary>
    public double? High { get; init; }

    /// <summary>Band of the more favourable end of a score, or none.</summary>
    public Band? BandLow { get; init; }

    /// <summary>Band of the less favourable end of a score, or none.</summary>
    public Band? BandHigh { get; init; }

    /// <summary>Why it is missing or not wholly reliable, or none.</summary>
    public DatumReason? Reason { get; init; }

    /// <summary>What kind of cell it was published in, or none for a computed figure.</summary>
    public ValueKind? Kind { get; init; }

    /// <summary>Time under which vintages are compared: where nothing is known, another period is no other statement, as with results (<see cref="Changes.ResultState"/>).</summary>
    public Period? KnownPeriod => Array.Exists(Numbers, number => number is not null) ? Period : null;

    /// <summary>Share of the quantity that is attributed and known, 0..1, or none.</summary>
    public double? Coverage { get; init; }

    /// <summary>Share that rests on a filled-in value, 0..1, or none.</summary>
    public double? ImputedShare { get; init; }

    /// <summary>Marks of the vocabulary, in ordinal order.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>True when it rests on invented or purely illustrative input.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Who may see it.</summary>
    public AccessLabel Label { get; init; }

    /// <summary>Sources that it rests on, in ordinal order.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>True when both state the same; figures may differ by the rounding of sums.</summary>
    public static bool Same(Datum before, Datum after) =>
        (before.Unit, before.Status, before.Basis, before.BandLow, before.BandHigh, before.Reason, before.Kind, before.Illustrative, before.Label)
            == (after.Unit, after.Status, after.Basis, after.BandLow, after.BandHigh, after.Reason, after.Kind, after.Illustrative, after.Label)
        && before.Numbers.Zip(after.Numbers).All(pair => ChangeRules.Same(pair.First, pair.Second))
        && before.Flags.SequenceEqual(after.Flags, StringComparer.Ordinal);

    private double?[] Numbers => [Value, Low, High, Coverage, ImputedShare];
}

/// <summary>A series, component or case within a measure.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Words">Its words.</param>
internal sealed record Series(string Code, Bilingual Words);

/// <summary>Why a figure is missing or not wholly reliable.</summary>
/// <param name="Code">Code of the vocabulary.</param>
/// <param name="Words">The same as a sentence.</param>
internal sealed record DatumReason(string Code, Bilingual Words)
{
    /// <summary>The reason of a result or a year, or none.</summary>
    public static DatumReason? Of(Reason? reason) => reason is null
        ? null
        : new DatumReason(reason.Code, new Bilingual(Vocabulary.Sentence(reason, Language.Japanese), Vocabulary.Sentence(reason, Language.English)));

    /// <summary>A reason that is another kind of code: what a cell says, a mark, how far a component is known.</summary>
    public static DatumReason Of(Term term, string code) => new(code, Api.Code.Words(term, code));
}

/// <summary>Identifiers of figures in addresses: their address within a vintage with <c>~</c> for a slash and <c>~~</c> for a plus sign.</summary>
internal static class ObservationId
{
    /// <summary>The identifier of an address.</summary>
    public static string Of(FigureAddress address) => address.Text.Replace("/", "~", StringComparison.Ordinal).Replace("+", "~~", StringComparison.Ordinal);
}

/// <summary>Places that are no country.</summary>
internal static class Places
{
    /// <summary>The whole world.</summary>
    public const string World = "world";

    /// <summary>All countries that a table does not name.</summary>
    public const string Others = "others";

    /// <summary>Unknown origin.</summary>
    public const string Unknown = "unknown";

    /// <summary>All codes, countries first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. CountryCatalogue.All.Select(country => country.Iso3), World, Others, Unknown];

    /// <summary>The words of a place.</summary>
    public static Bilingual Words(string code) => code switch
    {
        World => new("世界", "World"),
        Others => new("その他", "Other countries"),
        Unknown => new("原産国不明", "Unknown origin"),
        _ => new(CountryCatalogue.Get(code).NameJa, CountryCatalogue.Get(code).NameEn),
    };
}
