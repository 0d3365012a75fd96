using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The app's identity may do what it needs on what is its own, and nothing else anywhere.</summary>
public sealed class RoleTests
{
    private const string Assignment = "Microsoft.Authorization/roleAssignments";
    private static readonly Template Roles = TemplateFolder.Committed["bicep/roles.bicep"];
    private static readonly Template Identity = TemplateFolder.Committed["bicep/modules/identity-roles.bicep"];

    [Fact]
    public void Roles_are_the_built_in_ones_that_the_host_and_the_pipeline_need()
    {
        Assert.Equal(
            [
                ("storageBlobDataOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
                ("storageQueueDataContributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
                ("storageTableDataContributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"),
            ],
            Ids("storageRoles"));
        Assert.Equal([("monitoringMetricsPublisher", "3913510d-42f4-4e42-8a64-420c390055eb")], Ids("telemetryRoles"));
    }

    [Fact]
    public void Every_assignment_is_to_the_identity_made_beside_it_on_the_apps_own_account_or_telemetry()
    {
        var assignments = TemplateFolder.Committed.Resources.Where(one => one.Resource.TypeName == Assignment).ToList();
        Assert.Equal(
            [("items(storageRoles)", "storageAccount"), ("items(telemetryRoles)", "applicationInsights")],
            assignments.Select(one => (one.Resource.Loop!.Parts[^2].Text, one.Resource.Body.At("scope")!.Text)));
        Assert.All(assignments, one =>
        {
            Assert.Same(Identity, one.File);
            Assert.Equal("identity.properties.principalId", one.Resource.Body.At("properties.principalId")!.Text);
            Assert.Equal("'ServicePrincipal'", one.Resource.Body.At("properties.principalType")!.Text);
            Assert.Equal(
                "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)", one.Resource.Body.At("properties.roleDefinitionId")!.Text);
        });
    }

    [Fact]
    public void An_app_gets_one_identity_of_its_own_and_none_is_handed_in()
    {
        Assert.Single(TemplateFolder.Committed.Resources, one => one.Resource.TypeName == "Microsoft.ManagedIdentity/userAssignedIdentities");
        Assert.DoesNotContain(
            TemplateFolder.Committed["bicep/main.bicep"].Parameters,
            parameter => parameter.Name.Contains("identity", StringComparison.OrdinalIgnoreCase) || parameter.Name.Contains("principal", StringComparison.OrdinalIgnoreCase));
    }

    private static List<(string Role, string Id)> Ids(string variable) =>
        Roles.Variables.Single(one => one.Name == variable).Value!.Properties.Select(property => (property.Name, property.Value.Literal!)).ToList();
}
