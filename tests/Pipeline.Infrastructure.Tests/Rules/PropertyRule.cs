using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>Values that decide whether the app is private, keyless and started as it must be. Each must meet at least one resource.</summary>
internal static class PropertyRule
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Site = "Microsoft.Web/sites";
    private const string Deployment = "properties.functionAppConfig.deployment.storage";

    private static readonly (string Type, string Path, string Value)[] Values =
    [
        (Storage, "properties.allowSharedKeyAccess", "false"),
        (Storage, "properties.allowBlobPublicAccess", "false"),
        (Storage, "properties.allowCrossTenantReplication", "false"),
        (Storage, "properties.minimumTlsVersion", "'TLS1_2'"),
        (Storage, "properties.publicNetworkAccess", "'Disabled'"),
        (Storage, "properties.supportsHttpsTrafficOnly", "true"),
        (Storage, "properties.networkAcls.defaultAction", "'Deny'"),
        (Storage + "/blobServices", "properties.isVersioningEnabled", "true"),
        (Storage + "/blobServices/containers", "properties.publicAccess", "'None'"),
        ("Microsoft.Insights/components", "properties.DisableLocalAuth", "true"),
        ("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true"),
        ("Microsoft.Network/virtualNetworks/subnets", "properties.defaultOutboundAccess", "false"),
        ("Microsoft.Web/serverfarms", "sku.name", "'FC1'"),
        ("Microsoft.Web/serverfarms", "sku.tier", "'FlexConsumption'"),
        ("Microsoft.Web/serverfarms", "properties.reserved", "true"),
        (Site, "kind", "'functionapp,linux'"),
        (Site, "identity.type", "'UserAssigned'"),
        (Site, "properties.httpsOnly", "true"),
        (Site, "properties.publicNetworkAccess", "empty(callers.allowedAddressRanges) ? 'Disabled' : 'Enabled'"),
        (Site, "properties.functionAppConfig.runtime.name", "'custom'"),
        (Site, "properties.functionAppConfig.runtime.version", "'1.0'"),
        (Site, Deployment + ".type", "'blobContainer'"),
        (Site, Deployment + ".authentication.type", "'UserAssignedIdentity'"),
        (Site, Deployment + ".authentication.userAssignedIdentityResourceId", "identityId"),
        (Site, "properties.siteConfig.minTlsVersion", "'1.2'"),
        (Site, "properties.siteConfig.scmMinTlsVersion", "'1.2'"),
        (Site, "properties.siteConfig.ftpsState", "'Disabled'"),
        (Site, "properties.siteConfig.remoteDebuggingEnabled", "false"),
        (Site, "properties.siteConfig.cors.supportCredentials", "false"),
        (Site, "properties.siteConfig.ipSecurityRestrictionsDefaultAction", "'Deny'"),
        (Site, "properties.siteConfig.scmIpSecurityRestrictionsDefaultAction", "'Deny'"),
        (Site + "/basicPublishingCredentialsPolicies", "properties.allow", "false"),
        (Site + "/config", "properties.globalValidation.requireAuthentication", "true"),
        (Site + "/config", "properties.globalValidation.unauthenticatedClientAction", "'Return401'"),
        (Site + "/config", "properties.httpSettings.requireHttps", "true"),
        (Site + "/config", "properties.platform.enabled", "true"),
    ];

    public static IEnumerable<string> Findings(TemplateFolder folder)
    {
        foreach (var (type, path, expected) in Values)
        {
            var resources = folder.Resources.Where(one => one.Resource.TypeName == type).ToList();
            if (resources.Count == 0) yield return $"no resource is a {type}";
            foreach (var (file, resource) in resources)
            {
                var found = resource.Body.At(path);
                if (found?.Text != expected) yield return $"{file.Place(found ?? resource.Node)}: {type} {path} is {found?.Text ?? "not set"}, not {expected}";
            }
        }
    }
}
