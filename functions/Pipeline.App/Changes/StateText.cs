using System.Globalization;
using Pipeline.App.Commands;
using Pipeline.Briefings;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.App.Changes;

/// <summary>What a vintage states about a result, in a line of English for the command line.</summary>
internal static class StateText
{
    // Below it six decimals show nothing but zeros.
    private const double SmallestDecimal = 1e-6;

    /// <summary>Value with interval, unit, score and band, then status and period: <c>35.5% a year, score 0.592, high; Assessed; 2020-11/2025-11</c>; the score is left out where it is the value.</summary>
    public static string State(ResultState? state, ResultState? other)
    {
        if (state is null) return "none";
        List<string> figures = [];
        string point = state.Value is { } value ? Figure(value, other?.Value, state.Unit) : "no value";
        figures.Add(Interval(state, other) is { } interval ? $"{point} ({interval})" : point);
        if (state.Score is { } score && !ChangeRules.Same(score, state.Value)) figures.Add("score " + Figure(score, other?.Score, "1"));
        if (BandSpan.Of(state) is { } bands) figures.Add(bands.Low == bands.High ? Band(bands.Low) : $"{Band(bands.Low)} to {Band(bands.High)}");
        IEnumerable<string> parts =
        [
            string.Join(", ", figures),
            Vocabulary.Word(Term.Status, state.Status, Language.English),
            state.Period?.Code ?? "no period",
            .. state.Reason is { } reason ? new[] { Vocabulary.Sentence(reason, Language.English) } : [],
            .. state.Flags.Count > 0 ? new[] { string.Join(", ", state.Flags) } : [],
        ];
        return string.Join("; ", parts);
    }

    /// <summary>The interval, or none when there is no more to it than the point.</summary>
    private static string? Interval(ResultState state, ResultState? other) => (state.Low, state.High) switch
    {
        ({ } low, { } high) when state.Value is null || Amount(low, state.Unit) != Amount(high, state.Unit) => $"{Figure(low, other?.Low, state.Unit)} to {Figure(high, other?.High, state.Unit)}",
        ({ } low, null) => $"{Figure(low, other?.Low, state.Unit)} or above",
        (null, { } high) => $"{Figure(high, other?.High, state.Unit)} or below",
        _ => null,
    };

    /// <summary>The figure as briefings print it; in full where it would print like the one it is compared with.</summary>
    private static string Figure(double figure, double? other, string unit)
    {
        string printed = Amount(figure, unit);
        bool hidesTheChange = other is { } compared && !ChangeRules.Same(compared, figure) && Amount(compared, unit) == printed;
        return hidesTheChange ? figure.ToString("R", CultureInfo.InvariantCulture) + (unit == "1" ? string.Empty : " " + unit) : printed;
    }

    private static string Amount(double figure, string unit) => ResultText.Amount(figure, unit, Language.English);

    /// <summary>An amount with its sign; very small ones with an exponent, so that none prints as zero.</summary>
    public static string Signed(double amount) => Math.Abs(amount) < SmallestDecimal
        ? amount.ToString("+0.0##E+0;-0.0##E+0", CultureInfo.InvariantCulture)
        : amount.ToString("+#,##0.######;-#,##0.######", CultureInfo.InvariantCulture);

    private static string Band(Band band) => Vocabulary.Word(Term.Band, band, Language.English);

    /// <summary>A mineral in English with its Japanese name.</summary>
    public static string Name(string mineral) => $"{MineralCatalogue.Get(mineral).NameEn} ({MineralCatalogue.Get(mineral).NameJa})";

    /// <summary>The mark of what rests on illustrative input.</summary>
    public static string Mark(bool illustrative) => illustrative ? " [ILLUSTRATIVE]" : string.Empty;

    /// <summary>The mark of what is not for everybody.</summary>
    public static string Mark(AccessLabel label) => label > AccessLabel.Open ? $" [{LabelText.Mark(label)}]" : string.Empty;

    /// <summary>A number with its noun.</summary>
    public static string Counted(int count, string word) => Invariant($"{count:N0} {word}{(count == 1 ? string.Empty : "s")}");

    /// <summary>What is the most material thing, in a word.</summary>
    public static string Words(Materiality materiality) => materiality switch
    {
        Materiality.Judgement => "judgement lost or gained",
        Materiality.Status => "status",
        Materiality.Band => "band",
        Materiality.Interval => "interval crosses a mark",
        Materiality.Rank => "rank",
        Materiality.Score => "score",
        Materiality.Value => "value",
        _ => "remark",
    };
}
