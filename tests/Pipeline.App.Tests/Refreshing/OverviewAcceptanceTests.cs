using Pipeline.App.Refresh;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Acceptance;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>The briefing of all minerals of the starter run: the file is sound, and its inputs are those of the run.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class OverviewAcceptanceTests(RefreshedStorage refreshed)
{
    [Fact]
    public async Task The_file_is_sound_tagged_readable_framed_and_broken_by_the_rules_in_both_languages()
    {
        OverviewInputs inputs = await InputsAsync();
        VintageManifest manifest = await ManifestAsync();
        BriefingContext context = (await StoredBriefings.OfAsync(refreshed)).Context;
        FigureResolver resolver = new(inputs, context.Quarter, context.Goal);
        foreach (Language language in BriefingName.Languages)
        {
            BriefingName name = new(BriefingStore.Overview, language);
            string path = Path.Combine(refreshed.OutputFolder, "briefings", name.Text + ".pdf");
            ComposedBriefing composed = OverviewBriefing.ComposeNumbered(inputs, context, language);

            PdfChecks.All(path, composed.Document);
            NumberChecks.All(composed, resolver);
            CountChecks.None(composed.Document);
            Assert.All(composed.Numbers, number => NumberChecks.Recomputed(resolver.Resolve(number.Address)));
            Assert.All(DocumentWalk.Blocks(composed.Document).OfType<Figure>(), figure => Assert.Contains(figure.Caption.Runs, run => run.Link is not null));
            Assert.Equal(
                ContentHash.Of(await File.ReadAllBytesAsync(path)),
                manifest.Briefings.Single(file => file.Mineral == name.Mineral && file.Language == name.Code).Sha256);
        }
    }

    [Fact]
    public void The_briefing_of_all_minerals_has_one_name_in_its_notes_in_the_store_and_in_the_API() => Assert.Equal(OverviewBriefing.Subject, BriefingStore.Overview);

    [Fact]
    public async Task Every_source_of_the_vintage_has_its_newest_edition_and_its_rows()
    {
        VintageManifest manifest = await ManifestAsync();
        OverviewInputs inputs = await InputsAsync();

        Assert.Equal(manifest.Snapshots.Select(snapshot => snapshot.Use.Source).Distinct().Order(StringComparer.Ordinal), inputs.Sources.Select(source => source.Source));
        Assert.All(inputs.Sources, source =>
        {
            SnapshotUse[] files = [.. manifest.Snapshots.Where(snapshot => snapshot.Use.Source == source.Source)];
            Assert.Equal((files.Length, files.Sum(file => file.RowsRead), files.Sum(file => file.Quarantined)), (source.Files.Count, source.Files.Sum(file => file.Rows), source.Files.Sum(file => file.SetAside)));
            Assert.Equal(files.Max(file => file.KnownOn), source.KnownOn);
        });
        Assert.Empty(inputs.Absent);
    }

    [Fact]
    public async Task The_goal_is_that_of_the_parameters_and_nothing_was_published_before()
    {
        OverviewInputs inputs = await InputsAsync();

        SelfSufficiencyGoal goal = (await StoredBriefings.OfAsync(refreshed)).Context.Goal!;

        Assert.Equal(("base", 2030, 80.0), (goal.Group, goal.Year, goal.Percent));
        Assert.Contains("ベースメタルで80％以上", goal.Reference, StringComparison.Ordinal);
        Assert.Null(inputs.Changes);
        Assert.Empty(inputs.Before);
    }

    private Task<VintageManifest> ManifestAsync() =>
        VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, default);

    private Task<OverviewInputs> InputsAsync() => StoredBriefings.OverviewInputsOf(refreshed);
}
