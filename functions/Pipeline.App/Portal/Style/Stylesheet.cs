using System.Text.RegularExpressions;
using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>The one stylesheet of the portal.</summary>
internal static partial class Stylesheet
{
    private static readonly HashedFile File = new("styles", "portal", "css", MediaForm.Css);

    /// <summary>Where it is.</summary>
    public static string Address => File.Address;

    /// <summary>Its route; it says nothing of the data, and the page for those who have not signed in needs it.</summary>
    public static ApiRoute Route { get; } = new("portal/styles/{file}", Access.Anonymous, "showPortalStyles", new("ポータルの体裁。", "The stylesheet of the portal."), request => Task.FromResult<IResult>(
        (IResult?)File.Find(request.Path("file")) ?? ApiProblems.NoSuchAddress()))
    {
        Path = [new("file", new("体裁のファイルの名前。各ページが指す。", "Name of the stylesheet, to which every page leads."), new ShapeRule(Shape(), new("ページが指す名前", "the name that pages lead to")))],
        Success = AnswerForm.Of(MediaForm.Css), Problems = [ProblemKinds.NotFound], Freshness = Freshness.Pinned,
    };

    [GeneratedRegex("^portal-[0-9a-f]{12}\\.css$")]
    private static partial Regex Shape();
}
