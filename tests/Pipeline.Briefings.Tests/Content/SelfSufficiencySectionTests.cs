using Pipeline.Briefings.Documents;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

[Trait("Clause", "8")]
public sealed class SelfSufficiencySectionTests
{
    [Fact]
    public void A_rate_above_a_hundred_is_shown_as_it_is_with_its_components()
    {
        Document document = Compose(Fixtures.Cobalt, Language.Japanese);
        Assert.Contains("103.0％", Strip(document));
        Section section = document.Section("self-sufficiency");
        Assert.StartsWith("自給率（権益ベース）は103.0％である（2018年度、判定可）。", section.Texts()[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                ["①海外自山鉱", "405", "40.5", "把握", ""],
                ["②輸入地金等", "250", "25.0", "把握", ""],
                ["③スクラップ、⑤再生地金等", "310", "31.0", "把握", "企業秘密の保護のため他の要素と合算"],
                ["④製錬残渣等", "65", "6.5", "把握", ""],
                ["自給率の計", "—", "103.0", "判定可", ""],
                ["地金等の内需", "1,000", "—", "把握", ""],
            ],
            Rows(section));
    }

    [Theory]
    [InlineData(Language.Japanese, "少なくとも 34.0％", "自給率（権益ベース）は少なくとも34.0％である（2018年度）。")]
    [InlineData(Language.English, "at least 34.0%", "Self-sufficiency (equity basis) is at least 34.0% (FY2018).")]
    public void A_lower_bound_is_called_one_on_the_first_page_and_in_the_section(Language language, string strip, string sentence)
    {
        Document document = Compose(Fixtures.Copper, language);
        Assert.Contains(strip, Strip(document));
        Assert.StartsWith(sentence, document.Section("self-sufficiency").Texts()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_stands_in_its_row_with_those_who_would_have_it()
    {
        IEnumerable<string[]> rows = Rows(Compose(Fixtures.Copper, Language.Japanese).Section("self-sufficiency"));
        Assert.Contains(["①海外自山鉱", "—", "—", "不詳", "照会先：権益を保有する鉱山会社・商社の報告、JOGMEC（支援案件の権益・引取りの記録）"], rows);
        Assert.Contains(["②輸入地金等", "—", "—", "秘匿", "照会先：権益を保有する鉱山会社・商社の報告、国内製錬会社の報告"], rows);
        Assert.Contains(["自給率の計", "—", "34.0以上", "判定不能", ""], rows);
    }

    [Fact]
    public void Published_rates_stand_beside_ours_with_their_definitions_in_the_note()
    {
        Document document = Compose(Fixtures.Copper, Language.Japanese);
        IReadOnlyList<string> texts = document.Section("self-sufficiency").Texts();
        Assert.Contains(texts, text => text.StartsWith("2018年（ベースメタル全体）：50.1％", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("2010年（銅）：40.0％以上", StringComparison.Ordinal));
        Assert.Contains(document.Section("notes").Texts(), text => text.Contains("2018年「members not listed」（Strategic Energy Plan）", StringComparison.Ordinal));
    }

    [Fact]
    public void Secondary_use_is_worded_with_its_interval()
    {
        // Between 0 and 82 % of demand: the copper of the fixtures has a withheld component.
        Document document = Compose(Fixtures.Copper, Language.English);
        Assert.Contains(document.Section("self-sufficiency").Texts(), text =>
            text.StartsWith("Secondary input comes to between 0.0% and 82.0% of domestic demand (FY2018).", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_survey_the_section_and_the_strip_say_why_and_print_no_number()
    {
        Document document = Compose(Fixtures.Empty, Language.Japanese);
        Assert.Contains("判定不能", Strip(document));
        Assert.StartsWith("自給率（権益ベース）は判定不能である。", document.Section("self-sufficiency").Texts()[0], StringComparison.Ordinal);
        Assert.Empty(document.Section("self-sufficiency").Below().OfType<Table>());
    }

    [Fact]
    public void An_illustrative_rate_is_marked_on_the_first_page_and_in_its_sentence()
    {
        MineralAssessment illustrative = Fixtures.Cobalt with
        {
            Results = [.. Fixtures.Cobalt.Results.Select(result => result.Indicator == IndicatorId.SelfSufficiency ? result with { Illustrative = true } : result)],
        };
        Document document = Compose(illustrative, Language.English);
        Assert.Contains("ILLUSTRATIVE", Strip(document));
        Assert.Contains("(FY2018, ILLUSTRATIVE,", document.Section("self-sufficiency").Texts()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_rate_that_is_invented_is_marked_and_the_others_beside_it_are_not()
    {
        SelfSufficiencyTable supply = Fixtures.Copper.SelfSufficiency!;
        MineralAssessment invented = Fixtures.Copper with
        {
            SelfSufficiency = supply with { Published = [supply.Published[0], supply.Published[1] with { Cell = supply.Published[1].Cell with { Illustrative = true } }] },
        };

        IReadOnlyList<string> texts = Compose(invented, Language.Japanese).Section("self-sufficiency").Texts();

        Assert.Contains(texts, text => text.StartsWith("2010年（銅）：40.0％以上［例示データ］", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("2018年（ベースメタル全体）：50.1％［出典", StringComparison.Ordinal));
    }

    private static Document Compose(MineralAssessment assessment, Language language) => MineralBriefing.Compose(assessment, Fixtures.Context, language);

    private static IReadOnlyList<string> Strip(Document document) => document.Body.OfType<Row>().ElementAt(1).Texts();

    private static IEnumerable<string[]> Rows(Section section) =>
        section.Below().OfType<Table>().First().Rows.Select(row => row.Cells.Select(cell => string.Concat(cell.Runs.Select(run => run.Text))).ToArray());
}
