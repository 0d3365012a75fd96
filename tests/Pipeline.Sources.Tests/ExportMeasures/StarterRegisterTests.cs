using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Sources.Tests.ExportMeasures;

/// <summary>The register as it lies in the repository, against the second policy paper (S).</summary>
public sealed class StarterRegisterTests
{
    private const string Paper = "2050年カーボンニュートラル社会実現に向けた鉱物資源政策";

    private static readonly Lazy<IReadOnlyList<ExportMeasureObservation>> Loaded = new(() =>
        [.. Sources.StarterFeeds.Load(PublisherFile.StarterFolder).Where(feed => feed.Entry.Source == "export-measures")
            .SelectMany(feed => SourceReaders.Read(feed.File).Observations).Cast<ExportMeasureObservation>()]);

    /// <summary>Every measure that S names: country, year, mineral (none for all), kind and standing.</summary>
    public static TheoryData<string, int, string?, MeasureKind, MeasureStanding> NamedInThePaper => new()
    {
        // 重要鉱物を巡る各国政策の動向<中国>
        { "CHN", 2010, "rare-earths", MeasureKind.ExportQuota, MeasureStanding.InForce },
        { "CHN", 2015, "rare-earths", MeasureKind.ExportQuota, MeasureStanding.Ended },
        { "CHN", 2020, null, MeasureKind.Other, MeasureStanding.InForce },
        // 中国レアアース管理条例（案）の公表
        { "CHN", 2021, "rare-earths", MeasureKind.DomesticControl, MeasureStanding.Proposed },
        // 重要鉱物を巡る各国政策の動向<米国>
        { "USA", 2020, "rare-earths", MeasureKind.Other, MeasureStanding.InForce },
        { "USA", 2020, "barium", MeasureKind.Other, MeasureStanding.InForce },
        { "USA", 2020, "gallium", MeasureKind.Other, MeasureStanding.InForce },
        { "USA", 2020, "graphite", MeasureKind.Other, MeasureStanding.InForce },
        { "USA", 2021, null, MeasureKind.Other, MeasureStanding.InForce },
        // 資源ナショナリズムの先鋭化
        { "IDN", 2009, null, MeasureKind.OwnershipRequirement, MeasureStanding.InForce },
        { "IDN", 2014, null, MeasureKind.ExportBan, MeasureStanding.InForce },
        { "ZMB", 2012, "copper", MeasureKind.ExportTax, MeasureStanding.InForce },
        { "ZMB", 2012, "cobalt", MeasureKind.ExportTax, MeasureStanding.InForce },
        { "ZMB", 2012, "zinc", MeasureKind.ExportTax, MeasureStanding.InForce },
        { "ZMB", 2012, null, MeasureKind.Other, MeasureStanding.InForce },
        { "ZMB", 2016, "copper", MeasureKind.Royalty, MeasureStanding.Proposed },
        { "ZAF", 2017, null, MeasureKind.OwnershipRequirement, MeasureStanding.Proposed },
        { "ZAF", 2017, null, MeasureKind.LocalRequirement, MeasureStanding.Proposed },
        { "ZAF", 2018, null, MeasureKind.LocalRequirement, MeasureStanding.Proposed },
        { "ZAF", 2018, null, MeasureKind.OwnershipRequirement, MeasureStanding.Proposed },
        { "PHL", 2017, null, MeasureKind.MiningRestriction, MeasureStanding.InForce },
        { "PHL", 2018, null, MeasureKind.MiningRestriction, MeasureStanding.InForce },
        { "PHL", 2018, null, MeasureKind.ExportTax, MeasureStanding.Proposed },
        { "COD", 2018, null, MeasureKind.Royalty, MeasureStanding.InForce },
        { "COD", 2018, "cobalt", MeasureKind.Royalty, MeasureStanding.InForce },
        { "COD", 2020, null, MeasureKind.ExportBan, MeasureStanding.Proposed },
        { "MDG", 2019, null, MeasureKind.OwnershipRequirement, MeasureStanding.Proposed },
        { "MDG", 2019, null, MeasureKind.Royalty, MeasureStanding.Proposed },
    };

    [Theory]
    [MemberData(nameof(NamedInThePaper))]
    public void Every_measure_that_the_paper_names_is_in_the_register_with_the_paper_as_its_source(
        string country, int year, string? mineral, MeasureKind kind, MeasureStanding standing)
    {
        ExportMeasureObservation found = Assert.Single(Loaded.Value, measure => measure.Citation.Contains(Paper, StringComparison.Ordinal)
            && (measure.Iso3, measure.Period.EndYear, measure.Mineral, measure.Kind, measure.Standing) == (country, year, mineral, kind, standing));
        Assert.Contains("slide 「", found.Citation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_paper_is_named_as_source_of_nothing_else() => Assert.Equal(
        NamedInThePaper.Count, Loaded.Value.Count(measure => measure.Citation.Contains(Paper, StringComparison.Ordinal)));

    [Fact]
    public void Every_measure_has_an_act_a_sentence_a_source_and_who_confirmed_it() => Assert.All(Loaded.Value, measure =>
    {
        Assert.NotEmpty(measure.Act);
        Assert.NotEmpty(measure.Description);
        Assert.NotEmpty(measure.ConfirmedBy);
        Assert.NotNull(CountryCatalogue.Find(measure.Iso3));
        Assert.True(measure.Mineral is null || MineralCatalogue.Find(measure.Mineral) is not null, measure.Mineral);
        Assert.True(measure.Period is Month or CalendarYear, measure.Period.Code);
        Assert.False(measure.Cell.Illustrative);
    });

    [Fact]
    public void A_measure_from_elsewhere_names_title_publisher_date_and_address() => Assert.All(
        Loaded.Value.Where(measure => !measure.Citation.Contains(Paper, StringComparison.Ordinal)),
        measure => Assert.Matches("^[^\"]+, \"[^\"]+\", (20[0-9]{2}(-[0-9]{2}){0,2}), https://[^ ]+$|^[^\"]+, (press release|.*measure) [^\"]+, 20[0-9]{2}-[0-9]{2}-[0-9]{2}, https://[^ ]+$", measure.Citation));

    [Fact]
    public void An_act_belongs_to_one_country_over_all_files_of_the_register() => Assert.All(
        Loaded.Value.GroupBy(measure => measure.Act),
        act => Assert.Single(act.Select(measure => measure.Iso3).Distinct()));

    [Fact]
    public void A_renewal_bears_the_name_of_the_act_it_renews()
    {
        ExportMeasureObservation[] suspension = [.. Loaded.Value.Where(measure => measure is { Iso3: "COD", Mineral: "cobalt", Kind: MeasureKind.ExportBan, Standing: MeasureStanding.InForce })];

        Assert.Equal(["2025-02", "2025-06"], suspension.Select(measure => measure.Period.Code).Order(StringComparer.Ordinal));
        Assert.Single(suspension.Select(measure => measure.Act).Distinct());
    }

    [Fact]
    public void A_row_is_known_from_the_day_of_its_document_and_the_paper_from_its_own() => Assert.All(
        Sources.StarterFeeds.Load(PublisherFile.StarterFolder).Where(feed => feed.Entry.Source == "export-measures"),
        feed =>
        {
            DateOnly known = SourceReaders.Read(feed.File).PublishedOn!.Value;
            string year = feed.File.Name["export-measures".Length..^".csv".Length].TrimStart('-');
            Assert.Equal(year.Length == 0 ? 2021 : int.Parse(year, CultureInfo.InvariantCulture), known.Year);
        });

    [Fact]
    public void No_search_is_claimed_so_that_a_country_without_a_measure_is_unknown() => Assert.All(
        Sources.StarterFeeds.Load(PublisherFile.StarterFolder).Where(feed => feed.Entry.Source == "export-measures"),
        feed => Assert.Empty(SourceReaders.Read(feed.File).Observations.OfType<SearchRecordObservation>()));
}
