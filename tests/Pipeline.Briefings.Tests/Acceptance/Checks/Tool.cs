using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Runs a program that reads PDF files independently of the writer: qpdf, poppler-utils, mupdf-tools.</summary>
internal static class Tool
{
    /// <summary>Exit code and output of a run.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <summary>Runs a program to its end.</summary>
    public static Outcome Run(string program, params string[] arguments) => Run(Call(program, arguments));

    private static ProcessStartInfo Call(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // poppler prints dates in the zone of the machine; those of the files are in Japan standard time.
        start.Environment["TZ"] = "Asia/Tokyo";
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Runs a prepared program to its end.</summary>
    public static Outcome Run(ProcessStartInfo start)
    {
        var output = "";
        return Run(start, process => output = process.StandardOutput.ReadToEnd()) with { Output = output };
    }

    private static Outcome Run(ProcessStartInfo start, Action<Process> read)
    {
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            read(process);
            process.WaitForExit();
            return new Outcome(process.ExitCode, "", errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception cause)
        {
            throw new InvalidOperationException($"'{start.FileName}' is not installed. Install the packages qpdf, poppler-utils and mupdf-tools.", cause);
        }
    }

    /// <summary>Output of a run that must succeed, as bytes.</summary>
    public static byte[] BytesOf(string program, params string[] arguments)
    {
        using var output = new MemoryStream();
        var outcome = Run(Call(program, arguments), process => process.StandardOutput.BaseStream.CopyTo(output));
        Assert.True(outcome.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {outcome.ExitCode}: {outcome.Errors}");
        return output.ToArray();
    }

    /// <summary>Output of a run that must succeed.</summary>
    public static string OutputOf(string program, params string[] arguments)
    {
        var outcome = Run(program, arguments);
        Assert.True(outcome.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {outcome.ExitCode}: {outcome.Errors}");
        return outcome.Output;
    }
}
