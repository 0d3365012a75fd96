using Pipeline.Domain;

namespace Pipeline.App.Telemetry;

/// <summary>
/// What a log may say of an error. Not what was found, and not the message of an error that is none of ours: either may quote a value that
/// fewer people may see than the log.
/// </summary>
internal static class ErrorText
{
    private const int Frames = 12;

    /// <summary>The error and its causes.</summary>
    public static string Of(Exception fault)
    {
        List<string> parts = [];
        for (Exception? one = fault; one is not null; one = one is AggregateException ? null : one.InnerException)
        {
            parts.Add(Line(one));
            if (one is AggregateException tries)
            {
                parts.AddRange(tries.InnerExceptions.Select(Line).Distinct(StringComparer.Ordinal));
            }
        }

        return string.Join(" <- ", parts);
    }

    private static string Line(Exception fault) => fault switch
    {
        PipelineException located => $"{fault.GetType().Name}: {located.Fault.Source}, {located.Fault.Place}: expected {located.Fault.Expected}",
        Azure.RequestFailedException answered => $"{fault.GetType().FullName} {answered.Status} {answered.ErrorCode}{Stack(fault)}",
        _ => fault.GetType().FullName + Stack(fault),
    };

    private static string Stack(Exception fault) => string.Concat((fault.StackTrace ?? "")
        .Split('\n', StringSplitOptions.TrimEntries)
        .Where(line => line.StartsWith("at ", StringComparison.Ordinal))
        .Take(Frames)
        .Select(line => " " + line.Split(" in ", 2)[0]));
}
