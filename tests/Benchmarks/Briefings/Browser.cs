using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>Debian's chromium without a window, for comparison only: <c>apt-get install -y chromium</c>.</summary>
internal static class Browser
{
    private static readonly string[] Options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--allow-file-access-from-files", "--virtual-time-budget=100000"];

    /// <summary>Prints a page to PDF.</summary>
    /// <returns>Processor time of the browser with all its processes, and the time it took.</returns>
    public static (TimeSpan Processor, TimeSpan Wall) Print(string html, string pdf)
    {
        long start = Stopwatch.GetTimestamp();
        // The shell knows the time of the browser and of all processes that it waited for.
        string command = string.Join(' ', Options.Prepend("chromium").Append("--no-pdf-header-footer").Append($"--print-to-pdf='{pdf}'").Append($"'{new Uri(html).AbsoluteUri}'"));
        string said = Run("bash", "-c", $"TIMEFORMAT='processor %U %S'; time {command} >/dev/null 2>&1").Error;
        string[] words = said.Trim().Split('\n')[^1].Split(' ');
        if (words is not ["processor", var user, var system] || !File.Exists(pdf)) throw new InvalidOperationException($"chromium printed nothing: {said}");
        return (TimeSpan.FromSeconds(double.Parse(user, CultureInfo.InvariantCulture) + double.Parse(system, CultureInfo.InvariantCulture)), Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The document of a page after its scripts have run.</summary>
    public static string Dump(string html) => Run("chromium", [.. Options, "--dump-dom", new Uri(html).AbsoluteUri]).Output;

    private static (string Output, string Error) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, error.Result);
    }
}
