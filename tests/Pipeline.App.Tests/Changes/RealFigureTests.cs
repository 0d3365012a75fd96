using Pipeline.App.Changes;
using Pipeline.Domain;
using Pipeline.Indicators.Assembly;
using Pipeline.Indicators.Observations;
using Pipeline.Indicators.Parameters;
using Pipeline.Sources;

namespace Pipeline.App.Tests.Changes;

/// <summary>Real minerals from one publisher file, in which two cells are revised: 26,000 t of cobalt mined in 2024 move from Congo to Australia, and the sum stays as it is.</summary>
public sealed class RealFigureTests
{
    private static readonly Lazy<SourceFile> File = new(() => SourceFile.From(
        "MCS2026_Commodities_Data.csv",
        System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "starter-feeds", "usgs-mcs", "MCS2026_Commodities_Data.csv"))));

    private static readonly Lazy<ReadResult> Read = new(() => SourceReaders.Read(File.Value));

    private static readonly Lazy<ChangeReport> Report = new(() => ChangeReport.Compare(
        Assess(row => row),
        Assess(row => IsCobaltOf(row, "COD") ? row with { Value = PublishedValue.Estimated(200_000, "200000") }
            : IsCobaltOf(row, "AUS") ? row with { Value = PublishedValue.Estimated(30_780, "30780") }
            : row),
        "2026Q3-aaaaaaaa",
        Given.Context,
        ComparedWith.Nothing));

    [Theory]
    [InlineData("COD", 226_000)]
    [InlineData("AUS", 4_780)]
    public void The_file_prints_the_cells_that_are_revised_once_each(string iso3, double tonnes) => Assert.Single(
        Read.Value.Observations.OfType<MineralStatisticObservation>(), row => IsCobaltOf(row, iso3) && row.Value.Point == tonnes);

    [Fact]
    public void The_production_concentration_of_cobalt_changes_as_worked_out_by_hand()
    {
        // Printed tonnes of 2024; other countries count in the sum of 301,590 t and not as one country. The rest of the squares stays.
        const double sum = 301_590;
        double[] rest = [200, 3_350, 2_000, 3_450, 35_000, 3_100, 2_630, 3_100, 8_000, 2_200];
        double before = Squares([226_000, 4_780, .. rest]) / (sum * sum);
        double after = Squares([200_000, 30_780, .. rest]) / (sum * sum);

        ResultChange change = Assert.Single(Report.Value.Values);

        Assert.Equal(("cobalt", IndicatorId.ProductionConcentration), (change.Mineral, change.Indicator));
        Assert.Equal(before, change.Before!.Value!.Value, 1e-9);
        Assert.Equal(after, change.After!.Value!.Value, 1e-9);
        Assert.Equal(after - before, change.Value!.Amount, 1e-9);
        Assert.Equal((after - before) / before, change.Value.Relative!.Value, 1e-9);
        // About 0.577 and 0.465: on both sides of the mark 0.5, from which on a concentration is very high.
        Assert.Equal((ResultStatus.Ok, Materiality.Band), (change.After.Status, change.Materiality));
        Assert.Equal((new BandSpan(Band.VeryHigh, Band.VeryHigh), new BandSpan(Band.High, Band.High)), (Report.Value.Bands[0].Before, Report.Value.Bands[0].After));
    }

    [Fact]
    public void Only_the_briefings_of_cobalt_change_and_the_table_shows_both_amounts()
    {
        Assert.All(Report.Value.Sentences, sentence => Assert.Equal("cobalt", sentence.Mineral));
        SentenceChange[] rows = [.. Report.Value.Sentences.Where(sentence =>
            sentence is { Language: "en", Section: "countries" } && sentence.Text.Contains("Congo", StringComparison.Ordinal) && sentence.Kind == Briefings.SentenceKind.TableRow)];
        Assert.Equal([SentenceMove.Disappears, SentenceMove.Appears], rows.Select(row => row.Move));
        Assert.Contains(" 226,000 (est.);", rows[0].Text, StringComparison.Ordinal);
        Assert.Contains(" 200,000 (est.);", rows[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_read_twice_changes_nothing() => Assert.True(ChangeReport.Compare(Assess(row => row), Assess(row => row), null, Given.Context, ComparedWith.Nothing).NothingChanges);

    private static bool IsCobaltOf(MineralStatisticObservation row, string iso3) =>
        row is { Mineral: "cobalt", Series: "cobalt", Statistic: Statistic.MineProduction, Period: CalendarYear { Year: 2024 } } && row.Place.Iso3 == iso3;

    private static double Squares(double[] tonnes) => tonnes.Sum(amount => amount * amount);

    private static MineralAssessment[] Assess(Func<MineralStatisticObservation, Observation> revise)
    {
        SourceUse use = new("usgs-mcs", File.Value.Snapshot, File.Value.Name, "U.S. Geological Survey", "Mineral Commodity Summaries 2026", "public domain", "U.S. Geological Survey", Illustrative: false);
        Observation[] observations = [.. Read.Value.Observations.Select(row => row is MineralStatisticObservation statistic ? revise(statistic) : row)];
        MineralAssessor assessor = new(new ObservationIndex(observations), ParameterSet.InForce(new DateOnly(2026, 12, 31)), [use]);
        return [.. new[] { "cobalt", "copper", "gallium" }.Select(assessor.Assess)];
    }
}
