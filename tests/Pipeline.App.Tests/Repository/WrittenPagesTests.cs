using System.Text.RegularExpressions;
using Pipeline.App.Api;
using Pipeline.App.Tests.Contract;

namespace Pipeline.App.Tests.Repository;

/// <summary>What README and runbook say of addresses and times is so.</summary>
public sealed partial class WrittenPagesTests
{
    private static readonly Page Readme = new("README.md");

    [Fact]
    public void Every_address_for_programs_and_the_portal_are_in_the_table_of_addresses()
    {
        string[][] rows = [.. Row().Matches(Readme.Text).Select(row => Address().Matches(row.Value).Select(address => Plain(address.Groups[1].Value)).ToArray())];
        IEnumerable<string> unnamed = RegisteredRoutes.All.Where(route => route.Name != "showDocs").Select(route => Plain("/api/" + route.Pattern)).Where(route => !rows.Any(row => IsNamed(route, row)));

        Assert.Empty(unnamed);
        Assert.Contains(rows, row => row[0] == "/api/portal");
        Assert.False(IsNamed("/api/v1/minerals/{}/prices", rows.Single(row => row[0] == "/api/v1/minerals")));
    }

    [Fact]
    public void The_option_that_opens_the_program_to_others_is_explained_with_its_condition() =>
        Assert.Matches(@"`--address`[^.]*\s*needs the settings of sign-in", Readme.Text);

    [Fact]
    public void The_runbook_gives_readers_as_long_as_answers_of_the_current_vintage_may_be_used_again()
    {
        Assert.Equal("private, max-age=300", CacheRule.Of(Freshness.Latest));
        Assert.Contains("a portal sees the new vintage within five minutes", new Page("infra/runbook.md").Text, StringComparison.Ordinal);
    }

    /// <summary>True when a row has the address in full, or its end behind an ellipsis that stands for what the row begins with.</summary>
    private static bool IsNamed(string route, string[] row) =>
        row.Any(address => address == route || (address[0] == '…' && route.StartsWith(row[0] + "/", StringComparison.Ordinal) && route.EndsWith(address[1..], StringComparison.Ordinal)));

    /// <summary>An address whose parameters have no names.</summary>
    private static string Plain(string address) => Parameter().Replace(address, "{}");

    [GeneratedRegex(@"(?<=\n)\| `(?:POST )?/api/[^|]*\|")]
    private static partial Regex Row();

    [GeneratedRegex("`(?:POST )?((?:…)?/[^`]*)`")]
    private static partial Regex Address();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
