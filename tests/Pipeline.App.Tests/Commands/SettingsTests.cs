using Microsoft.Extensions.Configuration;
using Pipeline.App.Settings;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Commands;

public sealed class SettingsTests
{
    [Fact]
    public void An_unknown_setting_of_ours_is_refused_with_the_nearest_name()
    {
        SettingException refusal = Assert.Throws<SettingException>(() => Load(("Pipeline:OficeNameJa", "課")));

        Assert.Contains("OfficeNameJa", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("33")]
    [InlineData("two")]
    public void A_number_of_parallel_steps_outside_its_range_is_refused(string value) =>
        Assert.Throws<SettingException>(() => Load(("Pipeline:MaximumParallelSteps", value)));

    [Fact]
    public void Without_settings_the_emulator_is_used() => Assert.Equal("UseDevelopmentStorage=true", Load().Storage.ConnectionString);

    [Fact]
    public void The_sample_file_is_accepted_and_names_every_setting()
    {
        using TemporaryFolder folder = new();
        File.Copy(RepositoryFolder.Path("local.settings.sample.json"), folder.File("local.settings.json"));

        PipelineSettings settings = SettingsFiles.Load(folder.Path);

        Assert.Equal(2, settings.MaximumParallelSteps);
        Assert.All(PipelineSettings.Known, name => Assert.Contains($"Pipeline__{name}", File.ReadAllText(folder.File("local.settings.json")), StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_stand_apart_by_blanks_line_ends_or_semicolons()
    {
        PipelineSettings settings = Load(("Pipeline:CommodityPricesAddresses", " https://example.org/a.xlsx;https://example.org/b.xlsx\n\thttps://example.org/get?id=1#c.xlsx "));

        Assert.Equal(["example.org/a.xlsx", "example.org/b.xlsx", "example.org/get"], settings.CommodityPricesAddresses.Select(address => address.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" ; ")]
    public void A_source_without_addresses_is_not_pulled(string? value) => Assert.Empty(Load(("Pipeline:GovernanceAddresses", value)).GovernanceAddresses);

    [Theory]
    [InlineData("TradeStatisticsAddresses", "http://www.e-stat.go.jp/file.csv?appId=0123456789abcdef")]
    [InlineData("MineralSummariesAddresses", "https://user:0123456789abcdef@www.sciencebase.gov/file.csv")]
    [InlineData("PublisherHosts", "https://www.e-stat.go.jp")]
    [InlineData("PublisherHosts", "*.go.jp")]
    [InlineData("PublisherHosts", "10.0.0.1")]
    [InlineData("ApiAddress", "http://minerals.example.go.jp")]
    [InlineData("ApiAddress", "https://user:0123456789abcdef@minerals.example.go.jp")]
    [InlineData("ApiAddress", "https://minerals.example.go.jp/?code=0123456789abcdef")]
    [InlineData("ApiAddress", "minerals.example.go.jp")]
    public void An_address_or_host_that_could_not_be_asked_is_refused_by_the_name_of_its_setting(string key, string value)
    {
        SettingException refusal = Assert.Throws<SettingException>(() => Load(($"Pipeline:{key}", value)));

        Assert.Equal($"Pipeline:{key}", refusal.Fault.Place);
        Assert.DoesNotContain("0123456789abcdef", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("https://minerals.example.go.jp", "https://minerals.example.go.jp/")]
    [InlineData(" http://localhost:7071 ", "http://localhost:7071/")]
    public void The_address_that_briefings_print_is_encrypted_or_of_this_machine(string? value, string? address) =>
        Assert.Equal(address, Load(("Pipeline:ApiAddress", value)).ApiAddress?.AbsoluteUri);

    [Fact]
    public void The_sample_file_names_the_publishers_own_files()
    {
        using TemporaryFolder folder = new();
        File.Copy(RepositoryFolder.Path("local.settings.sample.json"), folder.File("local.settings.json"));
        PipelineSettings settings = SettingsFiles.Load(folder.Path);
        IEnumerable<Pipeline.Sources.PullTarget> targets = Pipeline.Sources.SourcePulls.All.SelectMany(pull => pull.Targets(
            pull.Source switch
            {
                "usgs-mcs" => settings.MineralSummariesAddresses,
                "pink-sheet" => settings.CommodityPricesAddresses,
                "wgi" => settings.GovernanceAddresses,
                _ => settings.TradeStatisticsAddresses,
            },
            new DateOnly(2026, 11, 22)));

        Assert.Equal(["CMO-Historical-Data-Monthly.xlsx", "MCS2026_Commodities_Data.csv", "WGI_CSV.zip"], targets.Select(target => target.FileName).Order(StringComparer.Ordinal));
    }

    private static PipelineSettings Load(params (string Key, string? Value)[] values) => PipelineSettings.Load(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build());
}
