using System.Globalization;
using Pipeline.App.Refresh;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using Pipeline.Indicators.SelfSufficiency;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>
/// The routes of printed numbers: what a briefing prints on its pages, and what each number rests on. A briefing on paper may be older than the
/// current vintage, so every address can name its vintage.
/// </summary>
internal sealed class NumberRoutes(StorageAccount storage)
{
    private const string Page = "page";
    private const string Vintage = "vintage";

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/briefings/{id}/numbers", Access.Reader, [Page, Vintage], ListAsync),
        new("v1/briefings/{id}/numbers/{n}", Access.Reader, [Vintage], ShowAsync),
    ];

    private Task<IResult> ListAsync(ApiRequest request) => OfBriefingAsync(request, (printed, _) =>
    {
        if (request.Query(Page) is not { } wanted)
        {
            return Task.FromResult(List(printed, printed.Numbers));
        }

        return Task.FromResult(int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int page) && page > 0
            ? List(printed, [.. printed.Numbers.Where(number => number.Pages.Contains(page))])
            : ApiProblems.BadParameter(Page, ["a page number from 1"]));
    });

    private Task<IResult> ShowAsync(ApiRequest request) => OfBriefingAsync(request, async (printed, view) =>
    {
        PrintedNumber? number = int.TryParse(request.Path("n"), NumberStyles.None, CultureInfo.InvariantCulture, out int wanted)
            ? printed.Numbers.FirstOrDefault(candidate => candidate.Number == wanted)
            : null;
        if (number is null)
        {
            return ApiProblems.NotFound("number");
        }

        SourceUse[] sources = [];
        NumberCheck check = await NumberCheck.OfAsync(number, printed.Meta.Vintage, printed.Manifest.Code, PublishStage.Code, async () =>
        {
            IReadOnlyList<MineralAssessment> assessments = await BehindAsync(printed, number.Address, view, request.Cancellation);
            MineralAssessment? before = number.Address.IsCompared ? await AssessmentAsync(Compared(printed, number), number.Address.Mineral, view, request.Cancellation) : null;
            sources = [.. assessments.Append(before).OfType<MineralAssessment>().SelectMany(side => side.Sources).DistinctBy(source => source.Snapshot)];
            return FigureResolver.ForPrinted(number, assessments, before, await GoalAsync(printed, number.Address, request.Cancellation)).Resolve(number.Address);
        });
        return Json(NumberPage.Of(printed.Meta, printed.Briefing, number, check, sources, printed.Manifest.Previous?.Vintage));
    });

    private static IResult List(Printed printed, IReadOnlyList<PrintedNumber> numbers) =>
        Json(new NumberList(printed.Meta, printed.Briefing, [.. numbers.Select(number => NumberRow.Of(number, printed.Briefing, printed.Meta.Vintage))]));

    /// <summary>Answers for a briefing of the vintage that is asked for, the current one unless the caller names another.</summary>
    private async Task<IResult> OfBriefingAsync(ApiRequest request, Func<Printed, PublishedView, Task<IResult>> answer)
    {
        if (request.View is not { } view)
        {
            return ApiProblems.NoVintage();
        }

        (PublishedVintage published, VintageManifest manifest) = (view.Published, view.Manifest);
        if (request.Query(Vintage) is { } wanted && wanted != published.Vintage)
        {
            IReadOnlyList<PublishedVintage> all = await storage.Vintages.ListAsync(request.Cancellation);
            PublishedVintage? other = VintageLookup.Published(all, wanted) is { } found ? all.First(one => one.Vintage == found) : null;
            if (other is null)
            {
                return ApiProblems.NoSuchVintage();
            }

            (published, manifest) = (other, await VintageFiles.ReadManifestAsync(storage.Vintages, other.Vintage, request.Cancellation));
        }

        BriefingFile? file = manifest.Briefings.FirstOrDefault(briefing => BriefingRow.IdOf(briefing) == request.Path("id"));
        if (file is null)
        {
            return ApiProblems.NotFound("briefing");
        }

        return file.Numbers is null
            ? ApiProblems.NotFound("list of numbers")
            : await answer(new Printed(Meta.Of(published, manifest), BriefingRow.IdOf(file), manifest, await NumbersAsync(published.Vintage, file, request.Cancellation)), view);
    }

    private async Task<IReadOnlyList<PrintedNumber>> NumbersAsync(string vintage, BriefingFile file, CancellationToken cancellation)
    {
        StoredContent stored = await storage.Briefings.TryGetNumbersAsync(vintage, file.Mineral, file.Language, cancellation) ?? throw new MissingContentException(new Fault(
            $"vintage {vintage}", BriefingRow.IdOf(file), "a stored list of numbers", "none", "start the refresh of this quarter again"));
        return VintageFiles.ReadNumbers(stored.Bytes, $"vintage {vintage}", BriefingRow.IdOf(file));
    }

    private static string Compared(Printed printed, PrintedNumber number) => printed.Manifest.Previous?.Vintage ?? throw new MissingContentException(new Fault(
        $"vintage {printed.Meta.Vintage}", number.Address.Text, "the vintage it compares with", "none", "start the refresh of this quarter again"));

    /// <summary>The assessments of its own vintage that a number speaks of: of its mineral, or of all.</summary>
    private async Task<IReadOnlyList<MineralAssessment>> BehindAsync(Printed printed, FigureAddress address, PublishedView view, CancellationToken cancellation)
    {
        IEnumerable<string> minerals = address.IsPrevious ? [] : address.IsOfAll ? printed.Manifest.Assessments.Select(file => file.Mineral) : [address.Mineral];
        return await Task.WhenAll(minerals.Select(mineral => AssessmentAsync(printed.Meta.Vintage, mineral, view, cancellation)));
    }

    /// <summary>The goal that was in force for a vintage, for a number that rests on it.</summary>
    private async Task<SelfSufficiencyGoal?> GoalAsync(Printed printed, FigureAddress address, CancellationToken cancellation) => address.IsOfGoal
        ? SelfSufficiencyGoals.InForce((await VintageParameters.LoadAsync(storage.Vintages, printed.Manifest, cancellation)).Set)
        : null;

    /// <summary>An assessment: in memory where it is of the current vintage, else from the store.</summary>
    private async Task<MineralAssessment> AssessmentAsync(string vintage, string mineral, PublishedView view, CancellationToken cancellation) =>
        vintage == view.Published.Vintage && view.Assessments.TryGetValue(mineral, out MineralAssessment? current)
            ? current
            : await VintageFiles.ReadAssessmentAsync(storage.Vintages, vintage, mineral, cancellation);

    private static IResult Json<T>(T answer) => Results.Json(answer, PipelineJson.Options);

    private sealed record Printed(Meta Meta, string Briefing, VintageManifest Manifest, IReadOnlyList<PrintedNumber> Numbers);
}
