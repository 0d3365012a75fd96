using Pipeline.Domain;
using Pipeline.Sources.Cells;

namespace Pipeline.Sources.Tests.Templates;

/// <summary>How an office writes a figure (indicators, section 2); the signs are those of the published tables.</summary>
public sealed class PublishedTextTests
{
    [Theory]
    [InlineData("1,234", ValueKind.Reported, 1234d)]
    [InlineData("1,200e", ValueKind.Estimated, 1200d)]
    [InlineData("1200 e", ValueKind.Estimated, 1200d)]
    [InlineData("-", ValueKind.ReportedZero, 0d)]
    [InlineData("0e", ValueKind.ReportedZero, 0d)]
    [InlineData("140–575", ValueKind.Estimated, 357.5)]
    [InlineData("W", ValueKind.WithheldBySource, null)]
    [InlineData("NA", ValueKind.NotCollected, null)]
    [InlineData("XX", ValueKind.NotApplicable, null)]
    [InlineData(">40", ValueKind.Reported, null)]
    public void A_figure_or_sign_has_its_kind_and_point(string text, ValueKind kind, double? point)
    {
        PublishedValue read = PublishedText.ReadMarked(text)!;
        Assert.Equal((kind, point, text), (read.Kind, read.Point, read.Text));
    }

    [Theory]
    [InlineData("e")]
    [InlineData("We")]
    [InlineData("E")]
    [InlineData("ten")]
    [InlineData("１２")]
    public void Anything_else_is_no_figure(string text) => Assert.Null(PublishedText.ReadMarked(text));
}
