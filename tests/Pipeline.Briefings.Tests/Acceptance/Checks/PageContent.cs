using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Briefings.Tests.Acceptance;

/// <summary>The drawing operators of a page, read for what they mark and which text they show.</summary>
/// <param name="Marks">Text by number of the marked content.</param>
/// <param name="ArtifactText">Text that is no part of the document: frame, repeated headers.</param>
/// <param name="Faults">What is painted outside of marked content, or marked within another mark.</param>
/// <param name="Codes">Codes of the characters shown, by resource name of the font.</param>
internal sealed partial record PageContent(
    IReadOnlyDictionary<int, string> Marks, string ArtifactText, IReadOnlyList<string> Faults, IReadOnlyList<(string Font, int Code)> Codes)
{
    private static readonly HashSet<string> Painting = ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", "\"", "sh", "Do"];

    /// <summary>Reads the operators. The writer puts text in hexadecimal, so that blanks separate all tokens.</summary>
    public static PageContent Read(byte[] data, IReadOnlyDictionary<string, CharacterCodes> fonts)
    {
        var content = Encoding.ASCII.GetString(data);
        Assert.DoesNotContain('(', content);
        var marks = new SortedDictionary<int, string>();
        var (artifacts, faults, codes) = (new StringBuilder(), new List<string>(), new List<(string, int)>());
        var operands = new List<string>();
        var (depth, font) = (0, "");
        int? mark = null;
        foreach (var token in content.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsAsciiLetter(token[0]) && token is not ("'" or "\""))
            {
                operands.Add(token);
                continue;
            }
            if (depth == 0 && Painting.Contains(token)) faults.Add($"'{token}' paints outside marked content");
            switch (token)
            {
                case "BDC" or "BMC":
                    if (++depth > 1) faults.Add($"'{operands[0]}' is marked inside another mark");
                    mark = operands is [_, "<</MCID", var number] ? int.Parse(number.TrimEnd('>'), CultureInfo.InvariantCulture) : null;
                    if (mark is { } next && !marks.TryAdd(next, "")) faults.Add($"mark {next} twice");
                    if (mark is null && operands[0] != "/Artifact") faults.Add($"'{operands[0]}' is neither artifact nor marked");
                    break;
                case "EMC":
                    depth--;
                    break;
                case "Tf":
                    font = operands[^2];
                    break;
                case "Tj" or "TJ":
                    foreach (var code in Strings().Matches(string.Concat(operands)).SelectMany(match => match.Groups[1].Value.Chunk(4)))
                    {
                        codes.Add((font, int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
                        var text = fonts[font].TextOf(codes[^1].Item2) ?? "\uFFFD";
                        if (mark is { } current) marks[current] += text;
                        else artifacts.Append(text);
                    }
                    break;
                default:
                    break;
            }
            operands.Clear();
        }
        if (depth != 0) faults.Add("a mark is not ended");
        return new PageContent(marks, artifacts.ToString(), faults, codes);
    }

    [GeneratedRegex("<([0-9A-F]+)>")]
    private static partial Regex Strings();
}

/// <summary>The way from the codes of a font back to text.</summary>
internal sealed partial class CharacterCodes
{
    private readonly Dictionary<int, string> texts;

    private CharacterCodes(Dictionary<int, string> texts) => this.texts = texts;

    /// <summary>All texts that a code stands for.</summary>
    public IReadOnlyCollection<string> Texts => texts.Values;

    /// <summary>Text of a code, or none.</summary>
    public string? TextOf(int code) => texts.GetValueOrDefault(code);

    /// <summary>Reads a ToUnicode map of ranges that list their texts.</summary>
    public static CharacterCodes Read(byte[] map)
    {
        var texts = new Dictionary<int, string>();
        foreach (Match range in Range().Matches(Encoding.ASCII.GetString(map)))
        {
            var code = int.Parse(range.Groups["first"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            foreach (Capture text in range.Groups["text"].Captures) texts.TryAdd(code++, Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text.ValueSpan)));
        }
        return new CharacterCodes(texts);
    }

    [GeneratedRegex("^<(?<first>[0-9A-F]{4})> <[0-9A-F]{4}> \\[(?:<(?<text>(?:[0-9A-F]{4})+)>)+\\]$", RegexOptions.Multiline)]
    private static partial Regex Range();
}
