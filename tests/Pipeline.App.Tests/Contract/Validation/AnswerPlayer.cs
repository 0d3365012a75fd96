using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>Gives an answer again that the program has given, byte by byte, so that the proxy sees it and no request is done twice.</summary>
internal sealed class AnswerPlayer
{
    /// <summary>Request header that says which answer.</summary>
    public const string Header = "x-exchange";

    private readonly ConcurrentDictionary<int, Exchange> exchanges = new();
    private int last;

    /// <summary>Its address.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Starts it on a free port of the loopback address, for the rest of the test run.</summary>
    public static async Task<AnswerPlayer> StartAsync()
    {
        AnswerPlayer player = new();
        player.Address = (await LoopbackServer.StartAsync(player.AnswerAsync)).Urls.First();
        return player;
    }

    /// <summary>Takes an exchange in and tells its number.</summary>
    public string Add(Exchange exchange)
    {
        int number = Interlocked.Increment(ref last);
        exchanges[number] = exchange;
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        exchanges.TryRemove(int.Parse(http.Request.Headers[Header].ToString(), CultureInfo.InvariantCulture), out Exchange? exchange);
        http.Response.StatusCode = (int)exchange!.Status;
        // The proxy would read the body that a medium announces, which the answer to HEAD does not have.
        foreach ((string name, IEnumerable<string> values) in exchange.AnswerHeaders.Where(header => exchange.Method != HttpMethod.Head || header.Key != "Content-Type"))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        if (exchange.AnswerBody.Length > 0)
        {
            await http.Response.Body.WriteAsync(exchange.AnswerBody);
        }
    }
}
