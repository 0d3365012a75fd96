namespace Pipeline.Briefings.Pdf.Fonts;

/// <summary>Which glyph stands for which code point (table 'cmap', formats 4 and 12).</summary>
internal static class CharacterMap
{
    public static Dictionary<int, ushort> Read(FontFile file)
    {
        // A subset made for a PDF has no map: its glyphs are addressed by number.
        if (!file.Has("cmap")) return [];
        long? full = null, basic = null;
        for (var i = 0; i < file.UInt16("cmap", 2); i++)
        {
            var (platform, encoding) = (file.UInt16("cmap", 4 + (8L * i)), file.UInt16("cmap", 6 + (8L * i)));
            long offset = file.UInt32("cmap", 8 + (8L * i));
            var format = file.UInt16("cmap", offset);
            if (format == 12 && (platform, encoding) is (3, 10) or (0, 4 or 6)) full = offset;
            if (format == 4 && (platform, encoding) is (3, 1) or (0, 3)) basic = offset;
        }
        return full is { } groups ? ReadGroups(file, groups)
            : basic is { } segments ? ReadSegments(file, segments)
            : throw file.Refuse("table 'cmap'", "a Unicode map of format 4 or 12", "none");
    }

    private static Dictionary<int, ushort> ReadGroups(FontFile file, long table)
    {
        var count = file.UInt32("cmap", table + 12);
        var map = new Dictionary<int, ushort>(16_384);
        for (var i = 0L; i < count; i++)
        {
            var group = table + 16 + (12 * i);
            var (first, last, glyph) = (file.UInt32("cmap", group), file.UInt32("cmap", group + 4), file.UInt32("cmap", group + 8));
            if (last < first || last > 0x10FFFF || glyph + (last - first) > ushort.MaxValue)
                throw file.Refuse("table 'cmap'", "ranges of code points in order", $"range {first:X}..{last:X}");
            for (var code = first; code <= last; code++) map[(int)code] = (ushort)(glyph + (code - first));
        }
        return map;
    }

    private static Dictionary<int, ushort> ReadSegments(FontFile file, long table)
    {
        var twice = file.UInt16("cmap", table + 6);
        var map = new Dictionary<int, ushort>(16_384);
        for (var s = 0; s < twice; s += 2)
        {
            var last = file.UInt16("cmap", table + 14 + s);
            var first = file.UInt16("cmap", table + 16 + twice + s);
            var delta = file.UInt16("cmap", table + 16 + (2 * twice) + s);
            var rangeAt = table + 16 + (3 * twice) + s;
            var range = file.UInt16("cmap", rangeAt);
            for (int code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : file.UInt16("cmap", rangeAt + range + (2 * (code - first)));
                if (range != 0 && glyph == 0) continue;
                map[code] = (ushort)((glyph + delta) & 0xFFFF);
            }
        }
        return map;
    }
}
