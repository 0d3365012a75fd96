using System.Diagnostics;
using System.Globalization;
using Pipeline.Briefings.Tests.Pdf;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Entry point of the test assembly: renders the sample documents into a folder, under a culture of its own.</summary>
internal static class RenderingProcess
{
    /// <summary>The call that renders into a folder.</summary>
    public static ProcessStartInfo Call(string folder)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var argument in (string[])["exec", typeof(RenderingProcess).Assembly.Location, folder]) start.ArgumentList.Add(argument);
        return start;
    }

    private static void Main(string[] arguments)
    {
        if (Environment.GetEnvironmentVariable("LC_ALL") == "de_DE.UTF-8") CultureInfo.CurrentCulture = SameBytes.OddCulture();
        File.WriteAllBytes(Path.Combine(arguments[0], "ja.pdf"), Samples.Renderer.Render(Samples.Japanese));
        File.WriteAllBytes(Path.Combine(arguments[0], "en.pdf"), Samples.Renderer.Render(Samples.English));
    }
}
