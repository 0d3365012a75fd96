using Pipeline.App.Portal;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Api;

/// <summary>The page on a kind of problem: what it means and what a caller can do.</summary>
internal static class ProblemKindPage
{
    private static readonly Bilingual Status = new("HTTP の状態", "HTTP status");
    private static readonly Bilingual Kind = new("種類（type）", "Kind (type)");
    private static readonly Bilingual Remedy = new("できること", "What you can do");
    private static readonly Bilingual Report = new(
        "直らないときは、回答の traceId を運用担当に伝える。", "If that does not help, tell the operators the traceId of the answer.");

    /// <summary>Address of the page of a kind.</summary>
    public static PortalAddress Address(ProblemKind kind) => new(kind.Address);

    /// <summary>The page.</summary>
    public static PortalPage Of(ProblemKind kind, Language language)
    {
        Voice voice = new(language);
        return new PortalPage(language, Address(kind), voice.Say(kind.Title),
        [
            Terms([(voice.Say(Kind), Tag("code", kind.Address)), (voice.Say(Status), FormattableString.Invariant($"{kind.Status}"))]),
            Tag("h2", voice.Say(Remedy)),
            Tag("p", voice.Say(kind.Remedy)),
            Tag("p", voice.Say(Report)),
            Tag("p", voice.To(DocsPage.Address with { Anchor = "errors" }, DocsPage.Title)),
        ])
        { Above = [(DocsPage.Address, voice.Say(DocsPage.Title))] };
    }
}
