using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Charts;
using Pipeline.Domain;

namespace Pipeline.Briefings.Tests.Content;

public sealed class MineralBriefingTests
{
    public static TheoryData<string, Language> Briefings
    {
        get
        {
            TheoryData<string, Language> data = [];
            foreach (MineralAssessment assessment in Fixtures.All)
                foreach (Language language in Enum.GetValues<Language>()) data.Add(assessment.Mineral, language);
            return data;
        }
    }

    public static TheoryData<string> Minerals => [.. Fixtures.All.Select(assessment => assessment.Mineral)];

    [Theory]
    [InlineData(Language.Japanese, "2018年国内需要（11,000 t）の100.0％")]
    [InlineData(Language.English, "100.0% of domestic demand in 2018 (11,000 t)")]
    public void The_demand_that_a_scenario_is_compared_with_is_printed(Language language, string words) =>
        Assert.Contains(words, Compose("cobalt", language).Section("scenario").Texts());

    [Theory]
    [MemberData(nameof(Minerals))]
    public void Both_languages_state_the_same_numbers(string mineral)
    {
        Document japanese = Compose(mineral, Language.Japanese);
        Document english = Compose(mineral, Language.English);
        foreach ((Block first, Block second) in japanese.Body.Zip(english.Body))
            Assert.Equal(Reading.Facts(string.Join('\n', first.Texts())), Reading.Facts(string.Join('\n', second.Texts())));
        Assert.Equal(
            japanese.Blocks().OfType<Figure>().Select(figure => Reading.Facts(figure.AlternativeText)),
            english.Blocks().OfType<Figure>().Select(figure => Reading.Facts(figure.AlternativeText)));
    }

    [Theory]
    [MemberData(nameof(Briefings))]
    public void Every_mineral_has_the_same_sections(string mineral, Language language) => Assert.Equal(
        ["points", "scores", "imports", "self-sufficiency", "partners", "countries", "prices", "scenario", "tools", "sources-and-notes"],
        Compose(mineral, language).Body.OfType<Section>().Select(section => section.Anchor));

    [Theory]
    [MemberData(nameof(Briefings))]
    public void Every_link_leads_to_a_place_and_every_note_is_referred_to(string mineral, Language language)
    {
        Document document = Compose(mineral, language);
        List<string> anchors = [.. document.Blocks().Select(block => block switch { Section section => section.Anchor, TextBlock text => text.Anchor, _ => null }).OfType<string>()];
        HashSet<string> targets = [.. document.Runs().Select(run => run.Link).OfType<string>().Select(link => link.TrimStart('#'))];
        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        Assert.Empty(targets.Except(anchors));
        // The note on vintage and method is about the whole document; the others explain a figure.
        List<string> notes = [.. anchors.Where(anchor => anchor.StartsWith("note-", StringComparison.Ordinal))];
        if (Find(mineral).Partners.Count > 0) Assert.Empty(notes.SkipLast(1).Except(targets));
        Assert.Equal(16, notes.Count);
    }

    [Theory]
    [MemberData(nameof(Briefings))]
    public void Every_caption_names_a_note(string mineral, Language language)
    {
        Document document = Compose(mineral, language);
        IEnumerable<TextBlock> captions = document.Blocks().Select(block => block switch { Figure figure => figure.Caption, Table table => table.Caption!, _ => null }).OfType<TextBlock>();
        Assert.All(captions, caption => Assert.Contains(caption.Runs, run => run.Link?.StartsWith("#note-", StringComparison.Ordinal) == true));
        Assert.All(document.Blocks().OfType<Figure>(), figure => Assert.NotEmpty(figure.AlternativeText));
    }

    [Fact]
    public void Nothing_known_prints_no_score_and_no_amount()
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            Document document = MineralBriefing.Compose(Fixtures.Empty, Fixtures.Context, language);
            IEnumerable<string> texts = document.Body.OfType<Section>().Where(section => section.Anchor != "sources-and-notes").SelectMany(section => section.Texts())
                .Concat(document.Body.OfType<Row>().SelectMany(row => row.Texts()));
            Assert.All(texts, text => Assert.DoesNotMatch(@"\d\.\d|\d,\d{3}|\d t\b", text));
            Assert.Equal(4, document.Body.OfType<Row>().First().Texts().Count(text => text == ResultText.Status(ResultStatus.Insufficient, language)));
        }
    }

    [Fact]
    public void A_missing_year_of_imports_is_a_mark_in_every_column_and_never_a_zero()
    {
        Table table = Compose("copper", Language.Japanese).Section("imports").Below().OfType<Table>().First();
        TableRow year = table.Rows.Single(row => Cell(row, 0) == "2022");
        Assert.Equal(["2022", "…", "…", "…"], Enumerable.Range(0, 4).Select(column => Cell(year, column)));
        Assert.DoesNotContain(table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Runs[0].Text), text => text is "0" or "0.000");
    }

    [Fact]
    public void A_withheld_country_is_named_as_withheld()
    {
        Table table = Compose("cobalt", Language.Japanese).Section("countries").Below().OfType<Table>().Single();
        TableRow row = table.Rows.Single(line => Cell(line, 0) == "米国");
        Assert.Equal(["米国", "秘匿", "—", "—", "—"], row.Cells.Select(cell => cell.Runs[0].Text));
        Assert.Equal("不詳", Cell(table.Rows.Single(line => Cell(line, 0) == "パプアニューギニア"), 3));
    }

    [Fact]
    public void No_number_of_a_table_is_broken_into_two_lines()
    {
        foreach (MineralAssessment assessment in Fixtures.All)
            foreach (Language language in Enum.GetValues<Language>())
            {
                Document document = MineralBriefing.Compose(assessment, Fixtures.Context with { Measure = Typeface.Fonts.Measure }, language);
                foreach (Row row in document.Blocks().OfType<Row>())
                    foreach (RowCell cell in row.Cells.Where(cell => cell.Content is Table)) AssertNumbersFit((Table)cell.Content, cell.Weight);
                foreach (Table table in document.Blocks().OfType<Column>().SelectMany(column => column.Content).OfType<Table>()) AssertNumbersFit(table, 493);
            }
    }

    [Fact]
    public void A_narrow_table_gives_up_room_of_statuses_before_it_cuts_a_word()
    {
        Table table = new(
            [new TableColumn("Indicator", 1), new TableColumn("Before", 1, Alignment.End), new TableColumn("After", 1, Alignment.End)],
            [
                new TableRow([new TableCell([new Run("Production concentration")], IsRowHeading: true), new TableCell([new Run("0.577")]), new TableCell([new Run("0.450")])]),
                new TableRow([new TableCell([new Run("Secondary use")], IsRowHeading: true), new TableCell([new Run("Cannot be judged")]), new TableCell([new Run("Cannot be judged")])]),
            ]);
        const double Width = 170;
        Table fitted = table.FittedTo(Width, new Composition(Fixtures.Cobalt, Fixtures.Context with { Measure = Typeface.Fonts.Measure }, Language.English));
        double unit = Width / fitted.Columns.Sum(column => column.Weight);
        Assert.All(
            new[] { (0, "concentration"), (1, "Cannot"), (2, "0.450") },
            word => Assert.True(Typeface.Fonts.Measure(word.Item2, 8, FontWeight.Regular) <= (unit * fitted.Columns[word.Item1].Weight) - 10, $"'{word.Item2}' is cut"));
    }

    [Fact]
    public void Key_points_put_the_most_material_first_and_say_what_is_missing_last()
    {
        IReadOnlyList<TextBlock> points = Compose("cobalt", Language.Japanese).Section("points").Below().OfType<BulletList>().Single().Items;
        Assert.InRange(points.Count, 3, 5);
        Assert.StartsWith("国別生産寡占度は0.584で、リスクは「極高」に当たる。コンゴ民主共和国だけで76.0％と過半を占める（2024年）。", points[0].Text(), StringComparison.Ordinal);
        Assert.StartsWith("スクラップ等再生は判定不能である。判定不能は、リスクが小さいことを意味しない。輸入安定性（精鉱）は該当しない。", points[^1].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tile_of_import_stability_shows_the_stage_at_greater_risk()
    {
        IReadOnlyList<string> tiles = Compose("copper", Language.Japanese).Body.OfType<Row>().First().Texts();
        Assert.Contains("輸入安定性（製錬品）", tiles);
        Assert.DoesNotContain("輸入安定性（精鉱）", tiles);
    }

    [Fact]
    public void The_direction_of_the_scores_is_said_on_the_first_page() => Assert.Contains(
        Compose("cobalt", Language.Japanese).Section("scores").Texts(), text => text.Contains("値が大きいほどリスクが大きい", StringComparison.Ordinal));

    [Fact]
    public void Illustrative_input_is_marked_on_tile_figure_and_source()
    {
        Document marked = Compose("gallium", Language.English);
        Assert.Contains("ILLUSTRATIVE", marked.Body.OfType<Row>().First().Texts());
        Assert.All(marked.Blocks().OfType<Figure>(), figure => Assert.Contains(figure.Drawing.Shapes, shape => shape is Label { Text: "ILLUSTRATIVE" }));
        Assert.Contains(marked.Section("sources").Texts(), text => text.StartsWith("ILLUSTRATIVE", StringComparison.Ordinal));
        Assert.DoesNotContain(Compose("cobalt", Language.English).Runs(), run => run.Text.Contains("ILLUSTRATIVE", StringComparison.Ordinal));
    }

    [Fact]
    public void The_banner_follows_the_highest_label()
    {
        Assert.Equal(new Classification("公開", true), Compose("cobalt", Language.Japanese).Classification);
        Assert.Equal(new Classification("INTERNAL", false), MineralBriefing.Compose(Labelled(AccessLabel.Internal), Fixtures.Context, Language.English).Classification);
        RestrictedContentException refused = Assert.Throws<RestrictedContentException>(() => MineralBriefing.Compose(Labelled(AccessLabel.Restricted), Fixtures.Context, Language.English));
        Assert.DoesNotMatch(@"\d\.\d", refused.Message);
    }

    [Fact]
    public void The_banner_follows_the_vintage_it_compares_with_too()
    {
        MineralAssessment before = Fixtures.Cobalt with { Results = [.. Fixtures.Cobalt.Results.Select(result => result with { Label = AccessLabel.Internal })] };
        BriefingContext context = Fixtures.Context with { Previous = new PreviousVintage("2026Q3-0a1b2c", new Quarter(2026, 3), before) };
        Assert.Equal(new Classification("部内限り", false), MineralBriefing.Compose(Fixtures.Cobalt, context, Language.Japanese).Classification);
    }

    [Fact]
    public void Factor_scores_are_internal_and_neither_show_in_a_briefing_nor_make_it_internal()
    {
        SourceUse register = new("export-measures", new string('9', 64), "export-measures.csv", "Office", "Register of export measures", "none", "Office", Illustrative: true);
        IndicatorResult factor = new(IndicatorId.DisruptionLikelihood, "cobalt", Stage.Trade, ResultStatus.Ok, "1")
        {
            Label = AccessLabel.Internal, Value = 0.777, Score = 0.777, Illustrative = true,
            Evidence = [new EvidenceNode("measures", "COD", 7, "1") { Cells = [new SourceCell(register.Snapshot, register.File, null, 2, "kind")] }],
        };
        MineralAssessment assessment = Fixtures.Cobalt with { Results = [.. Fixtures.Cobalt.Results, factor], Sources = [.. Fixtures.Cobalt.Sources, register] };
        foreach (Language language in Enum.GetValues<Language>())
        {
            Document document = MineralBriefing.Compose(assessment, Fixtures.Context, language);
            Assert.Equal(MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context, language).Classification, document.Classification);
            Assert.Equal(
                MineralBriefing.Compose(Fixtures.Cobalt, Fixtures.Context, language).Body.SelectMany(block => block.Texts()), document.Body.SelectMany(block => block.Texts()));
        }

        Assert.Throws<RestrictedContentException>(() => MineralBriefing.Compose(
            assessment with { Results = [factor with { Label = AccessLabel.Restricted }] }, Fixtures.Context, Language.English));
    }

    [Fact]
    public void A_score_without_evidence_is_not_printed()
    {
        IndicatorResult bare = Fixtures.Cobalt.Results[0] with { Contributions = [], Evidence = [] };
        MineralAssessment assessment = Fixtures.Cobalt with { Results = [bare, .. Fixtures.Cobalt.Results.Skip(1)] };
        MissingEvidenceException refused = Assert.Throws<MissingEvidenceException>(() => MineralBriefing.Compose(assessment, Fixtures.Context, Language.Japanese));
        Assert.Contains(IndicatorId.ReserveConcentration, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_leads_to_no_named_source_is_refused() => Assert.Throws<MissingEvidenceException>(
        () => MineralBriefing.Compose(Fixtures.Cobalt with { Sources = [.. Fixtures.Cobalt.Sources.Skip(1)] }, Fixtures.Context, Language.Japanese));

    [Fact]
    public void Sources_carry_publisher_licence_credit_and_hash()
    {
        string source = Compose("cobalt", Language.English).Section("sources").Texts().Single(text => text.Contains("Pink Sheet", StringComparison.Ordinal));
        Assert.Equal("World Bank, “Commodity Price Data (The Pink Sheet)”. Licence: CC BY 4.0. Credit: World Bank Commodity Price Data. File prices.xlsx (SHA-256 333333333333…).", source);
    }

    [Fact]
    public void Codes_left_out_are_named_with_the_reason() => Assert.Contains(
        Compose("cobalt", Language.English).Section("codes").Texts(),
        text => text.StartsWith("Trade codes left out: 260500 (Ores and concentrates)", StringComparison.Ordinal));

    private static void AssertNumbersFit(Table table, double width)
    {
        double unit = width / table.Columns.Sum(column => column.Weight);
        for (int column = 0; column < table.Columns.Count; column++)
        {
            if (table.Columns[column].Alignment != Alignment.End) continue;
            foreach (TableRow row in table.Rows)
            {
                // Tables set every digit as wide as an 8.
                string text = string.Concat(row.Cells[column].Runs.SelectMany(run => run.Text).Select(character => char.IsAsciiDigit(character) ? '8' : character));
                // Five points of padding stand on either side of a cell.
                Assert.True(Typeface.Fonts.Measure(text, 8, FontWeight.Regular) <= (unit * table.Columns[column].Weight) - 10, $"'{text}' is broken");
            }
        }
    }

    private static MineralAssessment Labelled(AccessLabel label) =>
        Fixtures.Cobalt with { Results = [Fixtures.Cobalt.Results[0] with { Label = label }, .. Fixtures.Cobalt.Results.Skip(1)] };

    private static string Cell(TableRow row, int column) => row.Cells[column].Runs[0].Text;

    private static MineralAssessment Find(string mineral) => Fixtures.All.Single(assessment => assessment.Mineral == mineral);

    private static Document Compose(string mineral, Language language) => MineralBriefing.Compose(Find(mineral), Fixtures.Context, language);
}
