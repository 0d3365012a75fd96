using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/observations</c>: a page of rows.</summary>
/// <param name="Meta">What holds for all rows.</param>
/// <param name="Observations">The rows.</param>
internal sealed record ObservationList(ObservationMeta Meta, IReadOnlyList<ObservationRow> Observations);

/// <summary>What holds for all rows of a page.</summary>
/// <param name="Vintage">Vintage the page was taken from; with <c>revisions</c> the newest of those it was taken from.</param>
/// <param name="Quarter">Quarter of the vintage.</param>
/// <param name="AsOf">Date of the newest publication used.</param>
/// <param name="PublishedAt">Time of publication.</param>
/// <param name="Method">Parameter set.</param>
/// <param name="Direction">How scores are to be read, in both languages.</param>
/// <param name="Calendar">Calendar of the years that the rows speak of, or none where no bound was asked for.</param>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Units">Units that occur, in both languages.</param>
/// <param name="Sources">Sources that occur, with licence and credit line.</param>
internal sealed record ObservationMeta(
    string Vintage, string Quarter, DateOnly AsOf, DateTimeOffset PublishedAt, string Method, string Direction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Calendar? Calendar,
    int Total, IReadOnlyList<UnitWords> Units, IReadOnlyList<SourceCredit> Sources)
{
    /// <summary>The block of a page.</summary>
    /// <param name="vintage">Vintage the page was taken from.</param>
    /// <param name="calendar">Calendar of the years, or none.</param>
    /// <param name="total">Rows of all pages.</param>
    /// <param name="rows">Rows of the page.</param>
    /// <param name="uses">Files by the identifier of the vintage that rests on them, for every vintage that a row names.</param>
    public static ObservationMeta Of(VintageFigures vintage, Calendar? calendar, int total, IReadOnlyList<ObservationRow> rows, IReadOnlyDictionary<string, IReadOnlyList<SourceUse>> uses)
    {
        Meta meta = Meta.Of(vintage.Published, vintage.Manifest);
        return new ObservationMeta(
            meta.Vintage, meta.Quarter, meta.AsOf, meta.PublishedAt, meta.Method, meta.Direction, calendar, total,
            [.. rows.Select(row => row.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(UnitWords.Of)],
            [.. rows.GroupBy(row => row.Vintage).SelectMany(group => Credits(group, uses[group.Key])).Distinct()]);
    }

    /// <summary>Whom rows of one vintage are from.</summary>
    private static IEnumerable<SourceCredit> Credits(IEnumerable<ObservationRow> rows, IReadOnlyList<SourceUse> uses)
    {
        HashSet<string> sources = [.. rows.SelectMany(row => row.Sources)];
        return uses.Where(use => sources.Contains(use.Source)).Select(SourceCredit.Of);
    }
}

/// <summary>A unit in both languages; empty words for the pure number.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Ja">Japanese words.</param>
/// <param name="En">English words.</param>
internal sealed record UnitWords(string Unit, string Ja, string En)
{
    /// <summary>The words of a unit.</summary>
    public static UnitWords Of(string unit)
    {
        Bilingual words = Code.WordsOrItself(Term.Unit, unit);
        return new UnitWords(unit, words.Ja, words.En);
    }
}

/// <summary>Whom figures are from, and on which terms.</summary>
/// <param name="Source">Identifier of the source.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="Licence">Licence in one line.</param>
/// <param name="Citation">Credit line that outputs must show.</param>
/// <param name="Illustrative">True for invented or illustrative input.</param>
internal sealed record SourceCredit(string Source, string Publisher, string Title, string Licence, string Citation, bool Illustrative)
{
    /// <summary>The credit of a file.</summary>
    public static SourceCredit Of(SourceUse use) => new(use.Source, use.Publisher, use.Title, use.Licence, use.Citation, use.Illustrative);
}
