using System.Text.Json;
using Pipeline.App.Refresh;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Runs;

/// <summary>Which vintage the briefings of a quarter compare with.</summary>
public sealed class PreviousChoiceTests
{
    private static readonly PublishedVintage[] Published = [Vintage("2026Q4-a", 8108001), Vintage("2026Q2-b", 8106001), Vintage("2026Q2-c", 8106002), Vintage("2025Q4-d", 8104001)];

    [Theory]
    // The latest correction of the latest quarter before; a quarter that was left out is passed over.
    [InlineData(2027, 1, "2026Q4-a")]
    [InlineData(2026, 4, "2026Q2-c")]
    [InlineData(2026, 3, "2026Q2-c")]
    [InlineData(2026, 2, "2025Q4-d")]
    [InlineData(2025, 4, null)]
    public void The_newest_vintage_of_the_latest_quarter_before_is_chosen(int year, int number, string? vintage)
    {
        PreviousChoice choice = PreviousChoice.Among(Published, new Quarter(year, number));

        Assert.Equal(vintage is null ? null : new VintageReference(vintage, vintage[..6]), choice.Previous);
        Assert.Equal(vintage ?? "none", choice.Dependency);
    }

    [Fact]
    public void A_manifest_of_an_earlier_version_without_the_member_compares_with_none()
    {
        VintageManifest manifest = new(
            "2026Q4-a", "2026Q4", new DateOnly(2026, 10, 1), "key", "method", "code", [], new ResultCounts(0, 0, 0, 0), [], [], [], [], new VintageReference("2026Q3-b", "2026Q3"));
        string json = JsonSerializer.Serialize(manifest, PipelineJson.Options);
        string earlier = json.Replace(""","previous":{"vintage":"2026Q3-b","quarter":"2026Q3"}""", string.Empty, StringComparison.Ordinal);

        Assert.NotEqual(json, earlier);
        Assert.Equal(manifest.Previous, JsonSerializer.Deserialize<VintageManifest>(json, PipelineJson.Options)!.Previous);
        Assert.Null(JsonSerializer.Deserialize<VintageManifest>(earlier, PipelineJson.Options)!.Previous);
    }

    private static PublishedVintage Vintage(string name, long ordinal) => new(name, ordinal, new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
}
