using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Pipeline.Domain;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using static System.FormattableString;

namespace Pipeline.Sources;

/// <summary>
/// Asks publishers for files. Only https and only hosts of the list, at every redirect; only what has changed since the last time; within
/// a limit of size and of time; again after a passing fault, and never more than a few times.
/// </summary>
public sealed class Publisher : IDisposable
{
    private readonly PublisherHosts hosts;
    private readonly TimeProvider clock;
    private readonly FetchLimits limits;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<PublisherAnswer> tries;

    /// <summary>Makes the client.</summary>
    /// <param name="hosts">Hosts that may be asked.</param>
    /// <param name="clock">The clock of waits and limits.</param>
    /// <param name="network">How they are reached; the internet unless a test plays the publisher.</param>
    /// <param name="limits">How long and how often; the usual limits unless given.</param>
    public Publisher(PublisherHosts hosts, TimeProvider clock, PublisherNetwork? network = null, FetchLimits? limits = null)
    {
        (this.hosts, this.clock, this.limits) = (hosts, clock, limits ?? FetchLimits.Usual);
        client = new HttpClient((network ?? PublisherNetwork.Internet).Connections()) { Timeout = Timeout.InfiniteTimeSpan };
        tries = new ResiliencePipelineBuilder<PublisherAnswer> { TimeProvider = clock }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = this.limits.WholeFetch })
            .AddRetry(new RetryStrategyOptions<PublisherAnswer>
            {
                ShouldHandle = new PredicateBuilder<PublisherAnswer>().Handle<PublisherUnavailableException>(fault => fault.MayPass),
                MaxRetryAttempts = this.limits.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = this.limits.FirstWait,
                DelayGenerator = retry => new ValueTask<TimeSpan?>((retry.Outcome.Exception as PublisherUnavailableException)?.RetryAfter),
            })
            .Build();
    }

    /// <summary>Fetches a target unless it is as it was. The answer is to be disposed.</summary>
    /// <param name="target">What to fetch.</param>
    /// <param name="last">Validators of the last fetch, or <see cref="Validators.None"/>.</param>
    /// <param name="largest">Most bytes that are taken.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="PublisherAddressException">The address, or one it redirects to, may not be asked.</exception>
    /// <exception cref="PublisherUnavailableException">No answer in time, or the publisher cannot answer now.</exception>
    /// <exception cref="PublisherAnswerException">The answer cannot be taken.</exception>
    public async Task<PublisherAnswer> FetchAsync(PullTarget target, Validators last, long largest, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(last);
        try
        {
            return await tries.ExecuteAsync(async token => await TryAsync(target, last, largest, token), cancellation);
        }
        catch (TimeoutRejectedException late)
        {
            throw new PublisherUnavailableException(new Fault(
                ShownAddress.Of(target.Address), "whole answer", Invariant($"all of it within {limits.WholeFetch.TotalSeconds:0} s"), "no end of it",
                "the next pull asks again; if it stays so, look whether the publisher's site answers"), late);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<PublisherAnswer> TryAsync(PullTarget target, Validators last, long largest, CancellationToken cancellation)
    {
        try
        {
            return await FollowAsync(target, last, largest, cancellation);
        }
        catch (HttpRequestException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Cause<PipelineException>(fault) ?? Unreachable(target, Kind(fault.HttpRequestError, fault), fault);
        }
        catch (HttpIOException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable(target, Kind(fault.HttpRequestError, fault), fault);
        }
        catch (IOException fault) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable(target, HttpRequestError.ConnectionError, fault);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            // The connection was not made in its own time.
            throw Unreachable(target, HttpRequestError.ConnectionError, fault);
        }
    }

    private async Task<PublisherAnswer> FollowAsync(PullTarget target, Validators last, long largest, CancellationToken cancellation)
    {
        Uri address = target.Address;
        for (int redirects = 0; ; redirects++)
        {
            hosts.Require(address, target);
            using HttpRequestMessage request = Request(address, last);
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            switch ((int)answer.StatusCode)
            {
                case 200:
                    return await AnswerBody.TakeAsync(answer, target, largest, cancellation);
                case 304 when last.Any:
                    return new NotModified();
                case 301 or 302 or 303 or 307 or 308 when redirects < limits.Redirects && answer.Headers.Location is { } next:
                    address = new Uri(address, next);
                    break;
                default:
                    throw Refusal(target, answer);
            }
        }
    }

    private static HttpRequestMessage Request(Uri address, Validators last)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("critical-minerals-pipeline", "1.0"));

        // Packed answers carry other entity tags with some servers, and then nothing ever counts as unchanged.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (last.EntityTag is { } tag)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        }

        request.Headers.IfModifiedSince = last.LastModified;
        return request;
    }

    private PipelineException Refusal(PullTarget target, HttpResponseMessage answer)
    {
        int status = (int)answer.StatusCode;
        string found = status.ToString(CultureInfo.InvariantCulture);
        if (status is not (408 or 429 or >= 500))
        {
            bool redirect = status is >= 300 and < 400 && answer.Headers.Location is not null;
            return new PublisherAnswerException(new Fault(
                ShownAddress.Of(target.Address), "status", redirect ? Invariant($"200 after at most {limits.Redirects} redirects") : "200", found,
                "open the address in a browser; if the publisher has moved the file, enter its new address in the settings"));
        }

        TimeSpan? wait = Wait(answer.Headers.RetryAfter);
        bool tooLong = wait > limits.LongestWait;
        return new PublisherUnavailableException(new Fault(
            ShownAddress.Of(target.Address), "status", "200",
            tooLong ? Invariant($"{found} and a wait of {wait!.Value.TotalSeconds:0} s asked for") : found,
            "the next pull asks again; if it stays so, look whether the publisher's site answers"))
        {
            MayPass = !tooLong,
            RetryAfter = wait,
        };
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? asked)
    {
        TimeSpan? wait = asked?.Delta ?? asked?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>A connection that was reset in the middle of an answer has no kind of its own.</summary>
    private static HttpRequestError Kind(HttpRequestError given, Exception fault) =>
        given == HttpRequestError.Unknown && Cause<SocketException>(fault) is not null ? HttpRequestError.ConnectionError : given;

    /// <summary>The error inside: the client wraps what comes about while it connects or reads.</summary>
    private static T? Cause<T>(Exception fault) where T : Exception
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static PublisherUnavailableException Unreachable(PullTarget target, HttpRequestError kind, Exception fault)
    {
        bool mayPass = kind is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded;
        (string place, string found) = kind switch
        {
            HttpRequestError.NameResolutionError => ("name of the host", "no address for it"),
            HttpRequestError.ResponseEnded => ("end of the body", "a connection that ended before the announced length"),
            HttpRequestError.SecureConnectionError => ("secure connection", "a certificate that is not trusted, or no common protocol"),
            HttpRequestError.ConnectionError => ("connection", "none, or a broken one"),
            _ => ("answer", kind.ToString()),
        };
        return new PublisherUnavailableException(new Fault(
            ShownAddress.Of(target.Address), place, "a whole answer over a trusted connection", found,
            "the next pull asks again; if it stays so, look whether the publisher's site answers"), fault)
        {
            MayPass = mayPass,
        };
    }
}
