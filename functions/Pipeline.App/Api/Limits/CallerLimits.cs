using System.Collections.Concurrent;
using static System.FormattableString;

namespace Pipeline.App.Api;

/// <summary>What one caller may ask for in a minute of the clock.</summary>
/// <param name="Requests">Requests.</param>
/// <param name="Bytes">Bytes of bodies that it is sent.</param>
internal sealed record LimitRule(int Requests, long Bytes)
{
    private const int UsualRequests = 1200;
    private const int UsualMegabytes = 1024;

    /// <summary>The rule of the settings, or none when nobody is limited.</summary>
    /// <param name="requests">Requests, or none.</param>
    /// <param name="megabytes">Megabytes, or none.</param>
    /// <param name="isSignedIn">True where callers sign in: there the usual rule holds unless the settings say otherwise.</param>
    public static LimitRule? Of(int? requests, int? megabytes, bool isSignedIn) => isSignedIn || requests is not null || megabytes is not null
        ? new LimitRule(requests ?? UsualRequests, (megabytes ?? UsualMegabytes) * 1024L * 1024)
        : null;
}

/// <summary>
/// Counts what each caller asks for by the minute, on the program's own clock. Bytes are known when an answer has been made and are charged then, so the
/// answer that goes over the limit is still sent and the next one is not. Counts are of this process; another instance has its own.
/// </summary>
internal sealed class CallerLimits(LimitRule rule, TimeProvider clock)
{
    /// <summary>Header with what is left (draft-ietf-httpapi-ratelimit-headers, no standard yet).</summary>
    public const string Remaining = "RateLimit";

    /// <summary>Header with the rule (the same draft).</summary>
    public const string Policy = "RateLimit-Policy";

    private const int WindowSeconds = 60;

    /// <summary>Callers that are remembered; then those of past minutes are forgotten.</summary>
    private const int MostCallers = 10_000;

    private readonly ConcurrentDictionary<string, Minute> minutes = new(StringComparer.Ordinal);
    private readonly string policy = Invariant($"\"requests\";q={rule.Requests};w={WindowSeconds}, \"bytes\";q={rule.Bytes};w={WindowSeconds};qu=\"content-bytes\"");

    /// <summary>Counts a request and tells the caller what is left; a refusal when nothing is.</summary>
    public ApiProblem? Take(Caller caller, IHeaderDictionary headers)
    {
        long now = clock.GetUtcNow().ToUnixTimeSeconds();
        int reset = WindowSeconds - (int)(now % WindowSeconds);
        (long requests, long bytes) = MinuteOf(caller).Take(now / WindowSeconds);
        headers[Policy] = policy;
        headers[Remaining] = Invariant($"\"requests\";r={Math.Max(0, rule.Requests - requests)};t={reset}, \"bytes\";r={Math.Max(0, rule.Bytes - bytes)};t={reset}");
        return requests > rule.Requests ? ApiProblems.TooManyRequests(new(Invariant($"一分間の要求は {rule.Requests} 件までです。"), Invariant($"A caller may send {rule.Requests} requests a minute.")), reset)
            : bytes >= rule.Bytes ? ApiProblems.TooManyRequests(new(Invariant($"一分間の回答は {rule.Bytes} バイトまでです。"), Invariant($"A caller is sent {rule.Bytes} bytes a minute.")), reset)
            : null;
    }

    /// <summary>Charges the body of an answer.</summary>
    public void Charge(Caller caller, long bytes)
    {
        if (bytes > 0)
        {
            MinuteOf(caller).Charge(clock.GetUtcNow().ToUnixTimeSeconds() / WindowSeconds, bytes);
        }
    }

    private Minute MinuteOf(Caller caller)
    {
        if (minutes.TryGetValue(caller.Id, out Minute? known))
        {
            return known;
        }

        if (minutes.Count >= MostCallers)
        {
            long now = clock.GetUtcNow().ToUnixTimeSeconds() / WindowSeconds;
            foreach ((string id, Minute minute) in minutes)
            {
                if (minute.IsBefore(now))
                {
                    minutes.TryRemove(id, out _);
                }
            }
        }

        return minutes.GetOrAdd(caller.Id, _ => new Minute());
    }

    /// <summary>Counts of one caller in the minute it last called in.</summary>
    private sealed class Minute
    {
        private readonly Lock gate = new();
        private long number;
        private long requests;
        private long bytes;

        public (long Requests, long Bytes) Take(long minute)
        {
            lock (gate)
            {
                Enter(minute);
                return (++requests, bytes);
            }
        }

        public void Charge(long minute, long sent)
        {
            lock (gate)
            {
                Enter(minute);
                bytes += sent;
            }
        }

        public bool IsBefore(long minute)
        {
            lock (gate)
            {
                return number < minute;
            }
        }

        private void Enter(long minute)
        {
            if (number != minute)
            {
                (number, requests, bytes) = (minute, 0, 0);
            }
        }
    }
}
