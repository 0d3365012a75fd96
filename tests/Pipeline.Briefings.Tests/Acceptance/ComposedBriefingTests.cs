using Pipeline.Briefings.Tests.Content;
using Pipeline.Briefings.Tests.Pdf;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Acceptance;

public sealed class ComposedBriefingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("briefings-");

    public static TheoryData<string> Minerals => [.. Fixtures.All.Select(assessment => assessment.Mineral)];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Minerals))]
    public void A_composed_briefing_passes_all_checks_in_both_languages(string mineral) =>
        Check(Fixtures.All.Single(assessment => assessment.Mineral == mineral));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(40)]
    public void Any_number_of_partners_with_the_longest_names_passes_all_checks(int partners) => Check(Fixtures.Copper with
    {
        // The name of the mineral is the longest in English.
        Mineral = "platinum-group",
        Results = [.. Fixtures.Copper.Results.Select(result => result with { Mineral = "platinum-group" })],
        Partners = [.. Fixtures.Copper.Partners.Select(table => Fixtures.PartnersWithLongNames(partners) with { Stage = table.Stage })],
    });

    [Fact]
    public void Tables_of_very_many_rows_pass_all_checks()
    {
        var table = Fixtures.Cobalt.Countries[0];
        Check(Fixtures.Cobalt with
        {
            Countries =
            [
                table with { Rows = [.. CountryCatalogue.All.Take(120).Select((country, i) => table.Rows[0] with { Iso3 = country.Iso3, Value = PublishedValue.Reported(220_000 - (1_000 * i), "n"), Share = (220 - i) / 30_000.0 })] },
                .. Fixtures.Cobalt.Countries.Skip(1),
            ],
            Codes = [.. Enumerable.Range(0, 90).Select(i => Fixtures.Cobalt.Codes[0] with { Code = $"{810500 + i}", ContentFactor = (i + 1) / 100.0 })],
        });
    }

    private void Check(MineralAssessment assessment)
    {
        var context = Fixtures.Context with { Measure = Samples.Fonts.Measure };
        foreach (var language in (Language[])[Language.Japanese, Language.English])
        {
            var document = MineralBriefing.Compose(assessment, context, language);
            var path = Path.Combine(folder.FullName, "briefing.pdf");
            File.WriteAllBytes(path, Samples.Renderer.Render(document));
            PdfChecks.All(path, document);
        }
    }
}
