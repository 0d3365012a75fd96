using System.Text;
using Microsoft.VisualBasic.FileIO;
using Pipeline.App.Api;

namespace Pipeline.App.Tests.Api.Tables;

public sealed class CsvFormTests
{
    private static readonly IReadOnlyList<CsvColumn<(string Text, double? Number)>> Columns =
    [
        CsvColumn<(string Text, double? Number)>.Text("text", row => row.Text),
        CsvColumn<(string Text, double? Number)>.Number("number", row => row.Number),
        CsvColumn<(string Text, double? Number)>.Japanese("text_ja", row => row.Text),
    ];

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@cell")]
    [InlineData("\tcell")]
    [InlineData("\rcell")]
    public void Text_that_a_spreadsheet_would_run_as_a_formula_is_shown_as_text(string text) =>
        Assert.StartsWith("text,number\r\n\"'", Written((text, 1)), StringComparison.Ordinal);

    [Fact]
    public void A_negative_number_stays_a_number() => Assert.Equal("text,number\r\nprice,-5.25\r\n", Written(("price", -5.25)));

    [Fact]
    public void A_number_has_every_digit_that_it_needs_and_a_missing_one_is_empty() =>
        Assert.Equal("text,number\r\na,0.1\r\nb,226000\r\nc,\r\n", Written(("a", 0.1), ("b", 226000), ("c", null)));

    [Fact]
    public void Another_reader_finds_what_was_written()
    {
        (string Text, double? Number)[] rows = [("plain", 1), ("with, comma", null), ("with \"quotes\"", -2), ("two\r\nlines", 3), ("日本語", 0.25)];
        using TextFieldParser reader = new(new StringReader(Written(rows))) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        Assert.Equal(["text", "number"], reader.ReadFields()!);
        Assert.All(rows, row => Assert.Equal([row.Text, row.Number is { } number ? FormattableString.Invariant($"{number}") : string.Empty], reader.ReadFields()!));
        Assert.True(reader.EndOfData);
    }

    [Fact]
    public void The_mark_and_the_Japanese_words_come_on_request_only()
    {
        byte[] bytes = CsvForm.Write([("a", 1)], Columns, isMarked: true, isJapanese: true);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text,number,text_ja\r\na,1,a\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    private static string Written(params (string Text, double? Number)[] rows) => Encoding.UTF8.GetString(CsvForm.Write(rows, Columns, isMarked: false, isJapanese: false));
}
