using Pipeline.App.Api;
using Pipeline.App.Changes.Causes;
using Pipeline.App.Vintages;
using Pipeline.Storage;

namespace Pipeline.App.Portal;

/// <summary>The page that tells what moved between two published vintages and why.</summary>
/// <param name="vintages">Published vintages.</param>
/// <param name="causes">Reports on two of them.</param>
internal sealed class ChangeRoutes(VintageStore vintages, KnownCauses causes)
{
    private static readonly ValueRule AnyVintage = new BlankRule(VintageRoutes.OfVintage.Rule);

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        PageRoute.Of("portal/changes", Access.Reader, "portalChanges", new("二つの版の間で何がなぜ動いたかのページ。", "Page that tells what moved between two vintages and why."), Answers.OfView(ShowAsync)) with
        {
            Query =
            [
                new("before", new("前の版。指定がなければ、後の版の概要資料が比べた前の四半期の版。それがなければ直前の版。", "The earlier vintage; without it the one of the quarter before, which the briefings compare with, and without that the one published before."), AnyVintage),
                new("after", new("後の版。指定がなければ現在の版。", "The later vintage; without it the current one."), AnyVintage) { Example = "2026Q4" },
                new("mineral", new("この鉱種だけを詳しく。", "This mineral alone, in full."), new BlankRule(MineralRoutes.Id.Rule)) { Example = "lithium" },
            ],
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage, ProblemKinds.TooManyWait],
        },
    ];

    private async Task<IResult> ShowAsync(ApiRequest request, PublishedView view)
    {
        IReadOnlyList<PublishedVintage> published = await vintages.ListAsync(request.Cancellation);
        if (!TryFind(published, request.Query("after"), out PublishedVintage? after) || !TryFind(published, request.Query("before"), out PublishedVintage? before))
        {
            return ApiProblems.NoSuchVintage();
        }

        after ??= published.First(one => one.Vintage == view.Published.Vintage);
        before ??= VintageLookup.OfEarlierQuarter(published, after) ?? VintageLookup.Before(published, after);
        string? mineral = request.Query("mineral") is { Length: > 0 } given ? given : null;
        ChangeQuestion question = new(published, before, after, mineral);
        if (before is null || before.Vintage == after.Vintage)
        {
            return ChangesPage.Of(view, question, report: null, request.Language).Answer();
        }

        if (causes.TryOf(before.Vintage, after.Vintage) is not { } computing)
        {
            return ApiProblems.TooManyWait();
        }

        CausesReport report = await computing.WaitAsync(request.Cancellation);
        return ChangesPage.Of(view, question, mineral is null ? report : report.Only(mineral), request.Language).Answer();
    }

    /// <summary>Finds a vintage that is named; false when there is no such vintage.</summary>
    private static bool TryFind(IReadOnlyList<PublishedVintage> published, string? named, out PublishedVintage? found)
    {
        found = null;
        if (string.IsNullOrEmpty(named))
        {
            return true;
        }

        found = VintageLookup.Published(published, named);
        return found is not null;
    }
}

/// <summary>What a reader wants to see explained.</summary>
/// <param name="Published">Published vintages, the current one first.</param>
/// <param name="Before">The earlier vintage, or none where there is none.</param>
/// <param name="After">The later one.</param>
/// <param name="Mineral">The mineral, or none for all.</param>
internal sealed record ChangeQuestion(IReadOnlyList<PublishedVintage> Published, PublishedVintage? Before, PublishedVintage After, string? Mineral)
{
    /// <summary>Where the answer stands.</summary>
    public PortalAddress Address => PortalAddress.Changes(Mineral, Before?.Vintage, After.Vintage);
}
