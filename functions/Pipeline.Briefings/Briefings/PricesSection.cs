using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>Section 7: the price series on which the indicator rests, as a line with its latest, highest and lowest price in words.</summary>
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
            DisplayNumber.Price(known[^1].Price!.Value),
            DisplayNumber.Price(highest.Price!.Value),
            PeriodText.Of(highest.Period, language),
            DisplayNumber.Price(lowest.Price!.Value),
            PeriodText.Of(lowest.Period, language));
        string caption = briefing.Say(Words.PriceCaption, briefing.Say(history.IsMonthly ? Words.Monthly : Words.Annual), period, unit);
        bool illustrative = briefing.Assessment.Find(IndicatorId.PriceFluctuation)?.Illustrative ?? false;
        return
        [
            Composition.Together(
                briefing.Paragraph(lead, IndicatorId.PriceFluctuation),
                briefing.Figure(
                    PriceChart.Draw(history, Composition.TextWidth, briefing.Charts),
                    caption,
                    Proof.Of(history.Points.Select(point => point.Cell)),
                    illustrative,
                    IndicatorId.PriceFluctuation)),
        ];
    }

    private static TextBlock Unknown(Composition briefing)
    {
        IndicatorResult? result = briefing.Assessment.Find(IndicatorId.PriceFluctuation);
        string reason = ResultText.ShortReason(result, briefing.Language);
        return briefing.Paragraph(
            briefing.Say(Words.PriceNone, ResultText.Status(result?.Status ?? ResultStatus.Insufficient, briefing.Language), reason), IndicatorId.PriceFluctuation);
    }
}
