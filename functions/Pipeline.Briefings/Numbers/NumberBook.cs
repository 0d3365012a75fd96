using Pipeline.Briefings.Documents;

namespace Pipeline.Briefings.Numbers;

/// <summary>The numbers of a briefing in the making. A number is looked up through its address when it is printed: none can be printed that has none.</summary>
/// <param name="resolver">Follows the addresses.</param>
internal sealed class NumberBook(FigureResolver resolver)
{
    private readonly List<(ResolvedFigure Figure, string Text)> tickets = [];
    private readonly Dictionary<(FigureAddress Address, string Text), int> byText = [];
    private readonly Dictionary<FigureAddress, ResolvedFigure> resolved = [];

    /// <summary>What an address leads to.</summary>
    /// <exception cref="FigureAddressException">It leads nowhere.</exception>
    public ResolvedFigure Find(FigureAddress address)
    {
        if (resolved.TryGetValue(address, out ResolvedFigure? known)) return known;
        return resolved[address] = resolver.Resolve(address);
    }

    /// <summary>The figure at an address as text with its marks.</summary>
    /// <param name="address">Where the figure stands.</param>
    /// <param name="format">Rounds and words the value.</param>
    /// <exception cref="FigureAddressException">The address leads nowhere.</exception>
    /// <exception cref="Domain.MissingEvidenceException">The figure has no evidence.</exception>
    public string Print(FigureAddress address, Func<double, string> format)
    {
        ResolvedFigure figure = Find(address);
        string text = format(figure.Value);
        if (!byText.TryGetValue((address, text), out int ticket))
        {
            byText[(address, text)] = ticket = tickets.Count;
            tickets.Add((figure, text));
        }

        return NumberMarks.Around(ticket, text);
    }

    /// <summary>The document without marks, and the numbers it prints in reading order. What was looked up and not printed has no number.</summary>
    /// <param name="marked">The document as composed.</param>
    /// <param name="addresses">Where the numbers are looked up; without it captions and notes do not name them.</param>
    public ComposedBriefing Finish(Document marked, NumberAddresses? addresses = null)
    {
        MarkedDocument pass = new();
        Document document = pass.Resolve(marked);
        IReadOnlyList<PrintedNumber> numbers = [.. pass.Printed.Select((printed, index) => Entry(index + 1, tickets[printed.Ticket], printed))];
        return new ComposedBriefing(addresses is null ? document : new NumberReferences(numbers, addresses).Add(document), numbers);
    }

    private static PrintedNumber Entry(int number, (ResolvedFigure Figure, string Text) ticket, PrintedTicket printed) => new(
        number,
        ticket.Text,
        ticket.Figure.Address,
        ticket.Figure.Value,
        ticket.Figure.Unit,
        ticket.Figure.Period,
        ticket.Figure.Status,
        ticket.Figure.Illustrative,
        ticket.Figure.Flags,
        printed.Places)
    {
        Notes = printed.Notes,
    };
}
