using System.Globalization;
using System.Text.Json;
using Pipeline.App.Functions;
using Pipeline.Domain;

namespace Pipeline.App.Triggers.Handler;

/// <summary>
/// A call of a timer or queue function as the Functions host sends it. What is no object comes as JSON text inside a JSON string, and the
/// members of a message may hide the host's own metadata; only what this app's messages cannot hide is read from there.
/// </summary>
internal sealed class Invocation : IDisposable
{
    /// <summary>Largest call that is read, 1 MiB; a queue message has at most 64 KiB.</summary>
    public const long LargestBody = 1 << 20;

    /// <summary>A due time that lies further ahead is none: somebody calls by hand.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Message = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly JsonDocument document;
    private readonly string function;

    private Invocation(JsonDocument document, string function) => (this.document, this.function) = (document, function);

    /// <summary>Reads a call to its end, however it is cut into pieces.</summary>
    /// <exception cref="InvocationException">It is no JSON object.</exception>
    public static async Task<Invocation> ReadAsync(Stream body, string function, CancellationToken cancellation)
    {
        try
        {
            JsonDocument document = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new Invocation(document, function);
            }

            document.Dispose();
            throw Fault(function, "body", "an object", "another JSON value");
        }
        catch (JsonException malformed)
        {
            throw new InvocationException(new Fault(function, $"byte {malformed.BytePositionInLine} of line {malformed.LineNumber}", "JSON", "something else", "let nobody but the host call"), malformed);
        }
    }

    /// <summary>The call of a timer.</summary>
    /// <param name="timer">Its definition.</param>
    /// <param name="now">Time of the call, which stands for the occurrence where the host names none.</param>
    /// <exception cref="InvocationException">It is no call of a timer.</exception>
    public TimerCall Timer(TimerDefinition timer, DateTimeOffset now)
    {
        JsonElement data = Unwrapped(Data(timer.Binding));
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw Fault(function, $"Data.{timer.Binding}", "an object", data.ValueKind.ToString());
        }

        bool late = Member(data, "IsPastDue") is { ValueKind: JsonValueKind.True };
        if (Due(data) is not { } due || due > now + Early)
        {
            return new TimerCall(function, now, late);
        }

        // However many occurrences were missed there is one call, for the first of them; the newest is what is to be caught up.
        return new TimerCall(function, timer.Schedule.Last(due, now) ?? due, late);
    }

    /// <summary>The delivery of a message.</summary>
    /// <exception cref="InvocationException">It is no message of ours.</exception>
    public Delivery Queue(QueueDefinition queue)
    {
        JsonElement metadata = Member(document.RootElement, "Metadata") is { ValueKind: JsonValueKind.Object } members
            ? members
            : throw Fault(function, "Metadata", "an object", "none");
        try
        {
            StepMessage message = Unwrapped(Data(queue.Binding)).Deserialize<StepMessage>(Message) ?? throw Fault(function, $"Data.{queue.Binding}", "a message", "null");
            return new Delivery(message, Text(metadata, "Id"), Number(metadata, "DequeueCount"));
        }
        catch (JsonException other)
        {
            throw new InvocationException(new Fault(function, $"Data.{queue.Binding}", "run, subject and trace", "something else", "send what the app's own queues hold"), other);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();

    private JsonElement Data(string binding) =>
        Member(document.RootElement, "Data") is { ValueKind: JsonValueKind.Object } data && Member(data, binding) is { } value
            ? value
            : throw Fault(function, $"Data.{binding}", "the trigger's data", "none");

    /// <summary>The occurrence being run is the one the status calls next; it has no status on demand, and year 1 means none.</summary>
    private static DateTimeOffset? Due(JsonElement data) =>
        Member(data, "ScheduleStatus") is { ValueKind: JsonValueKind.Object } status && Member(status, "Next") is { ValueKind: JsonValueKind.String } next
        && DateTimeOffset.TryParse(next.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset due)
        && due.Year > 1
            ? due
            : null;

    private string Text(JsonElement metadata, string name) =>
        Member(metadata, name) is { } value && Unwrapped(value) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } id
            ? id
            : throw Fault(function, $"Metadata.{name}", "a text", "none");

    private long Number(JsonElement metadata, string name)
    {
        JsonElement value = Member(metadata, name) is { } member ? Unwrapped(member) : default;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 1
            ? number
            : throw Fault(function, $"Metadata.{name}", "a whole number from 1", "none");
    }

    /// <summary>The value that a string holds as JSON text, through any number of strings; a string that holds none is itself the value.</summary>
    private static JsonElement Unwrapped(JsonElement value)
    {
        while (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                using JsonDocument inner = JsonDocument.Parse(value.GetString()!);
                value = inner.RootElement.Clone();
            }
            catch (JsonException)
            {
                return value;
            }
        }

        return value;
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement member) ? member : null;

    private static InvocationException Fault(string function, string place, string expected, string found) =>
        new(new Fault(function, place, expected, found, "let nobody but the host call"));
}

/// <summary>A call is not one that the Functions host sends.</summary>
internal sealed class InvocationException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);
