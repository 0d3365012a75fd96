using Pipeline.Infrastructure.Tests.Rules;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The rules find what they are there to find: each fault is planted in a copy of a template and must be reported.</summary>
public sealed class PlantedFaultTests
{
    private const string App = "bicep/modules/function-app.bicep";
    private const string Main = "bicep/main.bicep";
    private const string Storage = "bicep/modules/storage.bicep";

    [Theory]
    [InlineData(Main, "param scale ScaleSettings\n", "param scale ScaleSettings =\n", "cannot be read")]
    [InlineData(Main, "'minerals-open'", "'minerals-open", "cannot be read")]
    [InlineData("bicep/dev.bicepparam", "zoneRedundant: false", "zoneRedundant:", "missing")]
    public void A_text_that_is_no_template(string path, string text, string fault, string finding) => AssertFinds(SyntaxRule.Findings, path, text, fault, finding);

    [Theory]
    [InlineData(Main, "stem}-blob'", "stemm}-blob'", "'stemm' is not declared")]
    [InlineData(Main, "settings: storageSettings", "settings: storageSetings", "'storageSettings' is never used")]
    [InlineData(Main, "\n  workspace: 'log-${stem}'", "\n  workspace: 'log-${steam}'", "'steam' is not declared")]
    [InlineData(Storage, "in tables: {", "in table: {", "'tables' is never used")]
    [InlineData(Storage, "name: queue\n", "name: queu\n", "'queu' is not declared")]
    [InlineData(App, "value: string(scale", "value: sting(scale", "there is no function 'sting'")]
    [InlineData(App, "param callers CallerSettings", "param callers CalerSettings", "'CalerSettings' is not declared")]
    [InlineData(App, "OfficeNames, PublisherAddresses", "OfficeName, PublisherAddresses", "exports no 'OfficeName'")]
    [InlineData("bicep/modules/network.bicep", "network::appSubnet.id", "network::appSubnets.id", "no nested resource 'appSubnets'")]
    [InlineData("bicep/modules/auth.bicep", "parent: site\n", "", "existing resource 'site' is never used")]
    public void A_misspelt_name(string path, string text, string fault, string finding) => AssertFinds(SymbolRule.Findings, path, text, fault, finding);

    [Theory]
    [InlineData(Main, "    signIn: signIn\n", "", "'signIn' of bicep/modules/auth.bicep is not given")]
    [InlineData(Main, "    siteName: functionApp", "    sitName: functionApp", "has no parameter 'sitName'")]
    [InlineData(Main, "identity.outputs.clientId", "identity.outputs.clientID", "no output 'clientID'")]
    [InlineData(Main, "identity.outputs.clientId", "identity.clientId", "and no 'clientId'")]
    [InlineData(Main, "'modules/auth.bicep'", "'br/public:avm/res/web/site:0.1.0'", "there is no file")]
    [InlineData(Main, "group: 'queue'", "group: 'queues'", "is one of 'blob' | 'queue' | 'table' | 'sites'")]
    [InlineData(Main, "    office: office", "    office: scale", "takes OfficeNames, not 'scale'")]
    [InlineData(Main, "  environment: environmentName\n", "", "'tags.environment' is not given")]
    [InlineData("bicep/prod.bicepparam", "param environmentName = 'prod'", "param environmentName = 'production'", "is one of 'dev' | 'prod'")]
    [InlineData("bicep/prod.bicepparam", "param environmentName = 'prod'\n", "", "'environmentName' of bicep/main.bicep is not given")]
    [InlineData("bicep/prod.bicepparam", "maximumInstanceCount: 100", "maximumInstanceCount: 10", "less than 40")]
    [InlineData("bicep/prod.bicepparam", "maximumInstanceCount: 100", "maximumInstanceCount: '100'", "takes int")]
    [InlineData("bicep/prod.bicepparam", "instanceMemoryMB: 4096", "instanceMemoryMB: 1024", "is one of 512 | 2048 | 4096")]
    [InlineData("bicep/prod.bicepparam", "dailyQuotaGb: 10", "dailyQuota: 10", "has no property 'dailyQuota'")]
    public void A_parameter_that_does_not_fit(string path, string text, string fault, string finding) => AssertFinds(ModuleRule.Findings, path, text, fault, finding);

    [Theory]
    [InlineData(App, "scale.zoneRedundant", "scale.zonesRedundant", "'scale' has no property 'zonesRedundant'")]
    [InlineData(Main, "names.plan", "names.plans", "'names' has no property 'plans'")]
    [InlineData("bicep/modules/alerts.bicep", "alert.window", "alert.windows", "'alert' has no property 'windows'")]
    [InlineData(Main, "  allowedOrigins: []\n", "", "'callers.allowedOrigins' is not given")]
    [InlineData(Storage, "param tags Tags", "param tags object", "may be anything")]
    public void A_property_that_is_not_there(string path, string text, string fault, string finding) => AssertFinds(TypeRule.Findings, path, text, fault, finding);

    [Theory]
    [InlineData(Storage, "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "allowSharedKeyAccess is true, not false")]
    [InlineData(Storage, "    publicNetworkAccess: 'Disabled'\n", "", "publicNetworkAccess is not set")]
    [InlineData(Storage, "'TLS1_2'", "'TLS1_0'", "minimumTlsVersion")]
    [InlineData(App, "name: 'custom'", "name: 'dotnet-isolated'", "functionAppConfig.runtime.name")]
    [InlineData(App, "'Disabled' : 'Enabled'", "'Enabled' : 'Enabled'", "publicNetworkAccess")]
    [InlineData("bicep/modules/monitoring.bicep", "DisableLocalAuth: true", "DisableLocalAuth: false", "DisableLocalAuth is false")]
    [InlineData("bicep/modules/auth.bicep", "'Return401'", "'AllowAnonymous'", "unauthenticatedClientAction")]
    public void A_door_left_open(string path, string text, string fault, string finding) => AssertFinds(PropertyRule.Findings, path, text, fault, finding);

    [Theory]
    [InlineData(App, "        {\n          name: 'Pipeline__OfficeNameEn'\n          value: office.en\n        }\n", "", "'Pipeline__OfficeNameEn' is read and not set")]
    [InlineData(App, "'Pipeline__OfficeNameEn'", "'Pipeline__OfficeNameEnglish'", "'Pipeline__OfficeNameEnglish' is set and read by nobody")]
    [InlineData(App, "'AzureWebJobsStorage__clientId'", "'AzureWebJobsStorage'", "'AzureWebJobsStorage' is set and read by nobody")]
    [InlineData(App, "'Pipeline__OfficeNameEn'", "'Pipeline__OfficeNameJa'", "is set twice")]
    public void A_setting_that_nobody_reads_or_that_is_missing(string path, string text, string fault, string finding) =>
        AssertFinds(SettingRule.Findings, path, text, fault, finding);

    [Theory]
    [InlineData("bicep/modules/network.bicep", "${environment().suffixes.storage}", "core.windows.net", "differs between clouds")]
    [InlineData(Storage, "  location: location", "  location: 'japaneast'", "not the parameter")]
    [InlineData(Storage, "  location: location", "  location: resourceGroup().location", "outside the default")]
    [InlineData(Storage, "output id string = account.id", "output id string = account.listKeys().keys[0].value", ".listKeys is not to be used")]
    [InlineData("bicep/modules/monitoring.bicep", "= workspace.id", "= applicationInsights.properties.ConnectionString", "shows a secret")]
    [InlineData(Storage, "param name string", "param accountKey string", "is not marked secure")]
    [InlineData(Storage, "name: '${queue}-poison'", "name: concat(queue, '-poison')", "concat is not to be used")]
    [InlineData(Storage, "name: queue\n", "name: '${queue}'\n", "leave the string out")]
    [InlineData(Storage, "  parent: tableService\n", "", "names no parent")]
    [InlineData(Storage, "storageAccounts@2024-01-01'", "storageAccounts@2024-01-01-preview'", "no released version")]
    [InlineData(Main, "  dependsOn: [\n", "  dependsOn: [\n    identity\n", "waits for 'identity' already")]
    [InlineData("bicep/modules/identity-roles.bicep", "guid(storageAccount.id, identity.id, role.value)", "guid(identity.properties.principalId, role.value)", "is not known when the deployment starts")]
    [InlineData(Storage, "@description('Region.')\n", "", "'location' is not described")]
    public void A_habit_that_the_linter_refuses(string path, string text, string fault, string finding) => AssertFinds(LinterRule.Findings, path, text, fault, finding);

    private static void AssertFinds(Func<TemplateFolder, IEnumerable<string>> rule, string path, string text, string fault, string finding)
    {
        var found = rule(TemplateFolder.Committed.With(path, text, fault)).ToList();
        Assert.True(found.Any(one => one.Contains(finding, StringComparison.Ordinal)), $"no finding says \"{finding}\" among: {string.Join("; ", found)}");
    }
}
