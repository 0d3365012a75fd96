using Pipeline.Infrastructure.Tests.Templates;

namespace Pipeline.Infrastructure.Tests.Rules;

/// <summary>Modules are files of this folder; each is given exactly its parameters and asked for no output that it has not.</summary>
internal static class ModuleRule
{
    public static IEnumerable<string> Findings(TemplateFolder folder) =>
        folder.Files.SelectMany(file => file.Modules.SelectMany(module => Parameters(folder, file, module)).Concat(Outputs(folder, file)).Concat(ParameterFile(folder, file)));

    private static IEnumerable<string> Parameters(TemplateFolder folder, Template file, Deployed module)
    {
        var target = folder.Named(file, module.Type);
        return target is null
            ? [$"{file.Place(module.Node)}: there is no file '{module.Type}' in this repository"]
            : Given(folder, file, module.Node, target, module.Body.At("params")?.Properties ?? []);
    }

    private static IEnumerable<string> ParameterFile(TemplateFolder folder, Template file)
    {
        if (!file.IsParameterFile) return [];
        return file.Using is { } path && folder.Named(file, path) is { } target
            ? Given(folder, file, file.Root, target, file.Variables.Select(one => (one.Name, one.Value!)))
            : [$"{file.Path}: its template is not there"];
    }

    private static IEnumerable<string> Given(TemplateFolder folder, Template file, Node place, Template target, IEnumerable<(string Name, Node Value)> given)
    {
        var values = given.ToList();
        foreach (var missing in target.Parameters.Where(one => one.Value is null && values.All(value => value.Name != one.Name)))
            yield return $"{file.Place(place)}: parameter '{missing.Name}' of {target.Path} is not given";

        foreach (var (name, value) in values)
        {
            if (target.Parameters.FirstOrDefault(one => one.Name == name) is not { } parameter)
                yield return $"{file.Place(value)}: {target.Path} has no parameter '{name}'";
            else
                foreach (var finding in TypeRule.Misfits(new(folder, file, target), value, parameter.Type!, parameter.Decorators, name)) yield return finding;
        }
    }

    private static IEnumerable<string> Outputs(TemplateFolder folder, Template file)
    {
        foreach (var expression in file.Root.All("member_expression"))
        {
            var (root, names) = expression.Chain();
            if (root.Type != "identifier" || file.Modules.FirstOrDefault(one => one.Name == root.Text) is not { } module) continue;
            if (names[0] is not "outputs") yield return $"{file.Place(expression)}: a module has outputs, and no '{names[0]}'";
            else if (names.Count > 1 && folder.Named(file, module.Type)?.Outputs.Any(output => output.Name == names[1]) == false)
                yield return $"{file.Place(expression)}: {module.Type} has no output '{names[1]}'";
        }
    }
}
