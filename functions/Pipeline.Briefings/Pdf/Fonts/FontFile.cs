using System.Buffers.Binary;
using System.Text;

namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>The table directory of an sfnt file, and reads that stay inside it.</summary>
internal sealed class FontFile
{
    private readonly string name;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> tables = new(StringComparer.Ordinal);

    /// <summary>Reads the directory.</summary>
    /// <exception cref="FontRefusedException">Not a single static TrueType face.</exception>
    public FontFile(string name, ReadOnlyMemory<byte> bytes)
    {
        this.name = name;
        var kind = bytes.Length < 12 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
        var found = kind switch
        {
            0x00010000 or 0x74727565 => null,
            0x74746366 => "a collection (.ttc)",
            0x4F54544F => "CFF outlines (.otf)",
            0x774F4646 or 0x774F4632 => "a web font (.woff)",
            _ => "a file of another kind",
        };
        if (found is not null) throw Refuse("start of file", "a single TrueType face", found);

        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[4..]);
        for (var i = 0; i < count; i++)
        {
            var entry = Slice("table directory", bytes, 12L + (16L * i), 16).Span;
            var tag = Encoding.ASCII.GetString(entry[..4]);
            var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            tables[tag] = Slice(tag, bytes, offset, length);
        }
        if (Has("fvar")) throw Refuse("table 'fvar'", "a static face", "a variable font");
        if (Has("CFF ") || Has("CFF2")) throw Refuse("table 'CFF'", "TrueType outlines ('glyf')", "CFF outlines");
    }

    public bool Has(string tag) => tables.ContainsKey(tag);

    /// <summary>Bytes of a table.</summary>
    /// <exception cref="FontRefusedException">The table is missing.</exception>
    public ReadOnlyMemory<byte> Table(string tag) =>
        tables.TryGetValue(tag, out var table) ? table : throw Refuse($"table '{tag}'", "the table", "no such table");

    public ushort UInt16(string tag, long offset) => BinaryPrimitives.ReadUInt16BigEndian(Slice(tag, Table(tag), offset, 2).Span);

    public short Int16(string tag, long offset) => BinaryPrimitives.ReadInt16BigEndian(Slice(tag, Table(tag), offset, 2).Span);

    public uint UInt32(string tag, long offset) => BinaryPrimitives.ReadUInt32BigEndian(Slice(tag, Table(tag), offset, 4).Span);

    /// <summary>A part of a table.</summary>
    /// <exception cref="FontRefusedException">It would reach beyond the table's end.</exception>
    public ReadOnlyMemory<byte> Part(string tag, long offset, long length) => Slice(tag, Table(tag), offset, length);

    public FontRefusedException Refuse(string place, string expected, string found) => FontRefusedException.For(name, place, expected, found);

    private ReadOnlyMemory<byte> Slice(string tag, ReadOnlyMemory<byte> bytes, long offset, long length) =>
        offset >= 0 && length >= 0 && offset + length <= bytes.Length
            ? bytes.Slice((int)offset, (int)length)
            : throw Refuse($"table '{tag}'", $"{length} bytes at {offset}", $"the end after {bytes.Length} bytes");
}
