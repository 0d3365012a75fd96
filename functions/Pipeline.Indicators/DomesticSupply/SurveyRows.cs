using Pipeline.Domain;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Scenarios;

namespace Pipeline.Indicators.DomesticSupply;

/// <summary>
/// Rows of the domestic survey that speak of one mineral as a whole. A part (neodymium of rare earths) is never added to its whole, so its
/// rows are left out here. One key may hold several rows, of different bases: they are chosen from, never added.
/// </summary>
internal sealed class SurveyRows
{
    private static readonly DomesticQuantity[] Shares = [DomesticQuantity.EquityShare];
    private static readonly DomesticQuantity[] Rates = [DomesticQuantity.PublishedSelfSufficiency];

    private readonly DomesticSupplyObservation[] rows;

    /// <summary>Sorts the rows of a mineral; every figure is checked, because a wrong one would move demand or a component.</summary>
    /// <exception cref="ImplausibleValueException">A quantity below zero, or an equity share outside 0..1.</exception>
    /// <exception cref="UnitMismatchException">A figure of the mineral is in another unit than its quantity has.</exception>
    internal SurveyRows(string mineral, IEnumerable<DomesticSupplyObservation> all)
    {
        Mineral = mineral;
        rows = [.. LatestSnapshot.Of(all.Where(row => row.Mineral == mineral && row.Part is null), row => (row.Quantity, row.Site, row.Period, row.Basis))
            .OrderBy(row => row.Quantity)
            .ThenBy(row => row.Period.EndYear).ThenBy(row => row.Period.Code, StringComparer.Ordinal)
            .ThenBy(row => row.Site, StringComparer.Ordinal)
            .ThenBy(row => row.Basis, StringComparer.Ordinal)
            .ThenBy(row => row.Citation, StringComparer.Ordinal)
            .ThenBy(row => row.Cell.File, StringComparer.Ordinal).ThenBy(row => row.Cell.Row)];
        foreach (DomesticSupplyObservation row in rows)
        {
            Check(row);
        }
    }

    /// <summary>Identifier of the mineral.</summary>
    internal string Mineral { get; }

    /// <summary>True when a scenario states every figure: a baseline that is typed in has one row of a key, and nothing to choose from.</summary>
    internal bool AreTypedIn => rows.Length > 0 && rows.All(ScenarioSource.States);

    /// <summary>Figures of the mineral as a whole of one quantity, oldest first.</summary>
    internal IEnumerable<DomesticSupplyObservation> Of(DomesticQuantity quantity) => rows.Where(row => row.Quantity == quantity && row.Site is null);

    /// <summary>Figures of single mines or smelters of one quantity in one period, in order of the site.</summary>
    internal IEnumerable<DomesticSupplyObservation> BySite(DomesticQuantity quantity, Period period) =>
        rows.Where(row => row.Quantity == quantity && row.Site is not null && row.Period == period);

    /// <summary>Leaf of evidence for a row; its value is the one that is asked for.</summary>
    internal static EvidenceNode Leaf(DomesticSupplyObservation row, double? value) =>
        new(Words(row.Quantity), Subject(row), value, row.Unit) { Cells = [row.Cell], Corrections = row.Corrections };

    /// <summary>Site and period of a row, for people.</summary>
    internal static string Subject(DomesticSupplyObservation row) => row.Site is null ? row.Period.Code : $"{row.Site}, {row.Period.Code}";

    /// <summary>Name of a quantity as words: <c>domestic demand</c>.</summary>
    internal static string Words(DomesticQuantity quantity) =>
        string.Concat(quantity.ToString().Select((letter, index) => (char.IsUpper(letter) && index > 0 ? " " : string.Empty) + char.ToLowerInvariant(letter)));

    private static void Check(DomesticSupplyObservation row)
    {
        (string unit, double most) = Shares.Contains(row.Quantity) ? ("1", 1) : Rates.Contains(row.Quantity) ? ("percent", double.PositiveInfinity) : ("t", double.PositiveInfinity);
        if (row.Unit != unit)
        {
            throw new UnitMismatchException(new Fault(row.Source, row.Cell.Address, unit, row.Unit, "convert the figure before it is entered"));
        }

        // The message says what is wrong with the figure but not the figure: a return of a company is not for every reader of a log.
        if (Ends(row.Value).Any(value => value < 0))
        {
            throw Implausible(row, $"a {Words(row.Quantity)} of 0 or more", "a negative figure");
        }

        if (Ends(row.Value).Any(value => value > most))
        {
            throw Implausible(row, "an equity share from 0 to 1", "a figure above 1");
        }

        if (row.LargestShare is < 0 or > 1 || row.Contributors is < 0)
        {
            throw Implausible(row, "contributors of 0 or more and a largest share from 0 to 1", "figures outside these ranges");
        }
    }

    private static IEnumerable<double> Ends(PublishedValue value) => new[] { value.Point, value.Low, value.High }.OfType<double>();

    private static ImplausibleValueException Implausible(DomesticSupplyObservation row, string expected, string found) =>
        new(new Fault(row.Source, row.Cell.Address, expected, found, "mend the row and send the survey again"));
}
