using System.Globalization;

namespace Pipeline.App.Api;

/// <summary>
/// Addresses of what belongs to one briefing. Each names its vintage: what is described and what is fetched are then of one vintage, also when another
/// one is published in between.
/// </summary>
/// <param name="Id">Identifier of the briefing, such as <c>cobalt.ja</c>.</param>
/// <param name="Vintage">Identifier of its vintage.</param>
internal readonly record struct BriefingAddress(string Id, string Vintage)
{
    /// <summary>What the briefing is and what it rests on.</summary>
    public string Description => Of(string.Empty);

    /// <summary>The PDF.</summary>
    public string Content => Of("/content");

    /// <summary>The numbers that it prints.</summary>
    public string Numbers => Of("/numbers");

    /// <summary>One of them.</summary>
    /// <param name="number">Its running number.</param>
    public string Number(int number) => Of("/numbers/" + number.ToString(CultureInfo.InvariantCulture));

    private string Of(string part) => $"/api/v1/briefings/{Id}{part}?vintage={Vintage}";
}
