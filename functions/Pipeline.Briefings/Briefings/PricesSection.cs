using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 7: the price series on which the indicator rests, as a line before its five-year band, with its latest, highest and lowest price in words.</summary>
internal static class PricesSection
{
    public static Section Compose(Composition briefing) => new(
        Heading.Of(7, briefing.Say(Words.SectionPrices)),
        1,
        "prices",
        briefing.Assessment.Prices is { } history && history.Points.Any(point => point.Price is not null) ? Known(briefing, history) : [Unknown(briefing)]);

    private static List<Block> Known(Composition briefing, PriceHistory history)
    {
        Language language = briefing.Language;
        string unit = ResultText.Unit(history.Unit, language);
        List<PricePoint> known = [.. history.Points.Where(point => point.Price is not null)];
        PricePoint highest = known.MaxBy(point => point.Price)!;
        PricePoint lowest = known.MinBy(point => point.Price)!;
        string period = PeriodText.Between(history.Points[0].Period, history.Points[^1].Period, language);
        string lead = briefing.Say(
            Words.PriceLead,
            ResultText.Series(history.Series, language),
            unit,
            period,
            PeriodText.Of(known[^1].Period, language),
            Price(known[^1]),
            Price(highest),
            PeriodText.Of(highest.Period, language),
            Price(lowest),
            PeriodText.Of(lowest.Period, language));
        PriceBand? band = PriceBand.Of(history);
        string caption = band is null ? Caption(Words.PriceCaption) : Caption(Words.PriceCaptionBand, PeriodText.Of(band.Period, language));
        bool illustrative = briefing.Assessment.Find(IndicatorId.PriceFluctuation)?.Illustrative ?? false;
        return
        [
            Composition.Together(
                briefing.Paragraph(briefing.Join(lead, Spread(briefing, band, known[^1])), IndicatorId.PriceFluctuation),
                briefing.Figure(
                    PriceChart.Draw(history, Composition.TextWidth, briefing.Charts),
                    caption,
                    Proof.Of(history.Points.Select(point => point.Cell)),
                    illustrative,
                    IndicatorId.PriceFluctuation)),
        ];

        string Caption(Phrase words, params object?[] more) => briefing.Say(words, [briefing.Say(history.IsMonthly ? Words.Monthly : Words.Annual), period, unit, .. more]);

        string Price(PricePoint point) => briefing.Write(FigurePath.Price(point.Period), point.Price!.Value, DisplayNumber.Price);
    }

    /// <summary>Mean and deviation of the last five years, and where the latest price stands.</summary>
    private static string Spread(Composition briefing, PriceBand? band, PricePoint latest)
    {
        if (band is null) return briefing.Say(Words.PriceNoBand);
        Phrase place = latest.Price > band.High ? Words.PriceBandAbove : latest.Price < band.Low ? Words.PriceBandBelow : Words.PriceBandInside;
        return briefing.Say(
            place, PeriodText.Of(band.Period, briefing.Language), Figure("mean", band.Mean), Figure("deviation", band.Deviation), Figure("low", band.Low), Figure("high", band.High));

        string Figure(string figure, double value) => briefing.Write(FigurePath.PriceBand(figure), value, printed => DisplayNumber.BesidePrice(printed, band.Mean));
    }

    private static TextBlock Unknown(Composition briefing)
    {
        IndicatorResult? result = briefing.Assessment.Find(IndicatorId.PriceFluctuation);
        string reason = ResultText.ShortReason(result, briefing.Language, briefing.Write);
        return briefing.Paragraph(
            briefing.Say(Words.PriceNone, ResultText.Status(result?.Status ?? ResultStatus.Insufficient, briefing.Language), reason), IndicatorId.PriceFluctuation);
    }
}
