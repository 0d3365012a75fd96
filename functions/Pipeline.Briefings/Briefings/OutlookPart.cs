using System.Globalization;
using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>The market outlook beside the imports: world demand as a fan of its cases, and a row a quantity and case, the last years that had ended and some of those to come.</summary>
internal static class OutlookPart
{
    private const int PastYears = 2;
    // Amounts of eight digits need their width, and the name of a row should stand on one line.
    private const int ForecastYears = 4;

    public static Block Compose(Composition briefing) => briefing.Assessment.Outlook is { } outlook && outlook.Series.Any(series => series.Years.Any())
        ? new Section(briefing.Say(Words.OutlookPart), 2, "outlook", [Shown(briefing, outlook), Composition.Together(Numbers(briefing, outlook).FittedTo(Composition.TextWidth, briefing))])
        : briefing.Paragraph(briefing.Say(Words.OutlookNone), NoteKey.Outlook);

    /// <summary>The cells of an outlook.</summary>
    internal static Proof Evidence(MarketOutlook outlook) => Proof.Of(outlook.Series.SelectMany(series => series.Years).Select(year => year.Cell));

    /// <summary>Issues by which an outlook is quoted.</summary>
    internal static IEnumerable<string> Citations(MarketOutlook outlook) =>
        outlook.Series.SelectMany(series => series.Years).Select(year => year.Citation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The sentence with the fan of the cases, where there is one.</summary>
    private static Column Shown(Composition briefing, MarketOutlook outlook)
    {
        TextBlock lead = briefing.Paragraph(Lead(briefing, outlook), NoteKey.Outlook);
        if (OutlookChart.Draw(outlook, Composition.TextWidth, briefing.Charts) is not { } chart) return Composition.Together(lead);
        string caption = briefing.Say(Words.OutlookFigure, Units(briefing, outlook), Bases(briefing, outlook), PeriodText.Of(outlook.IssuedOn, briefing.Language));
        return Composition.Together(lead, briefing.Figure(chart, caption, Evidence(outlook), outlook.Illustrative, NoteKey.Outlook));
    }

    private static string Lead(Composition briefing, MarketOutlook outlook)
    {
        Language language = briefing.Language;
        string citations = outlook.Illustrative ? briefing.Say(Words.Illustrative) : briefing.List(Citations(outlook));
        string lead = briefing.Say(Words.OutlookLead, PeriodText.Of(outlook.IssuedOn, language), citations);
        OutlookSeries? demand = outlook.Series.FirstOrDefault(series => series is { Quantity: OutlookQuantity.Demand, Case: OutlookCase.Base });
        return demand?.History.LastOrDefault(year => year.Value.HasPoint) is { } past && demand.Forecast.LastOrDefault(year => year.Value.HasPoint) is { } forecast
            ? briefing.Join(lead, briefing.Say(
                Words.OutlookDemand,
                PeriodText.Of(past.Year, language),
                briefing.Write(FigurePath.Outlook(demand, past.Year.Year, "value"), past.Value.Point!.Value, DisplayNumber.Tonnes),
                PeriodText.Of(forecast.Year, language),
                briefing.Write(FigurePath.Outlook(demand, forecast.Year.Year, "value"), forecast.Value.Point!.Value, DisplayNumber.Tonnes),
                ResultText.Basis(demand.Basis, language)))
            : lead;
    }

    private static Table Numbers(Composition briefing, MarketOutlook outlook)
    {
        List<int> past = Years(outlook, series => series.History);
        List<int> forecast = Years(outlook, series => series.Forecast);
        List<int> pastShown = [.. past.TakeLast(PastYears)];
        List<int> forecastShown = Selected(forecast);
        string[] bases = [.. outlook.Series.Select(series => series.Basis).Distinct(StringComparer.Ordinal)];
        bool selected = pastShown.Count < past.Count || forecastShown.Count < forecast.Count;
        string caption = briefing.Say(
            selected ? Words.OutlookCaptionSelected : Words.OutlookCaption,
            Units(briefing, outlook),
            Bases(briefing, outlook),
            PeriodText.Of(outlook.IssuedOn, briefing.Language));
        return new Table(
            [
                new TableColumn(briefing.Say(Words.ColumnQuantityAndCase), 1),
                .. pastShown.Select(year => new TableColumn(briefing.Say(Words.ColumnPast, Text(year)), 1, Alignment.End)),
                .. forecastShown.Select(year => new TableColumn(briefing.Say(Words.ColumnForecast, Text(year)), 1, Alignment.End)),
            ],
            [.. outlook.Series.Select(series => new TableRow(
            [
                new TableCell([new Run(Name(briefing, series, bases.Length > 1))], IsRowHeading: true),
                .. pastShown.Select(year => Cell(briefing, series, series.History, year)),
                .. forecastShown.Select(year => Cell(briefing, series, series.Forecast, year)),
            ]))],
            briefing.TableCaption(caption, Evidence(outlook), NoteKey.Outlook));
    }

    private static string Units(Composition briefing, MarketOutlook outlook) =>
        briefing.List(outlook.Series.Select(series => ResultText.Unit(series.Unit, briefing.Language)).Distinct(StringComparer.Ordinal));

    /// <summary>What the amounts count: contained metal, an oxide of one element.</summary>
    private static string Bases(Composition briefing, MarketOutlook outlook) =>
        briefing.List(outlook.Series.Select(series => ResultText.Basis(series.Basis, briefing.Language)).Distinct(StringComparer.Ordinal));

    private static string Name(Composition briefing, OutlookSeries series, bool withBasis)
    {
        string quantity = Composition.Capitalised(Vocabulary.Word(Term.OutlookQuantity, series.Quantity, briefing.Language));
        string name = briefing.Say(Words.Bracketed, quantity, Vocabulary.Word(Term.OutlookCase, series.Case, briefing.Language));
        return withBasis ? briefing.List([name, ResultText.Basis(series.Basis, briefing.Language)]) : name;
    }

    private static List<int> Years(MarketOutlook outlook, Func<OutlookSeries, IReadOnlyList<OutlookYear>> part) =>
        [.. outlook.Series.SelectMany(part).Select(year => year.Year.Year).Distinct().Order()];

    /// <summary>All years, or the first, the last and those evenly between.</summary>
    private static List<int> Selected(List<int> years) => years.Count <= ForecastYears
        ? years
        : [.. Enumerable.Range(0, ForecastYears).Select(place => years[place * (years.Count - 1) / (ForecastYears - 1)])];

    private static TableCell Cell(Composition briefing, OutlookSeries series, IReadOnlyList<OutlookYear> years, int year) => new([new Run(
        years.FirstOrDefault(candidate => candidate.Year.Year == year) is { } found
            ? PublishedText.Amount(found.Value, briefing.Language, (figure, value) => briefing.Write(FigurePath.Outlook(series, year, figure), value, DisplayNumber.Tonnes))
            : briefing.Say(Words.NoMark))]);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
