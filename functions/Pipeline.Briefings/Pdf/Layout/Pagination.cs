namespace Pipeline.Briefings.Pdf.Layout;

/// <summary>Divides the body of a document into pages.</summary>
internal static class Pagination
{
    // A few lines alone on the last page look like a mistake: the page before it gives some of its own.
    private const double LeastOnLastPage = PageFrame.Height / 6;
    private const double LeastOnThePageBefore = PageFrame.Height / 2;

    /// <summary>The pages in order.</summary>
    /// <exception cref="BlockDoesNotFitException">A block is larger than an empty page.</exception>
    public static IReadOnlyList<DrawAt> Of(ColumnFlow body)
    {
        var pages = new List<Placed>();
        ColumnFlow? before = null;
        for (ColumnFlow? rest = body; rest is not null;)
        {
            var placed = OnEmptyPage(rest);
            pages.Add(placed);
            if (placed.Rest is null && before is not null && placed.Height < LeastOnLastPage) Balance(pages, before);
            (before, rest) = (rest, placed.Rest as ColumnFlow);
        }
        return [.. pages.Select(page => page.Draw!)];
    }

    /// <summary>Places the last two pages anew, the first of them shorter, where that leaves both with enough.</summary>
    private static void Balance(List<Placed> pages, ColumnFlow flow)
    {
        var lacking = LeastOnLastPage - pages[^1].Height;
        var shorter = flow.Place(PageFrame.Width, pages[^2].Height - lacking);
        if (shorter is not { Height: >= LeastOnThePageBefore, Rest: ColumnFlow rest } || OnEmptyPage(rest) is not { Rest: null } last) return;
        (pages[^2], pages[^1]) = (shorter, last);
    }

    private static Placed OnEmptyPage(ColumnFlow flow)
    {
        var placed = flow.Place(PageFrame.Width, PageFrame.Height);
        return placed.Draw is null ? throw new BlockDoesNotFitException(flow.Section ?? "", flow.Name, PageFrame.Width, PageFrame.Height) : placed;
    }
}
