using System.Text;
using System.Text.Json;

namespace Pipeline.Indicators.Parameters;

/// <summary>Lines of a parameter file, so that a fault inside a table names the line that an editor shows.</summary>
internal static class ParameterLines
{
    // List of parameters, parameter, its values, dated value: the members of that last one.
    private const int DepthOfValue = 4;
    private const int DepthOfRow = 1;

    /// <summary>Lines, from 1, on which the dated values of a well-formed file begin, in the order of the file.</summary>
    internal static IReadOnlyList<int> OfValues(string json) => [.. Of(json, DepthOfValue, "value")];

    /// <summary>Lines below the first one of a table at which one of its rows begins.</summary>
    internal static int OfRow(JsonElement table, string key) => Of(table.GetRawText(), DepthOfRow, key).First() - 1;

    private static List<int> Of(string json, int depth, string member)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(text);
        List<int> lines = [];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth && reader.ValueTextEquals(member))
            {
                reader.Read();
                lines.Add(text.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
            }
        }

        return lines;
    }
}
