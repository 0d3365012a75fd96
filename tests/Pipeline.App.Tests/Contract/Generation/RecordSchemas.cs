using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>
/// JSON Schemas of the records that answers are written from and bodies are read as, each under its own name. What a record leaves out when it is
/// missing is not required and never null; answers may get members later, so only bodies are closed.
/// </summary>
internal sealed class RecordSchemas(RecordDocumentation documentation)
{
    private readonly SortedDictionary<string, (Type Type, JsonNode? Schema)> named = new(StringComparer.Ordinal);
    private readonly HashSet<Type> bodies = [];
    private readonly Queue<Type> open = new();

    /// <summary>Types and members that nothing is said of: <c>MineralSummary.symbol</c>.</summary>
    public SortedSet<string> Undocumented { get; } = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of a body.</summary>
    public JsonObject ReferenceToBody(Type type)
    {
        bodies.Add(type);
        return Reference(type);
    }

    /// <summary>A reference to the schema of a type.</summary>
    public JsonObject Reference(Type type)
    {
        if (!named.TryGetValue(type.Name, out (Type Type, JsonNode? Schema) known))
        {
            named.Add(type.Name, (type, null));
            open.Enqueue(type);
        }
        else if (known.Type != type)
        {
            throw new InvalidOperationException($"Two types of the contract are called {type.Name}: {known.Type.FullName} and {type.FullName}. Rename one.");
        }

        return Reference(type.Name);
    }

    /// <summary>A reference to a schema by its name.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    /// <summary>All schemas that are referred to, by name.</summary>
    public JsonObject All()
    {
        while (open.TryDequeue(out Type? type))
        {
            named[type.Name] = (type, Schema(type));
        }

        return new JsonObject(named.Select(one => KeyValuePair.Create(one.Key, one.Value.Schema)));
    }

    private JsonNode Schema(Type type) => PipelineJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Described(type, context, schema),
    });

    private JsonObject Described(Type root, JsonSchemaExporterContext context, JsonNode exported)
    {
        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        bool isRoot = context.Path.IsEmpty;
        bool hasName = type.IsEnum || (context.TypeInfo.Kind == JsonTypeInfoKind.Object && context.BaseTypeInfo is null);
        JsonObject schema = !isRoot && hasName ? Reference(type) : Plain(type, exported);
        if (!schema.ContainsKey("$ref"))
        {
            if (type.IsEnum)
            {
                schema = Words(type);
            }
            else if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            {
                Complete(root, context.TypeInfo, schema);
            }
        }

        if (context.PropertyInfo is { } property)
        {
            return Member(property, schema);
        }

        return isRoot ? WithDescription(schema, documentation.Of(type), type.Name) : schema;
    }

    /// <summary>The exported schema without null, which is never written, and with a type where a converter of ours writes text.</summary>
    private static JsonObject Plain(Type type, JsonNode exported)
    {
        if (exported is not JsonObject schema)
        {
            return type == typeof(JsonElement) || type == typeof(object) ? [] : new JsonObject { ["type"] = "string" };
        }

        if (schema["type"] is JsonArray types)
        {
            string[] rest = [.. types.Select(one => one!.GetValue<string>()).Where(one => one != "null")];
            schema["type"] = rest.Length == 1 ? rest[0] : new JsonArray([.. rest.Select(one => JsonValue.Create(one))]);
        }

        if ((string?)schema["type"] == "array" && !schema.ContainsKey("items"))
        {
            schema["items"] = new JsonObject { ["type"] = "string" };
        }

        schema.Remove("default");
        return schema;
    }

    private JsonObject Words(Type type)
    {
        string[] names = [.. Enum.GetNames(type)];
        string Code(string name) => JsonSerializer.SerializeToElement(Enum.Parse(type, name), type, PipelineJson.Options).GetString()!;
        IEnumerable<string> meanings = names.Select(name => (Code: Code(name), Meaning: documentation.Of(type.GetField(name)!))).Where(one => one.Meaning is not null).Select(one => $"'{one.Code}': {one.Meaning}");
        JsonObject schema = new() { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(Code(name)))]) };
        return WithDescription(schema, string.Join(' ', [documentation.Of(type) ?? string.Empty, .. meanings]).Trim(), type.Name);
    }

    private void Complete(Type root, JsonTypeInfo info, JsonObject schema)
    {
        bool isBody = bodies.Contains(root);
        JsonPropertyInfo[] required = [.. info.Properties.Where(property => property.Get is not null && (isBody ? property.IsRequired || Demand<RequiredAttribute>(property) is not null : IsAlwaysWritten(property)))];
        schema.Remove("required");
        if (!isBody)
        {
            schema.Remove("additionalProperties");
        }

        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(property => JsonValue.Create(property.Name))]);
        }
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) => Condition(property) switch
    {
        JsonIgnoreCondition.Never => true,
        JsonIgnoreCondition.WhenWritingDefault => false,
        _ => !property.IsGetNullable,
    };

    private static JsonIgnoreCondition? Condition(JsonPropertyInfo property) => property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true).OfType<JsonIgnoreAttribute>().FirstOrDefault()?.Condition;

    private JsonObject Member(JsonPropertyInfo property, JsonObject schema)
    {
        MemberInfo member = (MemberInfo)property.AttributeProvider!;
        string place = $"{property.DeclaringType.Name}.{property.Name}";
        if (property.IsGetNullable && Condition(property) == JsonIgnoreCondition.Never)
        {
            schema = OrNull(schema);
        }

        if (bodies.Contains(property.DeclaringType))
        {
            AddDemands(property, schema);
        }

        // Where the member says nothing of its own, what it holds does.
        return documentation.Of(member) is null && schema.ContainsKey("$ref") ? schema : WithDescription(schema, documentation.Of(member), place);
    }

    /// <summary>Adds what a body's member may hold; the program itself refuses the rest, with its own words.</summary>
    private static void AddDemands(JsonPropertyInfo property, JsonObject schema)
    {
        if (Demand<AllowedValuesAttribute>(property) is { } values)
        {
            schema["enum"] = new JsonArray([.. values.Values.Select(value => JsonValue.Create((string?)value))]);
        }

        if (Demand<RegularExpressionAttribute>(property) is { } shape)
        {
            schema["pattern"] = shape.Pattern;
        }

        if (Demand<StringLengthAttribute>(property) is { } length)
        {
            (schema["minLength"], schema["maxLength"]) = (length.MinimumLength, length.MaximumLength);
        }
    }

    private static T? Demand<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is not JsonValue type || schema.ContainsKey("enum"))
        {
            return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        return schema;
    }

    private JsonObject WithDescription(JsonObject schema, string? description, string place)
    {
        if (string.IsNullOrEmpty(description))
        {
            Undocumented.Add(place);
            return schema;
        }

        // First, so that a reader meets the meaning before the form.
        schema.Remove("description");
        schema.Insert(0, "description", description);
        return schema;
    }
}
