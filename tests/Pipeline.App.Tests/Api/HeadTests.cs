using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.App.Api;
using Pipeline.App.Tests.Api.SignIn;
using Pipeline.App.Tests.Contract.Generation;
using Pipeline.App.Tests.Repository;

namespace Pipeline.App.Tests.Api;

/// <summary>HEAD beside GET at every address of the program that can be written with examples, portal included, as the bytes are on the wire.</summary>
[Collection(OperatedCollection.Name)]
public sealed class HeadTests(OperatedStorage operated)
{
    /// <summary>Headers of the moment.</summary>
    private static readonly string[] Passing = ["Date", CallerLimits.Remaining];

    /// <summary>Headers that follow from the bytes, which tell the second on a page of this moment: both must have them, and may have others.</summary>
    private static readonly string[] OfBytes = ["ETag", "Repr-Digest"];

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task HEAD_answers_the_status_and_headers_of_GET_and_no_body(string coding)
    {
        List<string> faults = [];
        int asked = 0;
        foreach ((ApiRoute route, string address, string medium) in await AddressesAsync())
        {
            string[] changing = route.Freshness == Freshness.Live ? OfBytes : [];
            Answered get = await AskAsync("GET", address, medium, coding, changing);
            Answered head = await AskAsync("HEAD", address, medium, coding, changing);
            if (head.Head != get.Head)
            {
                // What is of this moment may have moved on between the two.
                get = await AskAsync("GET", address, medium, coding, changing);
            }

            string[] wrong =
            [
                .. get.Head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) ? Array.Empty<string>() : ["is no success"],
                .. head.Head == get.Head ? Array.Empty<string>() : [$"\n{head.Head}\ninstead of\n{get.Head}\n"],
                .. head.Length == 0 ? Array.Empty<string>() : [$"HEAD sends {head.Length} bytes"],
                .. get.Length > 0 ? Array.Empty<string>() : ["GET sends nothing"],
            ];
            faults.AddRange(wrong.Select(one => $"{address} as {medium}: {one}"));
            asked++;
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(asked > 50, $"{asked} addresses");
    }

    private async Task<IEnumerable<(ApiRoute Route, string Address, string Medium)>> AddressesAsync()
    {
        ApiRoute[] routes = [.. (await StubbedApi.RegistryAsync()).Where(route => route.Method == HttpMethods.Get && route.Path.All(parameter => parameter.Example is not null))];
        Dictionary<string, string> runs = routes.Where(route => route.Pattern.Contains("runs/{id}", StringComparison.Ordinal))
            .ToDictionary(route => $"{route.Pattern} id", _ => operated.Environment["DRY_RUN"], StringComparer.Ordinal);
        return routes.SelectMany(route => route.Success.Media.Select(media => (route, AnswerExamples.Target(route, runs), media.Type)));
    }

    /// <summary>Asks for an address and reads until the program ends the talk.</summary>
    private async Task<Answered> AskAsync(string method, string address, string medium, string coding, string[] withoutValue)
    {
        Uri site = new(operated.OwnAddress);
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, site.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{method} {address} HTTP/1.1\r\nHost: {site.Authority}\r\nAccept: {medium}\r\nAccept-Encoding: {coding}\r\nAccept-Language: en\r\nConnection: close\r\n\r\n"));
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes);
        const string end = "\r\n\r\n";
        string answer = Encoding.Latin1.GetString(bytes.ToArray());
        int body = answer.IndexOf(end, StringComparison.Ordinal) + end.Length;
        string[] lines = answer[..(body - end.Length)].Split("\r\n");
        string[] headers = [.. lines.Skip(1).Where(line => !Passing.Contains(line.Split(':')[0])).Select(line => withoutValue.Contains(line.Split(':')[0]) ? line.Split(':')[0] : line)];
        return new Answered(string.Join('\n', headers.Order(StringComparer.Ordinal).Prepend(lines[0])), answer.Length - body);
    }

    /// <summary>What came back.</summary>
    /// <param name="Head">The line of the status, then the headers in the order of their names.</param>
    /// <param name="Length">Bytes after that.</param>
    private sealed record Answered(string Head, int Length);
}
