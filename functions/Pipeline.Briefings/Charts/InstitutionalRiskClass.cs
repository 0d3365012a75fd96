using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Classes of the institutional risk of a partner (制度安定性指標 turned into a risk, 0..1). They serve the charts alone: no score
/// depends on them. The marks lie evenly about the neutral 0.5.
/// </summary>
internal static class InstitutionalRiskClass
{
    /// <summary>From here on the class is "medium".</summary>
    public const double Medium = 0.40;

    /// <summary>From here on the class is "high".</summary>
    public const double High = 0.60;

    private static readonly Look LowLook = new(Palette.Middle, Hatch.None, Palette.Deep);
    private static readonly Look MediumLook = new(Palette.Amber, Hatch.Diagonal, Palette.Amber);
    private static readonly Look HighLook = new(Palette.Brick, Hatch.Cross, Palette.Brick);

    /// <summary>Look of partners whose risk is unknown.</summary>
    public static Look Unknown { get; } = new(Colour.White, Hatch.Diagonal, Palette.Grey);

    /// <summary>Look of several partners together, which have no class.</summary>
    public static Look Mixed { get; } = new(Palette.Shade, Hatch.None, Palette.Grey);

    /// <summary>Look of a partner.</summary>
    /// <param name="risk">Institutional risk 0..1, or none when unknown.</param>
    public static Look Of(double? risk) => risk switch { null => Unknown, < Medium => LowLook, < High => MediumLook, _ => HighLook };

    /// <summary>Word of a look.</summary>
    public static Phrase Word(Look look) =>
        look == LowLook ? Words.RiskLow
        : look == MediumLook ? Words.RiskMiddle
        : look == HighLook ? Words.RiskHigh
        : look == Unknown ? Words.RiskUnknown
        : Words.RiskMixed;

    /// <summary>All looks in the order of the key.</summary>
    public static IReadOnlyList<Look> Order { get; } = [LowLook, MediumLook, HighLook, Unknown, Mixed];
}
