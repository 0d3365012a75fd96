using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings;

/// <summary>
/// Section 6: production and reserves by country. The tables on which an indicator rests are drawn and printed in full, two side by side;
/// other published series follow in one line each, the finer set last.
/// </summary>
internal static class CountriesSection
{
    private const int Leaders = 3;

    public static Section Compose(Composition briefing)
    {
        List<CountryTable> tables = [.. briefing.Assessment.Countries.Where(table => table.Rows.Count > 0)];
        List<CountryTable> reference = [.. tables.Where(table => table.IsReference).OrderBy(table => table.Statistic == Statistic.Reserves)];
        List<Block> content = [];
        if (tables.Count == 0)
        {
            IndicatorResult? result = briefing.Assessment.Find(IndicatorId.ProductionConcentration);
            string reason = ResultText.ShortReason(result, briefing.Language, briefing.Write);
            content.Add(briefing.Paragraph(briefing.Say(Words.CountriesNone, reason), IndicatorId.ProductionConcentration, NoteKey.Countries));
        }

        foreach (CountryTable[] pair in reference.Chunk(2))
        {
            List<Block> leads = [.. pair.Select(table => briefing.Paragraph(Lead(briefing, table), Indicator(table), NoteKey.Countries))];
            if (pair.Length == 1)
            {
                Figure only = Chart(briefing, pair[0], PartnersSection.ChartWidth);
                content.Add(Composition.Together([.. leads, PartnersSection.ChartAndTable(briefing, only, CountryNumbers.Compose(briefing, pair))]));
                continue;
            }

            Row charts = new([.. pair.Select(table => new RowCell(1, Chart(briefing, table, Composition.HalfWidth)))], Composition.Gutter);
            content.Add(Composition.Together([.. leads, charts]));
            content.Add(CountryNumbers.Compose(briefing, pair).FittedTo(Composition.TextWidth, briefing));
        }

        List<CountryTable> others = [.. tables.Where(table => !table.IsReference)];
        if (others.Count > 0)
        {
            content.Add(briefing.Paragraph(briefing.Say(Words.OtherSeries), NoteKey.Countries));
            content.Add(new BulletList([.. others.Select(table => new TextBlock(
                [new Run(OneLine(briefing, table)), .. briefing.References(Evidence(table), [NoteKey.Countries])], TextStyle.Body))]));
        }

        content.AddRange(FinerSetPart.Compose(briefing));
        return new Section(Heading.Of(6, briefing.Say(Words.SectionCountries)), 1, "countries", content);
    }

    /// <summary>What a table measures, with its series where the mineral has several: 鉱山生産量（白金）.</summary>
    internal static string Title(Composition briefing, CountryTable table)
    {
        string statistic = Vocabulary.Word(Term.Statistic, table.Statistic, briefing.Language);
        if (table.Series == briefing.Assessment.Mineral) return statistic;
        string series = ResultText.Series(table.Series, briefing.Language);
        return briefing.Say(Words.SeriesStatistic, statistic, series);
    }

    /// <summary>The cells of a table.</summary>
    internal static Proof Evidence(CountryTable table) => Proof.Of(table.Rows.Select(row => row.Cell));

    private static string Indicator(CountryTable table) =>
        table.Statistic == Statistic.Reserves ? IndicatorId.ReserveConcentration : IndicatorId.ProductionConcentration;

    private static string Lead(Composition briefing, CountryTable table)
    {
        Language language = briefing.Language;
        string title = Title(briefing, table);
        string period = PeriodText.Of(table.Period, language);
        List<CountryRow> known = [.. CountryChart.Ranked(table).Where(row => row is { Iso3: not null, Share: > 0 })];
        if (known.Count == 0) return briefing.Say(Words.CountriesNoShares, title, period);
        string leader = ResultText.Country(known[0].Iso3!, language);
        string share = Share(briefing, table, known[0]);
        return known.Count < Leaders
            ? briefing.Say(Words.CountriesLeadFew, title, period, leader, share)
            : briefing.Say(Words.CountriesLead, title, period, leader, share, briefing.Write(
                FigurePath.CountriesTop(table, Leaders), known.Take(Leaders).Sum(row => row.Share!.Value), DisplayNumber.PercentOfShare));
    }

    private static string Share(Composition briefing, CountryTable table, CountryRow row) =>
        briefing.Write(FigurePath.Country(table, row.Iso3, "share"), row.Share!.Value, DisplayNumber.PercentOfShare);

    private static Figure Chart(Composition briefing, CountryTable table, double width)
    {
        bool illustrative = briefing.Assessment.Find(Indicator(table))?.Illustrative ?? false;
        string caption = briefing.Say(Words.CountryCaption, Title(briefing, table), PeriodText.Of(table.Period, briefing.Language));
        return briefing.Figure(CountryChart.Draw(table, width, briefing.Charts), caption, Evidence(table), illustrative, Indicator(table), NoteKey.Countries);
    }

    private static string OneLine(Composition briefing, CountryTable table)
    {
        Language language = briefing.Language;
        List<string> leaders = [.. CountryChart.Ranked(table).Where(row => row is { Iso3: not null, Share: > 0 }).Take(Leaders)
            .Select(row => briefing.Say(Words.BarAltPlain, ResultText.Country(row.Iso3!, language), Share(briefing, table, row)))];
        return briefing.Say(
            Words.OtherSeriesItem,
            Title(briefing, table),
            PeriodText.Of(table.Period, language),
            ResultText.Unit(table.Unit, language),
            ResultText.Basis(table.Basis, language),
            leaders.Count > 1 ? briefing.List(leaders) : briefing.Say(Words.SharesUnknown));
    }
}
