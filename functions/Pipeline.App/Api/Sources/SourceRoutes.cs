using Pipeline.App.Pulling;
using Pipeline.App.Triggers;
using Pipeline.App.Vintages;
using Pipeline.Sources;
using Pipeline.Storage;

namespace Pipeline.App.Api;

/// <summary>
/// The routes of sources: who publishes each, on which terms, what was last obtained, and when the publisher is asked next. They are of this moment and take
/// no <c>asOf</c>: terms, readers and schedules are those of the running program, and nobody has written down what they were when an earlier vintage was
/// made. The files that such a vintage rests on, each with its source and reader, are in <c>/vintages/{id}</c>.
/// </summary>
internal sealed class SourceRoutes(SourceRegister register, FunctionDefinitions definitions, TimeProvider clock)
{
    private static readonly ApiParameter Id = new(
        "id", new("出典の識別子。", "Identifier of a source."), new ChoiceRule([.. SourceReaders.All.Select(reader => reader.Source)])) { Example = "usgs-mcs" };

    private static readonly CsvColumn<SourceRow>[] Columns =
    [
        CsvColumn<SourceRow>.Text("id", row => row.Id),
        CsvColumn<SourceRow>.Text("label", row => row.NameEn),
        CsvColumn<SourceRow>.Text("publisher", row => row.Publisher),
        CsvColumn<SourceRow>.Text("title", row => row.Title),
        CsvColumn<SourceRow>.Text("licence", row => row.Licence),
        CsvColumn<SourceRow>.Text("citation", row => row.Citation),
        CsvColumn<SourceRow>.Text("url", row => row.Url),
        CsvColumn<SourceRow>.Text("reader", row => row.Reader),
        CsvColumn<SourceRow>.Text("last_file", row => row.LastSnapshot?.File),
        CsvColumn<SourceRow>.Text("last_snapshot", row => row.LastSnapshot?.Snapshot),
        CsvColumn<SourceRow>.Text("last_edition", row => row.LastSnapshot?.Edition),
        CsvColumn<SourceRow>.Text("last_known_on", row => row.LastSnapshot is { } file ? FormattableString.Invariant($"{file.KnownOn:yyyy-MM-dd}") : null),
        CsvColumn<SourceRow>.Text("next_expected", row => row.NextExpected is { } next ? FormattableString.Invariant($"{next:yyyy-MM-ddTHH:mm:ssZ}") : null),
        CsvColumn<SourceRow>.Text("next_expected_reason", row => row.NextExpectedReasonEn),
        CsvColumn<SourceRow>.Truth("illustrative", row => row.Illustrative),
        CsvColumn<SourceRow>.Japanese("label_ja", row => row.NameJa),
        CsvColumn<SourceRow>.Japanese("next_expected_reason_ja", row => row.NextExpectedReasonJa),
    ];

    /// <summary>All routes.</summary>
    public IReadOnlyList<ApiRoute> All =>
    [
        new("v1/sources", Access.Reader, "listSources", new("出典：公表機関、利用条件、最新の資料、次の取得予定。", "Sources: publisher, licence, newest file, next expected."), Answers.OfView(List))
        {
            Query = CsvForm.Parameters, Success = AnswerForm.Table<SourceList>(), Problems = [ProblemKinds.BadParameter, ProblemKinds.NoVintage],
        },
        new("v1/sources/{id}", Access.Reader, "showSource", new("出典一つと、版が用いたファイル。", "One source with its files in the vintage."), Answers.OfView(ShowAsync))
        {
            Path = [Id], Success = AnswerForm.Json<SourcePage>(), Problems = [ProblemKinds.NotFound, ProblemKinds.NoVintage],
        },
    ];

    private PreparedAnswer List(ApiRequest request, PublishedView view)
    {
        SourceRow[] rows = [.. SourceReaders.All.Select(reader => SourceRow.Of(reader, view, Next(reader.Source)))];
        return request.Media == MediaForm.Csv
            ? CsvForm.Answer(request, rows, Columns, $"sources-{view.Published.Vintage}", Freshness.Latest)
            : Answers.Prepared(request, new SourceList(Meta.Of(view), rows), Freshness.Latest);
    }

    private async Task<IResult> ShowAsync(ApiRequest request, PublishedView view)
    {
        if (SourceReaders.All.FirstOrDefault(one => one.Source == request.Path("id")) is not { } reader)
        {
            return ApiProblems.NotFound(new("出典", "source"));
        }

        List<ObtainedFileRow> obtained = [];
        await foreach (Pipeline.Storage.SourceFile file in register.ListAsync(reader.Source, request.Cancellation))
        {
            obtained.Add(ObtainedFileRow.Of(file));
        }

        return Answers.Prepared(
            request,
            new SourcePage(
                Meta.Of(view), SourceRow.Of(reader, view, Next(reader.Source)),
                [.. view.Manifest.Snapshots.Where(snapshot => snapshot.Use.Source == reader.Source).Select(SourceFileRow.Of)], obtained),
            Freshness.Latest);
    }

    private DateTimeOffset? Next(string source) => PullTimers.FunctionOf(source) is { } function
        ? definitions.Timers.FirstOrDefault(timer => timer.Name == function)?.Schedule.After(clock.GetUtcNow())
        : null;
}
