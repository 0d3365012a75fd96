namespace Pipeline.App.Api;

/// <summary>The value of <c>Link</c> (RFC 8288) on a page of a list: its neighbours, its licence, its description and the address to cite it by.</summary>
internal static class PageLinks
{
    /// <summary>Where the terms of every source stand.</summary>
    public const string Licence = "</api/v1/sources>; rel=\"license\"";

    /// <summary>Where the meaning of every column and code stands.</summary>
    public const string Description = "</api/v1/indicators>; rel=\"describedby\"";

    /// <summary>The links of a page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="first">Cursor of the first page.</param>
    /// <param name="start">Place of the first row of this page, from 0.</param>
    /// <param name="length">Rows of a page.</param>
    /// <param name="total">Rows of all pages.</param>
    public static string Of(ApiRequest request, PageCursor first, int start, int length, int total)
    {
        string Link(int place, string relation) => $"<{ObservationQuestion.Address(request, first with { Start = place })}>; rel=\"{relation}\"";
        return string.Join(", ",
        [
            Link(0, "first"),
            .. start > 0 ? [Link(Math.Max(0, start - length), "prev")] : Array.Empty<string>(),
            .. start + length < total ? [Link(start + length, "next")] : Array.Empty<string>(),
            Link(start, "cite-as"),
            Licence,
            Description,
        ]);
    }
}
