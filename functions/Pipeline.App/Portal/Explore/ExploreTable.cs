using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>Open figures as a table that a chart can be drawn of.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Unit of its figures.</param>
/// <param name="Kind">How it is drawn: <c>bar</c>, <c>stack</c> or <c>line</c>.</param>
/// <param name="RowHeading">What its rows are.</param>
/// <param name="Series">Its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record ExploreTable(string Title, string Unit, string Kind, string RowHeading, IReadOnlyList<string> Series, IReadOnlyList<ExploreRow> Rows)
{
    private static readonly Stage[] Stages = [Stage.Concentrate, Stage.Refined, Stage.Scrap];
    private static readonly Bilingual Year = new("年", "Year");
    private static readonly Bilingual Time = new("時点", "Time");
    private static readonly Bilingual Mineral = new("鉱種", "Mineral");
    private static readonly Bilingual Price = new("価格", "Price");
    private static readonly Bilingual Score = new("評点", "Score");
    private static readonly Bilingual Rate = new("自給率", "Rate");
    private static readonly Bilingual Contained = new("t（純分）", "t of contained metal");
    private static readonly Bilingual Scale = new("0（低リスク）〜1（高リスク）", "0 (low risk) to 1 (high risk)");
    private static readonly Bilingual Unknown = new("不明", "not known");

    /// <summary>Series of which nothing is known.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Imports of a mineral by year and stage.</summary>
    public static ExploreTable Imports(MineralAssessment assessment, Voice voice) => new ExploreTable(
        voice.Say(new($"{ResultText.Mineral(assessment.Mineral, Language.Japanese)}の輸入量", $"Imports of {ResultText.Mineral(assessment.Mineral, Language.English)}")),
        voice.Say(Contained), "stack", voice.Say(Year),
        [.. Stages.Select(stage => Vocabulary.Word(Term.Stage, stage, voice.Language))],
        [.. assessment.Imports.Select(year => new ExploreRow(PeriodText.Of(year.Year, voice.Language),
            [.. Stages.Select(stage => year.Missing is null && year.ByStage.FirstOrDefault(amount => amount.Stage == stage) is { } amount
                ? new ExploreCell(amount.Tonnes, DisplayNumber.Tonnes(amount.Tonnes)) : new ExploreCell(null, voice.Say(Unknown)))]))]).OfKnownSeries();

    /// <summary>Prices of a mineral, or none where no series is used.</summary>
    public static ExploreTable? Prices(MineralAssessment assessment, Voice voice) => assessment.Prices is not { } prices ? null : new ExploreTable(
        voice.Say(new($"{ResultText.Mineral(assessment.Mineral, Language.Japanese)}の価格", $"Prices of {ResultText.Mineral(assessment.Mineral, Language.English)}")),
        ResultText.Unit(prices.Unit, voice.Language), "line", voice.Say(Time), [voice.Say(Price)],
        [.. prices.Points.Select(point => new ExploreRow(PeriodText.Of(point.Period, voice.Language),
            [point.Price is { } price ? new ExploreCell(price, DisplayNumber.Price(price)) : new ExploreCell(null, voice.Say(Unknown))]))]);

    /// <summary>An indicator over all minerals, the largest first; those without a point come last.</summary>
    public static ExploreTable Of(string indicator, PublishedView view, Voice voice)
    {
        bool isScore = IndicatorId.Six.Contains(indicator);
        (string Mineral, IndicatorResult? Result, double? Point)[] rows =
        [
            .. MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id)).Select(mineral => view.Assessments[mineral.Id].Find(indicator) is var result && isScore
                ? (mineral.Id, result, result?.Score) : (mineral.Id, result, result?.Value)),
        ];
        return new ExploreTable(
            Vocabulary.Word(Term.Indicator, indicator, voice.Language),
            isScore ? voice.Say(Scale) : "%", "bar", voice.Say(Mineral), [voice.Say(isScore ? Score : Rate)],
            [.. rows.OrderByDescending(row => row.Point ?? double.NegativeInfinity).Select(row => new ExploreRow(ResultText.Mineral(row.Mineral, voice.Language), [new ExploreCell(row.Point, ResultFigure.Of(row.Result, voice.Language))]))]);
    }

    /// <summary>The same without series of which nothing is known; as it is where nothing is known of any.</summary>
    public ExploreTable OfKnownSeries()
    {
        int[] known = [.. Enumerable.Range(0, Series.Count).Where(series => Rows.Any(row => row.Cells[series].Value is not null))];
        return known.Length == 0 ? this : this with
        {
            LeftOut = [.. Series.Where((_, series) => !known.Contains(series))],
            Series = [.. known.Select(series => Series[series])],
            Rows = [.. Rows.Select(row => row with { Cells = [.. known.Select(series => row.Cells[series])] })],
        };
    }

    /// <summary>What it shows, as a sentence: the largest figure and how many there are; none without a figure.</summary>
    public Bilingual? Sentence()
    {
        (ExploreRow Row, int Series, ExploreCell Cell)[] known = [.. Rows.SelectMany(row => row.Cells.Select((cell, series) => (row, series, cell)).Where(one => one.cell.Value is not null))];
        if (known.Length == 0)
        {
            return null;
        }

        (ExploreRow row, int place, ExploreCell largest) = known.MaxBy(one => one.Cell.Value);
        string series = Series[place];
        return new(
            $"最も大きい値は{row.Heading}の{series}、{largest.Words} である（単位：{Unit}）。表の {Rows.Count * Series.Count} 欄のうち {known.Length} 欄に値がある。",
            $"The largest figure is {largest.Words} ({Unit}): {series}, {row.Heading}. Of the {Rows.Count * Series.Count} cells of the table {known.Length} hold a figure.");
    }
}

/// <summary>A row: what it is about, and a figure a series.</summary>
internal sealed record ExploreRow(string Heading, IReadOnlyList<ExploreCell> Cells);

/// <summary>A figure as a number, none where it is not known, and in words.</summary>
internal sealed record ExploreCell(double? Value, string Words);
