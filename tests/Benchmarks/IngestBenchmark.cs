using System.Diagnostics;
using Pipeline.Sources;
using Pipeline.Sources.MofTrade;
using static System.FormattableString;

namespace Pipeline.Benchmarks;

/// <summary>Reading a year of trade (some 600,000 rows, 84 MB) side by side with counting the newlines of the same file, in turn, in one process.</summary>
internal static class IngestBenchmark
{
    private const int Pairs = 20;

    /// <summary>Makes the year, reads it in pairs, and prints medians, ratio, allocation and peak memory.</summary>
    public static void Run(TextWriter output)
    {
        string path = Path.GetTempFileName();
        try
        {
            long rows = GeneratedYear.Write(path);
            output.WriteLine(Invariant($"file         {rows:N0} rows, {new FileInfo(path).Length / 1e6:F1} MB"));
            MofTradeReader reader = SourceReaders.All.OfType<MofTradeReader>().Single();
            (double[] reading, double[] counting) = (new double[Pairs], new double[Pairs]);
            long allocated = 0;
            for (int pair = -1; pair < Pairs; pair++)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                double read = Time(() => Check(Read(reader, path), rows));
                allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
                double count = Time(() => Check(CountLines(path), rows + 1));
                if (pair >= 0)
                {
                    (reading[pair], counting[pair]) = (read, count);
                }
            }

            output.WriteLine(Invariant($"read, hashed {Median(reading):F0} ms (median of {Pairs})"));
            output.WriteLine(Invariant($"count lines  {Median(counting):F0} ms"));
            output.WriteLine(Invariant($"ratio        {Median([.. reading.Zip(counting, (a, b) => a / b)]):F2} (median of the pairs)"));
            output.WriteLine(Invariant($"allocated    {allocated / 1e6:F1} MB a read, {(double)allocated / new FileInfo(path).Length:F3} of the file"));
            output.WriteLine(Invariant($"peak memory  {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MiB"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static long Read(MofTradeReader reader, string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return reader.ReadStream(stream, "year.csv").Result.RowsRead;
    }

    private static long CountLines(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        byte[] buffer = new byte[1 << 20];
        long lines = 0;
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return lines;
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // A result that differs is a failure, however fast.
    private static void Check(long found, long expected)
    {
        if (found != expected)
        {
            throw new InvalidOperationException(Invariant($"expected {expected} rows, found {found}"));
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
