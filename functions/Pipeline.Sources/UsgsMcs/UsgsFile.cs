using System.Globalization;
using System.Text;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.Sources.UsgsMcs;

/// <summary>
/// A CSV file of the publisher, line by line: header, and rows with their line numbers and bytes. The publisher never breaks a line
/// inside quotes, so a line is a row and a cut is a choice of lines. UTF-8 (with or without mark) or, in the 2026 edition, Windows-1252.
/// </summary>
internal sealed class UsgsFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private UsgsFile(SourceFile source, UsgsRow header, IReadOnlyList<UsgsRow> rows)
    {
        Source = source;
        HeaderRow = header;
        Columns = Distinct(header.Fields);
        Rows = rows;
    }

    /// <summary>The file as taken in.</summary>
    public SourceFile Source { get; }

    /// <summary>The header line.</summary>
    public UsgsRow HeaderRow { get; }

    /// <summary>Header names without blanks at their ends; a repeated name carries its number: <c>Price_dt [2]</c>.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Data rows that hold anything but blanks.</summary>
    public IReadOnlyList<UsgsRow> Rows { get; }

    /// <summary>First line of a file, or none when it is no text of a known encoding.</summary>
    public static string? FirstLine(SourceFile file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        int end = bytes.IndexOf((byte)'\n');
        return end < 0 || bytes[..end].Contains((byte)0) ? null : Decode(bytes[..end].TrimEnd((byte)'\r'));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableFileException">The file is empty or a line has an open quote.</exception>
    /// <exception cref="LayoutDriftException">A row has more or fewer fields than the header.</exception>
    public static UsgsFile Open(SourceFile file)
    {
        List<UsgsRow> rows = [];
        UsgsRow? header = null;
        int number = 0;
        for (ReadOnlyMemory<byte> rest = file.Bytes; rest.Length > 0;)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..(end + 1)];
            rest = rest[line.Length..];
            number++;
            UsgsRow row = new(number, line, Split(file.Name, number, Decode(line.Span.TrimEnd("\r\n"u8))));
            if (header is null)
            {
                header = row;
            }
            else if (row.Fields.Any(field => Clean(field).Length > 0))
            {
                rows.Add(row.Fields.Count == header.Fields.Count ? row : throw new LayoutDriftException(new Fault(
                    file.Name, Invariant($"line {number}"), Invariant($"{header.Fields.Count} fields"), Invariant($"{row.Fields.Count} fields"),
                    "check whether the file was cut off or edited")));
            }
        }

        return header is null
            ? throw new UnreadableFileException(new Fault(file.Name, "line 1", "a header", "an empty file", "fetch the file again"))
            : new UsgsFile(file, header, rows);
    }

    /// <summary>Text without blanks at its ends; blanks that do not break become plain ones.</summary>
    public static string Clean(string text) => text.Replace('\u00a0', ' ').Trim();

    /// <summary>Position of a column.</summary>
    /// <exception cref="LayoutDriftException">There is no such column.</exception>
    public int Column(string name)
    {
        for (int index = 0; index < Columns.Count; index++)
        {
            if (Columns[index] == name)
            {
                return index;
            }
        }

        throw new LayoutDriftException(new Fault(Source.Name, "header", name, string.Join(", ", Columns), "add the new layout to the reader"));
    }

    /// <summary>Place of a field.</summary>
    public SourceCell At(UsgsRow row, int column) => new(Source.Snapshot, Source.Name, null, row.Line, Columns[column]);

    /// <summary>Edition that the rows name in their first column (<c>MCS2025</c>).</summary>
    /// <exception cref="LayoutDriftException">The rows name none, or several.</exception>
    public int EditionOfRows()
    {
        List<string> named = [.. Rows.Select(row => Clean(row.Fields[0])).Distinct(StringComparer.Ordinal).Take(2)];
        return named is [{ Length: 7 } one] && one.StartsWith("MCS", StringComparison.Ordinal)
            && int.TryParse(one.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int edition)
            ? edition
            : throw new LayoutDriftException(new Fault(
                Source.Name, "column " + Columns[0], "one edition such as MCS2025", string.Join(", ", named), "check that the file is one edition's"));
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            // A line that is no UTF-8 is one of the 2026 file, which is Windows-1252; every byte has a meaning there.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(text);
        }
    }

    private static List<string> Split(string file, int number, string line)
    {
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int index = 0; index < line.Length; index++)
        {
            char character = line[index];
            if (quoted)
            {
                if (character != '"')
                {
                    field.Append(character);
                }
                else if (index + 1 < line.Length && line[index + 1] == '"')
                {
                    field.Append('"');
                    index++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (character == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (character == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return quoted
            ? throw new UnreadableFileException(new Fault(file, Invariant($"line {number}"), "a closing quote", "the end of the line", "fetch the file again"))
            : fields;
    }

    private static List<string> Distinct(IReadOnlyList<string> header)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<string> names = [];
        foreach (string name in header.Select(Clean))
        {
            int count = seen[name] = seen.GetValueOrDefault(name) + 1;
            names.Add(count == 1 ? name : Invariant($"{name} [{count}]"));
        }

        return names;
    }
}

/// <summary>One line.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Bytes">Bytes with the line's end.</param>
/// <param name="Fields">Fields as printed.</param>
internal sealed record UsgsRow(int Line, ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Fields)
{
    /// <summary>A field without blanks at its ends.</summary>
    public string this[int column] => UsgsFile.Clean(Fields[column]);
}
