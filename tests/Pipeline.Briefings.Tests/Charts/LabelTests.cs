using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Briefings.Tests.Content;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Charts;

public sealed class LabelTests
{
    public static TheoryData<int, Language> PartnerCounts
    {
        get
        {
            TheoryData<int, Language> data = [];
            foreach (int count in new[] { 1, 3, 12, 40 })
                foreach (Language language in Enum.GetValues<Language>()) data.Add(count, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PartnerCounts))]
    public void Countries_with_long_names_neither_overlap_nor_leave_the_chart(int countries, Language language)
    {
        CountryTable table = Fixtures.Cobalt.Countries[0] with
        {
            Rows =
            [
                .. Fixtures.PartnersWithLongNames(countries).Rows.Select(row =>
                    new CountryRow(row.Iso3, PublishedValue.Reported(row.Share, "text"), row.Share, [], new SourceCell("hash", "file.csv", null, 1, "Value"))),
                new CountryRow(null, PublishedValue.Withheld("W"), null, [], new SourceCell("hash", "file.csv", null, 1, "Value")),
            ],
        };
        foreach (double width in new[] { 200.0, 240, 493 }) AssertApart(CountryChart.Draw(table, width, Typeface.Context(language)).Drawing);
    }

    public static TheoryData<string, Language> Briefings => MineralBriefingTests.Briefings;

    [Theory]
    [MemberData(nameof(PartnerCounts))]
    public void The_longest_names_neither_overlap_nor_leave_the_chart(int partners, Language language)
    {
        foreach (double width in new[] { 200.0, 240, 493 })
            AssertApart(PartnerChart.Draw(Fixtures.PartnersWithLongNames(partners), width, Typeface.Context(language)).Drawing);
    }

    [Theory]
    [MemberData(nameof(Briefings))]
    public void No_label_of_a_briefing_overlaps_another_or_is_cut_off(string mineral, Language language)
    {
        MineralAssessment assessment = Fixtures.All.Single(candidate => candidate.Mineral == mineral);
        Document document = MineralBriefing.Compose(assessment, Fixtures.Context with { Measure = Typeface.Fonts.Measure }, language);
        Assert.All(document.Blocks().OfType<Figure>(), figure => AssertApart(figure.Drawing));
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void Forty_years_of_imports_thin_their_years(Language language)
    {
        List<ImportYear> years = [.. Enumerable.Range(1985, 40).Select(year => new ImportYear(new CalendarYear(year), 1_000_000 + year, null, [], null, [], null))];
        Drawing drawing = ImportChart.Draw(years, 493, Typeface.Context(language)).Drawing;
        AssertApart(drawing);
        Assert.Contains(drawing.Shapes, shape => shape is Label { Text: "2024" });
    }

    /// <summary>No label lies over another, and none leaves the drawing.</summary>
    internal static void AssertApart(Drawing drawing)
    {
        Assert.NotEmpty(drawing.Shapes.OfType<Label>());
        DrawingChecks.LabelsStandApart(drawing);
    }
}
