using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.App.Triggers;

/// <summary>One <c>function.json</c>. Only what this app uses is understood; any other member is an error, because the host would ignore it without a word.</summary>
internal static class FunctionFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the definition of a function.</summary>
    /// <param name="file">The file; its folder names the function.</param>
    /// <param name="setting">Value of a setting, or none.</param>
    /// <exception cref="FunctionDefinitionException">The file is not one that can be used.</exception>
    public static FunctionDefinition Read(string file, Func<string, string?> setting)
    {
        string name = Path.GetFileName(Path.GetDirectoryName(file))!;
        Written written = Parse(file);
        Binding[] triggers = [.. written.Bindings.Where(binding => binding.Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))];
        if (triggers.Length != 1)
        {
            throw Fault(file, "bindings", "one trigger", triggers.Length.ToString(CultureInfo.InvariantCulture));
        }

        Binding trigger = triggers[0];
        if (written.Retry is not null && trigger.Type != "timerTrigger")
        {
            throw Fault(file, "retry", "a retry rule beside a timer only", trigger.Type);
        }

        return trigger.Type switch
        {
            "timerTrigger" => new TimerDefinition(name, trigger.Name, ScheduleOf(file, trigger, setting), RetryOf(file, written.Retry)),
            "queueTrigger" => new QueueDefinition(name, trigger.Name, Resolve(file, "queueName", trigger.QueueName, setting)),
            "httpTrigger" => new HttpDefinition(name, trigger.Name, Resolve(file, "route", trigger.Route, setting)),
            _ => throw Fault(file, "bindings", "timerTrigger, queueTrigger or httpTrigger", trigger.Type),
        };
    }

    private static Written Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(File.ReadAllBytes(file), Strict) ?? throw Fault(file, "text", "an object", "null");
        }
        catch (JsonException malformed)
        {
            throw new FunctionDefinitionException(
                new Fault(file, $"line {(malformed.LineNumber ?? 0) + 1}", "bindings and, for a timer, a retry rule", malformed.Message.Split(" Path:")[0], "mend the file"), malformed);
        }
    }

    private static Schedule ScheduleOf(string file, Binding trigger, Func<string, string?> setting)
    {
        string text = Resolve(file, "schedule", trigger.Schedule, setting);
        return Schedule.TryParse(text) ?? throw Fault(file, "schedule", "six fields from seconds to days of the week", $"'{text}'");
    }

    private static RetryRule RetryOf(string file, Retry? written)
    {
        if (written is null)
        {
            return RetryRule.None;
        }

        return written is { Strategy: "fixedDelay", MaxRetryCount: >= 0 } && TimeSpan.TryParseExact(written.DelayInterval, "c", CultureInfo.InvariantCulture, out TimeSpan delay)
            ? new RetryRule(written.MaxRetryCount, delay)
            : throw Fault(file, "retry", "strategy fixedDelay, maxRetryCount and delayInterval as 00:01:00", $"'{written.Strategy}', {written.MaxRetryCount}, '{written.DelayInterval}'");
    }

    /// <summary>A text, or the setting that stands for the whole of it.</summary>
    private static string Resolve(string file, string member, string? text, Func<string, string?> setting)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Fault(file, member, "a text", "nothing");
        }

        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        string name = text.Trim('%');
        if (text != $"%{name}%" || name.Contains('%', StringComparison.Ordinal))
        {
            throw Fault(file, member, "a text, or a setting as the whole of it", $"'{text}'");
        }

        return setting(name) is { Length: > 0 } value ? value : throw Fault(file, member, $"a setting named {name}", "nothing");
    }

    private static FunctionDefinitionException Fault(string file, string place, string expected, string found) =>
        new(new Fault(file, place, expected, found, "mend the file"));

    private sealed record Written(IReadOnlyList<Binding> Bindings, Retry? Retry = null);

    private sealed record Binding(
        string Name, string Type, string Direction, string? Schedule = null, string? QueueName = null, string? Connection = null,
        string? Route = null, string? AuthLevel = null, IReadOnlyList<string>? Methods = null);

    private sealed record Retry(string Strategy, int MaxRetryCount, string DelayInterval);
}
