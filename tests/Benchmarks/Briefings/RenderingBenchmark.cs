using System.Diagnostics;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Pdf;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Briefings;

/// <summary>
/// Check 16: all briefings of a refresh on two threads, beside a browser that prints the same trees. What the check names is rendering, from the tree of a
/// briefing to its file, since that is what the browser does too; what comes before it, reading the assessment and composing the tree, is shown beside it.
/// </summary>
internal static class RenderingBenchmark
{
    private const int Threads = 2;
    private const int Printed = 10;

    /// <summary>Trees that are in memory at the same time.</summary>
    private const int AtATime = 8;

    /// <summary>Reads, composes and renders all briefings twice, prints some of them, and writes what it took.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        StoredAssessments stored = await StoredAssessments.LoadAsync(BriefingFiles.Fonts.Measure);
        IReadOnlyList<(string Name, Func<Document> Compose)> briefings = BriefingFiles.All(stored);
        PdfRenderer renderer = new(BriefingFiles.Fonts);
        byte[][] files = new byte[briefings.Count][];
        double loaded = Peak();
        Effort rendering = default;
        foreach (string pass in (string[])["first", "second"])
        {
            Effort composing = rendering = default;
            for (int begin = 0; begin < briefings.Count; begin += AtATime)
            {
                Document[] trees = new Document[Math.Min(AtATime, briefings.Count - begin)];
                composing += Effort.Of(() => OnAllThreads(trees.Length, i => trees[i] = briefings[begin + i].Compose()));
                rendering += Effort.Of(() => OnAllThreads(trees.Length, i => files[begin + i] = renderer.Render(trees[i])));
            }

            output.WriteLine(Invariant($"{pass,-7}pass  {briefings.Count} briefings rendered in {rendering.Seconds:F2} s on {Threads} threads, {rendering.Processor / briefings.Count:F1} ms of processor time each; read and composed in {composing.Seconds:F2} s, {composing.Processor / briefings.Count:F1} ms each"));
        }

        double peak = Peak();
        string[] minerals = [.. stored.Files.Keys];
        double reading = Effort.Of(() => OnAllThreads(minerals.Length, i => stored.Read(minerals[i]))).Processor / minerals.Length;
        output.WriteLine(Invariant($"reading      {reading:F1} ms of processor time an assessment"));
        output.WriteLine(Invariant($"peak memory  {peak:F0} MiB, {loaded:F0} MiB with the typeface before the first briefing"));
        output.WriteLine(Invariant($"sizes        mean {files.Average(file => file.Length) / 1024.0:F1} KiB, largest {files.Max(file => file.Length) / 1024.0:F1} KiB"));
        Print(output, [.. briefings.Where((_, i) => i % (briefings.Count / Printed) == 0).Take(Printed)], rendering.Processor / briefings.Count);
    }

    private static double Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

    private static void OnAllThreads(int count, Action<int> work) => Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, work);

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

    /// <summary>What some work took.</summary>
    /// <param name="Seconds">By the clock.</param>
    /// <param name="Processor">Milliseconds of processor time of the whole program, compiling included.</param>
    private readonly record struct Effort(double Seconds, double Processor)
    {
        public static Effort operator +(Effort left, Effort right) => new(left.Seconds + right.Seconds, left.Processor + right.Processor);

        public static Effort Of(Action work)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            long start = Stopwatch.GetTimestamp();
            work();
            return new Effort(Stopwatch.GetElapsedTime(start).TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }
    }
}
