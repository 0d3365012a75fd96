using System.Text.Json;

namespace Pipeline.Sources.Corrections;

/// <summary>A known fault of a publisher's file, as it is told to readers.</summary>
/// <param name="Id">Stable identifier, carried by every figure it touched.</param>
/// <param name="Source">Source of the file.</param>
/// <param name="Edition">Edition that has the fault.</param>
/// <param name="Table">Kind of table.</param>
/// <param name="Commodities">Publisher's names of the commodities.</param>
/// <param name="Action"><c>scale</c>, <c>override</c>, <c>drop</c> or <c>relabel</c>: what is done with the cells.</param>
/// <param name="Cells">Printed figure by place and year, one entry for every cell concerned.</param>
/// <param name="Reason">Why the printed figure is wrong.</param>
/// <param name="Citation">Publication that shows it.</param>
/// <param name="Found">Day on which the fault was found.</param>
/// <param name="Status"><c>open</c>, <c>reported</c> or <c>fixed</c>: state at the publisher.</param>
public sealed record KnownCorrection(
    string Id, string Source, int Edition, string Table, IReadOnlyList<string> Commodities, string Action, IReadOnlyDictionary<string, string> Cells, string Reason, string Citation,
    DateOnly Found, string Status);

/// <summary>Every known fault of every source.</summary>
public static class KnownCorrections
{
    private static readonly string[] Sources = ["usgs-mcs"];

    private static readonly Lazy<IReadOnlyList<KnownCorrection>> Loaded = new(() => [.. Sources.SelectMany(source => CorrectionBook.ForSource(source).All.Select(one => Of(source, one)))]);

    /// <summary>All of them, by source, in order of application.</summary>
    public static IReadOnlyList<KnownCorrection> All => Loaded.Value;

    /// <summary>States at the publisher.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<CorrectionStatus>().Select(Word)];

    private static KnownCorrection Of(string source, Correction correction) => new(
        correction.Id, source, correction.Match.Edition, correction.Match.Table, correction.Match.Commodities, Word(correction.Action), correction.Expect.Cells, correction.Reason,
        correction.Citation, correction.Date, Word(correction.Status));

    private static string Word<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
