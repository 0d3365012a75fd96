namespace Pipeline.Domain.Tests;

/// <summary>What a source says of itself reaches readers in their language, and no translation is made up for one that is new.</summary>
public sealed class CreditTextTests
{
    [Theory]
    [InlineData("Ministry of Finance, Japan (財務省)", "財務省", "Ministry of Finance, Japan")]
    [InlineData("U.S. Government work, public domain; no use constraints", "米国政府の著作物（公有）。利用の制限なし", "U.S. Government work, public domain; no use constraints")]
    public void Terms_are_said_in_the_language_of_the_reader(string text, string japanese, string english) =>
        Assert.Equal((japanese, english), (CreditText.In(text, Language.Japanese), CreditText.In(text, Language.English)));

    [Fact]
    public void A_text_that_is_not_in_the_table_is_shown_as_it_was_laid_down() => Assert.Equal("Terms of a new vendor", CreditText.In("Terms of a new vendor", Language.Japanese));
}
