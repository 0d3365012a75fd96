using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Tests.Running;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Portal;

/// <summary>The form of a scenario and its answer, as a browser without scripts sends and gets them.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class WhatIfPagesTests(RefreshedStorage refreshed) : IAsyncLifetime
{
    private const string Smelter = "mineral=cobalt&kind=smelter&country=AUS&amount=25&unit=percent&displaces=largest";

    private ServedApi api = null!;

    public async Task InitializeAsync() => api = await refreshed.ServedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_mineral_and_a_kind_are_chosen_by_address_and_the_rest_is_sent_in_the_body()
    {
        IHtmlDocument page = await api.Client.ReadAsync("/api/portal/what-if?mineral=cobalt&kind=smelter&lang=en");
        IHtmlFormElement[] forms = [.. page.QuerySelectorAll<IHtmlFormElement>("main form")];

        Assert.Equal(["get", "post"], forms.Select(form => form.Method));
        Assert.Equal(["country", "amount", "unit", "displaces", "mineral", "kind"], forms[1].QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")));
        Assert.Equal(2, (await api.Client.ReadAsync("/api/portal/what-if?mineral=cobalt&kind=less-use&lang=en")).QuerySelectorAll("form[method=post] [type=hidden]").Length);
        Assert.Single((await api.Client.ReadAsync("/api/portal/what-if?lang=en")).QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("ja", "仮定による試算", "オーストラリア", "リスクが下がる")]
    [InlineData("en", "HYPOTHETICAL", "Australia", "risk falls")]
    public async Task A_smelter_that_supplies_a_quarter_shows_each_indicator_before_and_after(string language, string mark, string country, string falls)
    {
        (HttpResponseMessage answer, IHtmlDocument page) = await PostAsync(Smelter, language);
        MineralAssessment published = await Vintages.VintageFiles.ReadAssessmentAsync(refreshed.Account.Vintages, refreshed.Summary.GetProperty("vintage").GetString()!, "cobalt", default);

        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
        Assert.Equal(mark, page.QuerySelector(".box.warned strong")!.Words());
        Assert.Contains(country, page.QuerySelector("#assumption + p")!.Words(), StringComparison.Ordinal);
        string[][] rows = [.. page.QuerySelectorAll("table.compared tbody tr").Select(row => row.QuerySelectorAll(".value").Select(cell => cell.Words()).ToArray())];
        Assert.Equal(6, rows.Length);
        Assert.StartsWith(DisplayNumber.Score(published.Find(IndicatorId.ImportStabilityRefined)!.Score!.Value), rows[3][0], StringComparison.Ordinal);
        Assert.EndsWith(falls, rows[3][2], StringComparison.Ordinal);
        Assert.Equal(rows[1][0], rows[1][1]);
        Assert.Single(page.QuerySelectorAll("figure svg"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_above_the_form_which_keeps_what_was_typed()
    {
        (HttpResponseMessage answer, IHtmlDocument page) = await PostAsync("mineral=cobalt&kind=smelter&country=AUS&amount=%22%3Ex&unit=percent&displaces=largest", "en");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("#amount", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(("\">x", "true"), (page.QuerySelector<IHtmlInputElement>("#amount")!.Value, page.QuerySelector("#amount")!.GetAttribute("aria-invalid")));
        Assert.Equal("AUS", page.QuerySelector<IHtmlSelectElement>("#country")!.Value);
    }

    [Fact]
    public async Task A_measure_that_the_base_does_not_let_take_effect_is_refused_in_words_without_figures()
    {
        // Nobody imports as much cobalt as ten million tonnes.
        (HttpResponseMessage answer, IHtmlDocument page) = await PostAsync("mineral=cobalt&kind=smelter&country=AUS&amount=10000000&unit=tonnes&displaces=largest", "ja");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("置き換える対象の供給量が不足するため試算できない。", page.QuerySelector("[role=alert] li")!.Words());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task A_form_on_another_site_gets_no_answer(string header, string value, HttpStatusCode expected)
    {
        using HttpRequestMessage request = Request(Smelter, "en");
        request.Headers.Add(header, value);
        using HttpResponseMessage answer = await api.Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Browsers_may_tell_this_site_where_the_form_stands()
    {
        using HttpResponseMessage form = await api.Client.AskAsync("/api/portal/what-if?lang=ja");
        using HttpResponseMessage other = await api.Client.AskAsync("/api/portal?lang=ja");

        Assert.Equal(("same-origin", "no-referrer"), (Assert.Single(form.Headers.GetValues("Referrer-Policy")), Assert.Single(other.Headers.GetValues("Referrer-Policy"))));
    }

    [Theory]
    [InlineData("application/json", 100, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", 5000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_that_no_form_sends_is_refused(string type, int length, HttpStatusCode expected)
    {
        using StringContent body = new("mineral=" + new string('x', length), System.Text.Encoding.UTF8, type);
        using HttpResponseMessage answer = await api.Client.PostAsync("/api/portal/what-if?lang=en", body);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static HttpRequestMessage Request(string fields, string language) => new(HttpMethod.Post, PortalPages.In("/api/portal/what-if", language))
    {
        Content = new StringContent(fields, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        Headers = { { "Accept", "text/html" } },
    };

    private async Task<(HttpResponseMessage, IHtmlDocument)> PostAsync(string fields, string language)
    {
        using HttpRequestMessage request = Request(fields, language);
        HttpResponseMessage answer = await api.Client.SendAsync(request);
        return (answer, PortalPages.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
