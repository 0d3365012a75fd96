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

    private static PipelineSettings Load(params (string Key, string? Value)[] values) => PipelineSettings.Load(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build());
}
