using System.Globalization;
using System.Text.Json;
using Pipeline.App.Functions;
using Pipeline.Domain;

namespace Pipeline.App.Triggers;

/// <summary>
/// The functions of the app as the files beside the program define them. The Functions host and the program that stands alone read the
/// same files, so that neither knows a schedule or a queue that the other does not.
/// </summary>
internal sealed class FunctionDefinitions
{
    /// <summary>File that defines a function, alone in a folder of the function's name.</summary>
    public const string FileName = "function.json";

    private const string HostFile = "host.json";

    private FunctionDefinitions(IReadOnlyList<FunctionDefinition> all, TimeSpan timeout) => (All, Timeout) = (all, timeout);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<FunctionDefinition> All { get; }

    /// <summary>Longest time that a call may take; the host ends the whole program after it.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Those that a schedule starts.</summary>
    public IEnumerable<TimerDefinition> Timers => All.OfType<TimerDefinition>();

    /// <summary>Those that a message starts.</summary>
    public IEnumerable<QueueDefinition> Queues => All.OfType<QueueDefinition>();

    /// <summary>Loads the definitions that stand beside the program, settings of the environment on top.</summary>
    /// <exception cref="FunctionDefinitionException">A file is missing, malformed, or says something that the host would drop in silence.</exception>
    public static FunctionDefinitions Load() => Load(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);

    /// <summary>Loads the definitions of a folder.</summary>
    /// <param name="folder">Folder with <c>host.json</c> and a folder a function.</param>
    /// <param name="setting">Value of a setting that a definition names as <c>%NAME%</c>, or none.</param>
    public static FunctionDefinitions Load(string folder, Func<string, string?> setting)
    {
        string[] files =
        [
            .. Directory.EnumerateDirectories(folder).Select(path => Path.Combine(path, FileName)).Where(File.Exists).Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
        {
            throw new FunctionDefinitionException(new Fault(folder, FileName, "a folder a function", "none", "publish the app whole"));
        }

        return new FunctionDefinitions([.. files.Select(file => FunctionFile.Read(file, setting))], TimeoutOf(Path.Combine(folder, HostFile)));
    }

    /// <summary>Makes sure that every timer and queue that is defined has its work and every work its definition.</summary>
    /// <exception cref="FunctionDefinitionException">One has not.</exception>
    public void RequireAll(FunctionTable table)
    {
        RequireSame(Timers.Select(timer => timer.Name), table.Timers.Keys);
        RequireSame(Queues.Select(queue => queue.Name), table.Queues.Keys);
    }

    private static void RequireSame(IEnumerable<string> defined, IEnumerable<string> worked)
    {
        string[] names = [.. defined];
        string[] works = [.. worked];
        if (names.Except(works, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } idle)
        {
            throw new FunctionDefinitionException(new Fault("functions", idle, "a work for each definition", "none", $"give {idle} its work or remove its folder"));
        }

        if (works.Except(names, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } unstarted)
        {
            throw new FunctionDefinitionException(new Fault("functions", unstarted, $"a {FileName} for each work", "none", $"define what starts {unstarted}"));
        }
    }

    private static TimeSpan TimeoutOf(string file)
    {
        try
        {
            using JsonDocument host = JsonDocument.Parse(File.ReadAllBytes(file));
            string? written = host.RootElement.GetProperty("functionTimeout").GetString();
            return TimeSpan.TryParseExact(written, "c", CultureInfo.InvariantCulture, out TimeSpan timeout) && timeout >= TimeSpan.FromSeconds(1)
                ? timeout
                : throw new FunctionDefinitionException(new Fault(file, "functionTimeout", "a time as 00:30:00", $"'{written}'", "mend the file"));
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FunctionDefinitionException(new Fault(file, "functionTimeout", "a host.json with a time", unreadable.GetType().Name, "publish the app whole"), unreadable);
        }
    }
}

/// <summary>A definition of a function cannot be used; the host would drop the function with a line in its log and go on.</summary>
internal sealed class FunctionDefinitionException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);
