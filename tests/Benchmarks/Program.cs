using Pipeline.Benchmarks;

// Run by hand: dotnet run -c Release --project tests/Benchmarks -- ingest
if (args is not ["ingest"])
{
    Console.Error.WriteLine("usage: ingest    read a year of all of Japan's imports, side by side with counting its lines");
    return 2;
}

IngestBenchmark.Run(Console.Out);
return 0;
