using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>A smaller TrueType file that holds only the glyphs a document uses, renumbered in the order given, without grid-fitting instructions.</summary>
internal static class FontSubset
{
    private const int WordArguments = 0x0001, Scale = 0x0008, MoreComponents = 0x0020, TwoScales = 0x0040, Matrix = 0x0080;

    /// <summary>Builds the file.</summary>
    /// <param name="face">Face the glyphs come from.</param>
    /// <param name="glyphs">Glyphs of the face; the position in the list is the new number. The first is glyph 0, for missing characters.</param>
    /// <param name="pads">Room to add on either side of each glyph, in units of the face; none without it.</param>
    /// <returns>A font file whose first glyphs are the given ones; parts of composite glyphs follow.</returns>
    public static byte[] Build(FontFace face, IReadOnlyList<ushort> glyphs, IReadOnlyList<int>? pads = null)
    {
        var all = new List<ushort>(glyphs);
        var numbers = new Dictionary<ushort, ushort>();
        for (var i = 0; i < all.Count; i++) numbers.TryAdd(all[i], (ushort)i);

        using var outlines = new MemoryStream();
        var offsets = new List<uint> { 0 };
        for (var i = 0; i < all.Count; i++)
        {
            var outline = Hints.Without(face.OutlineOf(all[i]).Span);
            Renumber(outline, all, numbers);
            outlines.Write(outline);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
            offsets.Add((uint)outlines.Length);
        }

        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Header(face),
            ["hhea"] = Patched(face.Table("hhea"), 34, (ushort)all.Count),
            ["hmtx"] = Metrics(face, all, pads ?? []),
            ["loca"] = Locations(offsets),
            ["maxp"] = Patched(face.Table("maxp"), 4, (ushort)all.Count),
            ["OS/2"] = face.Table("OS/2").ToArray(),
        };
        return Assemble(tables);
    }

    /// <summary>Puts the new numbers into a composite glyph; parts seen for the first time join the end of the list.</summary>
    private static void Renumber(byte[] outline, List<ushort> all, Dictionary<ushort, ushort> numbers)
    {
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return;
        int at = 10, flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (numbers.TryAdd(part, (ushort)all.Count)) all.Add(part);
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), numbers[part]);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at += (flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
    }

    private static byte[] Header(FontFace face)
    {
        var head = Patched(face.Table("head"), 50, 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return head;
    }

    private static byte[] Metrics(FontFace face, List<ushort> glyphs, IReadOnlyList<int> pads)
    {
        var table = new byte[glyphs.Count * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            var pad = i < pads.Count ? pads[i] : 0;
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * i), (ushort)(face.AdvanceOf(glyphs[i]) + (2 * pad)));
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan((4 * i) + 2), (short)(face.LeftBearingOf(glyphs[i]) + pad));
        }
        return table;
    }

    private static byte[] Locations(List<uint> offsets)
    {
        var table = new byte[offsets.Count * 4];
        for (var i = 0; i < offsets.Count; i++) BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(4 * i), offsets[i]);
        return table;
    }

    private static byte[] Patched(ReadOnlyMemory<byte> table, int offset, ushort value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(offset), value);
        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var directory = 12 + (16 * tables.Count);
        var file = new byte[directory + tables.Values.Sum(Padded)];
        var power = 1 << (int)Math.Floor(Math.Log2(tables.Count));
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - power) * 16));

        int entry = 12, at = directory, head = 0;
        foreach (var (tag, table) in tables)
        {
            if (tag == "head") head = at;
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, Padded(table))));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 8), (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 12), (uint)table.Length);
            entry += 16;
            at += Padded(table);
        }
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static int Padded(byte[] table) => (table.Length + 3) / 4 * 4;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        return sum;
    }
}
