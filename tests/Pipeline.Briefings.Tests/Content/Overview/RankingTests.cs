using Pipeline.Briefings.Charts;
using Pipeline.Briefings.Documents;
using Pipeline.Briefings.Tests.Charts;
using Pipeline.Domain;
using static Pipeline.Briefings.Tests.Content.Overview.OverviewFixtures;

namespace Pipeline.Briefings.Tests.Content.Overview;

/// <summary>The ranking of self-sufficiency against the goal of 80 per cent for base metals in 2030.</summary>
public sealed class RankingTests
{
    /// <summary>A rate of 85, a bound of 34.04, an interval from 20 to 35, nothing known of a base metal, a bound at zero, and nothing known of another metal.</summary>
    private static readonly OverviewInputs Inputs = First with
    {
        Assessments =
        [
            Of("zinc", Fixtures.Rate("zinc", null, 20, 35)), Of("lead", Fixtures.Rate("lead", 85, 85, 85)), Fixtures.Copper,
            Of("tin", new IndicatorResult(IndicatorId.SelfSufficiency, "tin", Stage.Use, ResultStatus.Insufficient, "percent") { Reason = new Reason("noDomesticSurvey", []) }),
            Of("indium", Fixtures.Rate("indium", null, 0, null)), Of("cobalt", Fixtures.Rate("cobalt", 103, 103, 103)), Fixtures.Gallium,
        ],
    };

    private static readonly Document Ja = OverviewBriefing.Compose(Inputs, FirstContext with { Measure = Typeface.Fonts.Measure }, Language.Japanese);
    private static readonly Document En = OverviewBriefing.Compose(Inputs, FirstContext, Language.English);

    [Fact]
    public void The_highest_known_rate_stands_first_and_a_base_metal_without_one_stays_in_the_table() => Assert.Equal(
        [
            "コバルト|レアメタル|2018年度|103.0％|—|判定可",
            "鉛|ベースメタル|2018年度|85.0％|目標以上|判定可",
            // 80 − 34.04 = 45.96.
            "銅|ベースメタル|2018年度|少なくとも34.0％|最大46.0ポイント|下限のみ",
            "亜鉛|ベースメタル|2018年度|20.0〜35.0％|最大60.0ポイント|判定不能",
            "錫|ベースメタル|—|判定不能|—|判定不能",
        ],
        Numbers(Ja).Rows.Select(row => string.Join('|', row.Cells.Select(cell => string.Concat(cell.Runs.Select(run => run.Text))))));

    [Fact]
    public void Minerals_without_a_rate_are_named_and_none_of_them_has_a_bar()
    {
        string said = Ja.Section("self-sufficiency").Texts().Single(text => text.StartsWith("次の", StringComparison.Ordinal));

        // A lower bound of zero says nothing: indium stands with those of which nothing is known.
        Assert.StartsWith("次の3鉱種は、自給率の値も、0％を超える下限も示せない。錫、インジウム、ガリウム。", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Labels(Ja), label => label.Text is "インジウム" or "ガリウム");
    }

    [Fact]
    public void The_goal_is_cited_and_the_published_rate_of_base_metals_together_stands_beside_it()
    {
        string lead = En.Section("self-sufficiency").Texts()[0];
        string note = En.Section("notes").Texts().Single(text => text.StartsWith("The goal of self-sufficiency", StringComparison.Ordinal));

        Assert.Contains("For base metals the goal is 80% or more in 2030.", lead, StringComparison.Ordinal);
        Assert.Contains("The published rate of base metals together is 50.1% (2018).", lead, StringComparison.Ordinal);
        Assert.Contains("fifth Strategic Energy Plan", note, StringComparison.Ordinal);
        Assert.Contains("selfSufficiency.goal, from 15 February 2021", note, StringComparison.Ordinal);
        Assert.Contains(En.Section("points").Texts(), text => text.StartsWith("The goal of 80% in 2030 is set for lead, copper, zinc, tin together. Known to reach it alone: lead.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_line_of_the_goal_is_strong_in_the_rows_of_base_metals_only()
    {
        Drawing drawing = Ja.Blocks().OfType<Figure>().Single().Drawing;
        Line[] strong = [.. drawing.Shapes.OfType<Line>().Where(line => line.Stroke.Colour == Palette.Line)];

        // Lead, copper, zinc and tin; cobalt has no goal.
        Assert.Equal(4, strong.Length);
        Assert.Single(strong.SelectMany(line => line.Points).Select(point => point.X).Distinct());
        Assert.Contains(Labels(Ja), label => label.Text == "2030年目標 80％（ベースメタル）");
    }

    [Fact]
    public void A_lower_bound_is_open_at_its_end_an_interval_is_hatched_and_a_missing_rate_is_a_dashed_box()
    {
        Drawing drawing = Ja.Blocks().OfType<Figure>().Single().Drawing;

        Assert.Single(drawing.Shapes.OfType<Polygon>());
        // One in the chart and one in its key.
        Assert.Equal(2, drawing.Shapes.OfType<Rect>().Count(rect => rect.Hatch == Hatch.Diagonal));
        Assert.Single(drawing.Shapes.OfType<Rect>(), rect => rect.Stroke?.Dash is not null);
        Assert.All(drawing.Shapes.OfType<Label>(), label => Assert.Contains(label.Colour, Palette.Texts));
        LabelTests.AssertApart(drawing);
    }

    [Fact]
    public void The_alternative_text_says_the_goal_and_every_rate() => Assert.Equal(
        "自給率の順位（％）。ベースメタルの2030年目標は80％。コバルト 103.0％、鉛 85.0％、銅 少なくとも34.0％、亜鉛 20.0〜35.0％、錫 判定不能。",
        Ja.Blocks().OfType<Figure>().Single().AlternativeText);

    [Fact]
    public void Without_a_goal_in_force_the_rates_stand_alone()
    {
        Document document = OverviewBriefing.Compose(Inputs, FirstContext with { Goal = null }, Language.English);

        Assert.DoesNotContain(document.Blocks().OfType<Figure>().Single().Drawing.Shapes.OfType<Line>(), line => line.Stroke.Colour == Palette.Line);
        Assert.Equal(["Cobalt", "Lead", "Copper", "Zinc"], Numbers(document).Rows.Select(row => row.Cells[0].Runs[0].Text));
        Assert.Contains(document.Section("notes").Texts(), text => text.StartsWith("The goal of self-sufficiency. No goal is in force in this quarter.", StringComparison.Ordinal));
    }

    private static MineralAssessment Of(string mineral, IndicatorResult rate) => new(mineral, [rate]) { Sources = Fixtures.Copper.Sources };

    private static Table Numbers(Document document) => document.Section("self-sufficiency").Below().OfType<Table>().Single();

    private static IEnumerable<Label> Labels(Document document) => document.Blocks().OfType<Figure>().Single().Drawing.Shapes.OfType<Label>();
}
