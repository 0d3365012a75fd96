using Pipeline.Infrastructure.Tests.Rules;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The app starts with every setting it reads and no other.</summary>
public sealed class SettingTests
{
    [Fact]
    public void Every_setting_read_is_set_and_every_setting_set_is_read() => Assert.Empty(SettingRule.Findings(TemplateFolder.Committed));

    [Fact]
    public void The_programs_own_settings_are_told_from_its_source() =>
        Assert.Superset(new HashSet<string> { "Pipeline__OfficeNameJa", "Pipeline__OfficeNameEn", "Pipeline__MaximumParallelSteps" }, SettingRule.KnownToTheProgram().ToHashSet());

    [Fact]
    public void The_accounts_settings_are_told_from_the_programs_source() => Assert.Equal(
        ["AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId"], SettingRule.StorageByIdentity());

    [Fact]
    public void Storage_and_telemetry_are_reached_by_the_apps_identity()
    {
        var set = SettingRule.Set(TemplateFolder.Committed).ToDictionary(setting => setting.Name, setting => setting.Value.Text);
        Assert.Equal("'managedidentity'", set["AzureWebJobsStorage__credential"]);
        Assert.Equal("identityClientId", set["AzureWebJobsStorage__clientId"]);
        Assert.Equal("'ClientId=${identityClientId};Authorization=AAD'", set["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
    }

    [Fact]
    public void Settings_are_declared_in_one_place_only() => Assert.Single(
        TemplateFolder.Committed.Templates.SelectMany(file => file.Root.All("object_property")), property => property.Parts[0].Text == "appSettings");

    [Fact]
    public void Instances_run_as_many_steps_side_by_side_as_the_program_accepts()
    {
        // The program takes 1 to 32.
        var type = TemplateFolder.Committed["bicep/types.bicep"].Types.Single(one => one.Name == "ScaleSettings").Value!.Text;
        Assert.Matches(@"@minValue\(1\)\s+@maxValue\(32\)\s+maximumParallelSteps: int", type);
    }
}
