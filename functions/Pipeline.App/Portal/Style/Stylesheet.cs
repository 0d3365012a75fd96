using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>The one stylesheet of the portal. Its address names its bytes, so that a copy of it is good for ever.</summary>
internal static partial class Stylesheet
{
    private static readonly byte[] Bytes = Load();

    private static readonly string File = $"portal-{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 6))}.css";

    private static readonly PreparedAnswer Answer = new(new Representation(MediaForm.Css, Bytes), Freshness.Pinned);

    /// <summary>Where it is.</summary>
    public static string Address { get; } = $"{PortalAddress.Root}/styles/{File}";

    /// <summary>Its route; it says nothing of the data, and the page for those who have not signed in needs it.</summary>
    public static ApiRoute Route { get; } = new("portal/styles/{file}", Access.Anonymous, "showPortalStyles", new("ポータルの体裁。", "The stylesheet of the portal."), request => Task.FromResult<IResult>(
        request.Path("file") == File ? Answer : ApiProblems.NoSuchAddress()))
    {
        Path = [new("file", new("体裁のファイルの名前。各ページが指す。", "Name of the stylesheet, to which every page leads."), new ShapeRule(Shape(), new("ページが指す名前", "the name that pages lead to")))],
        Success = AnswerForm.Of(MediaForm.Css), Problems = [ProblemKinds.NotFound], Freshness = Freshness.Pinned,
    };

    [GeneratedRegex("^portal-[0-9a-f]{12}\\.css$")]
    private static partial Regex Shape();

    private static byte[] Load()
    {
        using Stream stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("portal.css")!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
