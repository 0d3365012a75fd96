using Pipeline.App.Portal;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Tests.Portal;

/// <summary>The writer of markup, and formulas as words.</summary>
public sealed class MarkupTests
{
    [Fact]
    public void Text_and_attributes_are_encoded_wherever_they_stand() => Assert.Equal(
        "<a href=\"/x?a=1&amp;b=&quot;2&quot;\" class=\"big\">5 &lt; 6 &amp; it&#39;s</a>",
        Link("/x?a=1&b=\"2\"", "5 < 6 & it's").Class("big").ToString());

    [Fact]
    public void Elements_without_content_have_no_end_and_attributes_without_value_are_left_out() => Assert.Equal(
        "<p><input name=\"q\" required><br></p>", Tag("p", Tag("input").With("name", "q").With("value", null).Flag("required").Flag("disabled", isSet: false), Tag("br")).ToString());

    [Fact]
    public void An_address_keeps_its_parameters_its_language_and_its_part() => Assert.Equal(
        "/api/portal?q=%E9%8A%85%20%26&lang=en#result", (PortalAddress.Minerals.With("q", "銅 &").With("group", "") with { Anchor = "result" }).In(Language.English));

    [Theory]
    [InlineData("sum(shares^2)", "割合の2乗の合計", "sum of shares squared")]
    [InlineData("sum(quantity) + residual", "数量の合計 ＋ 内訳のない残り", "sum of quantity ＋ residual")]
    [InlineData("1 - residual / whole", "1 − 内訳のない残り ÷ 全体", "1 − residual ÷ the whole")]
    [InlineData("clamp((2.5 - governance) / 5, 0, 1)", "（（2.5 − 統治指標の平均） ÷ 5）（0 から 1 の範囲に収める）", "((2.5 − mean governance estimate) ÷ 5) (kept between 0 and 1)")]
    [InlineData("AUS.share * 2", "オーストラリアの割合 × 2", "share of Australia × 2")]
    [InlineData("sum(filled, estimated) / whole", "補完した数量、推計による輸入量の合計 ÷ 全体", "sum of filled-in quantity, imports on estimated weights ÷ the whole")]
    public void A_formula_is_said_in_words(string expression, string japanese, string english)
    {
        Assert.Equal(japanese, ExpressionText.Of(expression, new Voice(Language.Japanese)));
        Assert.Equal(english, ExpressionText.Of(expression, new Voice(Language.English)));
    }

    [Theory]
    [InlineData("sum(a")]
    [InlineData("a + ")]
    [InlineData("a ) b")]
    public void A_formula_that_cannot_be_read_is_an_error(string expression) =>
        Assert.Throws<FormulaException>(() => ExpressionText.Of(expression, new Voice(Language.English)));
}
