using System.Text;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.UsgsMcs;

public sealed class CutTests
{
    private static readonly UsgsMcsReader Reader = new();

    [Fact]
    public void A_file_of_a_mineral_is_kept_whole_and_one_of_another_mineral_not_at_all()
    {
        SourceFile kept = Feed.Open("mcs2023-chrom_world.csv");
        Assert.Equal(kept.Bytes.ToArray(), Reader.Cut(kept)!.Value.ToArray());
        Assert.Null(Reader.Cut(Feed.Open("mcs2023-iodin_salient.csv")));
    }

    [Theory]
    [InlineData("MCS2025_World_Data.csv")]
    [InlineData("MCS2026_Commodities_Data.csv")]
    public void A_cut_holds_the_publishers_own_lines_byte_for_byte(string name)
    {
        SourceFile whole = Feed.Open(name);
        List<string> lines = Lines(whole.Bytes);
        List<string> cut = Lines(Reader.Cut(whole)!.Value);
        Assert.Equal(lines[0], cut[0]);
        Assert.True(cut.Count < lines.Count);
        int at = 0;
        Assert.All(cut, line => Assert.True((at = lines.IndexOf(line, at)) >= 0, line));
    }

    [Theory]
    [InlineData("MCS2025_World_Data.csv")]
    [InlineData("MCS2026_Commodities_Data.csv")]
    [InlineData("mcs2025-lead_salient.csv")]
    public void A_cut_of_a_cut_is_the_same(string name)
    {
        ReadOnlyMemory<byte> once = Reader.Cut(Feed.Open(name))!.Value;
        Assert.Equal(once.ToArray(), Reader.Cut(SourceFile.From(name, once))!.Value.ToArray());
    }

    [Fact]
    public void A_cut_of_the_2026_file_leaves_out_import_sources_and_other_minerals()
    {
        string cut = Encoding.Latin1.GetString(Reader.Cut(Feed.Open("MCS2026_Commodities_Data.csv"))!.Value.Span);
        Assert.DoesNotContain("Import Sources", cut, StringComparison.Ordinal);
        Assert.DoesNotContain("WOLLASTONITE", cut, StringComparison.Ordinal);
        Assert.Contains("COBALT,World Mine Production and Reserves", cut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MCS2025_World_Data.csv")]
    [InlineData("MCS2026_Commodities_Data.csv")]
    public void World_tables_read_the_same_from_a_cut(string name)
    {
        SourceFile whole = Feed.Open(name);
        Assert.Equal(World(whole), World(SourceFile.From(name, Reader.Cut(whole)!.Value)));
    }

    private static List<string> World(SourceFile file) =>
        [.. Reader.Read(file).Observations.OfType<Pipeline.Domain.MineralStatisticObservation>().Where(one => one.Series != "us-salient")
            .Select(one => $"{one.Series} {one.Statistic} {one.Period} {one.Place} {one.Value} {string.Join('+', one.Corrections)}")];

    private static List<string> Lines(ReadOnlyMemory<byte> bytes) => [.. Encoding.Latin1.GetString(bytes.Span).Split('\n')];
}
