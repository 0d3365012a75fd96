using Pipeline.Domain;

namespace Pipeline.Sources.Tests;

public class SourceReadersTests
{
    [Theory]
    [InlineData("mof-trade/d01h88i005.csv", "mof-trade")]
    [InlineData("mof-trade/ik-110h2024i001.csv", "mof-trade")]
    [InlineData("wgi/WGIData.csv", "wgi")]
    [InlineData("wgi/wgidataset.xlsx", "wgi")]
    [InlineData("pink-sheet/CMO-Historical-Data-Monthly.xlsx", "pink-sheet")]
    public void A_file_is_recognised_by_its_content_under_any_name(string path, string source)
    {
        SourceFile renamed = SourceFile.From("download (3).tmp", PublisherFile.Bytes(path));
        Assert.Equal(source, SourceReaders.For(renamed).Source);
        Assert.Equal(source, SourceReaders.Read(renamed).Source);
    }

    [Fact]
    public void An_unknown_text_is_refused_with_its_first_line()
    {
        Fault fault = Assert.Throws<LayoutDriftException>(
            () => SourceReaders.For(PublisherFile.FromText("t,i,j,k,v,q\n2020,156,392,260300,1,2\n", "baci.csv"))).Fault;
        Assert.Equal(("baci.csv", "first line", "'t,i,j,k,v,q'"), (fault.Source, fault.Place, fault.Found));
        Assert.Contains("mof-trade", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_workbook_is_refused_with_its_sheets()
    {
        Fault fault = Assert.Throws<LayoutDriftException>(
            () => SourceReaders.For(TestWorkbook.Of(("Lithium", [["a"]]), ("Notes", [["b"]])))).Fault;
        Assert.Equal(("sheet names", "'Lithium', 'Notes'"), (fault.Place, fault.Found));
    }

    [Fact]
    public void A_file_of_another_source_than_the_expected_one_is_refused() =>
        Assert.Throws<LayoutDriftException>(() => SourceReaders.Read(PublisherFile.File("wgi/WGIData.csv"), "mof-trade"));

    [Fact]
    public void A_source_without_reader_is_refused() =>
        Assert.Equal("comtrade",
            Assert.Throws<UnknownCodeException>(() => SourceReaders.For(PublisherFile.File("wgi/WGIData.csv"), "comtrade")).Code);

    [Fact]
    public void Sources_stand_in_order_and_have_licence_and_version()
    {
        Assert.Equal(SourceReaders.All.Select(reader => reader.Source).Order(StringComparer.Ordinal),
            SourceReaders.All.Select(reader => reader.Source));
        Assert.All(SourceReaders.All, reader => Assert.NotEmpty(reader.Version));
        Assert.All(SourceReaders.All, reader => Assert.StartsWith("https://", reader.Licence.Url, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_licence_file_says_has_words_for_readers_of_both_languages() => Assert.All(
        SourceReaders.All.Select(reader => reader.Licence).SelectMany(licence => new[] { licence.Publisher, licence.Title, licence.Licence, licence.Citation }).Where(text => text != "CC BY 4.0"),
        text =>
        {
            Assert.True(CreditText.Knows(text), text);
            Assert.DoesNotMatch("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsCJKUnifiedIdeographs}]", CreditText.In(text, Language.English));
        });
}
