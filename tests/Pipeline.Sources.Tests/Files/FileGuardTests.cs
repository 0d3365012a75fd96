using System.IO.Compression;
using System.Text;
using Pipeline.Domain;

namespace Pipeline.Sources.Tests.Files;

public class FileGuardTests
{
    private const string Trade = "mof-trade/ik-100h2020i005.csv";

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused([], "0 bytes");

    [Fact]
    public void A_file_of_blanks_is_refused() => AssertRefused(" \r\n\r\n"u8.ToArray(), "blanks only");

    [Fact]
    public void An_error_page_is_refused_and_quoted_on_one_line() => AssertRefused(
        "\uFEFF\r\n<!DOCTYPE html>\r\n<html><title>503 Service Unavailable</title></html>"u8.ToArray(),
        @"'<!DOCTYPE html>\r\n<html><title>503 Service Unavailable</title></html>'");

    [Fact]
    public void An_answer_in_XML_is_refused() => AssertRefused("<?xml version=\"1.0\"?><Error/>"u8.ToArray(), "XML document");

    [Fact]
    public void A_gzip_archive_is_refused()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(PublisherFile.Bytes(Trade));
        }

        AssertRefused(packed.ToArray(), "a gzip archive");
    }

    [Fact]
    public void A_zip_archive_of_a_text_file_is_refused_and_names_the_file_inside()
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("ik-100h2020i005.csv").Open();
            entry.Write(PublisherFile.Bytes(Trade));
        }

        AssertRefused(packed.ToArray(), "a zip archive of 1 files, first 'ik-100h2020i005.csv'");
    }

    [Fact]
    public void A_workbook_that_was_cut_off_is_refused()
    {
        byte[] whole = PublisherFile.Bytes("pink-sheet/CMO-Historical-Data-Monthly.xlsx");
        AssertRefused(whole[..(whole.Length / 2)], "the file was cut off");
    }

    [Fact]
    public void A_workbook_of_the_old_binary_format_is_refused() =>
        AssertRefused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "(xls)");

    [Fact]
    public void A_PDF_document_is_refused() => AssertRefused("%PDF-1.7\n"u8.ToArray(), "PDF");

    [Fact]
    public void Text_in_UTF_16_is_refused_with_and_without_its_mark()
    {
        byte[] text = Encoding.Unicode.GetBytes(PublisherFile.Text(Trade));
        AssertRefused(text, "UTF-16");
        AssertRefused([.. Encoding.Unicode.Preamble, .. text], "UTF-16");
        AssertRefused(Encoding.BigEndianUnicode.GetBytes(PublisherFile.Text(Trade)), "UTF-16");
    }

    [Fact]
    public void Binary_data_is_refused_with_its_control_characters_escaped() =>
        AssertRefused([1, 2, 0, 0xFF, 7], @"'\x01\x02\x00\xFF\x07'");

    [Fact]
    public void Shift_JIS_is_named_with_line_and_byte()
    {
        // 貿易統計 in Shift_JIS, on the second line.
        byte[] bytes = [.. "Table\r\n"u8, 0x96, 0x66, 0x88, 0xD5, 0x93, 0x9D, 0x8C, 0x76, .. ",1\r\n"u8];
        Fault fault = AssertRefused(bytes, "text in Shift_JIS");
        Assert.Equal("line 2, byte 7", fault.Place);
        Assert.Equal("text in Shift_JIS: '貿易統計,1'", fault.Found);
    }

    [Fact]
    public void Shift_JIS_in_a_trade_file_is_refused_though_its_header_is_known()
    {
        byte[] bytes = [.. PublisherFile.Bytes(Trade), 0x96, 0x66, 0x88, 0xD5, (byte)'\n'];
        AssertRefused(bytes, "text in Shift_JIS");
    }

    [Fact]
    public void Another_encoding_is_not_taken_for_Shift_JIS() =>
        AssertRefused([.. "Price"u8, 0x97, .. " spot\n"u8], "text in another encoding");

    [Fact]
    public void Text_and_workbooks_are_told_apart()
    {
        Assert.Equal(FileKind.Text, FileGuard.Check(PublisherFile.File(Trade)));
        Assert.Equal(FileKind.Workbook, FileGuard.Check(PublisherFile.File("wgi/wgidataset.xlsx")));
    }

    [Fact]
    public void Found_text_is_cut_to_a_readable_length()
    {
        string quoted = ReadableText.Of(Encoding.UTF8.GetBytes(new string('鉱', 500)));
        Assert.Equal($"'{new string('鉱', ReadableText.Longest)}…'", quoted);
        Assert.Equal(quoted, ReadableText.Of(new string('鉱', 500)));
    }

    /// <summary>Refused by the choice of a reader or by the reader, with all five facts.</summary>
    private static Fault AssertRefused(byte[] bytes, string found)
    {
        Fault fault = Assert.Throws<UnreadableFileException>(() => SourceReaders.Read(SourceFile.From("2020.csv", bytes))).Fault;
        Assert.Equal("2020.csv", fault.Source);
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.All([fault.Place, fault.Expected, fault.Remedy], fact => Assert.NotEmpty(fact));
        Assert.DoesNotContain(fault.Sentence, char.IsControl);
        return fault;
    }
}
