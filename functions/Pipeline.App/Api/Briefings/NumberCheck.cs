using System.Text.Json.Serialization;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>How a printed number stands to what its address leads to now.</summary>
internal enum NumberStanding
{
    /// <summary>The address leads to the printed value.</summary>
    Confirmed,

    /// <summary>The vintage was made with other code, and the present code gives another value.</summary>
    AnotherValue,

    /// <summary>The vintage was made with other code, and the present code cannot follow the address.</summary>
    NotResolved,

    /// <summary>The part of one cause in a change: computed once, at publication, and not computed again here.</summary>
    SplitAtPublication,
}

/// <summary>
/// A printed number beside what its address leads to now. A paper outlives the code that made it, so only the code of its vintage is held to its very value.
/// </summary>
/// <param name="Standing">How the two stand to each other.</param>
/// <param name="Says">The same as a sentence.</param>
internal sealed record NumberCheck(NumberStanding Standing, string Says)
{
    /// <summary>What the present code gives, where that is another value than the printed one; in the unit of the number.</summary>
    public double? PresentValue { get; init; }

    /// <summary>What the address leads to, or none where the present code cannot follow it.</summary>
    [JsonIgnore]
    public ResolvedFigure? Figure { get; private init; }

    /// <summary>Follows the address of a printed number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="vintage">Vintage of its briefing.</param>
    /// <param name="madeWith">Version of the code that made the vintage.</param>
    /// <param name="present">Version of the code that follows the address.</param>
    /// <param name="resolve">Follows the address.</param>
    /// <exception cref="CorruptContentException">The code of the vintage gives another value: what is stored has changed.</exception>
    public static async Task<NumberCheck> OfAsync(PrintedNumber number, string vintage, string madeWith, string present, Func<Task<ResolvedFigure>> resolve)
    {
        bool isSameCode = madeWith == present;
        ResolvedFigure figure;
        try
        {
            figure = await resolve();
        }
        catch (PipelineException fault) when (!isSameCode && fault is FigureAddressException or MissingEvidenceException or CorruptContentException)
        {
            return new NumberCheck(
                NumberStanding.NotResolved,
                $"The vintage was made with code {madeWith}; the present code {present} cannot follow the address: it expects {fault.Fault.Expected}. The printed value stands as it was stored.");
        }

        // The parts of causes are kept in the list of numbers alone: beside themselves they would always agree.
        if (FigureResolver.IsCause(number.Address))
        {
            return new NumberCheck(
                NumberStanding.SplitAtPublication,
                "The change was split among its causes when the vintage was published; this part is kept as it was printed and is not computed again here. The address under 'changes' splits the change anew.")
            { Figure = figure };
        }

        if (figure.Value == number.Value)
        {
            return new NumberCheck(NumberStanding.Confirmed, "The address leads to the printed value.") { Figure = figure };
        }

        return isSameCode
            ? throw new CorruptContentException(new Fault(
                $"vintage {vintage}", number.Address.Text, "the value that the briefing printed", "another one", "restore the assessment from the account's backup"))
            : new NumberCheck(
                NumberStanding.AnotherValue,
                $"The vintage was made with code {madeWith}; the present code {present} gives another value. Formulas and evidence lead to that one, the printed value stands as it was stored.")
            { Figure = figure, PresentValue = figure.Value };
    }
}
