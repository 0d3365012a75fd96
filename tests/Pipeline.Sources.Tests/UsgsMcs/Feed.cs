using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.UsgsMcs;

/// <summary>Real lines of the publisher's files, whole tables of single commodities, kept beside the tests byte for byte.</summary>
internal static class Feed
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "Pipeline.Sources.Tests", "UsgsMcs", "Feeds");

    /// <summary>Names of all feeds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.csv").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static SourceFile Open(string name) => SourceFile.From(name, File.ReadAllBytes(Path.Combine(Folder, name)));

    public static ReadResult Read(string name) => new UsgsMcsReader().Read(Open(name));

    /// <summary>The file with one text replaced where it first occurs; fails when it does not occur.</summary>
    public static SourceFile Changed(SourceFile file, string from, string to)
    {
        string text = Encoding.Latin1.GetString(file.Bytes.Span);
        string old = Latin(from);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file.Name} has no '{from}'");
        return SourceFile.From(file.Name, Encoding.Latin1.GetBytes(text[..at] + Latin(to) + text[(at + old.Length)..]));
    }

    /// <summary>A file of one header and some rows, as UTF-8 with the publisher's line ends.</summary>
    public static SourceFile Of(string name, params string[] lines) =>
        SourceFile.From(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));

    /// <summary>The figures of a table.</summary>
    public static IReadOnlyList<MineralStatisticObservation> Table(this ReadResult result, string series, Statistic statistic, string period) =>
        [.. result.Observations.OfType<MineralStatisticObservation>().Where(one =>
            one.Series == series && one.Statistic == statistic && one.Period.Code == period)];

    /// <summary>The figure of one country.</summary>
    public static MineralStatisticObservation Of(this IReadOnlyList<MineralStatisticObservation> table, string iso3) =>
        Assert.Single(table, one => one.Place.Iso3 == iso3);

    /// <summary>The published world total of a table.</summary>
    public static MineralStatisticObservation World(this IReadOnlyList<MineralStatisticObservation> table) =>
        Assert.Single(table, one => one.Place.Kind == PlaceKind.WorldTotal);

    /// <summary>The price of a series in a year.</summary>
    public static PriceObservation Price(this ReadResult result, string series, int year) =>
        Assert.Single(result.Observations.OfType<PriceObservation>(), one => one.Series == series && one.Period == new CalendarYear(year));

    private static string Latin(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Pipeline.sln.");
    }
}
