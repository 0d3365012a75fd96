using System.Buffers.Binary;

namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>
/// Takes the grid-fitting instructions out of an outline. They are near a quarter of the typeface's outlines and change nothing on paper or on
/// screens of today's resolution; the shape stays the same to the last point.
/// </summary>
internal static class Hints
{
    private const int HeaderLength = 10;
    private const ushort WordArguments = 0x0001, Scale = 0x0008, MoreComponents = 0x0020, TwoScales = 0x0040, Matrix = 0x0080, Instructed = 0x0100;

    /// <summary>The outline without instructions.</summary>
    /// <param name="outline">Glyph of a <c>glyf</c> table, simple or composite; empty for a blank.</param>
    public static byte[] Without(ReadOnlySpan<byte> outline) => outline.Length <= HeaderLength ? outline.ToArray()
        : BinaryPrimitives.ReadInt16BigEndian(outline) >= 0 ? Simple(outline)
        : Composite(outline);

    private static byte[] Simple(ReadOnlySpan<byte> outline)
    {
        var length = HeaderLength + (2 * BinaryPrimitives.ReadInt16BigEndian(outline));
        var points = length + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[length..]);
        return [.. outline[..length], 0, 0, .. outline[points..]];
    }

    private static byte[] Composite(ReadOnlySpan<byte> outline)
    {
        var copy = outline.ToArray();
        int at = HeaderLength, flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~Instructed));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at += (flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return copy[..at];
    }
}
