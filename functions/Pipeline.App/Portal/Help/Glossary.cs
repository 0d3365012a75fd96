using Pipeline.App.Api;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>Words that the pages use.</summary>
internal static class Glossary
{
    private static readonly (Bilingual Word, Bilingual Meaning)[] Words =
    [
        (new("把握率", "Coverage"), new("数量のうち、国別などに分かっている割合。", "Share of the quantity that is attributed and known.")),
        (new("補完率", "Imputed share"), new("補った値に頼る割合。", "Share that rests on filled-in values.")),
        (new("寡占度", "Concentration"), new("構成比の二乗の和。1 は一国による独占。", "Sum of squared shares; 1 is one country alone.")),
        (new("制度リスク", "Institutional risk"), new("世界銀行の統治指標の平均を 0〜1 に置き換えた値。0 が最も安定。", "Mean of the World Bank governance estimates on 0–1; 0 is the most stable.")),
        (new("純分", "Contained metal"), new("鉱石や製品の重量に含有率を乗じた金属の量。", "Metal in ores and products: weight times content factor.")),
        (new("5か年移動平均", "Five-year moving average"), new("当該年を含む5年の平均。", "Mean of the year and the four before it.")),
        (new("公表版", "Vintage"), new("四半期ごとに公表する結果の一式。後の版が出ても残る。", "The results published for a quarter; kept when a later one appears.")),
        (new("省令の34鉱種", "34 minerals of the ordinance"), new("平成16年経済産業省令第9号の第19条第2項で定める、備蓄の対象となる鉱種（基本方針 2(1)）。一覧にはこのほかベースメタルなどを載せる。", "The minerals that may be stockpiled, by article 19(2) of Ordinance No. 9 of 2004 of METI (basic policy, 2(1)). The list has base metals and others besides.")),
        (new("隔離した行", "Rows set aside"), new("規則に合わず計算に使わなかった行。", "Rows that broke a rule and were not used.")),
        (new("自給率（権益ベース）", "Self-sufficiency (equity basis)"), new("内需のうち、日本の権益による供給とスクラップ等で賄う割合。", "Share of domestic demand met from Japanese equity and scrap.")),
    ];

    /// <summary>The list.</summary>
    public static Html Of(Voice voice) => Terms(Words.Select(word => ((Html)voice.Say(word.Word), (Html)voice.Say(word.Meaning)))).Class("facts");
}
