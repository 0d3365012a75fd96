using System.Globalization;
using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>
/// What is given fits the declared type, as far as it can be seen from the text: properties, closed lists, limits, kinds of literals.
/// What is asked of a parameter or variable is a property of it.
/// </summary>
internal static class TypeRule
{
    /// <summary>Where a value stands, and where its type is declared.</summary>
    internal sealed record Context(TemplateFolder Folder, Template ValueFile, Template TypeFile);

    public static IEnumerable<string> Findings(TemplateFolder folder) =>
        folder.Files.SelectMany(file => Members(folder, file).Concat(Defaults(folder, file)).Concat(Untyped(file)));

    /// <summary>What of a value does not fit a type.</summary>
    public static IEnumerable<string> Misfits(Context context, Node value, Node type, IReadOnlyList<Node> decorators, string name)
    {
        var declared = Resolve(context.Folder, context.TypeFile, type);
        var inside = context with { TypeFile = declared.File };
        var place = context.ValueFile.Place(value);
        return (value.Type, declared.Type.Type) switch
        {
            ("object", "object") => Properties(inside, value, declared.Type, name),
            ("array", "array_type") => [.. Limits(place, name, value.Parts.Count, decorators, "Length"),
                .. value.Parts.SelectMany(element => Misfits(inside, element, declared.Type.Parts[0], [], name + "[]"))],
            ("string", "union_type") when value.Literal is { } text => Choice(place, name, $"'{text}'", declared.Type),
            ("number", "union_type") => Choice(place, name, value.Text, declared.Type),
            ("string", "primitive_type") when declared.Type.Text == "string" =>
                value.Literal is { } text ? Limits(place, name, text.Length, decorators, "Length") : [],
            ("number", "primitive_type") when declared.Type.Text == "int" =>
                Limits(place, name, int.Parse(value.Text, CultureInfo.InvariantCulture), decorators, "Value"),
            ("boolean", "primitive_type") when declared.Type.Text == "bool" => [],
            ("string" or "number" or "boolean" or "object" or "array" or "null", not "member_expression") =>
                [$"{place}: '{name}' takes {declared.Type.Text.Split('\n')[0]}, not {value.Text.Split('\n')[0]}"],
            ("identifier", _) => OfName(context, value, type, name),
            _ => [],
        };
    }

    /// <summary>A variable is as good as its value; a parameter must be of the same type.</summary>
    private static IEnumerable<string> OfName(Context context, Node value, Node type, string name)
    {
        if (context.ValueFile.Variables.FirstOrDefault(one => one.Name == value.Text)?.Value is { } meant) return Misfits(context, meant, type, [], name);
        var own = context.ValueFile.Parameters.FirstOrDefault(one => one.Name == value.Text)?.Type;
        return own is null || own.Text == type.Text ? [] : [$"{context.ValueFile.Place(value)}: '{name}' takes {type.Text}, not '{value.Text}', which is {own.Text}"];
    }

    private static IEnumerable<string> Properties(Context context, Node value, Node type, string name)
    {
        var given = value.Properties.ToList();
        foreach (var (property, decorators) in Fields(type))
        {
            var found = given.FirstOrDefault(one => one.Name == property.Name);
            if (found.Value is null) yield return $"{context.ValueFile.Place(value)}: '{name}.{property.Name}' is not given";
            else foreach (var misfit in Misfits(context, found.Value, property.Value, decorators, $"{name}.{property.Name}")) yield return misfit;
        }

        foreach (var (unknown, node) in given.Where(one => Fields(type).All(field => field.Property.Name != one.Name)))
            yield return $"{context.ValueFile.Place(node)}: '{name}' has no property '{unknown}'";
    }

    /// <summary>Properties of an object type, each with the decorators that stand before it.</summary>
    private static IEnumerable<((string Name, Node Value) Property, IReadOnlyList<Node> Decorators)> Fields(Node type)
    {
        IReadOnlyList<Node> decorators = [];
        foreach (var part in type.Parts)
        {
            if (part.Type == "decorators") decorators = [.. part.Parts.Select(one => one.Parts[0])];
            else
            {
                yield return ((part.Parts[0].Text, part.Parts[1]), decorators);
                decorators = [];
            }
        }
    }

    private static IEnumerable<string> Choice(string place, string name, string value, Node union) =>
        union.All().Any(one => one.Text == value) ? [] : [$"{place}: '{name}' is one of {union.Text}, not {value}"];

    private static IEnumerable<string> Limits(string place, string name, int found, IReadOnlyList<Node> decorators, string what)
    {
        if (Limit("min" + what) is { } least && found < least) yield return $"{place}: '{name}' is {found}, less than {least}";
        if (Limit("max" + what) is { } most && found > most) yield return $"{place}: '{name}' is {found}, more than {most}";

        int? Limit(string decorator) => decorators.FirstOrDefault(one => one.Parts[0].Text == decorator) is { } one
            ? int.Parse(one.Parts[1].Parts[0].Text, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Follows a name, through imports, to what it stands for.</summary>
    private static (Template File, Node Type) Resolve(TemplateFolder folder, Template file, Node type)
    {
        while (type.Type == "type") type = type.Parts[0];
        if (type.Type != "identifier") return (file, type);
        if (file.Types.FirstOrDefault(one => one.Name == type.Text)?.Value is { } own) return Resolve(folder, file, own);
        return file.Imports.FirstOrDefault(one => one.LocalName == type.Text) is { } import && folder.Named(file, import.Path) is { } source
            && source.Types.FirstOrDefault(one => one.Name == import.Name)?.Value is { } taken
            ? Resolve(folder, source, taken)
            : (file, type);
    }

    private static IEnumerable<string> Members(TemplateFolder folder, Template file)
    {
        foreach (var expression in file.Root.All("member_expression").Where(one => one.Parts[0].Type == "identifier"))
        {
            var (root, names) = expression.Chain();
            if (Shape(folder, file, root.Text) is { } shape && shape.Properties.Concat(Fields(shape).Select(one => one.Property)).All(one => one.Name != names[0]))
                yield return $"{file.Place(expression)}: '{root.Text}' has no property '{names[0]}'";
        }
    }

    /// <summary>The object, or object type, that a name stands for, where that can be told from the text.</summary>
    private static Node? Shape(TemplateFolder folder, Template file, string name)
    {
        if (file.Parameters.FirstOrDefault(one => one.Name == name)?.Type is { } type)
            return Resolve(folder, file, type).Type is { Type: "object" } declared ? declared : null;

        var value = file.Variables.FirstOrDefault(one => one.Name == name)?.Value;
        var loop = file.Root.All("for_statement").FirstOrDefault(one => References.LoopNames(one).First() == name);
        if (loop is not null) value = file.Variables.FirstOrDefault(one => one.Name == loop.Parts[^2].Text)?.Value?.Parts is [var first, ..] ? first : null;
        return value is { Type: "object" } ? value : null;
    }

    private static IEnumerable<string> Defaults(TemplateFolder folder, Template file) => file.Parameters
        .Where(one => one.Value is not null)
        .SelectMany(one => Misfits(new(folder, file, file), one.Value!, one.Type!, one.Decorators, one.Name));

    private static IEnumerable<string> Untyped(Template file) => file.Parameters
        .Where(one => one.Type!.Text is "object" or "array")
        .Select(one => $"{file.Place(one.Node)}: parameter '{one.Name}' may be anything; give it a type");
}
