using Microsoft.AspNetCore.Http;
using Pipeline.Tests.Publishing;

namespace Pipeline.Sources.Tests.Pull;

public sealed class RetryTests : Played
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_fault_is_outlived_with_waits_that_double(int status)
    {
        Server.AnswerInTurn(Path, PlayedPublisher.Status(status), PlayedPublisher.Status(status), PlayedPublisher.File(RealFile));

        using Delivered file = Assert.IsType<Delivered>(await FetchAsync());

        Assert.Equal(RealFile.Length, file.Bytes.Length);
        Assert.Equal(3, Server.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)], Clock.Waited);
    }

    [Fact]
    public async Task After_three_tries_the_publisher_is_left_alone()
    {
        Server.Answer(Path, PlayedPublisher.Status(503));

        PublisherUnavailableException fault = await FaultAsync<PublisherUnavailableException>();

        Assert.Equal(($"{Host}{Path}", "200", "503"), (fault.Fault.Source, fault.Fault.Expected, fault.Fault.Found));
        Assert.Equal(3, Server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(204)]
    [InlineData(206)]
    public async Task An_answer_that_will_stay_the_same_is_not_asked_for_again(int status)
    {
        Server.Answer(Path, PlayedPublisher.Status(status));

        await FaultAsync<PublisherAnswerException>();

        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task The_wait_that_a_publisher_asks_for_is_kept()
    {
        Server.AnswerInTurn(Path, Busy("70"), Busy("Sun, 22 Nov 2026 00:02:40 GMT"), PlayedPublisher.File(RealFile));

        (await FetchAsync()).Dispose();

        // The date is 160 s after the start, of which 70 s have passed.
        Assert.Equal([TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(90)], Clock.Waited);
    }

    [Fact]
    public async Task A_publisher_that_asks_for_an_hour_is_not_asked_again_in_this_pull()
    {
        Server.Answer(Path, Busy("3600"));

        Assert.Equal("429 and a wait of 3600 s asked for", (await FaultAsync<PublisherUnavailableException>()).Fault.Found);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_made_is_tried_three_times()
    {
        int tries = 0;
        PublisherNetwork away = Server.Network with
        {
            Resolve = (_, _) =>
            {
                tries++;
                throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
            },
        };

        PublisherUnavailableException fault = await FaultAsync<PublisherUnavailableException>(network: away);

        Assert.Equal(("name of the host", 3), (fault.Fault.Place, tries));
    }

    [Fact]
    public async Task A_body_that_never_ends_is_given_up_when_its_time_is_over()
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource gone = new();
        Server.Answer(Path, async context =>
        {
            await context.Response.Body.WriteAsync(RealFile.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });
        Task<PublisherUnavailableException> fetch = FaultAsync<PublisherUnavailableException>();
        await begun.Task;

        Clock.Move(TimeSpan.FromMinutes(8));

        Assert.Equal("all of it within 480 s", (await fetch).Fault.Expected);
        await gone.Task;
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task Whoever_stops_a_pull_gets_no_fault_of_the_publisher()
    {
        using CancellationTokenSource stop = new();
        Server.Answer(Path, async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client().FetchAsync(Target(), Validators.None, Large, stop.Token));
    }

    private static RequestDelegate Busy(string retryAfter) => context =>
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };
}
