using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers;

/// <summary>
/// Where a printed figure stands: the mineral and the path within its assessment. As text <c>cobalt/production-concentration/score</c>; a
/// figure of the vintage before is <c>cobalt@previous/production-concentration/score</c>, and one of all minerals <c>all/indicators/high/count</c>.
/// </summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Path">Path within its assessment.</param>
/// <param name="IsPrevious">True for the vintage before the one that the briefing belongs to.</param>
[JsonConverter(typeof(AsText))]
public sealed record FigureAddress(string Mineral, FigurePath Path, bool IsPrevious = false)
{
    /// <summary>Stands in the place of a mineral for figures of all of them together.</summary>
    public const string All = "all";

    private const string PreviousMark = "@previous";

    /// <summary>The address as text, by which it is parsed again.</summary>
    public string Text => $"{Mineral}{(IsPrevious ? PreviousMark : string.Empty)}/{Path}";

    /// <summary>True when the figure rests on the vintage before, alone or together with the briefing's own.</summary>
    public bool IsCompared => IsPrevious || Path.Words is [_, "change", ..] || (IsOfAll && Path.Words is ["changes", ..]);

    /// <summary>True when the figure rests on the vintage before as well, where there is one.</summary>
    public bool MayBeCompared => IsCompared || (IsOfAll && Path.Words is ["source-list", ..]);

    /// <summary>True for a figure of all minerals together.</summary>
    public bool IsOfAll => Mineral == All;

    /// <summary>True when the figure rests on the goal of self-sufficiency.</summary>
    public bool IsOfGoal => Path == FigurePath.Goal || Path == FigurePath.Gap || Path == FigurePath.UnratedCount;

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FigureAddressException">The text is no mineral and path.</exception>
    public static FigureAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int end = text.IndexOf('/', StringComparison.Ordinal);
        string head = end < 0 ? string.Empty : text[..end];
        bool isPrevious = head.EndsWith(PreviousMark, StringComparison.Ordinal);
        string mineral = isPrevious ? head[..^PreviousMark.Length] : head;
        return mineral.Length > 0 && FigurePath.TryParse(text[(end + 1)..], out FigurePath path)
            ? new FigureAddress(mineral, path, isPrevious)
            : throw new FigureAddressException(new Fault(
                "address of a figure", "text", "a mineral and a path, as cobalt/production-concentration/score", $"'{text}'", "give the address as the list of numbers states it"));
    }

    private sealed class AsText : JsonConverter<FigureAddress>
    {
        public override FigureAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Parse(reader.GetString() ?? string.Empty);
            }
            catch (FigureAddressException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, FigureAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}

/// <summary>The address of a figure leads nowhere: it is malformed, the assessment has no such figure, or what stands there is no single number.</summary>
public sealed class FigureAddressException(Fault fault) : PipelineException(fault);
