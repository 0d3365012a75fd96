using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pipeline.App.Tests.Contract.Generation;

/// <summary>What the code says of its own types and members: the documentation files that the compiler leaves beside the assemblies.</summary>
internal sealed partial class RecordDocumentation
{
    private readonly Dictionary<string, XElement> members = [];

    /// <summary>The documentation of every assembly of the project.</summary>
    public static RecordDocumentation Load()
    {
        RecordDocumentation documentation = new();
        foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "Pipeline.*.xml").Order(StringComparer.Ordinal))
        {
            foreach (XElement member in XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
            {
                documentation.members[member.Attribute("name")!.Value] = member;
            }
        }

        return documentation;
    }

    /// <summary>Summary of a type, or none.</summary>
    public string? Of(Type type) => Summary("T:" + NameOf(type));

    /// <summary>Summary of a property, its own or the parameter of its record, or of a value of an enumeration; or none.</summary>
    public string? Of(MemberInfo member) => Summary($"{(member is FieldInfo ? 'F' : 'P')}:{NameOf(member.DeclaringType!)}.{member.Name}");

    private string? Summary(string name) =>
        members.TryGetValue(name, out XElement? member) && member.Element("summary") is { } summary ? Blanks().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim() : null;

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => see.Attribute("cref") is { } target ? Name(target.Value) : see.Attribute("langword")!.Value,
        XElement { Name.LocalName: "paramref" } parameter => Camel(parameter.Attribute("name")!.Value),
        XElement { Name.LocalName: "c" } code => $"'{code.Value}'",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => string.Empty,
    };

    /// <summary>The last part of a reference, written as in JSON.</summary>
    private static string Name(string reference) => reference.StartsWith("T:", StringComparison.Ordinal) ? LastPart(reference) : Camel(LastPart(reference));

    private static string LastPart(string reference) => reference[(reference.LastIndexOf('.') + 1)..];

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
