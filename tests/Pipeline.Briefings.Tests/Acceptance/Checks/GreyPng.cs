using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>Reads and writes grey pictures as PNG: eight bits a pixel, no filter. Pictures of any other kind are refused.</summary>
internal static class GreyPng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1)))];

    /// <summary>The picture as a file.</summary>
    public static byte[] Write(GreyImage image)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        header[8] = 8;
        Chunk(file, "IHDR", header);
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var row = 0; row < image.Height; row++)
            {
                packed.WriteByte(0);
                packed.Write(image.Row(row));
            }
        }
        Chunk(file, "IDAT", rows.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Reads a picture that <see cref="Write"/> wrote.</summary>
    public static GreyImage Read(string path)
    {
        var file = File.ReadAllBytes(path).AsSpan();
        Assert.True(file.StartsWith(Signature), $"{path} is no PNG file.");
        var (width, height) = (0, 0);
        using var packed = new MemoryStream();
        for (var rest = file[8..]; rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            var data = rest.Slice(8, length);
            switch (Encoding.ASCII.GetString(rest.Slice(4, 4)))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                    Assert.True(data[8..].SequenceEqual((byte[])[8, 0, 0, 0, 0]), $"{path} is not grey with eight bits a pixel.");
                    break;
                case "IDAT":
                    packed.Write(data);
                    break;
                default:
                    break;
            }
            rest = rest[(length + 12)..];
        }
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new byte[width * height];
        for (var row = 0; row < height; row++)
        {
            Assert.True(rows.ReadByte() == 0, $"{path} has a filtered row.");
            rows.ReadExactly(pixels.AsSpan(row * width, width));
        }
        return new GreyImage(width, height, pixels);
    }

    private static void Chunk(MemoryStream file, string name, ReadOnlySpan<byte> data)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~named.Aggregate(uint.MaxValue, (crc, b) => Table[(byte)(crc ^ b)] ^ (crc >> 8)));
        file.Write(number);
    }
}
