using System.IO.Compression;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.Benchmarks.Api;

/// <summary>
/// The API beside a bare Kestrel and nginx: servers on the first processor, load on the second, each pair in turn, the median of the ratios of all pairs of three rounds.
/// The snapshot is the list of minerals as readers get it, the file the longest briefing; nginx serves the very same bytes. The yardsticks run under
/// the usual policy of Linux, as any program is started; only the ceiling runs under the policy that the API sets itself.
/// </summary>
internal static class ApiBenchmark
{
    /// <summary>Rounds over all rows: what slows a shared machine for a minute strikes each row alike.</summary>
    private const int Rounds = 3;

    /// <summary>Pairs of a row in a round.</summary>
    private const int Pairs = 5;

    private const int Starts = 9;

    private const string CompressedSnapshot = "snapshot.json.gz";

    /// <summary>Seconds of load before the first row: what is asked for often is compiled again in the background, and the load leaves that little of the processor.</summary>
    private const int Settling = 20;

    /// <summary>Runs all rows of the table.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="seconds">Length of each run of load.</param>
    public static async Task RunAsync(TextWriter output, int seconds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("benchmark-");
        try
        {
            await using StorageEmulator emulator = await StorageEmulator.StartAsync(StorageEmulatorOptions.OnFreePorts(Path.Combine(folder.FullName, "azurite")));
            await BuiltApp.RefreshAsync(emulator.ConnectionString);
            (string, string)[] storage = [("AzureWebJobsStorage", emulator.ConnectionString)];
            string bareServer = typeof(BareServer).Assembly.Location;
            (ServedProcess api, _) = await ServedProcess.StartAsync(BuiltApp.Find(), ["serve", "--port", "PORT"], "/api/v1/minerals", storage);
            (ServedProcess bare, _) = await ServedProcess.StartAsync(bareServer, ["bare-server", "PORT"], "/");
            int port = ServedProcess.FreePort();
            using (api)
            using (bare)
            {
                (string snapshot, string tag, string briefing) = await PrepareAsync(api.Address, folder.FullName, output);
                (ServedProcess held, _) = await ServedProcess.StartAsync(bareServer, ["bare-server", "PORT", Path.Combine(folder.FullName, CompressedSnapshot)], "/", Waking.InBatches);
                using ServedProcess compressed = held;
                using Nginx nginx = await Nginx.StartAsync(folder.FullName, port);
                string files = Invariant($"http://127.0.0.1:{port}");
                await RequireSameBytesAsync(api.Address + snapshot, files + "/snapshot.json");
                await RequireSameBytesAsync(api.Address + briefing, files + "/briefing.pdf");
                _ = (Load.Run(api.Address + snapshot, Settling), Load.Run(bare.Address, Settling), Load.Run(compressed.Address, Settling));
                double before = api.ResidentMebibytes;
                string[] gzip = ["Accept-Encoding: gzip"], brotli = ["Accept-Encoding: br"], known = [$"If-None-Match: {tag}"];
                LoadResult Api(string path, params string[] headers) => Load.Run(api.Address + path, seconds, headers);
                LoadResult Files(string path, params string[] headers) => Load.Run(files + path, seconds, headers);
                LoadResult Bare() => Load.Run(bare.Address, seconds);
                Row[] rows =
                [
                    new("snapshot, identity", 0.50, "bare Kestrel", () => Api(snapshot), Bare),
                    new("snapshot, identity", 0.40, "nginx", () => Api(snapshot), () => Files("/snapshot.json")),
                    new("snapshot, gzip", 0.70, "bare Kestrel", () => Api(snapshot, gzip), Bare),
                    new("snapshot, br", 0.70, "bare Kestrel", () => Api(snapshot, brotli), Bare),
                    new("snapshot, gzip", 0.50, "nginx gzip_static", () => Api(snapshot, gzip), () => Files("/snapshot.json", gzip)),
                    new("the same, bare Kestrel", null, "nginx gzip_static", () => Load.Run(compressed.Address, seconds, gzip), () => Files("/snapshot.json", gzip)),
                    new("304 on If-None-Match", 0.80, "bare Kestrel", () => Api(snapshot, known), Bare),
                    new("PDF from memory", 0.30, "nginx sendfile", () => Api(briefing), () => Files("/briefing.pdf")),
                ];
                for (int round = 0; round < Rounds; round++)
                {
                    foreach (Row row in rows)
                    {
                        row.Measure(Pairs);
                    }
                }

                foreach (Row row in rows)
                {
                    await output.WriteLineAsync(row.Line());
                }

                await output.WriteLineAsync(Invariant($"memory       {before:0} MiB resident before, {api.ResidentMebibytes:0} MiB after the load"));
            }

            await ColdStartAsync(output, bareServer, storage);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Lays the bytes that the API answers beside nginx, and says which they are.</summary>
    private static async Task<(string Snapshot, string Tag, string Briefing)> PrepareAsync(string address, string folder, TextWriter output)
    {
        using HttpClient client = new() { BaseAddress = new Uri(address) };
        string snapshot = "/api/v1/minerals";
        using HttpResponseMessage answer = await client.GetAsync(snapshot);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
        await File.WriteAllBytesAsync(Path.Combine(folder, "snapshot.json"), bytes);
        await using (FileStream file = File.Create(Path.Combine(folder, CompressedSnapshot)))
        await using (GZipStream gzip = new(file, CompressionLevel.Optimal))
        {
            await gzip.WriteAsync(bytes);
        }

        string briefing = "/api/v1/briefings/copper.ja/content";
        byte[] pdf = await client.GetByteArrayAsync(briefing);
        await File.WriteAllBytesAsync(Path.Combine(folder, "briefing.pdf"), pdf);
        await output.WriteLineAsync(Invariant($"snapshot     {bytes.Length / 1024.0:0.0} KiB of {snapshot}; file {pdf.Length / 1024.0:0.0} KiB of {briefing}"));
        await output.WriteLineAsync(Invariant($"{"answer",-22} {"target",7} {"ratio",6}  {"quartiles",-9}  {"of",-18} {"A/s",9} {"B/s",9} {"p99 A/B",8}"));
        return (snapshot, answer.Headers.ETag!.Tag, briefing);
    }

    private static async Task RequireSameBytesAsync(string one, string other)
    {
        using HttpClient client = new();
        byte[] ours = await client.GetByteArrayAsync(one), theirs = await client.GetByteArrayAsync(other);
        if (!ours.SequenceEqual(theirs)) throw new InvalidDataException($"{one} and {other} answer different bytes.");
    }

    /// <summary>From the start of the process to the end of the first good answer, in turn with the yardstick. The API reads its vintage from storage first.</summary>
    private static async Task ColdStartAsync(TextWriter output, string bareServer, (string, string)[] storage)
    {
        List<(Start Ours, Start Theirs)> starts = [];
        for (int pair = 0; pair < Starts; pair++)
        {
            starts.Add((await Start.OfAsync(BuiltApp.Find(), ["serve", "--port", "PORT"], "/api/v1/minerals", storage), await Start.OfAsync(bareServer, ["bare-server", "PORT"], "/")));
        }

        output.WriteLine(Invariant(
            $"cold start   target <= 2.0, ratio {Median(starts.Select(start => start.Ours.Milliseconds / start.Theirs.Milliseconds)):0.0}: {Median(starts.Select(start => start.Ours.Milliseconds)):0} ms with the vintage read from storage, bare Kestrel {Median(starts.Select(start => start.Theirs.Milliseconds)):0} ms"));
        output.WriteLine(Invariant(
            $"its memory   target <= 2.0, ratio {Median(starts.Select(start => start.Ours.Mebibytes / start.Theirs.Mebibytes)):0.0}: {Median(starts.Select(start => start.Ours.Mebibytes)):0} MiB, bare Kestrel {Median(starts.Select(start => start.Theirs.Mebibytes)):0} MiB"));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>A row of the table: what is measured, beside what, and the least ratio wanted; none where the row says how far any program on this web server could come.</summary>
    private sealed class Row(string name, double? target, string yardstick, Func<LoadResult> measure, Func<LoadResult> reference)
    {
        private readonly List<(LoadResult Ours, LoadResult Theirs)> pairs = [];

        /// <summary>Warms both up and measures them in turn.</summary>
        public void Measure(int times)
        {
            _ = (measure(), reference());
            for (int pair = 0; pair < times; pair++)
            {
                pairs.Add((measure(), reference()));
            }
        }

        /// <summary>The medians of all pairs, and the quarter and three-quarter points of the ratio.</summary>
        public string Line()
        {
            double[] ratios = [.. pairs.Select(pair => pair.Ours.PerSecond / pair.Theirs.PerSecond).Order()];
            return Invariant(
                $"{name,-22} {(target is { } least ? Invariant($">= {least:0.00}") : "ceiling"),7} {Median(ratios),6:0.00}  {ratios[ratios.Length / 4],4:0.00}-{ratios[ratios.Length * 3 / 4],4:0.00}  {yardstick,-18} {Median(pairs.Select(pair => pair.Ours.PerSecond)),9:N0} {Median(pairs.Select(pair => pair.Theirs.PerSecond)),9:N0} {Median(pairs.Select(pair => pair.Ours.P99 / pair.Theirs.P99)),8:0.0}");
        }
    }

    /// <summary>How long a server took to its first good answer, and what it then holds in memory.</summary>
    private sealed record Start(double Milliseconds, double Mebibytes)
    {
        public static async Task<Start> OfAsync(string assembly, IEnumerable<string> arguments, string path, params (string, string)[] environment)
        {
            (ServedProcess served, TimeSpan first) = await ServedProcess.StartAsync(assembly, arguments, path, environment);
            using (served)
            {
                return new Start(first.TotalMilliseconds, served.ResidentMebibytes);
            }
        }
    }
}
