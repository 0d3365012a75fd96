using Pipeline.Briefings.Numbers;
using Pipeline.Domain;

namespace Pipeline.Briefings.Charts;

/// <summary>Source countries of one stage, largest share first: ten bars and the rest together; colour and pattern tell the class of institutional risk.</summary>
public static class PartnerChart
{
    /// <summary>Number of partners that have a bar of their own.</summary>
    public const int Shown = 10;

    /// <summary>Draws the bars.</summary>
    /// <param name="table">Partners; at least one.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="context">Language and widths of texts.</param>
    public static Chart Draw(PartnerTable table, double width, ChartContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfZero(table.Rows.Count);
        Language language = context.Language;
        List<PartnerRow> rows = Ranked(table);
        int shown = ShownOf(rows.Count);
        List<Bar> bars = [.. rows.Take(shown).Select(row =>
            new Bar(Name(row, language), row.Share, string.Empty, InstitutionalRiskClass.Of(row.InstitutionalRisk))
            {
                Percent = context.Write(FigurePath.Partner(table.Stage, row.Iso3, "share"), row.Share, DisplayNumber.PercentOfShare),
            })];
        if (rows.Count > shown)
        {
            double rest = rows.Skip(shown).Sum(row => row.Share);
            string count = context.Write(FigurePath.PartnersAfter(table.Stage, shown, "count"), rows.Count - shown, DisplayNumber.Count);
            bars.Add(new Bar(Words.Others.In(language, count), rest, string.Empty, InstitutionalRiskClass.Mixed)
            {
                Percent = context.Write(FigurePath.PartnersAfter(table.Stage, shown, "share"), rest, DisplayNumber.PercentOfShare),
            });
        }

        List<(string, Look)> key = [.. InstitutionalRiskClass.Order.Where(look => bars.Exists(bar => bar.Look == look))
            .Select(look => (InstitutionalRiskClass.Word(look).In(language), look))];
        string values = string.Join(Words.ListSeparator.In(language), bars.Select(bar => Words.BarAlt.In(
            language, bar.Name, DisplayNumber.PercentOfShare(bar.Share!.Value), InstitutionalRiskClass.Word(bar.Look).In(language))));
        return new Chart(
            RankedBars.Draw(bars, key, width, context),
            Words.PartnerAlt.In(language, Vocabulary.Word(Term.Stage, table.Stage, language), PeriodText.Of(table.Period, language), values));
    }

    /// <summary>How many of a number of partners are named: ten, or eleven where only one would be left.</summary>
    internal static int ShownOf(int partners) => partners == Shown + 1 ? partners : Math.Min(partners, Shown);

    /// <summary>Partners by falling share; equal shares by ISO code, an unknown origin last among equals.</summary>
    internal static List<PartnerRow> Ranked(PartnerTable table) =>
        [.. table.Rows.OrderByDescending(row => row.Share).ThenBy(row => row.Iso3 ?? "~", StringComparer.Ordinal)];

    /// <summary>Name of a partner.</summary>
    internal static string Name(PartnerRow row, Language language) =>
        row.Iso3 is { } iso3 ? ResultText.Country(iso3, language) : Words.UnknownOrigin.In(language);
}
