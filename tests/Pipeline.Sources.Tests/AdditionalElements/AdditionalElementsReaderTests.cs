using Pipeline.Domain;
using Pipeline.Sources.AdditionalElements;
using Pipeline.Sources.Tests.Templates;

namespace Pipeline.Sources.Tests.AdditionalElements;

/// <summary>Entered scores, with faults planted in a text and in a workbook.</summary>
public sealed class AdditionalElementsReaderTests
{
    private static readonly AdditionalElementsReader Reader = new();

    private static readonly Dictionary<string, object?> Good = new(StringComparer.Ordinal)
    {
        ["additional_elements_version"] = "1",
        ["mineral_id"] = "cobalt",
        ["element"] = "future_importance",
        ["score"] = "0.9",
        ["author"] = "Mineral Resources Division, A. Tanaka",
        ["entered_on"] = "2026-04-01",
        ["valid_until"] = "2027-04-01",
        ["reason"] = "Batteries",
        ["known_from"] = "2026-04-01",
        ["illustrative"] = "no",
    };

    /// <summary>Column, bad cell, rule, place in the sheet.</summary>
    public static TheoryData<string, string, string, string> BadCells => new()
    {
        { "score", "1.01", "range", "score (D3)" },
        { "score", "-0.1", "range", "score (D3)" },
        { "score", "high", "number", "score (D3)" },
        { "author", "", "missing", "author (E3)" },
        { "reason", "", "missing", "reason (H3)" },
        { "entered_on", "1 April 2026", "date", "entered_on (F3)" },
        { "valid_until", "", "missing", "valid_until (G3)" },
        { "valid_until", "2027-04-02", "valid-until", "valid_until (G3)" },
        { "valid_until", "2026-03-31", "valid-until", "valid_until (G3)" },
        { "known_from", "2026-03-31", "known-from", "known_from (I3)" },
    };

    [Fact]
    public void A_score_has_author_day_reason_and_an_end()
    {
        EnteredScoreObservation score = Assert.IsType<EnteredScoreObservation>(
            Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, Filled.Row(Good, ("score", 0.9)))).Observations));

        Assert.Equal(
            ("cobalt", AdditionalElement.FutureImportance, 0.9, "Mineral Resources Division, A. Tanaka", "Batteries", "2026-04"),
            (score.Mineral, score.Element, score.Score, score.Author, score.Reason, score.Period.Code));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2027, 4, 1)), (score.EnteredOn, score.ValidUntil));
    }

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_sets_its_row_aside_in_text_and_workbook(string column, string bad, string rule, string place)
    {
        Dictionary<string, object?>[] rows = [Filled.Row(Good, ("element", "substitution_difficulty")), Filled.Row(Good, (column, bad))];

        QuarantinedRow inText = Assert.Single(Reader.Read(Filled.Text(Reader.Template, rows)).Quarantined);
        QuarantinedRow inSheet = Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, rows)).Quarantined);

        Assert.Equal((rule, $"filled.csv!3:{column}", bad.Length == 0 ? "nothing" : $"'{bad}'"), (inText.Rule, inText.Cell.Address, inText.Found));
        Assert.Equal((rule, place, inText.Expected), (inSheet.Rule, inSheet.Cell.Column, inSheet.Expected));
    }

    [Fact]
    public void A_score_of_a_leap_day_ends_on_the_last_of_February()
    {
        Dictionary<string, object?> leap = Filled.Row(Good, ("entered_on", "2028-02-29"), ("valid_until", "2029-02-28"), ("known_from", "2028-02-29"));

        Assert.Single(Reader.Read(Filled.Text(Reader.Template, leap)).Observations);
        Assert.Single(Reader.Read(Filled.Text(Reader.Template, Filled.Row(leap, ("valid_until", "2029-03-01")))).Quarantined);
    }

    [Fact]
    public void Nobody_has_to_hand_it_in() => Assert.False(Reader.IsExpected);
}
