using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Briefings.Pdf.Writer;

/// <summary>The numbered objects of a file, and their way into it: small ones packed in object streams, found by a cross-reference stream.</summary>
internal sealed class PdfObjects
{
    private const int ObjectsPerStream = 200;

    // Anything else than ASCII must have been escaped before: it is refused, not replaced by question marks.
    private static readonly Encoding Strict = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private readonly List<(string Dictionary, byte[]? Stream)?> objects = [null];

    /// <summary>Takes the next number for an object that others point to before it is written.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count - 1;
    }

    public void Set(int id, string body) => objects[id] = (body, null);

    public int Add(string body)
    {
        var id = Reserve();
        Set(id, body);
        return id;
    }

    /// <summary>What was written under a number: the body, or a stream's dictionary.</summary>
    public string? Body(int id) => objects[id]?.Dictionary;

    /// <summary>Adds a stream.</summary>
    /// <param name="entries">Entries of its dictionary beside length and filter.</param>
    /// <param name="data">Bytes before compression.</param>
    /// <param name="compress">False for metadata, which other programs look for in plain text.</param>
    public int AddStream(string entries, byte[] data, bool compress = true)
    {
        var id = Reserve();
        objects[id] = compress ? (entries + " /Filter /FlateDecode", Deflate(data)) : (entries, data);
        return id;
    }

    /// <summary>Writes the whole file.</summary>
    /// <returns>Offset in the file of each object that stands by itself, by number.</returns>
    public SortedDictionary<int, long> WriteTo(Stream destination, int catalog, int information)
    {
        using var file = new MemoryStream();
        // Four bytes above 127 tell transfer programs that the file is binary.
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new SortedDictionary<int, long>();
        var packed = new SortedDictionary<int, (int Container, int Index)>();

        var small = new List<int>();
        for (var id = 1; id < objects.Count; id++)
        {
            var entry = objects[id] ?? throw new InvalidOperationException($"Object {id} was reserved but never written.");
            if (entry.Stream is null) small.Add(id);
            else WriteStream(file, offsets, id, entry.Dictionary, entry.Stream);
        }
        var next = objects.Count;
        foreach (var group in small.Chunk(ObjectsPerStream))
        {
            Pack(file, offsets, packed, group, next);
            next++;
        }

        var start = file.Length;
        offsets[next] = start;
        WriteCrossReferences(file, offsets, packed, next, catalog, information, SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
        file.Write(Ascii($"startxref\n{start}\n%%EOF\n"));
        file.WriteTo(destination);
        return offsets;
    }

    private void Pack(
        MemoryStream file, SortedDictionary<int, long> offsets, SortedDictionary<int, (int Container, int Index)> packed, int[] ids, int container)
    {
        var (index, bodies) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < ids.Length; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{ids[i]} {bodies.Length} ");
            bodies.Append(objects[ids[i]]!.Value.Dictionary).Append('\n');
            packed[ids[i]] = (container, i);
        }
        WriteStream(
            file,
            offsets,
            container,
            string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {ids.Length} /First {index.Length} /Filter /FlateDecode"),
            Deflate(Strict.GetBytes(index.Append(bodies).ToString())));
    }

    private static void WriteCrossReferences(
        MemoryStream file,
        SortedDictionary<int, long> offsets,
        SortedDictionary<int, (int Container, int Index)> packed,
        int own,
        int catalog,
        int information,
        byte[] hash)
    {
        // Fields of 1, 4 and 2 bytes: kind, offset or container, generation or index.
        var table = new MemoryStream();
        for (var id = 0; id <= own; id++)
        {
            var (kind, place, index) = id == 0 ? (0, 0L, 65_535)
                : packed.TryGetValue(id, out var inside) ? (2, inside.Container, inside.Index)
                : (1, offsets[id], 0);
            table.Write([
                (byte)kind,
                (byte)(place >> 24 & 0xFF), (byte)(place >> 16 & 0xFF), (byte)(place >> 8 & 0xFF), (byte)(place & 0xFF),
                (byte)(index >> 8 & 0xFF), (byte)(index & 0xFF)]);
        }
        var identifier = Convert.ToHexString(hash.AsSpan(0, 16));
        WriteStream(
            file,
            [],
            own,
            $"/Type /XRef /Size {own + 1} /W [1 4 2] /Root {catalog} 0 R /Info {information} 0 R /ID [<{identifier}> <{identifier}>] /Filter /FlateDecode",
            Deflate(table.ToArray()));
    }

    private static void WriteStream(MemoryStream file, SortedDictionary<int, long> offsets, int id, string entries, byte[] data)
    {
        offsets[id] = file.Length;
        file.Write(Ascii($"{id} 0 obj\n<< {entries} /Length {data.Length} >>\nstream\n"));
        file.Write(data);
        file.Write("\nendstream\nendobj\n"u8);
    }

    private static byte[] Ascii(FormattableString text) => Strict.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    private static byte[] Deflate(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal)) deflate.Write(data);
        return compressed.ToArray();
    }
}
