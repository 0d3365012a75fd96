using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;
using Pipeline.App.Api;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;

namespace Pipeline.App.Tests.Api.Observations;

[Collection(RefreshedCollection.Name)]
public sealed partial class ObservationRoutesTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private const string Address = "/api/v1/observations";

    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_the_source_prints_of_cobalt_from_Congo_is_one_row_and_its_share_another()
    {
        JsonElement[] rows = await RowsAsync($"{Address}?mineral=cobalt&indicator=mine-production&place=COD&from=2024&to=2024");

        Assert.Equal(["value", "share"], rows.Select(row => Text(row, "figure")));
        JsonElement printed = rows[0];
        Assert.Equal((226000, "t", "CY2024", "mine", "contained metal", "ok", "estimated"), (
            printed.GetProperty("value").GetDouble(), Text(printed, "unit"), Text(printed, "period"), Text(printed, "stage"), Text(printed, "basis"), Text(printed, "status"),
            Text(printed, "valueKind")));
        Assert.Equal(("コバルト", "Cobalt", "鉱山生産量", "Mine production"), (Text(printed, "mineralJa"), Text(printed, "mineralEn"), Text(printed, "indicatorJa"), Text(printed, "indicatorEn")));
        // The thirteen printed rows of 2024 add up to 301,590 t.
        Assert.Equal(226000.0 / 301590, rows[1].GetProperty("value").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task A_result_has_its_value_and_its_score_with_interval_and_bands()
    {
        JsonElement assessment = (await JsonAsync("/api/v1/assessments/cobalt")).GetProperty("assessment").GetProperty("results").EnumerateArray()
            .Single(result => Text(result, "indicator") == "price-fluctuation");
        JsonElement[] rows = await RowsAsync($"{Address}?mineral=cobalt&indicator=price-fluctuation");

        Assert.Equal(["value", "score"], rows.Where(row => Text(row, "figure") is "value" or "score").Select(row => Text(row, "figure")));
        Assert.Equal(assessment.GetProperty("value").GetDouble(), rows[0].GetProperty("value").GetDouble());
        Assert.Equal("1/year", Text(rows[0], "unit"));
        Assert.Equal(
            (assessment.GetProperty("score").GetDouble(), assessment.GetProperty("scoreLow").GetDouble(), Text(assessment, "bandLow"), Text(assessment, "bandHigh")),
            (rows[1].GetProperty("value").GetDouble(), rows[1].GetProperty("low").GetDouble(), Text(rows[1], "bandLow"), Text(rows[1], "bandHigh")));
    }

    [Fact]
    public async Task A_missing_figure_is_a_row_that_says_so_and_why()
    {
        JsonElement[] rows = await RowsAsync($"{Address}?status=insufficient,notApplicable&limit=1000");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal(JsonValueKind.Null, row.GetProperty("value").ValueKind);
            Assert.Contains(row.GetProperty("low").ValueKind, new[] { JsonValueKind.Null, JsonValueKind.Number });
            Assert.NotEmpty(Text(row, "reason"));
            Assert.NotEmpty(Text(row, "reasonJa"));
            Assert.NotEmpty(Text(row, "reasonEn"));
        });
    }

    [Fact]
    public async Task Every_row_has_every_member()
    {
        JsonElement[] rows = await RowsAsync($"{Address}?limit=1000");
        string[] names = [.. rows[0].EnumerateObject().Select(member => member.Name)];
        Assert.All(rows, row => Assert.Equal(names, row.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task Every_figure_can_be_asked_for_by_its_name()
    {
        PublishedView view = await PublishedView.LoadAsync(refreshed.Account.Vintages, (await refreshed.Account.Vintages.CurrentAsync())!, default);

        Assert.All(VintageFigures.Of(view).Figures.Select(figure => figure.Figure).Distinct(), name => Assert.Contains(name, MeasureFigure.All));
        Assert.Equal(MeasureFigure.All, MeasureFigure.All.Distinct());
    }

    [Fact]
    public async Task Factor_scores_are_rows_that_say_that_they_are_internal()
    {
        JsonElement[] rows = await RowsAsync($"{Address}?mineral=cobalt&indicator=factor-import-dependence,factor-domestic-demand&figure=value");
        Assert.Equal(["internal", "internal"], rows.Select(row => Text(row, "label")));
    }

    [Theory]
    [InlineData("?mineral=cobalt&limit=37")]
    [InlineData("?indicator=production-concentration&limit=10&status=ok,partial")]
    public async Task Pages_taken_one_after_the_other_are_the_whole_list_once(string query)
    {
        string[] whole = await WalkAsync(Regex.Replace(Address + query, "limit=[0-9]+", "limit=1000"));
        string[] walked = await WalkAsync(Address + query);

        Assert.Equal(whole.Length, whole.Distinct().Count());
        Assert.Equal(whole, walked);
        Assert.Equal(whole.Length, (await JsonAsync(Address + query)).GetProperty("meta").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_second_page_leads_back_to_the_first()
    {
        using HttpResponseMessage first = await api.Client.GetAsync($"{Address}?mineral=cobalt&limit=20");
        using HttpResponseMessage second = await api.Client.GetAsync(Links(first)["next"]);
        Assert.DoesNotContain("prev", Links(first).Keys);
        Assert.Equal(Links(first)["first"], Links(second)["prev"]);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await api.Client.GetStringAsync(Links(second)["prev"]));
        Assert.Contains("license", Links(second).Keys);
        Assert.Contains("describedby", Links(second).Keys);
        Assert.Equal((TimeSpan.FromDays(365), TimeSpan.FromMinutes(5)), (second.Headers.CacheControl!.MaxAge, first.Headers.CacheControl!.MaxAge));
    }

    [Theory]
    [InlineData("?mineral=cobalt&cursor=abc", "bad-cursor")]
    [InlineData("?mineral=cobalt&cursor=MjAyNlE0IDEgMSAx", "bad-cursor")]
    [InlineData("?minerals=cobalt", "'mineral'")]
    [InlineData("?mineral=cobalt&mineral=lithium", "is given once")]
    [InlineData("?mineral=kobalt", "'cobalt'")]
    [InlineData("?limit=0", "from 1 to 1000")]
    [InlineData("?limit=1001", "from 1 to 1000")]
    [InlineData("?from=2024-13", "a year such as 2024")]
    [InlineData("?from=2024&to=2023", "not later")]
    [InlineData("?calendar=jp", "one of: cy, fy")]
    [InlineData("?figure=scores", "did you mean 'score'")]
    [InlineData("?place=CONGO", "a value such as")]
    public async Task A_question_that_cannot_be_meant_is_refused_with_the_reason(string query, string hint)
    {
        using HttpResponseMessage answer = await api.Client.GetAsync(Address + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(hint, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_value_of_a_list_is_told()
    {
        using HttpResponseMessage answer = await api.Client.GetAsync(Address + "?mineral=cobalt,cobolt,nickle");

        JsonElement[] errors = [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").EnumerateArray()];
        Assert.Equal(2, errors.Length);
        Assert.Contains("'cobalt'", Text(errors[0], "detail"), StringComparison.Ordinal);
        Assert.Contains("'nickel'", Text(errors[1], "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        using HttpResponseMessage page = await api.Client.GetAsync($"{Address}?mineral=cobalt&limit=20");
        using HttpResponseMessage other = await api.Client.GetAsync(Links(page)["next"].Replace("mineral=cobalt", "mineral=lithium", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Contains("bad-cursor", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_vintage_is_not_found()
    {
        using HttpResponseMessage answer = await api.Client.GetAsync($"{Address}?asOf=1999Q4");
        using HttpResponseMessage before = await api.Client.GetAsync($"{Address}?asOf=2000-01-01");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, before.StatusCode));
    }

    [Fact]
    public async Task A_figure_lies_between_bounds_when_its_whole_period_does()
    {
        string[] periods = [.. (await RowsAsync($"{Address}?mineral=copper&indicator=prices&from=2024-03&to=2024-05")).Select(row => Text(row, "period"))];
        Assert.Equal(["2024-03", "2024-04", "2024-05"], periods);
        // The average of five years reaches back beyond 2023.
        Assert.Empty(await RowsAsync($"{Address}?mineral=copper&indicator=import-average&from=2023"));
    }

    [Fact]
    public async Task Fiscal_years_are_laid_against_fiscal_years_only()
    {
        JsonElement[] all = await RowsAsync($"{Address}?calendar=fy&limit=1000");
        Assert.NotEmpty(all);
        Assert.All(all, row => Assert.StartsWith("FY", Text(row, "period"), StringComparison.Ordinal));
        JsonElement[] calendar = await RowsAsync($"{Address}?from=1900&limit=1000&indicator=secondary-use,self-sufficiency,domestic-demand");
        Assert.DoesNotContain(calendar, row => Text(row, "period").StartsWith("FY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_meta_block_names_unit_source_licence_and_vintage()
    {
        JsonElement meta = (await JsonAsync($"{Address}?mineral=cobalt&indicator=mine-production")).GetProperty("meta");
        Assert.Equal(refreshed.Summary.GetProperty("vintage").GetString(), Text(meta, "vintage"));
        Assert.Contains(meta.GetProperty("units").EnumerateArray(), unit => Text(unit, "unit") == "t");
        JsonElement source = Assert.Single(meta.GetProperty("sources").EnumerateArray());
        Assert.Equal("usgs-mcs", Text(source, "source"));
        Assert.NotEmpty(Text(source, "licence"));
    }

    [Fact]
    public async Task As_CSV_another_reader_finds_the_same_rows()
    {
        string query = $"{Address}?mineral=cobalt,lithium&limit=1000";
        JsonElement[] rows = await RowsAsync(query);
        using HttpResponseMessage answer = await api.Client.GetAsync(query + "&format=csv&labels=ja&bom=1");
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        string disposition = answer.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.Matches("^attachment; filename=observations-2026Q4-[0-9a-z]+\\.csv; filename\\*=UTF-8''observations-2026Q4-[0-9a-z]+\\.csv$", disposition);
        using TextFieldParser reader = new(new MemoryStream(bytes)) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        List<string> names = [.. reader.ReadFields()!];
        Assert.All(rows, row =>
        {
            string[] cells = reader.ReadFields()!;
            string Cell(string name) => cells[names.IndexOf(name)];
            Assert.Equal((Text(row, "id"), Text(row, "mineralJa"), Text(row, "indicatorJa"), Text(row, "status")), (Cell("id"), Cell("mineral_label_ja"), Cell("indicator_label_ja"), Cell("status")));
            Assert.Equal(row.GetProperty("value").ValueKind == JsonValueKind.Null ? string.Empty : row.GetProperty("value").GetRawText(), Plain(Cell("value")));
        });
        Assert.True(reader.EndOfData);
    }

    private static string Plain(string number) => number.Length == 0 ? number : JsonSerializer.Serialize(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<string[]> WalkAsync(string address)
    {
        List<string> ids = [];
        for (string? next = address; next is not null;)
        {
            using HttpResponseMessage answer = await api.Client.GetAsync(next);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            ids.AddRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("observations").EnumerateArray().Select(row => Text(row, "id")));
            next = Links(answer).GetValueOrDefault("next");
        }

        return [.. ids];
    }

    private static Dictionary<string, string> Links(HttpResponseMessage answer) => LinkForm().Matches(string.Join(", ", answer.Headers.GetValues("Link")))
        .ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value, StringComparer.Ordinal);

    private async Task<JsonElement[]> RowsAsync(string path) => [.. (await JsonAsync(path)).GetProperty("observations").EnumerateArray()];

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await api.Client.GetStringAsync(path)).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? string.Empty;

    [GeneratedRegex("<([^>]+)>; rel=\"([a-z-]+)\"")]
    private static partial Regex LinkForm();
}
