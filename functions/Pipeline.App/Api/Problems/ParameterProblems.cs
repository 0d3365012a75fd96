using Pipeline.App.Settings;

namespace Pipeline.App.Api;

/// <summary>The problems of query parameters and headers. They name known parameters and values, and never what was sent.</summary>
internal static class ParameterProblems
{
    /// <summary>Unknown names, and bad values of a parameter, that are told of: a caller who sends more than these reads the list of known ones.</summary>
    private const int MostTold = 10;

    /// <summary>Every fault of a query, or none: names that are not known, values that are given twice or are not taken.</summary>
    public static ApiProblem? Check(IQueryCollection query, IReadOnlyList<ApiParameter> known)
    {
        if (query.Count == 0)
        {
            return null;
        }

        string[] names = [.. known.Select(parameter => parameter.Name)];
        ProblemPlace[] unknown = [.. query.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal).Select(name => Unknown(name, names)).Take(MostTold)];
        ProblemPlace[] places = [.. unknown, .. known.Where(parameter => query.ContainsKey(parameter.Name)).SelectMany(parameter => Faults(parameter, query[parameter.Name]))];
        return places.Length == 0 ? null : new ApiProblem(unknown.Length > 0 ? ProblemKinds.UnknownParameter : ProblemKinds.BadParameter, places[0].Detail) { Places = places };
    }

    /// <summary>A value that a parameter does not take, found by its route.</summary>
    public static ApiProblem Bad(string name, Bilingual expected)
    {
        ProblemPlace place = Place(name, "value", Expected(name, expected, string.Empty));
        return new ApiProblem(ProblemKinds.BadParameter, place.Detail) { Places = [place] };
    }

    /// <summary>Parameters that exclude each other or need each other.</summary>
    public static ApiProblem Together(string name, Bilingual detail) => new(ProblemKinds.BadParameter, detail) { Places = [Place(name, "combination", detail)] };

    private static IEnumerable<ProblemPlace> Faults(ApiParameter parameter, Microsoft.Extensions.Primitives.StringValues written)
    {
        if (written.Count != 1)
        {
            Bilingual once = parameter.IsList
                ? new($"'{parameter.Name}' は一度だけ、値をコンマで区切って指定してください。", $"'{parameter.Name}' is given once, its values with commas between.")
                : new($"'{parameter.Name}' は一度だけ指定してください。", $"'{parameter.Name}' is given once.");
            return [Place(parameter.Name, "repeated", once)];
        }

        return parameter.Split(written[0]!).Where(value => !parameter.Rule.Accepts(value)).Take(MostTold)
            .Select(value => Place(parameter.Name, "value", Expected(parameter.Name, parameter.Rule.Expected, parameter.Rule.Hint(value))));
    }

    private static ProblemPlace Unknown(string name, string[] known)
    {
        string? near = NearestName.Find(name, known);
        Bilingual detail = known.Length == 0
            ? new("このアドレスにパラメータはありません。", "This address takes no query parameters.")
            : new(
                $"知らないパラメータです。{(near is null ? string.Empty : $"'{near}' のことでしょうか。")}使えるパラメータ：{string.Join("、", known)}。",
                $"The parameter is not known{(near is null ? "." : $"; did you mean '{near}'?")} Known parameters: {string.Join(", ", known)}.");
        return new ProblemPlace("unknown", detail) { Expected = near };
    }

    private static Bilingual Expected(string name, Bilingual expected, string near) => new(
        $"'{name}' の値が正しくありません。{(near.Length == 0 ? string.Empty : $"'{near}' のことでしょうか。")}{expected.Ja}。",
        $"'{name}' takes {expected.En}{(near.Length == 0 ? "." : $"; did you mean '{near}'?")}");

    private static ProblemPlace Place(string name, string code, Bilingual detail) => new(code, detail) { Parameter = name };
}
