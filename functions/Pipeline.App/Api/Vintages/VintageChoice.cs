using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>A vintage that a request means.</summary>
/// <param name="Published">The vintage.</param>
/// <param name="Freshness">How long an answer from it may be used again: for good where the address names it whole.</param>
/// <param name="IsSettled">True when no publication behind the current vintage can make the same words mean another one.</param>
internal sealed record ChosenVintage(PublishedVintage Published, Freshness Freshness, bool IsSettled);

/// <summary>Chooses a published vintage: by its identifier, by its quarter, or by a day, which stands for the vintage that readers had at its end.</summary>
internal static class VintageChoice
{
    /// <summary>The parameter.</summary>
    public static ApiParameter AsOf { get; } = VintageRoutes.OfVintage with
    {
        Name = "asOf",
        Meaning = new(
            "どの時点で知られていたことか：版の識別子、四半期（その最新の版）、又は日付（その日の終わり（UTC）に公表されていた版）。指定がなければ現在の版。",
            "As known when: a vintage, a quarter (its newest vintage) or a day (the vintage that was current at its end, UTC); without it the current vintage."),
        Rule = new EitherRule(VintageRoutes.OfVintage.Rule, new DayRule()),
    };

    private static readonly DayRule Day = new();

    /// <summary>The vintage that the words mean, or none.</summary>
    /// <param name="wanted">The words, or none for the current vintage.</param>
    /// <param name="view">The current vintage.</param>
    /// <param name="list">Lists the published vintages, the current one first, then by falling ordinal.</param>
    public static async Task<ChosenVintage?> FindAsync(string? wanted, PublishedView view, Func<Task<IReadOnlyList<PublishedVintage>>> list)
    {
        if (wanted is null)
        {
            return new ChosenVintage(view.Published, Freshness.Latest, IsSettled: true);
        }

        if (wanted == view.Published.Vintage)
        {
            return new ChosenVintage(view.Published, Freshness.Pinned, IsSettled: true);
        }

        IReadOnlyList<PublishedVintage> published = await list();
        if (Day.Accepts(wanted))
        {
            DateTimeOffset end = new(DayRule.Parse(wanted), TimeOnly.MaxValue, TimeSpan.Zero);
            return published.Where(vintage => vintage.PublishedAt <= end).MaxBy(vintage => vintage.Ordinal) is { } then ? new ChosenVintage(then, Freshness.Latest, IsSettled: true) : null;
        }

        if (VintageLookup.Published(published, wanted) is not { } found)
        {
            return null;
        }

        bool isNamed = found.Vintage == wanted;
        return new ChosenVintage(found, isNamed ? Freshness.Pinned : Freshness.Latest, IsSettled: isNamed);
    }
}
