using System.Net;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The app reaches its storage, and is reached, on private addresses; publishers are reached from one address.</summary>
public sealed class NetworkTests
{
    private static readonly Template Network = TemplateFolder.Committed["bicep/modules/network.bicep"];
    private static readonly Template Main = TemplateFolder.Committed["bicep/main.bicep"];

    [Fact]
    public void The_apps_subnet_is_delegated_to_the_plan_and_has_a_way_out()
    {
        var subnet = Network.Resources.Single(resource => resource.Name == "appSubnet").Body;
        Assert.Equal("Microsoft.App/environments", Assert.Single(subnet.At("properties.delegations")!.Parts).At("properties.serviceName")!.Literal);
        Assert.Equal("gateway.id", subnet.At("properties.natGateway.id")!.Text);
        Assert.Equal("subnetId", App().At("properties.virtualNetworkSubnetId")!.Text);

        static Node App() => TemplateFolder.Committed.Resources.Single(one => one.Resource.TypeName == "Microsoft.Web/sites").Resource.Body;
    }

    [Fact]
    public void Blobs_queues_tables_and_the_app_each_have_an_endpoint_and_its_zone()
    {
        var endpoints = Main.Modules.Where(module => module.Type == "modules/private-endpoint.bicep").Select(module => module.Body.At("params")!);
        Assert.Equal(
            [
                ("blob", "storage.outputs.id", "network.outputs.blobZoneId"),
                ("queue", "storage.outputs.id", "network.outputs.queueZoneId"),
                ("sites", "functionApp.outputs.id", "network.outputs.siteZoneId"),
                ("table", "storage.outputs.id", "network.outputs.tableZoneId"),
            ],
            endpoints.Select(given => (given.At("group")!.Literal, given.At("targetId")!.Text, given.At("zoneId")!.Text)).OrderBy(one => one.Literal, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_storage_service_is_resolved_in_its_own_zone()
    {
        Assert.Equal(["blob", "queue", "table"], Constants.List(Network, "storageServices"));
        Assert.Equal(
            "'privatelink.${service}.${environment().suffixes.storage}'",
            Network.Resources.Single(resource => resource.Name == "storageZones").Body.At("name")!.Text);
        Assert.Equal(
            [("blobZoneId", "storageZones[0].id"), ("queueZoneId", "storageZones[1].id"), ("tableZoneId", "storageZones[2].id"), ("siteZoneId", "siteZone.id")],
            Network.Outputs.Where(output => output.Name.EndsWith("ZoneId", StringComparison.Ordinal)).Select(output => (output.Name, output.Value!.Text)));
    }

    [Fact]
    public void The_app_starts_after_the_endpoints_of_its_storage() => Assert.Equal(
        ["blobEndpoint", "queueEndpoint", "tableEndpoint"],
        Main.Modules.Single(module => module.Name == "functionApp").Body.At("dependsOn")!.Parts.Select(module => module.Text));

    [Fact]
    public void Only_the_health_addresses_answer_without_sign_in() => Assert.Equal(
        ["/api/health/live", "/api/health/ready"],
        Main.Modules.Single(module => module.Name == "authentication").Body.At("params.openPaths")!.Parts.Select(path => path.Literal));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Subnets_lie_in_the_network_and_apart(string environment)
    {
        var settings = TemplateFolder.Committed[$"bicep/{environment}.bicepparam"].Variables.Single(one => one.Name == "networkSettings").Value!;
        var (network, app, endpoints) = (Range("addressRange"), Range("appSubnetRange"), Range("endpointSubnetRange"));
        Assert.True(network.Contains(app.BaseAddress) && app.PrefixLength >= network.PrefixLength);
        Assert.True(network.Contains(endpoints.BaseAddress) && endpoints.PrefixLength >= network.PrefixLength);
        Assert.False(app.Contains(endpoints.BaseAddress) || endpoints.Contains(app.BaseAddress));
        Assert.InRange(app.PrefixLength, 0, 26);

        IPNetwork Range(string name) => IPNetwork.Parse(settings.At(name)!.Literal!);
    }

    [Fact]
    public void Production_spreads_over_zones_only_with_storage_that_does()
    {
        foreach (var file in TemplateFolder.Committed.Files.Where(file => file.IsParameterFile))
        {
            var spread = file.Variables.Single(one => one.Name == "scale").Value!.At("zoneRedundant")!.Text;
            var sku = file.Variables.Single(one => one.Name == "storageSettings").Value!.At("sku")!.Literal;
            Assert.Equal((spread == "true", file.Path), (sku is "Standard_ZRS" or "Standard_GZRS", file.Path));
        }
    }
}
