using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Pipeline.App.Tests.Contract.Validation;

/// <summary>
/// An address before a serving program, for callers that are no clients of the tests themselves, as curl and the generated client are: what they ask and
/// get is held against the contract. What is not within it is answered with 500 and the violations.
/// </summary>
internal sealed class ContractFront : IAsyncDisposable
{
    private readonly HttpClient program;
    private WebApplication app = null!;

    private ContractFront(string program) => this.program = new HttpClient(new ContractCheck(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }))
    {
        BaseAddress = new Uri(program), Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Its address, without a path.</summary>
    public string Address => app.Urls.First();

    /// <summary>Starts it on a free port of the loopback address.</summary>
    /// <param name="program">Address of the program.</param>
    public static async Task<ContractFront> StartAsync(string program)
    {
        ContractFront front = new(program);
        front.app = await LoopbackServer.StartAsync(front.PassAsync);
        return front;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        program.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        using HttpRequestMessage request = await RequestAsync(http);
        try
        {
            using HttpResponseMessage answer = await program.SendAsync(request, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach ((string name, HeaderStringValues values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
            {
                http.Response.Headers[name] = values.ToArray();
            }

            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (ContractBrokenException broken)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync(broken.Message);
        }
    }

    private static async Task<HttpRequestMessage> RequestAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        HttpRequestMessage request = new(new HttpMethod(http.Request.Method), http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
        {
            Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null,
        };
        foreach ((string name, StringValues values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Transfer-Encoding" or "Connection" or "Expect" or "Content-Length")))
        {
            _ = request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values) || request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values) is true;
        }

        return request;
    }
}
