using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Storage;

namespace Pipeline.App.Tests.Api;

/// <summary>A route that cannot compute its answer, as when a reader refuses an old file that a vintage rests on.</summary>
public sealed class FailingRouteTests
{
    private static readonly Fault Drift = new("old.csv", "line 1", "a column 'value'", "none", "fetch the file again");

    [Theory]
    [InlineData("Reader", "old.csv, line 1: expected a column 'value'; found none. Fetch the file again.")]
    [InlineData("Operator", "old.csv, line 1: expected a column 'value'; found none. Fetch the file again.")]
    [InlineData("Anonymous", "The log has the error.")]
    public async Task An_answer_that_cannot_be_computed_is_a_problem_document_with_the_fault_for_those_who_are_signed_in(string access, string detail)
    {
        ApiRoute failing = new("v1/failing", Enum.Parse<Access>(access), "fail", Bilingual.Same("Fails."), _ => Task.FromException<IResult>(new LayoutDriftException(Drift)));
        await using WebApplication app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        new ReportingApi(new Callers(CallerSource.ThisMachine), new CurrentVintage(StorageAccount.Connect("UseDevelopmentStorage=true").Vintages), app.Logger).Map(app, [failing]);
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()), DefaultRequestHeaders = { { "Accept-Language", "en" } } };

        using HttpResponseMessage answer = await client.GetAsync("/api/v1/failing");
        string body = await answer.Content.ReadAsStringAsync();
        await app.StopAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        JsonElement problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("/api/v1/problems/cannot-be-computed", detail), (problem.GetProperty("type").GetString(), problem.GetProperty("detail").GetString()));
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
    }
}
