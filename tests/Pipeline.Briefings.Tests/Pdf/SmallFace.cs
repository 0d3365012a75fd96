using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Briefings.Tests.Pdf;

/// <summary>A TrueType file of a few glyphs, made by hand.</summary>
internal static class SmallFace
{
    public static byte[] With(IReadOnlyList<byte[]> outlines, IReadOnlyList<int> advances)
    {
        var glyphs = new MemoryStream();
        var offsets = new List<int> { 0 };
        foreach (var outline in outlines)
        {
            glyphs.Write(outline);
            while (glyphs.Length % 4 != 0) glyphs.WriteByte(0);
            offsets.Add((int)glyphs.Length);
        }
        var head = new byte[54];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(18), 1000);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = new byte[36];
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)outlines.Count);
        var maxp = new byte[32];
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)outlines.Count);
        var hmtx = new byte[4 * outlines.Count];
        for (var i = 0; i < outlines.Count; i++) BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)advances[i]);
        var loca = new byte[4 * offsets.Count];
        for (var i = 0; i < offsets.Count; i++) BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
        return Assemble([("OS/2", new byte[96]), ("glyf", glyphs.ToArray()), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp)]);
    }

    private static byte[] Assemble((string Tag, byte[] Bytes)[] tables)
    {
        var file = new MemoryStream();
        file.Write([0, 1, 0, 0, 0, (byte)tables.Length, 0, 0, 0, 0, 0, 0]);
        var at = 12 + (16 * tables.Length);
        foreach (var (tag, bytes) in tables)
        {
            var entry = new byte[16];
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(8), at);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(12), bytes.Length);
            file.Write(entry);
            at += bytes.Length;
        }
        foreach (var (_, bytes) in tables) file.Write(bytes);
        return file.ToArray();
    }
}
