using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Pipeline.Infrastructure.Tests.Templates;

/// <summary>The public grammar of Bicep in a Node process, kept for all tests. Installed from its lock file when it is not there.</summary>
internal static class Grammar
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 256 };
    private static readonly Lock Turn = new();
    private static readonly Lazy<Process> Parser = new(Start);

    /// <summary>The syntax tree of a text. The ending of the path decides between template and parameter file.</summary>
    public static Node Parse(string path, string text)
    {
        lock (Turn)
        {
            Parser.Value.StandardInput.WriteLine(JsonSerializer.Serialize(new { path, text }));
            var answer = Parser.Value.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException($"The grammar gave no tree for {path}; run: echo '{{\"path\":\"a.bicep\",\"text\":\"\"}}' | node parse.mjs");
            return JsonSerializer.Deserialize<Node>(answer, Options)!;
        }
    }

    private static Process Start()
    {
        var folder = Repository.Path("tests/Pipeline.Infrastructure.Tests/grammar");
        // npm writes this record last: an install that was cut off does not count.
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))) Install(folder);

        // The process reads until its input ends, which it does with the test run.
        return Started(Node(folder, ["parse.mjs"]));
    }

    private static void Install(string folder)
    {
        var start = Node(folder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        start.FileName = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        start.RedirectStandardError = true;
        using var npm = Started(start);
        npm.StandardInput.Close();
        var errors = npm.StandardError.ReadToEndAsync();
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci in {folder} ended with {npm.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }

    private static ProcessStartInfo Node(string folder, IEnumerable<string> arguments) => new("node", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = Encoding.UTF8,
    };

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new InvalidOperationException($"'{start.FileName}' is not on the path; install Node.js 20 or later with npm.", cause);
        }
    }
}
