using System.Diagnostics;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>Check 16: all briefings composed and rendered from stored assessments on two threads, beside a browser that prints the same trees.</summary>
internal static class RenderingBenchmark
{
    private const int Threads = 2;
    private const int Printed = 10;

    /// <summary>Reads, composes and renders all briefings twice, prints some of them, and writes what it took.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        StoredAssessments stored = await StoredAssessments.LoadAsync(BriefingFiles.Fonts.Measure);
        IReadOnlyList<(string Name, Func<Document> Compose)> briefings = BriefingFiles.All(stored);
        PdfRenderer renderer = new(BriefingFiles.Fonts);
        byte[][] files = new byte[briefings.Count][];
        double processor = 0;
        double loaded = Peak();
        foreach (string pass in (string[])["first", "second"])
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            Parallel.For(0, briefings.Count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i => files[i] = renderer.Render(briefings[i].Compose()));
            processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / briefings.Count;
            output.WriteLine(Invariant($"{pass,-7}pass  {briefings.Count} briefings in {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s on {Threads} threads, {processor:F1} ms of processor time each"));
        }

        double peak = Peak();
        string[] minerals = [.. stored.Files.Keys];
        (double reading, _) = Processor(minerals.Length, i => stored.Read(minerals[i]));
        (double composing, Document[] documents) = Processor(briefings.Count, i => briefings[i].Compose());
        (double rendering, _) = Processor(briefings.Count, i => renderer.Render(documents[i]));
        output.WriteLine(Invariant($"one thread   {reading:F1} ms to read, {composing - reading:F1} ms to compose, {rendering:F1} ms to render each"));
        output.WriteLine(Invariant($"peak memory  {peak:F0} MiB, {loaded:F0} MiB with the typeface before the first briefing"));
        output.WriteLine(Invariant($"sizes        mean {files.Average(file => file.Length) / 1024.0:F1} KiB, largest {files.Max(file => file.Length) / 1024.0:F1} KiB"));
        Print(output, [.. briefings.Where((_, i) => i % (briefings.Count / Printed) == 0).Take(Printed)], processor);
    }

    private static double Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

    /// <summary>Processor time in ms that each of a number of things takes, one after the other.</summary>
    private static (double Each, T[] Results) Processor<T>(int count, Func<int, T> work)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        T[] results = [.. Enumerable.Range(0, count).Select(work)];
        return ((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / count, results);
    }

    private static void Print(TextWriter output, IReadOnlyList<(string Name, Func<Document> Compose)> briefings, double own)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("printed-");
        try
        {
            string pdf = Path.Combine(folder.FullName, "page.pdf");
            string html = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(html, "<!DOCTYPE html><title>empty</title>");
            Browser.Print(html, pdf);
            double launch = Enumerable.Range(0, 3).Select(_ => Browser.Print(html, pdf).Processor.TotalMilliseconds).Min();
            (double processor, double wall, long size) = (0, 0, 0);
            foreach ((string _, Func<Document> compose) in briefings)
            {
                File.WriteAllText(html, HtmlDocument.Write(compose()));
                (TimeSpan used, TimeSpan took) = Browser.Print(html, pdf);
                processor += used.TotalMilliseconds / briefings.Count;
                wall += took.TotalMilliseconds / briefings.Count;
                size += new FileInfo(pdf).Length / briefings.Count;
            }

            output.WriteLine(Invariant($"chromium     {briefings.Count} of them: {processor:F0} ms of processor time each, {launch:F0} ms of it to start; {wall:F0} ms by the clock, {size / 1024.0:F0} KiB"));
            output.WriteLine(Invariant($"ratio        {processor / own:F0} with the start of the browser, {(processor - launch) / own:F0} without"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
