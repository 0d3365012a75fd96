using Pipeline.Domain;
using Pipeline.Domain.Reference;
using Pipeline.Sources.UsgsMcs;

namespace Pipeline.Sources.Tests.UsgsMcs;

/// <summary>The reader's own tables speak of known minerals, countries and words only.</summary>
public sealed class TablesTests
{
    [Fact]
    public void Every_country_name_leads_to_a_known_country() =>
        Assert.All(Read("usgs-countries.csv"), row => Assert.NotNull(CountryCatalogue.Find(row["iso3"])));

    [Fact]
    public void Every_commodity_leads_to_a_known_mineral_or_out_of_scope() =>
        Assert.All(Read("usgs-commodities.csv"), row => Assert.True(row["mineral"].Length == 0 || MineralCatalogue.Find(row["mineral"]) is not null, row["name"]));

    [Fact]
    public void All_41_minerals_have_a_commodity()
    {
        HashSet<string> covered = [.. Read("usgs-commodities.csv").Select(row => row["mineral"])];
        Assert.All(MineralCatalogue.All, mineral => Assert.Contains(mineral.Id, covered));
    }

    [Fact]
    public void Every_series_and_basis_has_words()
    {
        Assert.All(Read("usgs-world-tables.csv"), row =>
        {
            Assert.True(MineralCatalogue.Find(row["series"]) is not null || Vocabulary.Knows(Term.Series, row["series"]), row["series"]);
            Assert.True(row["basis"] == "as noted" || Vocabulary.Knows(Term.Basis, row["basis"]), row["basis"]);
        });
        Assert.True(Vocabulary.Knows(Term.Series, UsgsInterpretation.SalientSeries));
    }

    [Fact]
    public void Every_price_series_has_a_mineral_a_unit_with_words_and_a_reason_where_it_breaks()
    {
        IReadOnlyList<ReferenceRow> rows = Read("usgs-price-series.csv");
        Assert.All(rows, row => Assert.NotNull(MineralCatalogue.Find(row["mineral"])));
        Assert.All(rows, row => Assert.True(Vocabulary.Knows(Term.Unit, row["unit"]), row["unit"]));
        Assert.All(
            rows.Where(row => row["series"].Contains("-to-20", StringComparison.Ordinal)).GroupBy(row => row["series"], StringComparer.Ordinal),
            series => Assert.Contains(series, row => row["reason"].Length > 0));
    }

    [Theory]
    [InlineData("word")]
    [InlineData("includedInTotal")]
    [InlineData("includedElsewhere")]
    [InlineData("estimated")]
    public void Every_flag_has_words(string flag) => Assert.True(Vocabulary.Knows(Term.Flag, flag));

    private static IReadOnlyList<ReferenceRow> Read(string table) =>
        ReferenceTable.Read(typeof(UsgsMcsReader).Assembly, "Pipeline.Sources.UsgsMcs." + table, table);
}
