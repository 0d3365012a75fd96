using System.Net;
using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.App.Vintages;
using Pipeline.Briefings.Tests.Acceptance;

namespace Pipeline.App.Tests.Api;

/// <summary>From a page and a number of a briefing to the cells that it rests on.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class NumberRoutesTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private const string List = "/api/v1/briefings/cobalt.en/numbers";

    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_number_of_the_list_stands_on_each_of_its_pages()
    {
        JsonElement[] numbers = await NumbersAsync(List);
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers.Select(number => number.GetProperty("number").GetInt32()));
        string text = RunningProcess.Run("pdftotext", RepositoryFolder.Root, Path.Combine(refreshed.OutputFolder, "briefings", "cobalt.en.pdf"), "-").Output;
        // Digits of one width stand apart where a 1 is narrow.
        string[] pages = [.. text.Split('\f').Select(DocumentWalk.WithoutSpaces)];
        Assert.All(numbers, number =>
        {
            int[] stands = [.. number.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32())];
            Assert.NotEmpty(stands);
            Assert.All(stands, page => Assert.Contains(number.GetProperty("text").GetString()!, pages[page - 1], StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_page_has_the_numbers_that_stand_on_it()
    {
        JsonElement[] all = await NumbersAsync(List);
        JsonElement[] second = await NumbersAsync(List + "?page=2");
        Assert.NotEmpty(second);
        Assert.Equal(
            all.Where(number => number.GetProperty("pages").EnumerateArray().Any(page => page.GetInt32() == 2)).Select(number => number.GetProperty("number").GetInt32()),
            second.Select(number => number.GetProperty("number").GetInt32()));
        Assert.Empty(await NumbersAsync(List + "?page=999"));
    }

    [Fact]
    public async Task A_score_leads_to_its_formulas_its_parameters_and_its_cells()
    {
        JsonElement answer = await ShowAsync("cobalt/production-concentration/score");
        Assert.Equal(("1", "CY2024", "ok", "open"), (
            Text(answer.GetProperty("number"), "unit"), Text(answer.GetProperty("number"), "period"), Text(answer.GetProperty("number"), "status"), Text(answer, "label")));
        Assert.Equal("score", Text(answer.GetProperty("formulas").EnumerateArray().Last(), "figure"));
        Assert.Contains(answer.GetProperty("parameters").EnumerateArray(), parameter => Text(parameter, "id") == "concentration.series/cobalt");
        JsonElement cell = Cells(answer).First();
        Assert.StartsWith("MCS2026", Text(cell, "file"), StringComparison.Ordinal);
        Assert.True(cell.GetProperty("row").GetInt32() > 0 && Text(cell, "column").Length > 0);
        Assert.Contains(answer.GetProperty("sources").EnumerateArray(), source => Text(source, "snapshot") == Text(cell, "snapshot"));
    }

    [Fact]
    public async Task A_country_s_share_leads_to_its_row_and_to_what_it_is_a_share_of()
    {
        JsonElement answer = await ShowAsync("cobalt/countries/mine-production/cobalt/contained-metal/COD/share");
        Assert.Equal(["whole", "share"], answer.GetProperty("formulas").EnumerateArray().Select(formula => Text(formula, "figure")));
        JsonElement part = answer.GetProperty("evidence").EnumerateArray().Single(node => Text(node, "symbol") == "part");
        double whole = answer.GetProperty("evidence").EnumerateArray().Where(node => Text(node, "symbol") == "row").Sum(node => node.GetProperty("value").GetDouble());
        Assert.Equal(answer.GetProperty("number").GetProperty("value").GetDouble(), part.GetProperty("value").GetDouble() / whole, 1e-12);
    }

    [Fact]
    public async Task A_number_is_found_in_the_vintage_that_is_named_beside_it()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        JsonElement answer = await JsonAsync($"{List}/1?vintage={vintage}");
        Assert.Equal(vintage, Text(answer.GetProperty("meta"), "vintage"));
        Assert.Equal((await JsonAsync($"{List}/1")).GetRawText(), answer.GetRawText());
    }

    [Fact]
    public async Task A_number_of_the_briefing_of_all_minerals_leads_to_the_cells_of_its_mineral()
    {
        JsonElement row = (await JsonAsync("/api/v1/briefings/overview.ja/numbers")).GetProperty("numbers").EnumerateArray()
            .First(row => Text(row.GetProperty("number"), "address").StartsWith("cobalt/", StringComparison.Ordinal));
        JsonElement answer = await JsonAsync(Text(row, "self"));
        Assert.Equal(row.GetProperty("number").GetRawText(), answer.GetProperty("number").GetRawText());
        Assert.NotEmpty(Cells(answer.GetProperty("evidence")));
    }

    [Theory]
    [InlineData("all/indicators/high/count")]
    [InlineData("all/minerals/count")]
    [InlineData("all/parameters/selfSufficiency.goal")]
    [InlineData("self-sufficiency/gap")]
    [InlineData("all/minerals/without-rate/count")]
    [InlineData("all/missing/count")]
    [InlineData("all/missing/domesticSurvey/minerals/count")]
    [InlineData("all/sources/wgi/set-aside")]
    public async Task A_count_the_goal_and_what_is_short_of_it_lead_to_what_they_rest_on(string address)
    {
        JsonElement row = (await JsonAsync("/api/v1/briefings/overview.en/numbers")).GetProperty("numbers").EnumerateArray()
            .First(row => Text(row.GetProperty("number"), "address").EndsWith(address, StringComparison.Ordinal));
        JsonElement answer = await JsonAsync(Text(row, "self"));
        Assert.Equal(row.GetProperty("number").GetRawText(), answer.GetProperty("number").GetRawText());
        Assert.NotEmpty(answer.GetProperty("evidence").EnumerateArray());
    }

    [Theory]
    [InlineData("copper.ja", "all/parameters/selfSufficiency.goal")]
    [InlineData("copper.en", "copper/partners/refined/after10/count")]
    [InlineData("cobalt.en", "cobalt/notes/production-concentration/cells/count")]
    [InlineData("cobalt.ja", "cobalt/parameters/count")]
    [InlineData("gallium.en", "gallium/price-fluctuation/reason/0")]
    [InlineData("gallium.ja", "gallium/price-fluctuation/reason/1")]
    public async Task A_count_in_the_words_of_a_mineral_is_confirmed_and_leads_to_what_it_rests_on(string briefing, string address)
    {
        JsonElement answer = await JsonAsync(Text(await RowAsync($"/api/v1/briefings/{briefing}/numbers", address), "self"));
        Assert.Equal("confirmed", Text(answer.GetProperty("check"), "standing"));
        Assert.NotEmpty(answer.GetProperty("evidence").EnumerateArray());
    }

    [Theory]
    [InlineData("files", "count(file)")]
    [InlineData("rows", "sum(file)")]
    public async Task The_files_and_rows_of_a_source_lead_to_each_of_its_files_with_hash_title_and_edition(string figure, string formula)
    {
        SnapshotUse[] files = [.. (await VintageFiles.ReadManifestAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, default))
            .Snapshots.Where(snapshot => snapshot.Use.Source == "usgs-mcs")];
        JsonElement answer = await JsonAsync(Text(await RowAsync("/api/v1/briefings/overview.ja/numbers", "all/sources/usgs-mcs/" + figure), "self"));
        JsonElement[] evidence = [.. answer.GetProperty("evidence").EnumerateArray()];

        Assert.Equal("confirmed", Text(answer.GetProperty("check"), "standing"));
        Assert.Equal(formula, Text(answer.GetProperty("formulas").EnumerateArray().Single(), "expression"));
        Assert.Equal(
            files.Select(file => ($"snapshot {file.Use.Snapshot}: {file.Use.File}", file.Edition, figure == "files" ? 1 : file.RowsRead)).Order(),
            evidence.Select(node => (Text(node, "reference"), Text(node, "subject"), node.GetProperty("value").GetInt64())).Order());
        Assert.Equal(
            files.Select(file => (file.Use.Snapshot, file.Use.Title)).Order(),
            answer.GetProperty("sources").EnumerateArray().Select(source => (Text(source, "snapshot"), Text(source, "title"))).Order());
    }

    [Fact]
    public async Task The_age_of_a_source_leads_to_the_two_days_it_lies_between()
    {
        JsonElement answer = await JsonAsync(Text(await RowAsync("/api/v1/briefings/overview.en/numbers", "all/sources/usgs-mcs/age"), "self"));
        double[] days = [.. answer.GetProperty("evidence").EnumerateArray().Select(node => node.GetProperty("value").GetDouble())];

        Assert.Equal(("d", "2026-12"), (Text(answer.GetProperty("number"), "unit"), Text(answer.GetProperty("number"), "period")));
        Assert.Equal(new DateOnly(2026, 12, 31).DayNumber, days[0]);
        Assert.Equal(days[0] - days[1], answer.GetProperty("number").GetProperty("value").GetDouble());
        Assert.Single(answer.GetProperty("sources").EnumerateArray());
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Every_number_of_all_minerals_together_is_confirmed(string language)
    {
        foreach (JsonElement row in (await JsonAsync($"/api/v1/briefings/overview.{language}/numbers")).GetProperty("numbers").EnumerateArray()
            .DistinctBy(row => Text(row.GetProperty("number"), "address")).Where(row => Text(row.GetProperty("number"), "address").StartsWith("all/", StringComparison.Ordinal)))
        {
            Assert.Equal("confirmed", Text((await JsonAsync(Text(row, "self"))).GetProperty("check"), "standing"));
        }
    }

    [Theory]
    [InlineData("/api/v1/briefings/cobalt.fr/numbers")]
    [InlineData("/api/v1/briefings/cobalt.en/numbers/0")]
    [InlineData("/api/v1/briefings/cobalt.en/numbers/99999")]
    [InlineData("/api/v1/briefings/cobalt.en/numbers/first")]
    [InlineData("/api/v1/briefings/cobalt.en/numbers/1?vintage=1999Q4-00000000")]
    public async Task What_is_not_printed_is_a_problem_document_with_404(string path) => await AssertRefusedAsync(path, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/api/v1/briefings/cobalt.en/numbers?page=0")]
    [InlineData("/api/v1/briefings/cobalt.en/numbers?page=two")]
    [InlineData("/api/v1/briefings/cobalt.en/numbers?pages=2")]
    public async Task A_page_that_cannot_be_meant_is_refused(string path) => await AssertRefusedAsync(path, HttpStatusCode.BadRequest);

    private async Task AssertRefusedAsync(string path, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await api.Client.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private async Task<JsonElement> ShowAsync(string address)
    {
        JsonElement row = (await JsonAsync(List)).GetProperty("numbers").EnumerateArray().First(row => Text(row.GetProperty("number"), "address") == address);
        return await JsonAsync(Text(row, "self"));
    }

    private async Task<JsonElement> RowAsync(string list, string address) =>
        (await JsonAsync(list)).GetProperty("numbers").EnumerateArray().First(row => Text(row.GetProperty("number"), "address") == address);

    private async Task<JsonElement[]> NumbersAsync(string path) =>
        [.. (await JsonAsync(path)).GetProperty("numbers").EnumerateArray().Select(row => row.GetProperty("number"))];

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await api.Client.GetStringAsync(path)).RootElement;

    private static IEnumerable<JsonElement> Cells(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(property => property.Name == "cells" ? property.Value.EnumerateArray() : Cells(property.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Cells),
        _ => [],
    };

    private static string Text(JsonElement element, string property) => element.TryGetProperty(property, out JsonElement value) ? value.GetString()! : string.Empty;
}
