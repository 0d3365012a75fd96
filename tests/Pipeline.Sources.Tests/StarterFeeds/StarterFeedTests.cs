using System.Text;
using Pipeline.Domain;

namespace Pipeline.Sources.Tests.StarterFeeds;

/// <summary>The feeds as they lie in the repository.</summary>
public class StarterFeedTests
{
    private static readonly Lazy<IReadOnlyList<StarterFeed>> Loaded = new(() => Sources.StarterFeeds.Load(PublisherFile.StarterFolder));

    [Fact]
    public void Every_feed_has_the_bytes_of_the_manifest_and_is_read_by_its_source_without_a_bad_row()
    {
        Assert.All(Loaded.Value, feed =>
        {
            ReadResult result = SourceReaders.Read(feed.File);
            Assert.Equal((feed.Entry.Source, feed.Entry.Edition, feed.Entry.RowsKept), (result.Source, result.Edition, result.RowsRead));
            Assert.Empty(result.Quarantined);
            Assert.NotEmpty(result.Observations);
            Assert.Equal(result.Observations.Any(observation => observation.Cell.Illustrative), feed.Entry.Illustrative);
        });
    }

    [Fact]
    public void The_years_are_those_the_first_run_needs()
    {
        string[] trade = [.. Loaded.Value.Where(feed => feed.Entry.Source == "mof-trade").Select(feed => feed.Entry.Edition).Order(
            StringComparer.Ordinal)];
        string[] expected =
        [
            .. Enumerable.Range(2011, 10).Select(year => $"{year} (by country)"),
            .. Enumerable.Range(2009, 16).Where(year => year != 2010).Select(year => $"{year} (totals)"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), trade);
        Assert.Equal("2023 release, 1996-2022", Assert.Single(Loaded.Value, feed => feed.Entry.Source == "wgi").Entry.Edition);
        Assert.Equal(
            "1960M01-2025M11, updated 2025-12-02", Assert.Single(Loaded.Value, feed => feed.Entry.Source == "pink-sheet").Entry.Edition);
        Assert.Equal(
            ["2022", "2023", "2025", "2026"],
            Loaded.Value.Where(feed => feed.Entry.Source == "usgs-mcs").Select(feed => feed.Entry.Edition).Distinct().Order(
                StringComparer.Ordinal));
    }

    [Fact]
    public void No_feed_is_larger_than_the_limit() =>
        Assert.All(Loaded.Value, feed => Assert.InRange(feed.File.Bytes.Length, 1, StarterFeedTool.LargestFeed));

    [Theory]
    [InlineData(2011)]
    [InlineData(2012)]
    [InlineData(2013)]
    [InlineData(2014)]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Imports_by_country_add_up_to_the_published_totals_of_every_code(int year)
    {
        Dictionary<string, (double?, string?, double)> totals = Trade($"{year} (totals)")
            .ToDictionary(row => row.Code, row => (row.Quantity, row.Unit, row.ValueThousandYen));
        Dictionary<string, (double?, string?, double)> sums = Trade($"{year} (by country)").GroupBy(row => row.Code)
            .ToDictionary(rows => rows.Key, rows =>
                (rows.Sum(row => row.Quantity), rows.Select(row => row.Unit).Distinct().Single(), rows.Sum(row => row.ValueThousandYen)));
        Assert.Equal(totals.OrderBy(pair => pair.Key, StringComparer.Ordinal), sums.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_run_has_cobalt_and_copper_of_2020_as_published()
    {
        List<TradeObservation> totals = Trade("2020 (totals)");

        // 40,580 + 105,016 + 295,413 + 68,536 + 495,324 + 260,805 + 20,484 + 95,351 + 745,236 + 2,405,025 + 0 + 497,151 + 199,963 t from thirteen countries.
        Assert.Equal(5_228_884, totals.Single(row => row.Code == "260300000").Weight);

        // Finland, tariff code 8105.20-000: 4,937,125 kg for 18,723,110 thousand yen.
        TradeObservation finland = Trade("2020 (by country)").Single(row => row.Code == "810520000" && row.Origin!.Iso3 == "FIN");
        Assert.Equal((4937.125, 18_723_110), (finland.Weight, finland.ValueThousandYen));
    }

    [Fact]
    public void Governance_covers_every_economy_with_six_dimensions_and_all_years()
    {
        ReadResult result = SourceReaders.Read(Loaded.Value.Single(feed => feed.Entry.Source == "wgi").File);
        Assert.Equal(214 * 6 * 24, result.Observations.Count);
        Assert.Equal(0, result.RowsOutOfScope);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        using TemporaryFolder folder = TemporaryFolder.CopyOf(PublisherFile.StarterFolder);
        string path = Path.Combine(folder.Path, "wgi", "WGIData.csv");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^10] ^= 1;
        File.WriteAllBytes(path, bytes);
        Fault fault = Assert.Throws<UnreadableFileException>(() => Sources.StarterFeeds.Load(folder.Path)).Fault;
        Assert.Equal("wgi/WGIData.csv", fault.Source);
        Assert.StartsWith("SHA-256 ", fault.Expected, StringComparison.Ordinal);
        Assert.NotEqual(fault.Expected, fault.Found);
    }

    [Fact]
    public void A_missing_feed_is_named()
    {
        using TemporaryFolder folder = TemporaryFolder.CopyOf(PublisherFile.StarterFolder);
        File.Delete(Path.Combine(folder.Path, "wgi", "WGIData.csv"));
        Assert.Equal("wgi/WGIData.csv", Assert.Throws<UnreadableFileException>(() => Sources.StarterFeeds.Load(folder.Path)).Fault.Source);
    }

    [Theory]
    [InlineData("\"feeds\"", "\"food\"")]
    [InlineData("\"illustrative\": false", "\"illustrative\": false, \"extra\": 1")]
    [InlineData("\"path\": \"wgi/WGIData.csv\"", "\"path\": \"wgi/../../secret\"")]
    [InlineData("\"path\": \"wgi/WGIData.csv\"", "\"path\": \"wgi/..\"")]
    [InlineData("\"path\": \"wgi/WGIData.csv\"", "\"path\": \"pink-sheet/WGIData.csv\"")]
    public void A_manifest_with_another_form_is_refused(string good, string bad)
    {
        using TemporaryFolder folder = TemporaryFolder.CopyOf(PublisherFile.StarterFolder);
        string path = Path.Combine(folder.Path, StarterFeedManifest.FileName);
        string manifest = File.ReadAllText(path, Encoding.UTF8);
        Assert.Contains(good, manifest, StringComparison.Ordinal);
        File.WriteAllText(path, manifest.Replace(good, bad, StringComparison.Ordinal));
        Assert.Equal(StarterFeedManifest.FileName,
            Assert.Throws<LayoutDriftException>(() => Sources.StarterFeeds.Load(folder.Path)).Fault.Source);
    }

    private static List<TradeObservation> Trade(string edition) =>
        [.. SourceReaders.Read(Loaded.Value.Single(feed => feed.Entry.Edition == edition).File).Observations.Cast<TradeObservation>()];
}
