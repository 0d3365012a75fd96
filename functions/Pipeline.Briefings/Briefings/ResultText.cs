using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// How a result is worded: a point with its interval, a band or the two bands an interval spans, a status. A missing figure has words and
/// never a digit of its own.
/// </summary>
public static class ResultText
{
    private const int ItemsNamed = 2;

    /// <summary>Score with interval, or the status in words: <c>0.159（0.159〜0.237）</c>, <c>判定不能</c>, <c>判定不能（0.081〜0.275）</c>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="write">Writes the figures; plain words without it.</param>
    public static string Score(IndicatorResult result, Language language, FigureWriter? write = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        string? interval = Interval(result, language, write);
        string point = result.Score is { } score ? Written(result, "score", score, write) : Status(result.Status, language);
        return interval is null ? point : Words.WithInterval.In(language, point, interval);
    }

    /// <summary>Interval of the score where it differs from the point as printed, or none.</summary>
    /// <inheritdoc cref="Score"/>
    public static string? Interval(IndicatorResult result, Language language, FigureWriter? write = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Status == ResultStatus.NotApplicable || result.ScoreLow is not { } low) return null;
        string from = Written(result, "scoreLow", low, write);
        if (result.ScoreHigh is not { } high) return Words.AtLeast.In(language, from);
        return DisplayNumber.Score(low) == DisplayNumber.Score(high) && result.Score is not null
            ? null
            : Words.Range.In(language, from, Written(result, "scoreHigh", high, write));
    }

    private static string Written(IndicatorResult result, string figure, double value, FigureWriter? write) =>
        (write ?? FigureWriters.Plain)(FigurePath.Result(result.Indicator, figure), value, DisplayNumber.Score);

    /// <summary>Band or bands of the score: <c>高</c>, <c>中〜高</c>, <c>中以上</c>; none without a score.</summary>
    public static string? Bands(IndicatorResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Status == ResultStatus.NotApplicable || result.BandLow is not { } low) return null;
        string from = Band(low, language);
        if (result.BandHigh is not { } high)
            return low == Domain.Band.VeryHigh || result.ScoreHigh is not null ? from : Words.BandOrAbove.In(language, from);
        return low == high ? from : Words.BandRange.In(language, from, Band(high, language));
    }

    /// <summary>A band in words.</summary>
    public static string Band(Band band, Language language) => Vocabulary.Word(Term.Band, band, language);

    /// <summary>A status in words.</summary>
    public static string Status(ResultStatus status, Language language) => Vocabulary.Word(Term.Status, status, language);

    /// <summary>True for a rate of self-sufficiency, or an end of it, that says something; that no rate is below zero is known of every mineral.</summary>
    public static bool IsRateKnown(IndicatorResult? rate) => rate is { Value: not null } or { Low: not null, High: not null } or { Low: > 0 };

    /// <summary>A reason as a full sentence with all its arguments.</summary>
    public static string Sentence(Reason reason, Language language) => Words.Sentence.In(language, Vocabulary.Sentence(reason, language));

    /// <summary>
    /// Why a result is missing or not fully judged, short enough for a tile: of a list of codes the first two are named. The notes have all of them.
    /// </summary>
    /// <param name="result">The result, or none where it was not computed.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="write">Writes the figures in the reason; plain words without it.</param>
    public static string ShortReason(IndicatorResult? result, Language language, FigureWriter? write = null) =>
        result?.Reason is { } reason ? ShortReason(result.Indicator, ReasonText.Written(result, reason, write), language, write ?? FigureWriters.Plain) : Words.NoReason.In(language);

    private static string ShortReason(string indicator, Reason reason, Language language, FigureWriter write) => Sentence(
        reason with
        {
            Arguments = [.. reason.Arguments.Select((argument, place) => ReasonText.Items(argument) is { Count: > ItemsNamed + 1 } items
                ? Words.FirstOfList.In(
                    language,
                    string.Join(", ", items.Take(ItemsNamed)),
                    write(FigurePath.ReasonItemsAfter(indicator, place, ItemsNamed), items.Count - ItemsNamed, DisplayNumber.Count))
                : argument)],
        },
        language);

    /// <summary>The amount of a companion or a result that is no score, with its unit.</summary>
    /// <param name="value">The amount in <paramref name="unit"/>.</param>
    /// <param name="unit"><c>t</c>, <c>percent</c>, <c>1/year</c> or <c>1</c>.</param>
    /// <param name="language">Language of the unit.</param>
    /// <param name="path">Path of the figure, where it is written by <paramref name="write"/>.</param>
    /// <param name="write">Writes the number; plain words without it.</param>
    public static string Amount(double value, string unit, Language language, FigurePath path = default, FigureWriter? write = null)
    {
        string Written(Func<double, string> format) => (write ?? FigureWriters.Plain)(path, value, format);
        return unit switch
        {
            "t" => Written(DisplayNumber.Tonnes) + "\u00A0t",
            "percent" => Written(DisplayNumber.Percent) + Words.PercentSign.In(language),
            "1/year" => Words.PerYear.In(language, Written(DisplayNumber.PercentOfShare)),
            "1" => Written(DisplayNumber.Score),
            _ => Written(DisplayNumber.Price) + " " + Unit(unit, language),
        };
    }

    /// <summary>A unit in words; a publisher's unit that has no words of ours is shown as the publisher writes it.</summary>
    public static string Unit(string unit, Language language) => Vocabulary.Knows(Term.Unit, unit) ? Vocabulary.Word(Term.Unit, unit, language) : unit;

    /// <summary>A content basis in words; a publisher's basis that has no words of ours is shown as the publisher writes it.</summary>
    public static string Basis(string basis, Language language) => Vocabulary.Knows(Term.Basis, basis) ? Vocabulary.Word(Term.Basis, basis, language) : basis;

    /// <summary>A series in words; a publisher's series that has no words of ours is shown as the publisher writes it, without the source and mineral before it.</summary>
    public static string Series(string series, Language language)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Vocabulary.Knows(Term.Series, series) ? Vocabulary.Word(Term.Series, series, language) : series[(series.LastIndexOf('/') + 1)..];
    }

    /// <summary>A country's usual short name.</summary>
    public static string Country(string iso3, Language language)
    {
        Country country = CountryCatalogue.Get(iso3);
        return language == Language.Japanese ? country.NameJa : country.NameEn;
    }

    /// <summary>A mineral's name.</summary>
    public static string Mineral(string id, Language language)
    {
        Mineral mineral = MineralCatalogue.Get(id);
        return language == Language.Japanese ? mineral.NameJa : mineral.NameEn;
    }
}
