using System.Globalization;
using CsvHelper;
using Pipeline.Domain;

namespace Pipeline.App.ResultTable;

/// <summary><c>results.csv</c>: one row a result, full precision, empty where there is no value, open results only.</summary>
internal static class ResultsCsv
{
    /// <summary>Columns in file order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["mineral", "indicator", "stage", "period", "value", "low", "high", "unit", "score", "band", "status", "coverage", "imputed_share", "flags", "vintage"];

    /// <summary>The file as UTF-8 bytes without a byte-order mark, lines ended by a line feed.</summary>
    public static byte[] Write(IEnumerable<MineralAssessment> assessments, string vintage)
    {
        using MemoryStream stream = new();
        using (CsvWriter writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = false }, leaveOpen: true))
        {
            writer.WriteRecord([.. Columns]);
            foreach (IndicatorResult result in assessments.SelectMany(assessment => assessment.Results).Where(result => result.Label == AccessLabel.Open))
            {
                writer.WriteRecord(Row(result, vintage));
            }

            writer.Flush();
        }

        return stream.ToArray();
    }

    private static string[] Row(IndicatorResult result, string vintage) =>
    [
        result.Mineral, result.Indicator, Code(result.Stage), result.Period?.Code ?? string.Empty,
        Number(result.Value), Number(result.Low), Number(result.High), result.Unit, Number(result.Score),
        BandCode(result), Code(result.Status), Number(result.Coverage), Number(result.ImputedShare),
        string.Join(';', result.Flags), vintage,
    ];

    /// <summary>One band, or two with <c>to</c> between when the interval crosses a mark.</summary>
    private static string BandCode(IndicatorResult result) => (result.BandLow, result.BandHigh) switch
    {
        (null, null) => string.Empty,
        ({ } low, { } high) when low == high => Code(low),
        ({ } low, { } high) => $"{Code(low)} to {Code(high)}",
        ({ } low, null) => $"{Code(low)} or above",
        (null, { } high) => $"{Code(high)} or below",
    };

    private static string Code<T>(T member)
        where T : struct, Enum
    {
        string name = member.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;
}
