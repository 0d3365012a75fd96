using System.Security.Cryptography;
using Pipeline.Tests.Publishing;

namespace Pipeline.Sources.Tests.Pull;

public sealed class ConditionalFetchTests : Played
{
    private static readonly DateTimeOffset Changed = new(2026, 3, 12, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_file_comes_whole_with_its_hash_and_validators()
    {
        Server.Serve(Path, RealFile, Changed);

        using Delivered file = Assert.IsType<Delivered>(await FetchAsync());

        Assert.Equal(RealFile, file.Bytes.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(RealFile)), file.Hash);
        Assert.Equal(Changed, file.Validators.LastModified);
        Assert.NotNull(file.Validators.EntityTag);
        PlayedRequest request = Assert.Single(Server.Requests);
        Assert.Equal((Host, Path, $"?{Secret}", ""), (request.Host, request.Path, request.Query, request.IfNoneMatch));
    }

    [Fact]
    public async Task A_file_that_has_not_changed_costs_one_request_and_no_body()
    {
        Server.Serve(Path, RealFile, Changed);
        using Delivered first = Assert.IsType<Delivered>(await FetchAsync());

        using PublisherAnswer second = await FetchAsync(last: first.Validators);

        Assert.IsType<NotModified>(second);
        Assert.Equal(2, Server.Requests.Count);
        Assert.Equal((first.Validators.EntityTag, "Thu, 12 Mar 2026 05:00:00 GMT"), (Server.Requests.Last().IfNoneMatch, Server.Requests.Last().IfModifiedSince));
    }

    [Fact]
    public async Task An_answer_of_no_change_to_an_unconditional_request_is_refused()
    {
        Server.Answer(Path, PlayedPublisher.Status(304));

        Assert.Equal("304", (await FaultAsync<PublisherAnswerException>()).Fault.Found);
    }

    [Fact]
    public async Task Cookies_are_neither_kept_nor_sent()
    {
        Server.Answer(Path, async context =>
        {
            context.Response.Cookies.Append("visitor", "1");
            await context.Response.Body.WriteAsync(RealFile);
        });
        Publisher client = Client();
        for (int visit = 0; visit < 2; visit++)
        {
            using PublisherAnswer answer = await client.FetchAsync(Target(), Validators.None, Large);
        }

        Assert.All(Server.Requests, request => Assert.Empty(request.Cookie));
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task Bytes_cannot_be_read_once_their_buffer_is_given_back()
    {
        Server.Serve(Path, RealFile);
        Delivered file = Assert.IsType<Delivered>(await FetchAsync());
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => file.Bytes);
    }
}
