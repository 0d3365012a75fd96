using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Refresh;

/// <summary>
/// The vintage that the briefings of a run compare with, kept as a file of the run: briefings never change once stored, so all of them, whoever
/// renders them and whenever, must compare with the same one.
/// </summary>
/// <param name="Previous">The newest published vintage of the latest quarter before that of the run, or none when no earlier quarter was published.</param>
internal sealed record PreviousChoice(VintageReference? Previous)
{
    /// <summary>Name of the file of the run that holds it.</summary>
    public const string File = "previous.json";

    /// <summary>The name of the vintage as a dependency of what is rendered.</summary>
    public string Dependency => Previous?.Vintage ?? "none";

    /// <summary>The choice of a run: made once, by whoever asks first.</summary>
    public static async Task<PreviousChoice> OfAsync(RunView run, VintageStore vintages, CancellationToken cancellation) =>
        await run.TryReadAsync<PreviousChoice>(File, cancellation)
        ?? await run.WriteAsync(File, Among(await vintages.ListAsync(cancellation), run.Request.OfQuarter), cancellation);

    /// <summary>The choice for a quarter among published vintages, in any order.</summary>
    public static PreviousChoice Among(IReadOnlyList<PublishedVintage> published, Quarter quarter) => new(published
        .Select(one => (Quarter: QuarterOf(one.Vintage), one.Vintage, one.Ordinal))
        .Where(one => one.Quarter < quarter)
        .OrderByDescending(one => one.Quarter).ThenByDescending(one => one.Ordinal)
        .Select(one => new VintageReference(one.Vintage, one.Quarter!.Value.Code))
        .FirstOrDefault());

    private static Quarter? QuarterOf(string vintage) => Quarter.TryParse(vintage.Split('-')[0], out Quarter quarter) ? quarter : null;
}
