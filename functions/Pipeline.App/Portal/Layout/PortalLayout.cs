using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What every page has around its content: the way past it, the menu, the other language, where the reader is, and which vintage speaks.</summary>
internal static class PortalLayout
{
    private static readonly Bilingual Name = new("重要鉱物の供給リスク", "Supply risk of critical minerals");
    private static readonly Bilingual Skip = new("本文へ移動", "Skip to the content");
    private static readonly Bilingual Menu = new("主なページ", "Main pages");
    private static readonly Bilingual Where = new("現在の位置", "You are here");
    private static readonly Bilingual Top = new("このページの先頭へ", "Top of the page");
    private static readonly Bilingual Operators = new("運用担当者向けのページ", "For operators");
    private static readonly Bilingual Direction = new("リスクの値は 0（低い）から 1（高い）まで。合成した総合値はない。", "Risk runs from 0 (low) to 1 (high). There is no composite figure.");

    /// <summary>The whole document.</summary>
    public static Html Of(PortalPage page)
    {
        Voice voice = new(page.Language);
        return Tag("html", Head(page, voice), Tag("body",
            Link("#content", voice.Say(Skip)).Class("skip"),
            Header(page, voice),
            Tag("main", Crumbs(page, voice), Tag("h1", page.Title), Html.Of(page.Content)).With("id", "content").With("tabindex", "-1"),
            Footer(page, voice)).With("id", "top")).With("lang", RequestLanguage.Code(page.Language));
    }

    private static HtmlElement Head(PortalPage page, Voice voice) => Tag("head",
        Tag("meta").With("charset", "utf-8"),
        Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
        Tag("title", page.Title == voice.Say(Name) ? page.Title : $"{page.Title}｜{voice.Say(Name)}"),
        // Without one, browsers ask for an icon that is not there.
        Tag("link").With("rel", "icon").With("href", "data:,"),
        Tag("link").With("rel", "stylesheet").With("href", Stylesheet.Address),
        Html.Of(page.Scripts.Select(script => Tag("script").With("src", script).Flag("defer"))));

    private static HtmlElement Header(PortalPage page, Voice voice) => Tag("header", Label(page, voice), Tag("div",
        Tag("p", voice.To(PortalAddress.Minerals, Name)).Class("name"),
        OtherLanguage(page),
        Pages(page, voice)).Class("inner"));

    private static Html Pages(PortalPage page, Voice voice) => page.Menu.Count == 0 ? Html.None : Tag("nav", Tag("ul", [.. page.Menu.Select(entry => Tag("li",
        voice.To(entry.Address, entry.Words).With("aria-current", !page.IsProblem && entry.Address.Path == page.Address.Path ? "page" : null)))])).With("aria-label", voice.Say(Menu));

    private static Html Label(PortalPage page, Voice voice) => page.Classification is { } label ? Tag("p", voice.Say(new("公開区分：", "Classification: ")), label.Words).Class(label.IsOpen ? "label open" : "label guarded") : Html.None;

    /// <summary>The same page in the other language, named in that language.</summary>
    private static HtmlElement OtherLanguage(PortalPage page)
    {
        Language other = page.Language == Language.Japanese ? Language.English : Language.Japanese;
        string code = RequestLanguage.Code(other);
        return Tag("p", Link(page.Address.In(other), RequestLanguage.OwnName(code)).With("lang", code).With("hreflang", code)).Class("language");
    }

    private static Html Crumbs(PortalPage page, Voice voice) => page.IsProblem || page.Address.Path == page.Menu[0].Address.Path ? Html.None : Tag("nav", Tag("ol",
    [
        .. page.Above.Prepend((page.Menu[0].Address, voice.Say(page.Menu[0].Words))).Select(above => Tag("li", voice.To(above.Item1, above.Item2))),
        Tag("li", Tag("span", page.Title).With("aria-current", "page")),
    ])).Class("crumbs").With("aria-label", voice.Say(Where));

    private static HtmlElement Footer(PortalPage page, Voice voice) => Tag("footer", Tag("div",
        page.View is { } view ? Tag("p", Vintage(view.Manifest, voice)) : Html.None,
        Tag("p", voice.Say(Direction)),
        Tag("p", [Link("#top", voice.Say(Top)), .. page.Menu.Count == 0 ? Array.Empty<Html>() : [voice.Say(new("　", " | ")), voice.To(PortalAddress.Runs, Operators)]])).Class("inner"));

    private static string Vintage(Vintages.VintageManifest manifest, Voice voice)
    {
        string quarter = Quarter.TryParse(manifest.Quarter, out Quarter of) ? PeriodText.Of(of, voice.Language) : manifest.Quarter;
        return voice.Say(new(
            $"{quarter}の版（{manifest.Vintage}）。用いた最新の資料の公表日：{PeriodText.Of(manifest.AsOf, voice.Language)}。",
            $"Vintage of {quarter} ({manifest.Vintage}). Newest publication used: {PeriodText.Of(manifest.AsOf, voice.Language)}."));
    }
}
