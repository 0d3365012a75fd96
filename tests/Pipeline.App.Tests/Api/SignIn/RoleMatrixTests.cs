using System.Text;
using Pipeline.App.Api;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Api.SignIn;

/// <summary>
/// Who may do what, asked of every route by every kind of caller with every method. The table beside this file is what is agreed: a route that is not
/// in it, or that answers anybody otherwise, fails.
/// </summary>
public sealed class RoleMatrixTests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];
    private static readonly string Table = RepositoryFolder.Path("tests", "Pipeline.App.Tests", "Api", "SignIn", "role-matrix.txt");

    private static readonly (string Name, string[]? Roles)[] Kinds =
    [
        ("no token", null), ("other roles", ["portal.reader", "Stockpile.Reader", "Pipeline.Operators"]), ("reader", ["Portal.Reader"]), ("operator", ["Pipeline.Operator"]),
        ("both", ["Portal.Reader", "Pipeline.Operator"]),
    ];

    [Fact]
    public async Task Every_route_answers_every_role_and_method_as_it_is_agreed()
    {
        string found = await AskedAsync();
        // For whoever adds a route: what the table would be, to be read before it is taken over.
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "role-matrix.txt"), found);

        Assert.Equal(await File.ReadAllTextAsync(Table), found);
    }

    [Fact]
    public async Task What_is_agreed_opens_the_ledger_to_no_reader_figures_to_no_mere_operator_and_health_and_styles_alone_to_all()
    {
        string[][] rows = [.. (await File.ReadAllLinesAsync(Table)).Skip(2).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        string[][] closed = [.. rows.Where(row => !Begins(row, "health/", "portal/styles/"))];

        Assert.NotEmpty(closed);
        Assert.All(closed, row => Assert.Equal(("401", "403"), (row[2], row[3])));
        Assert.All(closed, row => Assert.Equal("403", row[Begins(row, "v1/runs", "v1/queues", "v1/timers", "v1/quarantine", "portal/runs", "portal/quarantine") ? 4 : 5]));

        static bool Begins(string[] row, params string[] prefixes) => prefixes.Any(prefix => row[0].StartsWith(prefix, StringComparison.Ordinal));
    }

    private static async Task<string> AskedAsync()
    {
        await using PlayedDirectory directory = await PlayedDirectory.StartAsync();
        IReadOnlyList<ApiRoute> routes = await StubbedApi.RegistryAsync();
        await using StubbedApi api = await StubbedApi.StartAsync(routes, CallerSource.Unknown, directory);
        string?[] tokens = [.. Kinds.Select(kind => kind.Roles is null ? null : directory.Token(kind.Roles))];
        StringBuilder table = new();
        string[] patterns = [.. routes.Select(route => route.Pattern).Distinct().Order(StringComparer.Ordinal)];
        int wide = patterns.Max(pattern => pattern.Length);
        table.Append($"{"address".PadRight(wide)}  {"methods",-32}  {string.Join("  ", Kinds.Select(kind => kind.Name.PadRight(11)))}".TrimEnd()).Append('\n');
        table.Append("2xx let in, 401 not signed in, 403 role lacks, 405 no such method\n");
        foreach (string pattern in patterns)
        {
            List<(string Method, string Answers)> lines = [];
            foreach (string method in Methods)
            {
                string[] answers = await Task.WhenAll(tokens.Select(token => StatusAsync(api, method, pattern, token)));
                lines.Add((method, string.Join("  ", answers.Select(answer => answer.PadRight(11))).TrimEnd()));
            }

            foreach (IGrouping<string, (string Method, string Answers)> same in lines.GroupBy(line => line.Answers))
            {
                table.Append($"{pattern.PadRight(wide)}  {string.Join(' ', same.Select(line => line.Method)),-32}  {same.Key}\n");
            }
        }

        return table.ToString();
    }

    private static async Task<string> StatusAsync(StubbedApi api, string method, string pattern, string? token)
    {
        using HttpResponseMessage answer = await api.SendAsync(method, "/api/" + pattern.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal), token);
        int status = (int)answer.StatusCode;
        return status is >= 200 and < 300 ? "2xx" : $"{status}";
    }
}
