using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>The list of changes as a news feed (RFC 4287). Same list, same order; identifiers stay the same as long as vintage and result do.</summary>
internal static class AlertFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed.</summary>
    public static byte[] Write(ChangeAlertList list, Language language)
    {
        bool isJapanese = language == Language.Japanese;
        string updated = XmlConvert.ToString(list.Meta.PublishedAt.UtcDateTime, XmlDateTimeSerializationMode.Utc);
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, RequestLanguage.Code(language));
            xml.WriteElementString("id", Namespace, Name("feed"));
            xml.WriteElementString("title", Namespace, isJapanese ? "重要鉱物：大きな変化" : "Critical minerals: material changes");
            xml.WriteElementString("subtitle", Namespace, ChangeAlerts.Threshold.In(language));
            xml.WriteElementString("updated", Namespace, updated);
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, "Pipeline");
            xml.WriteEndElement();
            Link(xml, "self", "/api/v1/alerts.atom", MediaForm.Atom.Type);
            Link(xml, "alternate", "/api/v1/alerts", MediaForm.Json.Type);
            foreach (ChangeAlert alert in list.Alerts)
            {
                xml.WriteStartElement("entry", Namespace);
                xml.WriteElementString("id", Namespace, Name($"{list.Meta.Vintage}\n{list.Before}\n{alert.Mineral}\n{alert.Indicator}\n{alert.Stage}"));
                xml.WriteElementString("title", Namespace, alert.Reason(language));
                xml.WriteElementString("updated", Namespace, updated);
                Link(xml, "alternate", alert.Why, MediaForm.Json.Type);
                xml.WriteElementString("summary", Namespace, alert.Illustrative
                    ? alert.Reason(language) + (isJapanese ? "例示の入力に基づきます。" : " It rests on illustrative input.")
                    : alert.Reason(language));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
    }

    /// <summary>A name that follows from what is named (RFC 9562, version 8).</summary>
    private static string Name(string named)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes("pipeline alerts\n" + named))[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true):D}";
    }
}
