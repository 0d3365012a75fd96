namespace Pipeline.App.Api;

/// <summary>A kind of problem (RFC 9457). Its address is <c>/api/v1/problems/{slug}</c>, a page in both languages.</summary>
/// <param name="Slug">Last part of the address; never changes.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is, the same for every occurrence.</param>
/// <param name="Remedy">What the caller can do.</param>
internal sealed record ProblemKind(string Slug, int Status, Bilingual Title, Bilingual Remedy)
{
    /// <summary>Address of the page of a kind.</summary>
    public string Address => $"/api/v1/problems/{Slug}";
}
