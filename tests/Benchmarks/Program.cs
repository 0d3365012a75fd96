using System.Globalization;
using Pipeline.Benchmarks;
using Pipeline.Benchmarks.Api;
using Pipeline.Benchmarks.Briefings;

// Run by hand: dotnet run -c Release --project tests/Benchmarks -- ingest
switch (args)
{
    case ["ingest"]:
        IngestBenchmark.Run(Console.Out);
        return 0;
    case ["pages", var folder]:
        await BriefingFiles.WriteAsync(folder);
        return 0;
    case ["rendering"]:
        await RenderingBenchmark.RunAsync(Console.Out);
        return 0;
    case ["line-breaks"]:
        await LineBreakBenchmark.RunAsync(Console.Out);
        return 0;
    case ["api"]:
        await ApiBenchmark.RunAsync(Console.Out, seconds: 5);
        return 0;
    case ["api", var seconds]:
        await ApiBenchmark.RunAsync(Console.Out, int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["bare-server", var port]:
        await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    case ["bare-server", var port, var file]:
        await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file);
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: ingest          read a year of all of Japan's imports, side by side with counting its lines
                   pages FOLDER    write every briefing of the starter feeds into a folder, to look at
                   rendering       render every briefing, side by side with a browser that prints the same
                   line-breaks     break the lines of every paragraph, side by side with a browser
                   api [SECONDS]   answers of the API beside a bare Kestrel and nginx (apt-get install -y wrk nginx-light)
            The assessments are those of one refresh, kept in .data/benchmarks; delete that folder after a change to feeds or rules.
            """);
        return 2;
}
