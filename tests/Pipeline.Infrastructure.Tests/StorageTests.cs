using System.Reflection;
using Pipeline.Infrastructure.Tests.Templates;
using Pipeline.Storage;

namespace Pipeline.Infrastructure.Tests;

/// <summary>The account holds what the pipeline asks for, under the names by which it asks.</summary>
public sealed class StorageTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private static readonly Template File = TemplateFolder.Committed["bicep/modules/storage.bicep"];

    [Fact]
    public void Containers_are_those_of_the_pipeline_and_one_for_the_package() =>
        Assert.Equal(Names("ContainerNames").Append("deployment").Order(StringComparer.Ordinal), Deployed("/blobServices/containers"));

    [Fact]
    public void Tables_are_those_of_the_ledger() => Assert.Equal(Names("TableNames"), Deployed("/tableServices/tables"));

    [Fact]
    public void Each_stage_has_its_queue_and_its_poison_queue() => Assert.Equal(
        QueueNames.All.SelectMany(name => new[] { name, name + PoisonSuffix }).Order(StringComparer.Ordinal), Deployed("/queueServices/queues"));

    private static List<string> Deployed(string type) => File.Resources
        .Where(resource => resource.TypeName == Account + type)
        .SelectMany(resource => Constants.NamesOf(File, resource))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>Only the storage project itself uses these names, so they are read from its assembly.</summary>
    private static IEnumerable<string> Names(string type) =>
        ((string[])typeof(StorageAccount).Assembly.GetType($"Pipeline.Storage.{type}", throwOnError: true)!.GetField("All")!.GetValue(null)!).Order(StringComparer.Ordinal);

    private static string PoisonSuffix =>
        (string)typeof(WorkQueue).GetField("PoisonSuffix", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
}
