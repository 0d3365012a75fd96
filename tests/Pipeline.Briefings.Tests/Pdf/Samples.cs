using System.Globalization;
using Pipeline.Briefings.Documents;
using Pipeline.Domain;
using Pipeline.Briefings.Pdf;
using Pipeline.Briefings.Pdf.Fonts;

namespace Pipeline.Briefings.Tests.Pdf;

/// <summary>Hand-made documents that use every block. The figures in them are made up.</summary>
internal static class Samples
{
    private static readonly Lazy<FontFamily> Loaded = new(() => FontFamily.LoadFrom(Path.Combine(AppContext.BaseDirectory, "fonts")));
    private static readonly string[] Levels = ["低 1", "中 2", "高 3", "極高 4"];
    private static readonly Colour[] LevelFills = [new(0xDD, 0xEB, 0xF5), new(0xFB, 0xE8, 0xC4), new(0xF2, 0xBD, 0xA2), new(0xDD, 0x82, 0x6E)];
    private static readonly Colour Blue = new(0x2F, 0x7D, 0xB8), Orange = new(0xC8, 0x55, 0x1B), Grid = new(0xD5, 0xDA, 0xE1);

    public static FontFamily Fonts => Loaded.Value;

    public static PdfRenderer Renderer { get; } = new(Fonts);

    public static Document Japanese { get; } = new(
        "リチウム ― 自給率とリスクの概況",
        "リチウムの輸入、自給率、供給リスクの四半期概況",
        "資源政策室",
        ["リチウム", "重要鉱物", "自給率"],
        Language.Japanese,
        new DateOnly(2026, 9, 30),
        new Classification("取扱注意", IsOpen: false),
        "重要鉱物ブリーフィング  リチウム",
        "資源政策室  2026年9月30日",
        [
            Cover("重要鉱物サプライチェーン分析ブリーフィング", "リチウム ― 自給率とリスクの概況", "2026年9月30日  資源政策室  版 1.0"),
            new Space(9),
            new Row(
                [
                    Tile("自給率(2024年)", "24.6", " %", "前年差 +0.8pt"), Tile("輸入量(純分)", "16.0", " 千t", "5年平均比 +4.2%"),
                    Tile("供給集中度 HHI", "1,149", "", "上位国: チリ"), Tile("総合リスク", "2.7", " / 5", "対策前 3.7"),
                ],
                8),
            new Section("1  要点", 1, "key-points",
            [
                Paragraph(
                    new Run("リチウムの国内需要は、蓄電池・永久磁石・半導体などの用途を中心に、2040年に向けて増加が見込まれる。輸入は上位3か国に"),
                    new Run("48.9%が集中", FontWeight.Bold),
                    new Run("しており(HHI=1,149)、供給途絶時の影響は大きい。「特定重要物資」としての備蓄(国家備蓄60日分)に加え、①リサイクル、②代替材料、③海外権益の確保――の3つの施策を組み合わせることで、自給率を24.6%から36.6%へ引き上げることができる。なお、CO"),
                    Run.Subscript("2"),
                    new Run("排出原単位(t-CO"),
                    Run.Subscript("2"),
                    new Run("/t)の推計には幅があるため、政策効果は感度分析の結果とあわせて参照されたい。")),
                new BulletList(
                [
                    Paragraph(new Run("供給途絶(6か月)時の国内生産額への影響は、対策前に比べて約4割小さくなる。ただし、備蓄の放出順序と代替調達の立ち上がりによって結果は変わるので、感度分析の幅とともに読む必要がある。")),
                    Paragraph(new Run("リサイクル由来の供給は、2030年時点で需要の8〜12%にとどまる。")),
                    Paragraph(new Run("権益比率の引き上げは、"), new Run("第4章", Link: "#sources"), new Run("で見るとおり、価格高騰局面での調達費用の変動を抑える。")),
                ]),
                Paragraph(
                    new Run("根拠となる計算は"),
                    new Run("第4章「出典と注」", Link: "#sources"),
                    new Run("、データは"),
                    new Run("https://www.customs.go.jp/toukei/info/index.htm", Link: "https://www.customs.go.jp/toukei/info/index.htm"),
                    new Run("を参照。注"),
                    Run.Superscript("1", "#sources")),
                Bars("図1  輸入量と5年移動平均(純分換算、2015〜2024年)。斜線は速報値。出典:注1"),
            ]),
            new Section("2  リスク評価", 1, "risk",
            [
                Paragraph(new Run("段階別・種類別の評点を次の表に示す。")),
                new Section("2.1  段階別リスク", 2, null, [HeatMap()]),
            ]),
            new Section("3  供給国", 1, "countries",
            [
                Paragraph(new Run("輸入先の構成と品目別の内訳を示す。")),
                new Section("3.1  品目・国別の輸入", 2, "by-item", [LongTable(97)]),
            ]),
            new Section("4  出典と注", 1, "sources",
            [
                Note("1", "財務省「貿易統計」(2026年9月30日取得)。純分換算は別表の係数による。"),
                Note("2", "評点は0〜5の6段階。算定方法は「重要鉱物リスク評価手法(第2版)」。"),
                new Box(Paragraph(new Run("問い合わせ先:資源政策室")), 8, Border: Grid),
            ]),
        ]);

    public static Document English { get; } = new(
        "Lithium: self-sufficiency and risk",
        "Quarterly view of imports, self-sufficiency and supply risk of lithium",
        "Resources Policy Office",
        ["lithium", "critical minerals"],
        Language.English,
        new DateOnly(2026, 9, 30),
        new Classification("OPEN", IsOpen: true),
        "Critical mineral briefing  Lithium",
        "Resources Policy Office  30 September 2026",
        [
            Cover("Critical mineral supply-chain briefing", "Lithium: self-sufficiency and risk", "30 September 2026  Resources Policy Office  Version 1.0"),
            new Section("1  Key points", 1, "key-points",
            [
                Paragraph(
                    new Run("Demand for lithium in storage batteries is expected to grow until 2040. Three countries supply "),
                    new Run("48.9% of imports", FontWeight.Bold),
                    new Run(" (HHI 1,149). Li"),
                    Run.Subscript("2"),
                    new Run("CO"),
                    Run.Subscript("3"),
                    new Run(" is imported under HS\u00A02836.91; recycling, substitution and long-term equity – the three measures of the basic policy – raise self-sufficiency from 24.6\u202F% to 36.6\u202F%. See the "),
                    new Run("sources and notes of this briefing", Link: "#sources"),
                    new Run(" and the publisher's page "),
                    new Run("https://example.org/statistics/minerals/lithium/annual-review?edition=2026&table=(7)", Link: "https://example.org/statistics/minerals/lithium/annual-review?edition=2026&table=(7)"),
                    new Run(".")),
                new BulletList([Paragraph(new Run("A six-month disruption costs about 40% less output after the measures.")), Paragraph(new Run("Recycling stays at 8–12% of demand in 2030."))]),
                Bars("Figure 1  Imports and their five-year moving average (contained metal). Hatched: provisional. Source: note 1"),
            ]),
            new PageBreak(),
            new Section("2  Sources and notes", 1, "sources", [Note("1", "Trade Statistics of Japan, taken on 30 September 2026.")]),
        ]);

    /// <summary>Characters that files often lose: beyond U+FFFF, lowered digits, accents, narrow spaces, two that share a glyph.</summary>
    public static Document Coverage(string beyond) => Japanese with
    {
        Body =
        [
            new Section("文字の確認", 1, null,
            [
                Paragraph(new Run("髙﨑"), new Run(beyond), new Run("CO"), Run.Subscript("2"), new Run(" Curaçao Łódź 5\u202Ft 10\u2009kg Li‑ion")),
                Paragraph(new Run("CO"), Run.Subscript("2")),
            ]),
        ],
    };

    public static Document With(params Block[] body) => Japanese with { Body = body };

    public static TextBlock Paragraph(params Run[] runs) => new(runs, TextStyle.Body);

    public static Table LongTable(int rows) => new(
        [
            new("#", 0.5), new("国・地域", 2), new("品目", 4.2), new("輸入量 (t)", 1.4, Alignment.End), new("構成比 (%)", 1.3, Alignment.End), new("区分", 0.9, Alignment.Centre),
        ],
        [
            .. Enumerable.Range(1, rows).Select(n => new TableRow(
            [
                new([new Run($"{n}")]), new([new Run(n % 2 == 0 ? "オーストラリア" : "チリ")], IsRowHeading: true), new([new Run("一次原料・水酸化物及び炭酸塩(HS\u00A02836.91)")]),
                new([new Run((n * 8317 % 9000).ToString("N0", CultureInfo.InvariantCulture))]), new([new Run($"{n % 20}.{n % 10}")]), new([new Run(Levels[n % 4][..1])], LevelFills[n % 4]),
            ])),
            new TableRow([new([]), new([new Run("計")], IsRowHeading: true), new([]), new([new Run("412,345")]), new([new Run("100.0")]), new([])], Emphasis: true),
        ],
        new TextBlock([new Run("表2  品目・国別の輸入(2024年、純分)。出典:注1")], TextStyle.Caption));

    public static Figure Bars(string caption)
    {
        const double left = 46, bottom = 150, height = 120, step = 42;
        double[] imports = [10.1, 11.4, 9.8, 12.2, 13.0, 12.1, 14.9, 13.8, 16.2, 15.4];
        var shapes = new List<Shape>();
        for (var i = 0; i <= 4; i++)
        {
            var y = bottom - (i * height / 4);
            shapes.Add(new Line([new(left, y), new(left + (10 * step), y)], new Stroke(Grid, 0.5)));
            shapes.Add(new Label(left - 6, y + 2.6, $"{i * 5}", 7.5, Colour.Muted, Alignment.End));
        }
        for (var i = 0; i < imports.Length; i++)
        {
            var top = imports[i] / 20 * height;
            shapes.Add(new Rect(left + (i * step) + 9, bottom - top, 24, top, Blue, new Stroke(Colour.Navy, 0.5), i == 9 ? Hatch.Diagonal : i == 8 ? Hatch.Cross : Hatch.None));
            shapes.Add(new Label(left + (i * step) + 21, bottom + 11, $"{2015 + i}", 7.5, Colour.Muted, Alignment.Centre));
        }
        var average = Enumerable.Range(4, 6).Select(i => new Point(left + (i * step) + 21, bottom - (imports[(i - 4)..(i + 1)].Average() / 20 * height))).ToList();
        shapes.Add(new Line(average, new Stroke(Orange, 1.6)));
        shapes.AddRange(average.Select(p => new Polygon([new(p.X, p.Y - 3), new(p.X + 3, p.Y), new(p.X, p.Y + 3), new(p.X - 3, p.Y)], Orange, new Stroke(Colour.White, 0.5))));
        shapes.Add(new Label(0, 14, "千t", 7.5, Colour.Muted));
        return new Figure(new Drawing(480, 170, shapes), "輸入量は2015年の10.1千tから2024年の15.4千tへ増えた。", new TextBlock([new Run(caption)], TextStyle.Caption));
    }

    private static Table HeatMap() => new(
        [new("段階", 1.6), new("集中", 1, Alignment.Centre), new("地政学", 1, Alignment.Centre), new("価格", 1, Alignment.Centre), new("代替", 1, Alignment.Centre)],
        [
            .. new[] { "採掘", "選鉱・製錬", "中間材・精製", "部素材", "リサイクル" }.Select((stage, s) => new TableRow(
                [new([new Run(stage)], IsRowHeading: true), .. Enumerable.Range(0, 4).Select(k => new TableCell([new Run(Levels[((s * 3) + k) % 4])], LevelFills[((s * 3) + k) % 4]))])),
        ],
        new TextBlock([new Run("表1  段階・種類別の評点(1=低、4=極高)。出典:注2")], TextStyle.Caption));

    private static Box Cover(string series, string title, string line) => new(
        new Column(
            [
                new TextBlock([new Run(series)], new TextStyle(9.5, 15, Colour.White)),
                new TextBlock([new Run(title)], new TextStyle(21, 32, Colour.White, Weight: FontWeight.Bold)),
                new TextBlock([new Run(line)], new TextStyle(8.5, 14, new Colour(0xD5, 0xDF, 0xEC))),
            ],
            3),
        16,
        Colour.Navy);

    private static RowCell Tile(string label, string number, string unit, string comparison) => new(1, new Box(
        new Column(
        [
            new TextBlock([new Run(label)], new TextStyle(7.8, 11.5, Colour.Muted)),
            new TextBlock([new Run(number, FontWeight.Bold), new Run(unit)], new TextStyle(18, 24, Colour.Navy)),
            new TextBlock([new Run(comparison)], new TextStyle(7.8, 11.5, Colour.Muted)),
        ]),
        7,
        new Colour(0xF2, 0xF5, 0xFA),
        Grid,
        Colour.Navy));

    private static TextBlock Note(string mark, string text) => new([new Run(mark + "  ", FontWeight.Bold), new Run(text)], TextStyle.Caption with { Colour = Colour.Ink });
}
