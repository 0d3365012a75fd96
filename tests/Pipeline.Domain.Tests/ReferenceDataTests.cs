namespace Pipeline.Domain.Tests;

public sealed class ReferenceDataTests
{
    [Fact]
    public void There_are_the_34_minerals_of_the_ordinance_and_seven_metals_besides()
    {
        Assert.Equal(41, MineralCatalogue.All.Count);
        Assert.Equal(34, MineralCatalogue.All.Count(mineral => mineral.InOrdinance));
        Assert.Equal(
            ["aluminium", "copper", "gold", "lead", "silver", "tin", "zinc"],
            MineralCatalogue.All.Where(mineral => !mineral.InOrdinance).Select(mineral => mineral.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_mineral_has_both_names_and_a_group_with_words() => Assert.All(MineralCatalogue.All, mineral =>
    {
        Assert.NotEmpty(mineral.NameJa);
        Assert.NotEmpty(mineral.NameEn);
        Assert.True(Vocabulary.Knows(Term.Group, mineral.Group));
    });

    [Fact]
    public void Every_mineral_has_a_row_in_the_table_of_trade_codes() =>
        Assert.All(MineralCatalogue.All, mineral => Assert.NotEmpty(TradeCodeTable.ForMineral(mineral.Id)));

    [Fact]
    public void A_nine_digit_row_goes_before_the_row_of_its_heading()
    {
        // 2822.00 is cobalt oxides at 0.6792 in general; 2822.00-010 is the oxide proper at 0.7342.
        TradeCode code = Assert.Single(TradeCodeTable.Resolve("282200010"));

        Assert.Equal(("cobalt", 0.7342), (code.Mineral, code.ContentFactor));
    }

    [Fact]
    public void Nickel_intermediates_count_for_nickel_and_with_a_weak_factor_for_cobalt()
    {
        IReadOnlyList<TradeCode> codes = TradeCodeTable.Resolve("750120290");

        Assert.Equal(["cobalt", "nickel"], codes.Select(code => code.Mineral!).Order(StringComparer.Ordinal));
        Assert.Equal(0.045, codes.Single(code => code.Mineral == "cobalt").ContentFactor);
        Assert.True(codes.Single(code => code.Mineral == "cobalt").WeakFactor);
        Assert.False(codes.Single(code => code.Mineral == "nickel").WeakFactor);
    }

    [Fact]
    public void Zinc_sulphate_is_no_cobalt_and_has_no_factor()
    {
        TradeCode code = Assert.Single(TradeCodeTable.Resolve("283329100"));

        Assert.Equal("zinc", code.Mineral);
        Assert.Null(code.ContentFactor);
    }

    [Theory]
    [InlineData("260200011")]
    [InlineData("260200012")]
    public void Manganese_ore_codes_of_2009_to_2015_have_the_factor_of_the_code_that_followed(string hs9) =>
        Assert.Equal(0.44, Assert.Single(TradeCodeTable.Resolve(hs9)).ContentFactor);

    [Fact]
    public void A_nine_digit_basket_belongs_to_no_mineral()
    {
        TradeCode code = Assert.Single(TradeCodeTable.Resolve("811292990"));

        Assert.Null(code.Mineral);
        Assert.Equal(Allocation.Basket, code.Allocation);
    }

    [Fact]
    public void An_unmapped_code_resolves_to_nothing() => Assert.Empty(TradeCodeTable.Resolve("010121000"));

    [Fact]
    public void Content_factors_are_shares() => Assert.All(
        MineralCatalogue.All.SelectMany(mineral => TradeCodeTable.ForMineral(mineral.Id)).Where(code => code.ContentFactor is not null),
        code => Assert.InRange(code.ContentFactor!.Value, double.Epsilon, 1));

    [Fact]
    public void Every_customs_country_with_a_code_leads_to_a_country_with_both_names() => Assert.All(
        new[] { "103", "105", "106", "304", "409", "601" },
        code =>
        {
            CustomsCountry customs = CountryCatalogue.FindCustoms(code)!;
            Country country = CountryCatalogue.Get(customs.Iso3!);
            Assert.NotEmpty(country.NameEn);
            Assert.NotEmpty(country.NameJa);
        });

    [Theory]
    [InlineData("106", "TWN")]
    [InlineData("702", null)]
    [InlineData("703", null)]
    public void Taiwan_is_a_partner_of_its_own_and_unknown_origin_is_no_country(string customsCode, string? iso3) =>
        Assert.Equal(iso3, CountryCatalogue.FindCustoms(customsCode)!.Iso3);

    [Fact]
    public void Asking_for_an_unknown_mineral_says_which_code_list_and_what_to_do()
    {
        UnknownCodeException refusal = Assert.Throws<UnknownCodeException>(() => MineralCatalogue.Get("unobtainium"));

        Assert.Equal(("mineral", "unobtainium"), (refusal.CodeList, refusal.Code));
        Assert.Contains("reference table", refusal.Fault.Remedy, StringComparison.Ordinal);
    }
}
