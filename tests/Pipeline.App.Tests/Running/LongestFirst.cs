using Pipeline.App.Tests.Changes.Causes;
using Pipeline.App.Tests.Killing;
using Pipeline.App.Tests.Refreshing;
using Pipeline.App.Tests.Repository;
using Pipeline.App.Tests.Runs;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Pipeline.App.Tests.Running.LongestFirst", "Pipeline.App.Tests")]

namespace Pipeline.App.Tests.Running;

/// <summary>Begins with the collections of tests that take longest, so that none of them is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        DisturbedCollection.Name, RefreshedCollection.Name, OperatedCollection.Name, nameof(TrialAndBackfillTests), nameof(BadFeedTests), nameof(DeliveryTests),
        nameof(CausesReportTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.Contains(name, StringComparison.Ordinal)) is var place and >= 0 ? place : Long.Length)
        .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
