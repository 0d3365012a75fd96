using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Numbers;
using Pipeline.Briefings.Tests.Charts;
using Pipeline.Domain;
using static Pipeline.Briefings.Tests.Content.Overview.OverviewFixtures;

namespace Pipeline.Briefings.Tests.Content.Overview;

/// <summary>What the briefing of all minerals says, with counts and differences worked out by hand.</summary>
public sealed class OverviewBriefingTests
{
    private static readonly Document Ja = ComposeLater(Language.Japanese).Document;
    private static readonly Document En = ComposeLater(Language.English).Document;

    [Fact]
    public void The_key_points_count_results_and_name_where_the_risk_is_high()
    {
        string[] points = [.. En.Section("points").Texts()];

        Assert.StartsWith("Of the 24 results (4 minerals, six indicators each), 9 have a score (7 assessed, 2 partly known). 14 cannot be judged and 1 do not apply", points[0], StringComparison.Ordinal);
        Assert.Contains(points, point => point.StartsWith("6 results stand at high risk or above, 3 of them at very high. They are most frequent in production concentration: 2 of the 3 minerals", StringComparison.Ordinal));
        Assert.Contains(points, point => point.StartsWith("Most often at high risk or above: cobalt, with 3 indicators.", StringComparison.Ordinal));
        // Production of copper spans low to high: the one interval that crosses a mark.
        Assert.Contains(points, point => point.StartsWith("In 1 results the range left by missing data crosses a mark; 1 of them may reach high risk.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_four_tiles_count_and_none_is_a_composite_figure()
    {
        string[] tiles = [.. Ja.Body.OfType<Row>().First().Cells.Select(cell => string.Join("|", cell.Content.Texts()))];

        Assert.Equal(4, tiles.Length);
        Assert.StartsWith("判定可|7 件|全24件（4鉱種×6指標）のうち", tiles[0], StringComparison.Ordinal);
        Assert.StartsWith("一部不明|2 件", tiles[1], StringComparison.Ordinal);
        Assert.StartsWith("判定不能|14 件|このほか該当なしが1件", tiles[2], StringComparison.Ordinal);
        Assert.StartsWith("リスク「高」以上|6 件|うち「極高」が3件", tiles[3], StringComparison.Ordinal);
        Assert.DoesNotContain("総合リスク", string.Concat(Ja.Runs().Select(run => run.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("total risk", string.Concat(En.Runs().Select(run => run.Text)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_heat_map_has_a_row_a_mineral_and_one_column_for_each_of_the_six_and_no_other()
    {
        Table map = HeatMap(Ja);

        Assert.Equal(["鉱種", .. IndicatorId.Six.Select(id => ShortName.Of(id, Language.Japanese))], map.Columns.Select(column => column.Heading));
        Assert.Equal(["コバルト", "ガリウム", "銅", "白金族"], map.Rows.Select(row => Cell(row, 0)));
    }

    [Fact]
    public void Each_kind_of_cell_has_its_own_mark_in_words_and_its_own_fill()
    {
        TableRow[] rows = [.. HeatMap(Ja).Rows];

        Assert.Equal("0.584\u00A0極高", Cell(rows[0], 2));
        Assert.Equal("該当なし", Cell(rows[0], 3));
        Assert.Equal("判定不能", Cell(rows[0], 6));
        Assert.Equal("【例】0.980\u00A0極高", Cell(rows[1], 2));
        Assert.Equal("（0.081〜0.275）", Cell(rows[2], 1));
        Assert.Equal("0.108\u00A0低〜高△", Cell(rows[2], 2));
        Assert.Equal(Palette.Bands[(int)Band.VeryHigh], rows[0].Cells[2].Background);
        Assert.Equal(Palette.Bands[(int)Band.High], rows[2].Cells[2].Background);
        Assert.Equal(Palette.Shade, rows[0].Cells[3].Background);
        Assert.Null(rows[0].Cells[6].Background);
        Assert.Equal("0.108\u00A0L–H△", Cell(HeatMap(En).Rows[2], 2));
        Assert.Equal("not judged", Cell(HeatMap(En).Rows[3], 1));
    }

    [Fact]
    public void Changes_stand_with_what_was_what_is_and_parts_that_add_up()
    {
        Table changes = Tables(Ja, "changes").Single();

        Assert.Equal("前の版（2026年第3四半期、2026Q3-0a0b0c0d）から内容が変わった結果は5件（2鉱種）で、うち1件は区分が変わった。", WithoutMarks(Ja.Section("changes").Texts()[0]));
        Assert.Equal(["コバルト", "国別埋蔵寡占度", "判定不能", "0.330（0.330〜0.352）\u00A0高", "新しいデータ"], Row(changes, 0));
        // 0.5835 − 0.5575 = 0.026 = 0.030 − 0.004.
        Assert.Equal(["コバルト", "国別生産寡占度", "0.558\u00A0極高", "0.584\u00A0極高", "+0.026＝新しいデータ +0.030、算定方法 −0.004"], Row(changes, 1));
        Assert.Equal(["コバルト", "自給率（権益ベース）", "100.0％", "103.0％", "データの改定・新しいデータ +3.0ポイント"], Row(changes, 2));
    }

    [Fact]
    public void A_lower_bound_that_has_moved_has_its_parts_and_its_address_too()
    {
        OverviewInputs bounds = Later with
        {
            Before = [Fixtures.Copper with { Results = [Fixtures.Rate("copper", null, 30.04, null)] }],
            Changes = new ChangesSince([new ChangedResult("copper", IndicatorId.SelfSufficiency, IsInOtherBand: false)], [new LargeChange("copper", IndicatorId.SelfSufficiency, [new ChangeCause(["newData"], 5), new ChangeCause(["method"], -1)])]),
        };
        ComposedBriefing briefing = OverviewBriefing.ComposeNumbered(bounds, LaterContext, Language.Japanese);

        // 34.04 − 30.04 = 4 = 5 − 1.
        // One change is no table: it is a list of one.
        Assert.Empty(Tables(briefing.Document, "changes"));
        Assert.Contains(
            briefing.Document.Section("changes").Texts(),
            text => text == "銅：指標 自給率（権益ベース）、前の版 少なくとも30.0％、この版 少なくとも34.0％、変化とその原因 +4.0ポイント＝新しいデータ +5.0ポイント、算定方法 −1.0ポイント");
        Assert.Contains(briefing.Numbers, number => number.Address.Text == "copper/self-sufficiency/change/low" && Math.Abs(number.Value - 4) < 1e-9);
    }

    [Theory]
    [InlineData(Language.Japanese, "不明（前の版の入力を読み取れない）", "原因は不明（前の版の入力を読み取れない）である。")]
    [InlineData(Language.English, "Cannot be told (the inputs of the previous vintage cannot be read)", "Cause: cannot be told (the inputs of the previous vintage cannot be read).")]
    public void Changes_whose_causes_cannot_be_told_say_so_and_stand_with_what_was_and_what_is(Language language, string cell, string sentence)
    {
        OverviewInputs untold = Later with
        {
            Changes = Later.Changes! with { Largest = [.. Later.Changes!.Largest.Select(change => change with { Causes = [] })], AreCausesKnown = false },
        };
        Document document = OverviewBriefing.Compose(untold, LaterContext, language);
        Table changes = Tables(document, "changes").Single();

        Assert.All(Enumerable.Range(0, 3), place => Assert.Equal(cell, Row(changes, place)[4]));
        Assert.StartsWith("0.558", Row(changes, 1)[2], StringComparison.Ordinal);
        Assert.StartsWith("0.584", Row(changes, 1)[3], StringComparison.Ordinal);
        Assert.Contains(document.Section("points").Texts(), text => text.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_that_is_partly_known_or_illustrative_bears_its_mark_among_the_changes_too()
    {
        OverviewInputs marked = Later with
        {
            Assessments = [.. Later.Assessments.Select(assessment => assessment.Mineral != "cobalt" ? assessment : assessment with
            {
                Results = [.. assessment.Results.Select(result => result.Indicator == IndicatorId.ProductionConcentration ? result with { Status = ResultStatus.Partial, Illustrative = true } : result)],
            })],
        };
        Table changes = Tables(OverviewBriefing.Compose(marked, LaterContext, Language.Japanese), "changes").Single();

        Assert.Equal(["0.558\u00A0極高", "【例】0.584\u00A0極高△"], Row(changes, 1)[2..4]);
        Assert.Contains("△は一部不明", string.Concat(changes.Caption!.Runs.Select(run => run.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stood_before_has_its_own_sources_at_the_table_and_in_the_list()
    {
        SourceUse file = Fixtures.Cobalt.Sources[0] with { Snapshot = new string('9', 64), Publisher = "Publisher of then" };
        IndicatorResult then = Fixtures.Rate("cobalt", 100, 100, 100) with
        {
            Evidence = [new EvidenceNode("rate", "cobalt", 100, "percent") { Cells = [new SourceCell(file.Snapshot, file.File, null, 1, "rate")] }],
        };
        OverviewInputs other = Later with { Before = [Fixtures.Cobalt with { Results = [then], Sources = [file] }], Changes = Later.Changes! with { Largest = [Later.Changes!.Largest[2]] } };
        Document document = OverviewBriefing.Compose(other, LaterContext, Language.English);

        Assert.Contains(document.Section("sources").Texts(), text => text.Contains("Publisher of then", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_vintage_says_that_there_is_nothing_to_compare_with()
    {
        Section section = ComposeFirst(Language.Japanese).Document.Section("changes");

        Assert.Equal("これより前の四半期に公表した版はなく、比較の対象がない。", WithoutMarks(section.Texts()[0]));
        Assert.Empty(section.Below().OfType<Table>());
        Assert.DoesNotContain(ComposeFirst(Language.English).Document.Section("points").Texts(), text => text.Contains("vintage", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_changed_is_said_in_one_sentence()
    {
        OverviewInputs still = Later with { Changes = new ChangesSince([], []) };
        Section section = OverviewBriefing.Compose(still, LaterContext, Language.English).Section("changes");

        Assert.Equal("No result has changed since the previous vintage (Q3 2026, 2026Q3-0a0b0c0d).", WithoutMarks(section.Texts()[0]));
        Assert.Empty(section.Below().OfType<Table>());
    }

    [Fact]
    public void Sources_stand_oldest_first_with_their_age_on_the_last_day_of_the_quarter()
    {
        Table sources = Tables(En, "freshness").Single();

        // From 30 September 2023 to 31 December 2026: 1,188 days; from 6 February 2026: 328.
        Assert.Equal(["World Bank governance indicators", "2023 release", "30 September 2023", "1,188", "1", "1,284", "0"], Row(sources, 0));
        Assert.Equal(["USGS Mineral Commodity Summaries", "2026", "6 February 2026", "328", "150", "4,638", "2"], Row(sources, 1));
        Assert.Equal(["Market outlook [ILLUSTRATIVE]", "2026-12-31", "31 December 2026", "0", "1", "282", "0"], Row(sources, 2));
        Assert.Contains(En.Section("points").Texts(), text => text.StartsWith("The oldest source is World Bank governance indicators of 30 September 2023, 1,188 days before", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fewer_than_three_sources_or_changes_are_a_list_and_three_a_table(int rows)
    {
        OverviewInputs few = Later with { Sources = [.. Later.Sources.Take(rows)], Changes = Later.Changes! with { Largest = [.. Later.Changes!.Largest.Take(rows)] } };
        Document document = OverviewBriefing.Compose(few, LaterContext, Language.English);

        Assert.All(new[] { "changes", "freshness" }, section =>
        {
            Assert.Equal(rows < 3 ? 0 : 1, Tables(document, section).Count());
            Assert.Equal(rows < 3 ? [rows] : [], document.Section(section).Below().OfType<BulletList>().Select(list => list.Items.Count));
        });
    }

    [Fact]
    public void A_source_that_is_not_there_or_was_refused_is_named()
    {
        OverviewInputs without = First with { Absent = [new AbsentSource("pink-sheet", 0), new AbsentSource("mof-trade", 2), new AbsentSource(null, 1)] };
        string[] said = [.. OverviewBriefing.Compose(without, FirstContext, Language.Japanese).Section("freshness").Texts()];

        Assert.Contains(said, text => text.Contains("四半期末までに公表されたファイルがない：世界銀行 商品価格。", StringComparison.Ordinal)
            && text.Contains("財務省貿易統計（2件）、出典を特定できないもの（1件）。", StringComparison.Ordinal));
        Assert.Equal(2, OverviewBriefing.ComposeNumbered(without, FirstContext, Language.Japanese).Numbers.Single(number => number.Address.Text == "all/sources/mof-trade/refused").Value);
        Assert.Contains(ComposeFirst(Language.English).Document.Section("freshness").Texts(), text => text.StartsWith("Every expected source was taken in", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_inputs_stand_with_the_results_that_wait_and_who_would_have_them()
    {
        Table lacking = Tables(Ja, "missing").Single();

        Assert.StartsWith("六指標、輸入量及び自給率のうち、判定不能の結果は6件である。最大の要因は国内需要と自給率の構成要素（国内需給調査）の不足で、3件（2鉱種）がこれによる。", Ja.Section("missing").Texts()[0], StringComparison.Ordinal);
        Assert.Equal(["3", "2", "スクラップ等再生 2、自給率（権益ベース） 1"], Row(lacking, 0)[1..4]);
        Assert.Equal(["2", "1"], Row(lacking, 1)[1..3]);
        Assert.Equal(["4年以上の月次価格（市場見通し）", "1", "1", "価格変動幅 1", "価格情報会社（有償）"], Row(lacking, 2));
    }

    [Fact]
    public void Both_languages_state_the_same_facts()
    {
        ComposedBriefing ja = ComposeLater(Language.Japanese);
        ComposedBriefing en = ComposeLater(Language.English);

        Assert.Equal(Facts(ja), Facts(en));
        Assert.Equal(ja.Document.Blocks().OfType<Table>().Select(table => (table.Columns.Count, table.Rows.Count)), en.Document.Blocks().OfType<Table>().Select(table => (table.Columns.Count, table.Rows.Count)));
        Assert.Equal(Bullets(ja.Document), Bullets(en.Document));
        Assert.Equal(ja.Document.Blocks().OfType<Section>().Select(section => section.Anchor), en.Document.Blocks().OfType<Section>().Select(section => section.Anchor));
    }

    [Fact]
    public void A_factor_makes_the_briefing_neither_internal_nor_appears_in_it_and_an_internal_result_makes_it_internal()
    {
        IndicatorResult factor = Fixtures.Rate("cobalt", 1, 1, 1) with { Indicator = IndicatorId.ImportDependence, Label = AccessLabel.Internal };
        OverviewInputs with = First with { Assessments = [Fixtures.Cobalt with { Results = [.. Fixtures.Cobalt.Results, factor] }] };
        OverviewInputs inside = First with { Assessments = [Fixtures.Cobalt with { Results = [.. Fixtures.Cobalt.Results.Select(result => result with { Label = AccessLabel.Internal })] }] };

        Assert.Equal(new Classification("OPEN", IsOpen: true), OverviewBriefing.Compose(with, FirstContext, Language.English).Classification);
        Assert.Equal(new Classification("INTERNAL", IsOpen: false), OverviewBriefing.Compose(inside, FirstContext, Language.English).Classification);
        Assert.Throws<RestrictedContentException>(() => OverviewBriefing.Compose(
            First with { Assessments = [Fixtures.Cobalt with { Results = [factor with { Label = AccessLabel.Restricted }] }] }, FirstContext, Language.English));
    }

    [Theory]
    [InlineData(Language.Japanese)]
    [InlineData(Language.English)]
    public void The_cells_of_the_heat_map_fit_into_one_line(Language language)
    {
        Table map = HeatMap(OverviewBriefing.Compose(Later, LaterContext with { Measure = Typeface.Fonts.Measure }, language));
        double share = BriefingParts.TextWidth / map.Columns.Sum(column => column.Weight);

        Assert.All(map.Rows, row => Assert.All(row.Cells.Zip(map.Columns).Skip(1), pair => Assert.True(
            pair.First.Runs.Sum(run => Typeface.Fonts.Measure(run.Text, TextStyle.TableCell.Size, run.Weight)) <= (pair.Second.Weight * share) - 10)));
    }

    private static Table HeatMap(Document document) => Tables(document, "heat-map").Single();

    private static IEnumerable<Table> Tables(Document document, string section) => document.Section(section).Below().OfType<Table>();

    private static string Cell(TableRow row, int place) => string.Concat(row.Cells[place].Runs.Select(run => run.Text));

    private static string[] Row(Table table, int place) => [.. table.Rows[place].Cells.Select(cell => string.Concat(cell.Runs.Select(run => run.Text)))];

    private static string WithoutMarks(string text) => text.Split("\u00A0注", 2)[0].Split('[', 2)[0];

    private static IEnumerable<int> Bullets(Document document) => document.Blocks().OfType<BulletList>().Select(list => list.Items.Count);

    /// <summary>Addresses and digits of every printed number, and the numbers of every cell.</summary>
    private static IEnumerable<string> Facts(ComposedBriefing briefing) =>
    [
        .. briefing.Numbers.Select(number => $"{number.Address} {number.Text}").Order(StringComparer.Ordinal),
        .. briefing.Document.Blocks().OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .Select(cell => string.Join(' ', Reading.Facts(string.Concat(cell.Runs.Select(run => run.Text))))),
        .. briefing.Document.Section("points").Texts().Select(text => string.Join(' ', Reading.Facts(text))),
    ];
}
