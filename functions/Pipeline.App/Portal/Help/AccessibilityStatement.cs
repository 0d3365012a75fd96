using Pipeline.App.Api;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What the pages aim at, what is done for it, and where they fall short.</summary>
internal static class AccessibilityStatement
{
    private static readonly Bilingual Goal = new(
        "目標は WCAG 2.2 のレベル AA（JIS X 8341-3:2016 のレベル AA を含む）。第三者の試験は受けておらず、以下は自己評価である。",
        "The goal is WCAG 2.2 level AA, which covers level AA of JIS X 8341-3:2016. Nobody outside has tested the pages; what follows is our own assessment.");

    private static readonly Bilingual[] Done =
    [
        new("全ての操作はキーボードだけででき、スクリプトがなくてもできる（「図で見る」の図だけはスクリプトが描き、数値は同じページの表にある）。焦点は黒と黄の枠で示す。", "Everything works by keyboard alone and without scripts; the chart of Explore alone is drawn by one, and its figures are in the table of the page. The focus is framed in black and yellow."),
        new("区分は色だけでなく、言葉と印で示す。文字と背景の比は 4.5:1 以上。", "Bands are told by words and marks, not by colour alone. Text stands out by at least 4.5:1."),
        new("図には内容を述べる文と表があり、図の中の数値も根拠へつながる。", "Every figure has a sentence and a table, and its numbers lead to their evidence too."),
        new("390 ピクセルの幅でも横に動かさずに読める。広い表と図だけはその枠の中で動く。", "Pages read without sideways scrolling from 390 pixels on; only wide tables and figures move within their frame."),
        new("見出し、目印、言語、表の見出しは支援技術に伝わる形で書いてある。概要資料（PDF）はタグ付きである。", "Headings, landmarks, languages and table headings are marked up for assistive technology. Briefings (PDF) are tagged."),
    ];

    private static readonly Bilingual[] Short =
    [
        new("図の中の文字は、狭い画面では本文より小さい。同じ内容を文と表で読める。", "Text inside figures is smaller than running text on narrow screens; sentence and table say the same."),
        new("出典の資料名、係数の理由、記録された式には英語のままのものがある。", "Titles of sources, reasons of parameters and formulas as recorded are partly in English on Japanese pages."),
    ];

    private static readonly Bilingual WhatIsDone = new("していること", "What is done");
    private static readonly Bilingual WhatIsShort = new("足りないこと", "Where it falls short");

    /// <summary>The statement.</summary>
    public static Html Of(Voice voice) => Html.Of(
    [
        Tag("p", voice.Say(Goal)),
        Tag("h3", voice.Say(WhatIsDone)), List(Done, voice),
        Tag("h3", voice.Say(WhatIsShort)), List(Short, voice),
    ]);

    private static HtmlElement List(Bilingual[] sentences, Voice voice) => Tag("ul", [.. sentences.Select(sentence => Tag("li", voice.Say(sentence)))]);
}
