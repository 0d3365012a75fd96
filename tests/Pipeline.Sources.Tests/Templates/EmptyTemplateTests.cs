using System.IO.Compression;
using System.Text;
using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.Tests.Templates;

/// <summary>The empty files that the command writes.</summary>
public sealed class EmptyTemplateTests
{
    public static TheoryData<string> Sources => [.. FeedTemplates.Sources];

    [Theory]
    [MemberData(nameof(Sources))]
    public void An_empty_template_is_recognised_under_any_name_and_has_no_rows(string source)
    {
        foreach (TemplateFile file in FeedTemplates.Empty(source).Where(file => !file.Name.EndsWith(".md", StringComparison.Ordinal)))
        {
            ReadResult result = SourceReaders.Read(SourceFile.From("upload (2).tmp", file.Bytes));
            Assert.Equal((source, 0L), (result.Source, result.RowsRead));
            Assert.Empty(result.Observations);
            Assert.Empty(result.Quarantined);
            Assert.Null(result.PublishedOn);
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_same_template_gives_the_same_bytes(string source) =>
        Assert.Equal(FeedTemplates.Empty(source).Select(file => Hash(file.Bytes)), FeedTemplates.Empty(source).Select(file => Hash(file.Bytes)));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_column_is_explained_in_both_languages_in_page_and_workbook(string source)
    {
        IReadOnlyList<TemplateFile> files = FeedTemplates.Empty(source);
        string page = Encoding.UTF8.GetString(files[2].Bytes.Span);
        Sheet documentation = Workbook.Read(SourceFile.From("x.xlsx", files[1].Bytes), name => name == "columns").Single();
        FeedTemplate template = SourceReaders.All.OfType<TemplateReader>().Single(reader => reader.Source == source).Template;
        foreach ((int index, TemplateColumn column) in template.Columns.Index())
        {
            Assert.Contains($"| `{column.Name}` |", page, StringComparison.Ordinal);
            Assert.Equal(column.Name, documentation.Text(index + 2, 0));
            Assert.Equal((column.Meaning.Ja, column.Meaning.En), (documentation.Text(index + 2, 5), documentation.Text(index + 2, 6)));
            Assert.All(
                new[] { column.Meaning, column.Form, column.Need.Words }.Concat(column.Codes.Select(code => code.Meaning)),
                words => Assert.True(words.Ja.Length > 0 && words.En.Length > 0));
        }
    }

    [Fact]
    public void Parts_of_a_workbook_bear_no_time_and_cells_are_text()
    {
        using ZipArchive archive = new(new MemoryStream(FeedTemplates.Empty("mines")[1].Bytes.ToArray()));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));

        // Built-in format 49 is text: a month that is typed in stays one.
        using StreamReader styles = new(archive.GetEntry("xl/styles.xml")!.Open());
        Assert.Contains("<cellXfs count=\"3\"><xf numFmtId=\"49\"", styles.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_without_template_is_refused_with_those_that_have_one()
    {
        Fault fault = Assert.Throws<UnknownCodeException>(() => FeedTemplates.Empty("wgi")).Fault;
        Assert.Contains("mines", fault.Expected, StringComparison.Ordinal);
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => SourceFile.From("x", bytes).Snapshot;
}
