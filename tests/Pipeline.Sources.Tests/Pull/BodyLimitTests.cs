using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Sources.Tests.Pull;

public sealed class BodyLimitTests : Played
{
    [Fact]
    public async Task A_length_above_the_limit_is_refused_before_a_byte_is_read()
    {
        Server.Serve(Path, RealFile);

        PublisherAnswerException fault = await FaultAsync<PublisherAnswerException>(largest: RealFile.Length - 1);

        Assert.Equal($"{RealFile.Length} bytes announced", fault.Fault.Found);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_taken()
    {
        Server.Serve(Path, RealFile);

        using Delivered file = Assert.IsType<Delivered>(await FetchAsync(largest: RealFile.Length));

        Assert.Equal(RealFile.Length, file.Bytes.Length);
    }

    [Fact]
    public async Task A_body_without_a_length_is_stopped_while_it_streams()
    {
        TaskCompletionSource<long> sent = new();
        Server.Answer(Path, async context =>
        {
            // Sends on until nobody takes it.
            long length = 0;
            byte[] part = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(part);
                length += part.Length;
            }

            sent.SetResult(length);
        });

        PublisherAnswerException fault = await FaultAsync<PublisherAnswerException>(largest: 300_000);

        Assert.Equal("more than 300000 bytes", fault.Fault.Found);
        Assert.True(await sent.Task > 300_000);
    }

    [Theory]
    [InlineData(true, "connection")]
    [InlineData(false, "end of the body")]
    public async Task A_body_shorter_than_announced_is_asked_for_again_and_then_refused(bool reset, string place)
    {
        Server.Answer(Path, async context =>
        {
            context.Response.ContentLength = RealFile.Length;
            await context.Response.Body.WriteAsync(RealFile.AsMemory(0, 5000));
            await context.Response.Body.FlushAsync();
            if (reset)
            {
                context.Abort();
            }
        });

        PublisherUnavailableException fault = await FaultAsync<PublisherUnavailableException>();

        Assert.Equal(place, fault.Fault.Place);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_packs_unasked_is_understood()
    {
        Server.Answer(Path, Gzip(Packed(RealFile)));

        using Delivered file = Assert.IsType<Delivered>(await FetchAsync());

        Assert.Equal(RealFile, file.Bytes.ToArray());
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_stopped_at_the_limit()
    {
        byte[] bomb = Packed(new byte[20_000_000]);
        Assert.True(bomb.Length < 100_000);
        Server.Answer(Path, Gzip(bomb));

        PublisherAnswerException fault = await FaultAsync<PublisherAnswerException>(largest: 1_000_000);

        Assert.Equal("more than 1000000 bytes unpacked", fault.Fault.Found);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_packed_body_that_is_cut_off_is_refused()
    {
        byte[] packed = Packed(RealFile);
        Server.Answer(Path, Gzip(packed[..(packed.Length / 2)]));

        Assert.Equal("a damaged or cut-off one", (await FaultAsync<PublisherAnswerException>()).Fault.Found);
    }

    [Fact]
    public async Task Another_packing_is_refused()
    {
        Server.Answer(Path, Gzip(Packed(RealFile), "br"));

        Assert.Equal("'br'", (await FaultAsync<PublisherAnswerException>()).Fault.Found);
    }

    private static RequestDelegate Gzip(byte[] packed, string packing = "gzip") => async context =>
    {
        context.Response.Headers.ContentEncoding = packing;
        context.Response.ContentLength = packed.Length;
        await context.Response.Body.WriteAsync(packed);
    };

    private static byte[] Packed(byte[] content)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
