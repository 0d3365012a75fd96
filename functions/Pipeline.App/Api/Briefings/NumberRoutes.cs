using System.Globalization;
using Pipeline.App.Overview;
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
    private static readonly ApiParameter Page = new("page", new("この頁に印刷された数値だけ。", "Numbers printed on this page only."), new WholeNumberRule(1, 999)) { Example = "1" };

    private static readonly ApiParameter Number = new("n", new("資料の中の通し番号。", "Running number within the briefing."), new WholeNumberRule(1, 99_999)) { Example = "1" };

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/briefings/{id}/numbers", Access.Reader, "listNumbers", new("資料に印刷された数値。", "Numbers that a briefing prints."), ListAsync)
        {
            Path = [BriefingRoutes.Id], Query = [Page, VintageRoutes.OfVintage], Success = AnswerForm.Json<NumberList>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.NoVintage], IsKept = true,
        },
        new("v1/briefings/{id}/numbers/{n}", Access.Reader, "showNumber", new("印刷された数値の根拠。", "What a printed number rests on."), ShowAsync)
        {
            Path = [BriefingRoutes.Id, Number], Query = [VintageRoutes.OfVintage], Success = AnswerForm.Json<NumberPage>(),
            Problems = [ProblemKinds.BadParameter, ProblemKinds.NotFound, ProblemKinds.CannotBeComputed, ProblemKinds.NoVintage], IsKept = true,
        },
    ];

    private Task<IResult> ListAsync(ApiRequest request) => OfBriefingAsync(request, (printed, _) =>
    {
        int? page = request.Query(Page.Name) is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : null;
        return Task.FromResult<IResult>(List(request, printed, page is { } one ? [.. printed.Numbers.Where(number => number.Pages.Contains(one))] : printed.Numbers));
    });

    private Task<IResult> ShowAsync(ApiRequest request) => OfBriefingAsync(request, async (printed, view) =>
    {
        PrintedNumber? number = int.TryParse(request.Path("n"), NumberStyles.None, CultureInfo.InvariantCulture, out int wanted)
            ? printed.Numbers.FirstOrDefault(candidate => candidate.Number == wanted)
            : null;
        if (number is null)
        {
            return ApiProblems.NotFound(new("番号", "number"));
        }

        SourceUse[] sources = [];
        NumberCheck check = await NumberCheck.OfAsync(number, printed.Meta.Vintage, printed.Manifest.Code, PublishStage.Code, async () =>
        {
            IReadOnlyList<MineralAssessment> assessments = await BehindAsync(printed, number.Address, view, request.Cancellation);
            IReadOnlyList<MineralAssessment>? before = number.Address.IsCompared ? await BeforeAsync(Compared(printed, number), number.Address, view, request.Cancellation) : null;
            sources = [.. assessments.Concat(before ?? []).SelectMany(side => side.Sources).DistinctBy(source => source.Snapshot)];
            SelfSufficiencyGoal? goal = await GoalAsync(printed, number.Address, request.Cancellation);
            FigureResolver resolver = number.Address.IsOfAll
                ? new FigureResolver(await OverviewMaker.OfPublishedAsync(printed.Manifest, assessments, before), new VintageReference(printed.Manifest.Vintage, printed.Manifest.Quarter).OfQuarter, goal)
                : FigureResolver.ForPrinted(number, assessments, before?[0], goal);
            return resolver.Resolve(number.Address);
        });
        return Prepared(request, printed, NumberPage.Of(printed.Meta, printed.Briefing, number, check, sources, printed.Manifest.Previous?.Vintage));
    });

    private static PreparedAnswer List(ApiRequest request, Printed printed, IReadOnlyList<PrintedNumber> numbers) =>
        Prepared(request, printed, new NumberList(printed.Meta, printed.Briefing, [.. numbers.Select(number => NumberRow.Of(number, printed.Briefing, printed.Meta.Vintage))]));

    /// <summary>Answers for a briefing of the vintage that is asked for, the current one unless the caller names another.</summary>
    private async Task<IResult> OfBriefingAsync(ApiRequest request, Func<Printed, PublishedView, Task<IResult>> answer)
    {
        if (request.View is not { } view)
        {
            return ApiProblems.NoVintage();
        }

        (PublishedVintage published, VintageManifest manifest) = (view.Published, view.Manifest);
        if (request.Query(VintageRoutes.OfVintage.Name) is { } wanted && wanted != published.Vintage)
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
            return ApiProblems.NotFound(new("概要資料", "briefing"));
        }

        return file.Numbers is null
            ? ApiProblems.NotFound(new("数値の一覧", "list of numbers"))
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

    /// <summary>The assessments of the vintage before that a number speaks of: of its mineral, or of all that it has.</summary>
    private async Task<IReadOnlyList<MineralAssessment>> BeforeAsync(string vintage, FigureAddress address, PublishedView view, CancellationToken cancellation)
    {
        IEnumerable<string> minerals = address.IsOfAll
            ? (await VintageFiles.ReadManifestAsync(storage.Vintages, vintage, cancellation)).Minerals
            : [address.Mineral];
        return await Task.WhenAll(minerals.Select(mineral => AssessmentAsync(vintage, mineral, view, cancellation)));
    }

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

    /// <summary>An answer about a vintage that the address names stays as it is.</summary>
    private static PreparedAnswer Prepared<T>(ApiRequest request, Printed printed, T answer) =>
        Answers.Prepared(request, answer, request.Query(VintageRoutes.OfVintage.Name) == printed.Meta.Vintage ? Freshness.Pinned : Freshness.Latest);

    private sealed record Printed(Meta Meta, string Briefing, VintageManifest Manifest, IReadOnlyList<PrintedNumber> Numbers);
}
