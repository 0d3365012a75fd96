using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>How to read the portal: each indicator with its formula, direction, bands and clause; intervals and marks; words; and how accessible the pages are.</summary>
internal static class HelpPage
{
    private static readonly Bilingual Contents = new("このページの内容", "On this page");

    /// <summary>The page.</summary>
    /// <param name="view">The vintage.</param>
    /// <param name="parameters">Parameters of the vintage.</param>
    /// <param name="language">Language of the page.</param>
    public static PortalPage Of(PublishedView view, IReadOnlyList<ParameterEntry> parameters, Language language)
    {
        Voice voice = new(language);
        (string Anchor, Bilingual Heading, Html Content)[] parts =
        [
            ("reading", new("値と幅と印の読み方", "Reading values, ranges and marks"), ReadingHelp.Of(parameters, voice)),
            ("indicators", new("指標", "Indicators"), IndicatorHelp.Of(parameters, voice)),
            ("numbers", new("数値の根拠のたどり方", "From a number to its evidence"), Tag("p", voice.Say(NumbersText))),
            ("words", new("用語集", "Glossary"), Glossary.Of(voice)),
            ("accessibility", new("アクセシビリティの自己評価", "Accessibility: our own assessment"), AccessibilityStatement.Of(voice)),
        ];
        return new PortalPage(language, PortalAddress.Help, voice.Say(PortalWords.Help),
        [
            Tag("nav", Tag("h2", voice.Say(Contents)).With("id", "contents"), Tag("ul", [.. parts.Select(part => Tag("li", Link("#" + part.Anchor, voice.Say(part.Heading))))]))
                .Class("contents").With("aria-labelledby", "contents"),
            .. parts.Select(part => Tag("section", Tag("h2", voice.Say(part.Heading)).With("id", part.Anchor + "-heading"), part.Content)
                .With("id", part.Anchor).With("aria-labelledby", part.Anchor + "-heading")),
        ])
        { View = view };
    }

    private static readonly Bilingual NumbersText = new(
        "鉱種のページと総覧の数値には点線が付き、根拠のページへつながる。根拠のページは、丸める前の値、単位、期間、言葉による式、用いた係数とその条項、出典ファイルのシート・行・列までを示す。同じ番号は概要資料（PDF）の番号と一致する。",
        "Numbers on the pages of minerals and of the overview have a dotted line and lead to a page of evidence: the value before rounding, unit, period, the formula in words, the parameters with their clause, and the sheet, row and column of each source file. The number of a number is that of the briefing (PDF).");
}
