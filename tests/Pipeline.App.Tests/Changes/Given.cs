using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

/// <summary>Assessments made by hand, small enough to know every change.</summary>
internal static class Given
{
    private const string Hash = "5555555555555555555555555555555555555555555555555555555555555555";

    public static BriefingContext Context { get; } = new("2026Q4-bbbbbbbb", new Quarter(2026, 4), new DateOnly(2026, 11, 22), "m-000001", "担当課", "Division in charge");

    /// <summary>A mineral with one result, of production concentration unless another is given.</summary>
    public static MineralAssessment Mineral(string id, params IReadOnlyList<IndicatorResult> results) =>
        new(id, [.. results.Select(result => result with { Mineral = id })]);

    /// <summary>A score that is its value, as production concentration is.</summary>
    public static IndicatorResult Score(double score, Band low = Band.Moderate, Band? high = null, string indicator = IndicatorId.ProductionConcentration) =>
        new(indicator, "cobalt", Stage.Mine, ResultStatus.Ok, "1")
        {
            Period = new CalendarYear(2024), Value = score, Low = score, High = score, Score = score, ScoreLow = score, ScoreHigh = score, BandLow = low, BandHigh = high ?? low,
            Coverage = 1, ImputedShare = 0, Evidence = [Cited(score)],
        };

    /// <summary>A result that cannot be judged but for an interval.</summary>
    public static IndicatorResult Interval(double low, double high, string indicator = IndicatorId.ProductionConcentration) =>
        new(indicator, "cobalt", Stage.Mine, ResultStatus.Insufficient, "1")
        {
            Period = new CalendarYear(2024), Low = low, High = high, ScoreLow = low, ScoreHigh = high, Coverage = 0.4, ImputedShare = 0,
            Reason = new Reason("unattributed", ["60.0"]), Evidence = [Cited(low)],
        };

    /// <summary>An average of imports in tonnes.</summary>
    public static IndicatorResult Imports(double tonnes) => new(IndicatorId.ImportAverage, "cobalt", Stage.Trade, ResultStatus.Ok, "t")
    {
        Period = Period.Parse("CY2020/CY2024"), Value = tonnes, Low = tonnes, High = tonnes, Coverage = 1, Evidence = [Cited(tonnes)],
    };

    /// <summary>A rate of self-sufficiency in per cent.</summary>
    public static IndicatorResult Rate(double percent) => new(IndicatorId.SelfSufficiency, "cobalt", Stage.Use, ResultStatus.Ok, "percent")
    {
        Period = new CalendarYear(2024), Value = percent, Low = percent, High = percent, Coverage = 1, Evidence = [Cited(percent)],
    };

    /// <summary>A file that assessments rest on.</summary>
    public static SourceUse Source(bool illustrative) => new("domestic-survey", Hash, "survey.csv", "Publisher", "Survey of 2024", "open", "Publisher", illustrative);

    private static EvidenceNode Cited(double value) => new("value", string.Empty, value, "1") { Reference = "a reference table" };
}
