using Pipeline.Sources;
using Pipeline.Sources.Corrections;

namespace Pipeline.App.Api;

/// <summary>Answer of <c>/corrections</c>: known faults of publishers' files, what is done about each, and its state at the publisher.</summary>
/// <param name="Corrections">The faults by source, in order of application.</param>
internal sealed record CorrectionList(IReadOnlyList<KnownCorrection> Corrections);

/// <summary>The route of corrections.</summary>
internal static class CorrectionRoutes
{
    private static readonly ApiParameter Source = new(
        "source", new("出典。コンマ区切りで複数。", "Sources, with commas between."), new ChoiceRule([.. SourceReaders.All.Select(reader => reader.Source)])) { IsList = true, Example = "usgs-mcs" };

    private static readonly ApiParameter Status = new(
        "status", new("公表機関における状態。", "State at the publisher."), new ChoiceRule(KnownCorrections.Statuses));

    private static readonly CsvColumn<KnownCorrection>[] Columns =
    [
        CsvColumn<KnownCorrection>.Text("id", row => row.Id),
        CsvColumn<KnownCorrection>.Text("source", row => row.Source),
        CsvColumn<KnownCorrection>.Number("edition", row => row.Edition),
        CsvColumn<KnownCorrection>.Text("table", row => row.Table),
        CsvColumn<KnownCorrection>.Text("commodities", row => string.Join(';', row.Commodities)),
        CsvColumn<KnownCorrection>.Text("action", row => row.Action),
        CsvColumn<KnownCorrection>.Number("cells", row => row.Cells.Count),
        CsvColumn<KnownCorrection>.Text("reason", row => row.Reason),
        CsvColumn<KnownCorrection>.Text("citation", row => row.Citation),
        CsvColumn<KnownCorrection>.Text("found", row => FormattableString.Invariant($"{row.Found:yyyy-MM-dd}")),
        CsvColumn<KnownCorrection>.Text("status", row => row.Status),
    ];

    /// <summary>All routes.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        new("v1/corrections", Access.Reader, "listCorrections", new("公表資料の誤りとして知られるものと、その扱い。", "Known faults of publishers' files and what is done about them."), request => Task.FromResult<IResult>(List(request)))
        {
            Query = [Source, Status, .. CsvForm.Parameters], Success = AnswerForm.Table<CorrectionList>(), Problems = [ProblemKinds.BadParameter],
        },
    ];

    private static PreparedAnswer List(ApiRequest request)
    {
        IReadOnlyList<string> sources = request.QueryList(Source.Name);
        string? status = request.Query(Status.Name);
        KnownCorrection[] corrections = [.. KnownCorrections.All.Where(one => (sources.Count == 0 || sources.Contains(one.Source)) && (status is null || one.Status == status))];
        return request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, corrections, Columns, "corrections", Freshness.Latest)
            : Answers.Prepared(request, new CorrectionList(corrections), Freshness.Latest);
    }
}
