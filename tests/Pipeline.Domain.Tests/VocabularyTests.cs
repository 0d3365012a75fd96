namespace Pipeline.Domain.Tests;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_code_has_words_in_both_languages() => Assert.All(Enum.GetValues<Term>(), term => Assert.All(
        Vocabulary.Codes(term).Where(code => (term, code) != (Term.Unit, "1")),
        code =>
        {
            Assert.NotEmpty(Vocabulary.Word(term, code, Language.Japanese));
            Assert.NotEmpty(Vocabulary.Word(term, code, Language.English));
        }));

    [Fact]
    public void Every_member_of_the_shown_enumerations_has_words()
    {
        AssertWords<Stage>(Term.Stage);
        AssertWords<ResultStatus>(Term.Status);
        AssertWords<Band>(Term.Band);
        AssertWords<ValueKind>(Term.ValueKind);
        AssertWords<Statistic>(Term.Statistic);
        AssertWords<MeasureKind>(Term.MeasureKind);
        AssertWords<MeasureStanding>(Term.MeasureStanding);
        AssertWords<DisruptionSubFactor>(Term.SubFactor);
        AssertWords<OutlookCase>(Term.OutlookCase);
        AssertWords<OutlookQuantity>(Term.OutlookQuantity);
        AssertWords<AdditionalElement>(Term.AdditionalElement);
    }

    [Fact]
    public void Every_indicator_names_the_clause_it_comes_from() =>
        Assert.All(Vocabulary.Codes(Term.Indicator), code => Assert.Matches("^[PS] ", Vocabulary.Clause(Term.Indicator, code)));

    [Fact]
    public void Sentences_of_both_languages_use_the_same_arguments() => Assert.All(Vocabulary.Codes(Term.Reason), code =>
        Assert.Equal(Placeholders(Language.Japanese, code), Placeholders(Language.English, code)));

    [Fact]
    public void The_34_minerals_are_those_of_a_ministerial_ordinance_and_not_of_a_cabinet_order()
    {
        // Basic policy 2(1): 「…に関する省令（平成16年経済産業省令第9号）第19条第2項で定める金属鉱産物」.
        Assert.Equal("省令の34鉱種", Vocabulary.Word(Term.MineralSet, "ordinance", Language.Japanese));
        Assert.Equal("P 2(1)", Vocabulary.Clause(Term.MineralSet, "ordinance"));
    }

    [Fact]
    public void A_label_is_marked_in_both_languages_and_one_that_nothing_may_show_has_no_mark()
    {
        Assert.Equal(("公開", "OPEN"), (Labels.Mark(AccessLabel.Open, Language.Japanese), Labels.Mark(AccessLabel.Open, Language.English)));
        Assert.Equal(("部内限り", "INTERNAL"), (Labels.Mark(AccessLabel.Internal, Language.Japanese), Labels.Mark(AccessLabel.Internal, Language.English)));
        Assert.Throws<UnknownCodeException>(() => Labels.Mark(AccessLabel.Restricted, Language.English));
    }

    [Fact]
    public void A_code_without_words_cannot_be_shown() =>
        Assert.Throws<UnknownCodeException>(() => Vocabulary.Word(Term.Flag, "noSuchFlag", Language.English));

    private static void AssertWords<T>(Term term)
        where T : struct, Enum => Assert.All(Enum.GetValues<T>(), member => Assert.NotEmpty(Vocabulary.Word(term, member, Language.Japanese)));

    private static IEnumerable<string> Placeholders(Language language, string code) =>
        System.Text.RegularExpressions.Regex.Matches(Vocabulary.Word(Term.Reason, code, language), @"\{\d\}")
            .Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
