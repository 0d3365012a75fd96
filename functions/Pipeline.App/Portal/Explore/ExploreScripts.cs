using System.Text.RegularExpressions;
using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>The scripts of the one page that has any: the library that draws, and what hands it the table of the page.</summary>
internal static partial class ExploreScripts
{
    private static readonly HashedFile[] Files = [new("scripts", "echarts", "js", MediaForm.Script), new("scripts", "explore", "js", MediaForm.Script)];

    /// <summary>Where they are, in the order in which they run.</summary>
    public static IReadOnlyList<string> Addresses { get; } = [.. Files.Select(file => file.Address)];

    /// <summary>Their route.</summary>
    public static ApiRoute Route { get; } = new("portal/scripts/{file}", Access.Reader, "showPortalScripts", new("探索ページのスクリプト。", "A script of the page for exploring."), request => Task.FromResult<IResult>(
        (IResult?)Files.Select(file => file.Find(request.Path("file"))).FirstOrDefault(found => found is not null) ?? ApiProblems.NoSuchAddress()))
    {
        Path = [new("file", new("スクリプトの名前。ページが指す。", "Name of the script, to which the page leads."), new ShapeRule(Shape(), new("ページが指す名前", "the name that the page leads to")))],
        Success = AnswerForm.Of(MediaForm.Script), Problems = [ProblemKinds.NotFound], Freshness = Freshness.Pinned,
    };

    [GeneratedRegex("^[a-z]+-[0-9a-f]{12}\\.js$")]
    private static partial Regex Shape();
}
