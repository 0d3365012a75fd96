using System.Globalization;
using System.Security;
using System.Text;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;
using static Pipeline.Briefings.Pdf.Writer.PdfSyntax;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>What the file says of itself. Its dates are the date of the data: a file made again tomorrow is the same file.</summary>
internal static class DocumentMetadata
{
    private const string Producer = "Pipeline.Briefings";

    /// <summary>Language tag of the text (BCP 47).</summary>
    public static string LanguageTag(Language language) => language == Language.Japanese ? "ja-JP" : "en-GB";

    /// <summary>The information dictionary.</summary>
    public static string Information(Document document) =>
        $"<< /Title {PdfSyntax.Text(document.Title)} /Subject {PdfSyntax.Text(document.Subject)} /Author {PdfSyntax.Text(document.Author)} " +
        $"/Keywords {PdfSyntax.Text(Keywords(document))} /Creator ({Producer}) /Producer ({Producer}) " +
        $"/CreationDate {Date(document.AsOf)} /ModDate {Date(document.AsOf)} >>";

    /// <summary>The same as an XMP packet.</summary>
    public static byte[] Packet(Document document)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{document.AsOf:yyyy-MM-dd}T00:00:00+09:00");
        var language = LanguageTag(document.Language);
        var keywords = string.Concat(document.Keywords.Select(word => $"<rdf:li>{Escape(word)}</rdf:li>"));
        // The name of the packet is a constant of the format.
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format>
            <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(document.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Escape(document.Subject)}</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>{Escape(document.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
            <xmp:CreatorTool>{Producer}</xmp:CreatorTool>
            <pdf:Producer>{Producer}</pdf:Producer><pdf:Keywords>{Escape(Keywords(document))}</pdf:Keywords>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """);
    }

    private static string Keywords(Document document) => string.Join(", ", document.Keywords);

    private static string Escape(string text) => SecurityElement.Escape(text);
}
