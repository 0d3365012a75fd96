using System.Net;
using System.Text.Json;
using Pipeline.App.Tests.Running;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Api;

/// <summary>What stands around the figures: minerals, indicators, assessments, sources, corrections and briefings.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class DataRoutesTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Minerals_are_chosen_by_kind_and_by_the_ordinance()
    {
        Assert.Equal(34, (await JsonAsync("/api/v1/minerals?inOrdinance=true")).GetProperty("minerals").GetArrayLength());
        string[] others = [.. (await JsonAsync("/api/v1/minerals?inOrdinance=false")).GetProperty("minerals").EnumerateArray().Select(mineral => Text(mineral, "id")).Order(StringComparer.Ordinal)];
        Assert.Equal(["aluminium", "copper", "gold", "lead", "silver", "tin", "zinc"], others);
        string[] precious = [.. (await JsonAsync("/api/v1/minerals?group=precious&inOrdinance=false")).GetProperty("minerals").EnumerateArray().Select(mineral => Text(mineral, "id"))];
        Assert.Equal(["gold", "silver"], precious.Order(StringComparer.Ordinal));
        string csv = await api.Client.GetStringAsync("/api/v1/minerals?format=csv&labels=ja&inOrdinance=false");
        Assert.Contains("copper,Copper,Cu,base,Base metal,false,/api/v1/assessments/copper,銅,ベースメタル\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_says_what_it_is_how_it_is_computed_and_where_its_bands_begin()
    {
        JsonElement page = await JsonAsync("/api/v1/indicators/production-concentration");
        JsonElement indicator = page.GetProperty("indicator");
        Assert.Equal(("国別生産寡占度", "S 評価指標群 2", "1", "mine", "open"), (Text(indicator, "nameJa"), Text(indicator, "clause"), Text(indicator, "unit"), Text(indicator, "stage"), Text(indicator, "label")));
        Assert.StartsWith("Sum of squared country shares of production.", Text(indicator, "formulaEn"), StringComparison.Ordinal);
        Assert.Equal(("score = Σ (quantity of the country ÷ total)²", "評点 ＝ Σ（国の数量 ÷ 合計）²"), (Text(indicator, "equationEn"), Text(indicator, "equationJa")));
        JsonElement bands = indicator.GetProperty("bands");
        Assert.Equal((0.15, 0.25, 0.50), (bands.GetProperty("moderate").GetDouble(), bands.GetProperty("high").GetDouble(), bands.GetProperty("veryHigh").GetDouble()));
        Assert.Contains(page.GetProperty("parameters").EnumerateArray(), parameter => Text(parameter, "id") == "bands.concentration" && Text(parameter, "link") == "/api/v1/parameters?asOf=2026-12-31");
        Assert.Equal(HttpStatusCode.OK, (await api.Client.GetAsync(Text(indicator.GetProperty("links"), "observations"))).StatusCode);
    }

    [Fact]
    public async Task Every_indicator_has_its_words_and_the_factors_are_internal()
    {
        JsonElement[] indicators = [.. (await JsonAsync("/api/v1/indicators")).GetProperty("indicators").EnumerateArray()];
        Assert.Equal(Vocabulary.Codes(Term.Indicator).Order(StringComparer.Ordinal), indicators.Where(one => Text(one, "kind") != "series").Select(one => Text(one, "id")).Order(StringComparer.Ordinal));
        Assert.All(indicators, one => Assert.All(
            new[] { "nameJa", "nameEn", "definitionJa", "definitionEn", "formulaJa", "formulaEn", "basisJa", "basisEn" }, name => Assert.NotEmpty(Text(one, name))));
        Assert.Equal(IndicatorId.Factors, indicators.Where(one => Text(one, "label") == "internal").Select(one => Text(one, "id")));
        Assert.Equal(IndicatorId.Six, (await JsonAsync("/api/v1/indicators?kind=six")).GetProperty("indicators").EnumerateArray().Select(one => Text(one, "id")));
    }

    [Fact]
    public async Task Every_flag_and_reason_in_an_answer_has_its_words_in_both_languages()
    {
        JsonElement[] words = [.. (await JsonAsync("/api/v1/vocabulary?term=flag,reason")).GetProperty("words").EnumerateArray()];
        JsonElement[] rows = [.. (await JsonAsync("/api/v1/observations?limit=1000")).GetProperty("observations").EnumerateArray()];

        JsonElement derived = words.Single(word => Text(word, "code") == "derivedFromTotal");
        Assert.Equal(("flag", "derived from a printed total"), (Text(derived, "term"), Text(derived, "en")));
        Assert.Contains(words, word => (Text(word, "term"), Text(word, "code")) == ("reason", "technologyNotCovered") && Text(word, "ja").Length > 0);
        Assert.All(
            rows.SelectMany(row => row.GetProperty("flags").EnumerateArray()).Select(flag => flag.GetString()).Distinct(),
            flag => Assert.Contains(words, word => Text(word, "code") == flag));
        string csv = await api.Client.GetStringAsync("/api/v1/vocabulary?term=band&format=csv&labels=ja");
        Assert.Contains("band,veryHigh,very high,,極高\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_assessments_says_that_factor_scores_are_internal_and_what_is_missing()
    {
        JsonElement list = await JsonAsync("/api/v1/assessments");
        Assert.Equal("internal", Text(list, "label"));
        Assert.Equal(41, list.GetProperty("assessments").GetArrayLength());
        JsonElement cobalt = list.GetProperty("assessments").EnumerateArray().Single(row => Text(row.GetProperty("mineral"), "id") == "cobalt");
        JsonElement[] results = [.. cobalt.GetProperty("results").EnumerateArray()];
        Assert.Equal(IndicatorId.Six.Concat([IndicatorId.SelfSufficiency, IndicatorId.ImportGrowth]).Concat(IndicatorId.Factors), results.Select(result => Text(result, "indicator")));
        Assert.All(results.Where(result => IndicatorId.Factors.Contains(Text(result, "indicator"))), result => Assert.Equal("internal", Text(result, "label")));
        JsonElement elements = cobalt.GetProperty("missingInputs").EnumerateArray().Single(input => input.GetProperty("code").GetString() == "additionalElements");
        Assert.Equal(["factor-additional-elements"], elements.GetProperty("indicators").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal("資源政策の担当課", Text(elements, "holderJa"));
    }

    [Fact]
    public async Task An_assessment_of_a_named_vintage_is_the_current_one_and_may_be_kept()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        using HttpResponseMessage named = await api.Client.GetAsync($"/api/v1/assessments/cobalt?asOf={vintage}");
        Assert.Equal(await api.Client.GetStringAsync("/api/v1/assessments/cobalt"), await named.Content.ReadAsStringAsync());
        Assert.Equal(TimeSpan.FromDays(365), named.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task Between_a_vintage_and_itself_nothing_moved_and_the_first_has_none_before_it()
    {
        JsonElement same = await JsonAsync("/api/v1/assessments/cobalt/explain?from=2026Q4&to=2026Q4");
        Assert.Empty(same.GetProperty("changes").GetProperty("results").EnumerateArray());
        using HttpResponseMessage first = await api.Client.GetAsync("/api/v1/assessments/cobalt/explain");
        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
    }

    [Fact]
    public async Task A_source_tells_its_licence_its_last_file_and_when_it_is_asked_next()
    {
        JsonElement page = await JsonAsync("/api/v1/sources/usgs-mcs");
        JsonElement source = page.GetProperty("source");
        Assert.Equal(("MCS2026_Commodities_Data.csv", "2026-02-06"), (Text(source.GetProperty("lastSnapshot"), "file"), Text(source.GetProperty("lastSnapshot"), "knownOn")));
        Assert.True(source.GetProperty("nextExpected").GetDateTimeOffset() > new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.NotEmpty(Text(source, "licence"));
        Assert.NotEmpty(page.GetProperty("files").EnumerateArray());
        JsonElement survey = (await JsonAsync("/api/v1/sources")).GetProperty("sources").EnumerateArray().Single(one => Text(one, "id") == "domestic-survey");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (survey.GetProperty("nextExpected").ValueKind, survey.GetProperty("layoutFingerprint").ValueKind));
        Assert.NotEmpty(Text(survey, "nextExpectedReasonJa"));
        Assert.NotEmpty(Text(survey, "layoutFingerprintReasonEn"));
    }

    [Fact]
    public async Task A_known_fault_of_a_file_tells_its_cells_its_reason_and_its_state()
    {
        JsonElement fault = (await JsonAsync("/api/v1/corrections?source=usgs-mcs&status=open")).GetProperty("corrections").EnumerateArray()
            .Single(one => Text(one, "id") == "usgs-2022-lithium-total-excludes");
        Assert.Equal((2022, "relabel", "open"), (fault.GetProperty("edition").GetInt32(), Text(fault, "action"), Text(fault, "status")));
        Assert.Equal("82500", Text(fault.GetProperty("cells"), "World total (rounded) 2020"));
        Assert.Empty((await JsonAsync("/api/v1/corrections?source=wgi")).GetProperty("corrections").EnumerateArray());
    }

    [Fact]
    public async Task A_briefing_tells_its_length_hash_and_classification_and_a_named_one_may_be_kept()
    {
        string vintage = refreshed.Summary.GetProperty("vintage").GetString()!;
        JsonElement[] rows = [.. (await JsonAsync("/api/v1/briefings?mineral=cobalt&language=ja")).GetProperty("briefings").EnumerateArray()];
        JsonElement page = await JsonAsync("/api/v1/briefings/cobalt.ja");
        Assert.Equal(rows.Single().GetRawText(), page.GetProperty("briefing").GetRawText());
        Assert.Equal(("application/pdf", "open", "公開"), (Text(page, "mediaType"), Text(page, "label"), Text(page, "classificationJa")));

        using HttpResponseMessage named = await api.Client.GetAsync($"/api/v1/briefings/cobalt.ja/content?vintage={vintage}");
        using HttpResponseMessage latest = await api.Client.GetAsync("/api/v1/briefings/cobalt.ja/content");
        Assert.Equal((TimeSpan.FromDays(365), TimeSpan.FromMinutes(5)), (named.Headers.CacheControl!.MaxAge, latest.Headers.CacheControl!.MaxAge));
        Assert.Equal(page.GetProperty("briefing").GetProperty("length").GetInt64(), named.Content.Headers.ContentLength);
        Assert.Contains("</api/v1/sources>; rel=\"license\"", named.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        Assert.Contains($"</api/v1/briefings/cobalt.ja?vintage={vintage}>; rel=\"describedby\"", named.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/indicators/nothing")]
    [InlineData("/api/v1/sources/nothing")]
    [InlineData("/api/v1/briefings/nothing.ja")]
    [InlineData("/api/v1/briefings/cobalt.ja?vintage=1999Q4")]
    [InlineData("/api/v1/assessments/nothing/explain")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using HttpResponseMessage answer = await api.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await api.Client.GetStringAsync(path)).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? string.Empty;
}
