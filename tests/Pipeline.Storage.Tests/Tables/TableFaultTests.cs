using System.Net;
using System.Text;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Pipeline.Storage.Tests;

public sealed class TableFaultTests
{
    [Fact]
    public async Task A_passing_503_is_tried_again_with_a_fresh_signature()
    {
        using var service = new ScriptedService((HttpStatusCode.ServiceUnavailable, ""), (HttpStatusCode.NoContent, ""));

        await service.Table.AddEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(2, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.Equal("SharedKeyLite", request.Headers.Authorization!.Scheme));
    }

    [Fact]
    public async Task A_lasting_503_is_thrown_with_its_status()
    {
        using var service = new ScriptedService([.. Enumerable.Repeat((HttpStatusCode.ServiceUnavailable, "<html>busy</html>"), 4)]);

        var thrown = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(503, thrown.Status);
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task A_missing_table_is_not_taken_for_a_missing_row()
    {
        using var service = new ScriptedService((HttpStatusCode.NotFound, """{"odata.error":{"code":"TableNotFound","message":{"lang":"en-US","value":"The table specified does not exist."}}}"""));

        var thrown = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.GetEntityIfExistsAsync("p", "r"));

        Assert.Equal("TableNotFound", thrown.ErrorCode);
    }

    [Fact]
    public async Task An_error_that_was_cut_off_in_transit_keeps_its_status()
    {
        using var service = new ScriptedService((HttpStatusCode.Conflict, """{"odata.error":{"code":"Entity"""));

        var thrown = await Assert.ThrowsAsync<RequestFailedException>(() => service.Table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, thrown.Status);
    }

    /// <summary>A table service that gives the next answer of a list.</summary>
    private sealed class ScriptedService : HttpMessageHandler
    {
        private readonly Queue<(HttpStatusCode Status, string Body)> answers;

        public ScriptedService(params (HttpStatusCode Status, string Body)[] answers)
        {
            this.answers = new(answers);
            var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(this)) };
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            Table = new TableServiceClient(
                new Uri("https://minerals.table.core.windows.net"),
                new TableSharedKeyCredential("minerals", "a2V5"),
                options).GetTableClient("runs");
        }

        public TableClient Table { get; }

        public List<HttpRequestMessage> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            var (status, body) = answers.Dequeue();
            return Task.FromResult(
                new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
        }
    }
}
