using System.Globalization;
using Pipeline.App.Overview;
using Pipeline.App.Refresh;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>The numbers that a briefing prints, with the vintage that it belongs to.</summary>
/// <param name="Meta">Vintage of the briefing.</param>
/// <param name="Briefing">Identifier of the briefing.</param>
/// <param name="Manifest">What the vintage rests on.</param>
/// <param name="Numbers">The numbers in reading order.</param>
/// <param name="Chosen">How the vintage was chosen, which says how long an answer holds.</param>
internal sealed record NumbersOfBriefing(Meta Meta, string Briefing, VintageManifest Manifest, IReadOnlyList<PrintedNumber> Numbers, ChosenVintage Chosen)
{
    /// <summary>A number by its running number as it is written in an address, or none.</summary>
    public PrintedNumber? Find(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out int wanted) ? Numbers.FirstOrDefault(candidate => candidate.Number == wanted) : null;
}

/// <summary>Finds the numbers that briefings of any published vintage print, and what each rests on.</summary>
internal sealed class PrintedNumbers(StorageAccount storage)
{
    /// <summary>The numbers of a briefing, or the problem that there are none.</summary>
    /// <param name="view">The current vintage, or none before the first.</param>
    /// <param name="briefing">Identifier of the briefing.</param>
    /// <param name="wanted">Vintage that is asked for, or none for the current one.</param>
    /// <param name="cancellation">Ends when the caller has gone.</param>
    public async Task<(NumbersOfBriefing? Printed, ApiProblem? Problem)> FindAsync(PublishedView? view, string briefing, string? wanted, CancellationToken cancellation)
    {
        if (view is null)
        {
            return (null, ApiProblems.NoVintage());
        }

        if (await VintageChoice.FindAsync(wanted, view, () => storage.Vintages.ListAsync(cancellation)) is not { } chosen)
        {
            return (null, ApiProblems.NoSuchVintage());
        }

        VintageManifest manifest = await view.ManifestAsync(storage.Vintages, chosen.Published.Vintage, cancellation);
        BriefingFile? file = manifest.Briefings.FirstOrDefault(one => BriefingRow.IdOf(one) == briefing);
        if (file is null)
        {
            return (null, ApiProblems.NotFound(new("概要資料", "briefing")));
        }

        return file.Numbers is null
            ? (null, ApiProblems.NotFound(new("数値の一覧", "list of numbers")))
            : (new NumbersOfBriefing(Meta.Of(chosen.Published, manifest), briefing, manifest, await NumbersAsync(chosen.Published.Vintage, file, cancellation), chosen), null);
    }

    /// <summary>A number with what it rests on down to the cells.</summary>
    public async Task<NumberPage> PageAsync(NumbersOfBriefing printed, PrintedNumber number, PublishedView view, CancellationToken cancellation)
    {
        SourceUse[] sources = [];
        NumberCheck check = await NumberCheck.OfAsync(number, printed.Meta.Vintage, printed.Manifest.Code, PublishStage.Code, async () =>
        {
            IReadOnlyList<MineralAssessment> assessments = await BehindAsync(printed, number.Address, view, cancellation);
            IReadOnlyList<MineralAssessment>? before = IsCompared(printed, number.Address) ? await BeforeAsync(Compared(printed, number), number.Address, view, cancellation) : null;
            sources = [.. assessments.Concat(before ?? []).SelectMany(side => side.Sources).DistinctBy(source => source.Snapshot)];
            SelfSufficiencyGoal? goal = await GoalAsync(printed, number.Address, cancellation);
            FigureResolver resolver = number.Address.IsOfAll
                ? new FigureResolver(await OverviewMaker.OfPublishedAsync(printed.Manifest, assessments, before), new VintageReference(printed.Manifest.Vintage, printed.Manifest.Quarter).OfQuarter, goal)
                : FigureResolver.ForPrinted(number, assessments, before?[0], goal);
            return resolver.Resolve(number.Address);
        });
        return NumberPage.Of(printed.Meta, printed.Briefing, number, check, sources, printed.Manifest.Previous?.Vintage);
    }

    private async Task<IReadOnlyList<PrintedNumber>> NumbersAsync(string vintage, BriefingFile file, CancellationToken cancellation)
    {
        StoredContent stored = await storage.Briefings.TryGetNumbersAsync(vintage, file.Mineral, file.Language, cancellation) ?? throw new MissingContentException(new Fault(
            $"vintage {vintage}", BriefingRow.IdOf(file), "a stored list of numbers", "none", "start the refresh of this quarter again"));
        return VintageFiles.ReadNumbers(stored.Bytes, $"vintage {vintage}", BriefingRow.IdOf(file));
    }

    private static bool IsCompared(NumbersOfBriefing printed, FigureAddress address) => address.IsCompared || (address.MayBeCompared && printed.Manifest.Previous is not null);

    private static string Compared(NumbersOfBriefing printed, PrintedNumber number) => printed.Manifest.Previous?.Vintage ?? throw new MissingContentException(new Fault(
        $"vintage {printed.Meta.Vintage}", number.Address.Text, "the vintage it compares with", "none", "start the refresh of this quarter again"));

    /// <summary>The assessments of the vintage before that a number speaks of: of its mineral, or of all that it has.</summary>
    private async Task<IReadOnlyList<MineralAssessment>> BeforeAsync(string vintage, FigureAddress address, PublishedView view, CancellationToken cancellation)
    {
        IEnumerable<string> minerals = address.IsOfAll
            ? (await view.ManifestAsync(storage.Vintages, vintage, cancellation)).Minerals
            : [address.Mineral];
        return await Task.WhenAll(minerals.Select(mineral => view.AssessmentAsync(storage.Vintages, vintage, mineral, cancellation)));
    }

    /// <summary>The assessments of its own vintage that a number speaks of: of its mineral, or of all.</summary>
    private async Task<IReadOnlyList<MineralAssessment>> BehindAsync(NumbersOfBriefing printed, FigureAddress address, PublishedView view, CancellationToken cancellation)
    {
        IEnumerable<string> minerals = address.IsPrevious ? [] : address.IsOfAll ? printed.Manifest.Assessments.Select(file => file.Mineral) : [address.Mineral];
        return await Task.WhenAll(minerals.Select(mineral => view.AssessmentAsync(storage.Vintages, printed.Meta.Vintage, mineral, cancellation)));
    }

    /// <summary>The goal that was in force for a vintage, for a number that rests on it.</summary>
    private async Task<SelfSufficiencyGoal?> GoalAsync(NumbersOfBriefing printed, FigureAddress address, CancellationToken cancellation) => address.IsOfGoal
        ? SelfSufficiencyGoals.InForce((await VintageParameters.LoadAsync(storage.Vintages, printed.Manifest, cancellation)).Set)
        : null;
}
