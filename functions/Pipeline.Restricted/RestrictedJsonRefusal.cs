using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.Restricted;

/// <summary>Refuses to write or read a restricted value as JSON: a file, an answer or a log entry that holds one must not come about by accident.</summary>
internal sealed class RestrictedJsonRefusal : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Refusal<>).MakeGenericType(typeToConvert))!;

    private sealed class Refusal<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Refused();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw Refused();

        private static RefusedException Refused() => new(new Fault(
            "restricted value", "JSON", "a purpose for which the value is revealed", "an attempt to serialise it", "reveal the value for a purpose and store it where only its readers can see it"));
    }
}
