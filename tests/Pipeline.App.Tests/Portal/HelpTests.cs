using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.App.Api;
using Pipeline.App.Portal;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.App.Tests.Portal;

/// <summary>What the help says of indicators and marks is what is computed and what the API says.</summary>
public sealed class HelpTests
{
    private static readonly IReadOnlyList<ParameterEntry> InForce = ParameterSet.InForce(new DateOnly(2026, 12, 31)).Entries;

    [Fact]
    public void The_marks_of_reliability_are_the_shares_that_are_in_force()
    {
        string ja = Reading(InForce, Language.Japanese);

        Assert.Contains("国別などに分かる割合が 85％以上、補った値に頼る割合が 5％以下", ja, StringComparison.Ordinal);
        Assert.Contains("把握率 60％以上、補完率 25％以下", ja, StringComparison.Ordinal);
        Assert.Contains("at least 85% is attributed and at most 5% rests on filled-in values", Reading(InForce, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_shares_of_a_vintage_are_said_as_they_are()
    {
        IReadOnlyList<ParameterEntry> stricter = With(With(With(With(InForce, "result.coverage.ok", "0.9"), "result.imputed.ok", "0.025"), "result.coverage.partial", "0.7"), "result.imputed.partial", "0.2");
        string en = Reading(stricter, Language.English);

        Assert.Contains("at least 90% is attributed and at most 2.5% rests on filled-in values", en, StringComparison.Ordinal);
        Assert.Contains("at least 70% is attributed and at most 20% filled in", en, StringComparison.Ordinal);
        Assert.Throws<UnknownCodeException>(() => Reading([.. InForce.Where(entry => entry.Id != "result.imputed.ok")], Language.English));
    }

    [Theory]
    [InlineData("reserve-concentration", "評点 ＝ Σ（国の数量 ÷ 合計）²", "低：0.15 未満、中：0.15 以上 0.25 未満、高：0.25 以上 0.5 未満、極高：0.5 以上")]
    [InlineData("import-stability-refined", "評点 ＝ Σ（相手国の割合）² × 相手国の制度リスク", null)]
    [InlineData("secondary-use", "評点 ＝ 1 − 二次原料 ÷ 内需（下限 0）", null)]
    [InlineData("self-sufficiency", "自給率 ＝（① ＋ ② ＋ ③ ＋ ④ ＋ ⑤）÷ 内需 × 100。①海外自山鉱、②輸入地金等、③スクラップ、④製錬残渣等、⑤再生地金等", "区分なし")]
    public void An_indicator_has_its_equation_and_its_bands(string indicator, string equation, string? bands)
    {
        string[] facts = Facts(indicator, Language.Japanese);

        Assert.Contains(equation, facts);
        Assert.True(bands is null || facts.Contains(bands), string.Join("\n", facts));
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void An_indicator_is_explained_in_the_words_of_the_API(Language language) => Assert.All([.. IndicatorId.Six, IndicatorId.SelfSufficiency], indicator =>
    {
        Measure measure = Measures.Get(indicator);
        string[] facts = Facts(indicator, language);

        Assert.Equal([measure.Definition.In(language), measure.Formula.In(language), measure.Equation!.In(language)], facts[..3]);
        Assert.All(facts, Assert.NotEmpty);
    });

    private static string Reading(IReadOnlyList<ParameterEntry> parameters, Language language) =>
        PortalPages.Parse("<!DOCTYPE html><title>-</title>" + ReadingHelp.Of(parameters, new Voice(language))).Body!.TextContent;

    /// <summary>What stands beside the terms of an indicator, in order.</summary>
    private static string[] Facts(string indicator, Language language)
    {
        IHtmlDocument help = PortalPages.Parse("<!DOCTYPE html><title>-</title>" + IndicatorHelp.Of(InForce, new Voice(language)));
        return [.. help.QuerySelectorAll($"#{indicator} dd").Select(fact => fact.Words())];
    }

    private static IReadOnlyList<ParameterEntry> With(IReadOnlyList<ParameterEntry> parameters, string id, string value) =>
        [.. parameters.Select(entry => entry.Id == id ? entry with { Value = JsonDocument.Parse(value).RootElement } : entry)];
}
