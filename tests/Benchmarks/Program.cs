using Pipeline.Benchmarks;
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
    default:
        Console.Error.WriteLine("""
            usage: ingest          read a year of all of Japan's imports, side by side with counting its lines
                   pages FOLDER    write every briefing of the starter feeds into a folder, to look at
            """);
        return 2;
}
