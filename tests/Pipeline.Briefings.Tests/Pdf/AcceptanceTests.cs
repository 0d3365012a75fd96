using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Acceptance;

namespace Pipeline.Briefings.Tests.Pdf;

public sealed class AcceptanceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("briefings-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_japanese_document_of_every_block_passes_all_checks()
    {
        var path = Write(Samples.Japanese);
        PdfChecks.All(path, Samples.Japanese);
        Assert.Equal(4, PdfChecks.PageCount(path));
        StructureChecks.ReadsInOrderForOthers(path, Samples.Japanese);
    }

    [Fact]
    public void An_english_document_passes_all_checks() => PdfChecks.All(Write(Samples.English), Samples.English);

    [Fact]
    public void A_heading_at_the_foot_of_a_page_moves_to_its_chart()
    {
        // 660 of 724 points are taken: enough room for the heading, not for the chart.
        var chart = Samples.Bars("図1  輸入量");
        var document = Samples.With(
            Samples.Bars("図0  空き") with { Drawing = new Drawing(100, 640, []) }, new Section("1  供給国", 1, null, [new Section("1.1  輸入", 2, null, [chart])]));
        var path = Write(document);
        PdfChecks.All(path, document);
        Assert.DoesNotContain("供給国", PdfChecks.PageText(path, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_characters_can_be_copied_out_again()
    {
        // The face has no 𠮷; these stand for the characters beyond U+FFFF that it has.
        var beyond = string.Concat(Samples.Fonts.Regular.CodePoints.Where(code => code > 0xFFFF).Order().Take(20).Select(char.ConvertFromUtf32));
        Assert.Equal(40, beyond.Length);
        var document = Samples.Coverage(beyond);
        var path = Write(document);
        PdfChecks.All(path, document);
        var text = DocumentWalk.WithoutSpaces(PdfChecks.PageText(path, 1));
        Assert.All((string[])[beyond, "髙﨑", "CO2", "CuraçaoŁódź", "Li\u2010ion"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_of_tables_are_found_as_they_are_printed()
    {
        TableRow Row(string number) => new([new TableCell([new Run(number)])]);
        var document = Samples.With(new Table([new TableColumn("t", 1, Alignment.End)], [Row("11,111.1"), Row("21,511"), Row("1,190"), Row("0.011")]));
        var text = PdfChecks.PageText(Write(document), 1);
        Assert.All((string[])["11,111.1", "21,511", "1,190", "0.011"], number => Assert.Contains(number, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Culture_and_seven_other_threads_change_no_byte()
    {
        SameBytes.RequireInOneProcess(() => Samples.Renderer.Render(Samples.Japanese));
        SameBytes.RequireInOneProcess(() => Samples.Renderer.Render(Samples.English));
    }

    [Fact]
    public void Two_processes_in_two_zones_write_the_same_bytes() => SameBytes.RequireInTwoProcesses(RenderingProcess.Call);

    private string Write(Document document)
    {
        var path = Path.Combine(folder.FullName, "sample.pdf");
        File.WriteAllBytes(path, Samples.Renderer.Render(document));
        return path;
    }
}
