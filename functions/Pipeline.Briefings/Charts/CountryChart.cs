using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>
/// Production or reserves by country, largest share first: ten bars and the rest together. A country whose value is withheld or unknown
/// has a dashed box of one fixed size and a word, never a bar of length zero.
/// </summary>
public static class CountryChart
{
    private const int Shown = 10;
    private const int MissingShown = 3;
    private static readonly Look Plain = new(Palette.Deep, Hatch.None, Palette.Deep);
    private static readonly Look Rest = new(Palette.Shade, Hatch.None, Palette.Grey);

    /// <summary>Draws the bars.</summary>
    /// <param name="table">Countries; at least one row.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(CountryTable table, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfZero(table.Rows.Count);
        Language language = context.Language;
        List<Bar> bars = Bars(table, context);
        string values = string.Join(Words.ListSeparator.In(language), bars.Select(bar => bar.Share is { } share
            ? Words.BarAltPlain.In(language, bar.Name, DisplayNumber.PercentOfShare(share))
            : Words.CountryAltWord.In(language, bar.Name, bar.Word)));
        string title = Vocabulary.Word(Term.Statistic, table.Statistic, language);
        return new Chart(RankedBars.Draw(bars, [], width, context), Words.CountryAlt.In(language, title, PeriodText.Of(table.Period, language), values));
    }

    /// <summary>Rows by falling share, those without a share after them, the residual last.</summary>
    internal static List<CountryRow> Ranked(CountryTable table) =>
        [.. table.Rows.OrderBy(row => row.Iso3 is null).ThenBy(row => row.Share is null).ThenByDescending(row => row.Share)
            .ThenBy(row => row.Iso3, StringComparer.Ordinal)];

    /// <summary>Rows without a share that are counted and not named, by the reason why they have none.</summary>
    internal static IEnumerable<IGrouping<ValueKind, CountryRow>> More(CountryTable table)
    {
        List<CountryRow> missing = [.. Ranked(table).Where(row => row.Share is null)];
        return missing.Skip(NamedOf(missing.Count)).GroupBy(row => row.Value.Kind);
    }

    /// <summary>A single country is named rather than counted.</summary>
    private static int NamedOf(int missing) => missing == MissingShown + 1 ? missing : MissingShown;

    private static List<Bar> Bars(CountryTable table, ChartContext context)
    {
        Language language = context.Language;
        List<CountryRow> rows = Ranked(table);
        List<CountryRow> known = [.. rows.Where(row => row.Iso3 is not null && row.Share > 0)];
        List<CountryRow> residual = [.. rows.Where(row => row.Iso3 is null && row.Share is not null), .. known.Skip(Shown)];
        List<CountryRow> missing = [.. rows.Where(row => row.Share is null)];
        List<Bar> bars = [.. known.Take(Shown).Select(row => new Bar(ResultText.Country(row.Iso3!, language), row.Share, string.Empty, Plain)
        {
            Percent = context.Write(FigurePath.Country(table, row.Iso3, "share"), row.Share!.Value, DisplayNumber.PercentOfShare),
        })];
        if (residual.Sum(row => row.Share) is > 0 and { } rest)
        {
            bars.Add(new Bar(Words.OthersPlain.In(language), rest, string.Empty, Rest)
            {
                Percent = context.Write(FigurePath.CountriesAfter(table, Shown), rest, DisplayNumber.PercentOfShare),
            });
        }

        foreach (CountryRow row in missing.Take(NamedOf(missing.Count)))
        {
            string name = row.Iso3 is { } iso3 ? ResultText.Country(iso3, language) : Words.OtherCountries.In(language);
            bars.Add(new Bar(name, null, Vocabulary.Word(Term.ValueKind, row.Value.Kind, language), Rest));
        }

        foreach (IGrouping<ValueKind, CountryRow> more in More(table))
        {
            string count = context.Write(FigurePath.CountriesMore(table, more.Key), more.Count(), DisplayNumber.Count);
            bars.Add(new Bar(Words.MoreCountries.In(language, count), null, Vocabulary.Word(Term.ValueKind, more.Key, language), Rest));
        }

        return bars.Count > 0 ? bars : [new Bar(Words.OthersPlain.In(language), null, Vocabulary.Word(Term.ValueKind, ValueKind.NotCollected, language), Rest)];
    }
}
