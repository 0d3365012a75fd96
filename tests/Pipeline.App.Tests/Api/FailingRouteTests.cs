using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.App.Api;
using Pipeline.App.Telemetry;
using Pipeline.App.Tests.Triggers;
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

    [Theory]
    [InlineData(null, "^[0-9A-Z]+:[0-9A-F]{8}$")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "^0af7651916cd43dd8448eb211c80319c$")]
    [InlineData("00-somebody's own text-01", "^[0-9A-Z]+:[0-9A-F]{8}$")]
    public async Task The_trace_that_a_problem_names_is_the_name_of_the_request_in_the_log(string? begun, string name)
    {
        using RecordingLog log = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        PipelineLogging.Add(builder.Logging);
        builder.Logging.ClearProviders().AddProvider(log);
        await using WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        PlainProblems.Use(app);
        ApiRoute foreseen = new("v1/foreseen", Access.Reader, "fail", Bilingual.Same("Fails."), _ => Task.FromException<IResult>(new LayoutDriftException(Drift)));
        ApiRoute unforeseen = new("v1/unforeseen", Access.Reader, "fall", Bilingual.Same("Falls."), _ => Task.FromException<IResult>(new InvalidOperationException("secret")));
        new ReportingApi(new Callers(CallerSource.ThisMachine), new CurrentVintage(StorageAccount.Connect("UseDevelopmentStorage=true").Vintages), app.Logger).Map(app, [foreseen, unforeseen]);
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };

        foreach ((string path, string line) in ((string, string)[])[("v1/foreseen", "v1/foreseen cannot be answered."), ("v1/unforeseen", "A request cannot be answered.")])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/api/" + path);
            if (begun is not null)
            {
                request.Headers.TryAddWithoutValidation("traceparent", begun);
            }

            using HttpResponseMessage answer = await client.SendAsync(request);
            string traceId = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("traceId").GetString()!;
            Assert.Matches(name, traceId);
            Assert.Equal(traceId, log.Scopes.OfType<InvocationScope>().Last().InvocationId);
            Assert.Equal(line, log.Errors.Last());
        }

        await app.StopAsync();
    }
}
