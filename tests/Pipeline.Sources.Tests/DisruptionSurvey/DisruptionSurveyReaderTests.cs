using Pipeline.Domain;
using Pipeline.Sources.DisruptionSurvey;
using Pipeline.Sources.Tests.Templates;

namespace Pipeline.Sources.Tests.DisruptionSurvey;

/// <summary>Events, searches and indices, with faults planted in a text and in a workbook.</summary>
public sealed class DisruptionSurveyReaderTests
{
    private static readonly DisruptionSurveyReader Reader = new();

    private static readonly Dictionary<string, object?> Event = new(StringComparer.Ordinal)
    {
        ["disruption_survey_version"] = "1",
        ["row_type"] = "event",
        ["sub_factor"] = "labour_disputes",
        ["country"] = "CHL",
        ["mineral_id"] = "copper",
        ["period"] = "2024-08",
        ["description"] = "Strike of nine days at a mine",
        ["source"] = "Newspaper, 2024-08-20",
        ["confirmed_by"] = "Mineral Resources Division",
        ["known_from"] = "2024-08-20",
        ["illustrative"] = "no",
    };

    private static readonly Dictionary<string, object?> Searched = Filled.Row(
        Event, ("row_type", "searched"), ("period", "CY2015/CY2024"), ("description", null), ("searched_on", "2025-01-10"), ("known_from", "2025-01-10"));

    private static readonly Dictionary<string, object?> Index = Filled.Row(
        Event, ("row_type", "index"), ("sub_factor", "infrastructure"), ("mineral_id", null), ("period", "CY2023"), ("description", null),
        ("value", "2.8"), ("unit", "1-5"));

    /// <summary>Sub-factor, unit, a figure on the scale, one below or beside it.</summary>
    public static TheoryData<string, string, string, string> Scales => new()
    {
        { "power_stability", "outages/month", "12.3", "-1" },
        { "extreme_weather", "0-10", "10", "10.1" },
        { "infrastructure", "1-5", "1", "0.9" },
        { "infrastructure", "1-5", "5", "5.01" },
        { "epidemic_response", "0-100", "100", "101" },
    };

    /// <summary>Type of the row, column, bad cell, rule, place in the sheet.</summary>
    public static TheoryData<string, string, string, string, string> BadCells => new()
    {
        { "event", "description", "", "missing", "description (G3)" },
        { "event", "mineral_id", "", "missing", "mineral_id (E3)" },
        { "event", "source", "", "missing", "source (J3)" },
        { "event", "value", "3", "must-be-empty", "value (H3)" },
        { "event", "period", "CY2015/CY2024", "period", "period (F3)" },
        { "event", "sub_factor", "infrastructure", "sub-factor", "sub_factor (C3)" },
        { "searched", "searched_on", "", "missing", "searched_on (L3)" },
        { "searched", "period", "2024-08", "period", "period (F3)" },
        { "searched", "sub_factor", "extreme_weather", "sub-factor", "sub_factor (C3)" },
        { "index", "value", "", "missing", "value (H3)" },
        { "index", "value", "good", "number", "value (H3)" },
        { "index", "unit", "0-10", "unit", "unit (I3)" },
        { "index", "mineral_id", "copper", "must-be-empty", "mineral_id (E3)" },
        { "index", "period", "2023-01", "period", "period (F3)" },
        { "index", "sub_factor", "labour_disputes", "sub-factor", "sub_factor (C3)" },
    };

    [Fact]
    public void An_event_a_search_and_an_index_become_what_they_say()
    {
        IReadOnlyList<Observation> read = Reader.Read(Filled.Text(Reader.Template, Event, Searched, Index)).Observations;

        DisruptionEventObservation stoppage = Assert.IsType<DisruptionEventObservation>(read[0]);
        Assert.Equal(
            ("CHL", "copper", DisruptionSubFactor.LabourDisputes, "2024-08", "Strike of nine days at a mine", "Mineral Resources Division"),
            (stoppage.Iso3, stoppage.Mineral, stoppage.SubFactor, stoppage.Period.Code, stoppage.Description, stoppage.ConfirmedBy));
        SearchRecordObservation search = Assert.IsType<SearchRecordObservation>(read[1]);
        Assert.Equal(
            ("disruption-survey", DisruptionSubFactor.LabourDisputes, "CY2015/CY2024", new DateOnly(2025, 1, 10)),
            (search.Source, search.SubFactor, search.Period.Code, search.SearchedOn));
        CountryIndexObservation index = Assert.IsType<CountryIndexObservation>(read[2]);
        Assert.Equal(
            ("CHL", DisruptionSubFactor.Infrastructure, "CY2023", 2.8, "1-5", "filled.csv!4:value"),
            (index.Iso3, index.SubFactor, index.Period.Code, index.Value.Point, index.Unit, index.Cell.Address));
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void An_index_has_the_raw_unit_and_the_range_of_its_sub_factor(string subFactor, string unit, string good, string bad)
    {
        Dictionary<string, object?> row = Filled.Row(Index, ("sub_factor", subFactor), ("unit", unit), ("value", good));

        Assert.Single(Reader.Read(Filled.Text(Reader.Template, row)).Observations);
        QuarantinedRow aside = Assert.Single(Reader.Read(Filled.Text(Reader.Template, Filled.Row(row, ("value", bad)))).Quarantined);
        Assert.Equal(("range", "filled.csv!2:value", $"'{bad}'"), (aside.Rule, aside.Cell.Address, aside.Found));
    }

    [Fact]
    public void An_index_that_its_publisher_does_not_give_is_kept_as_not_available_and_never_as_zero() => Assert.Equal(
        (ValueKind.NotCollected, null),
        Assert.IsType<CountryIndexObservation>(
            Assert.Single(Reader.Read(Filled.Text(Reader.Template, Filled.Row(Index, ("value", "NA")))).Observations)) is var index
            ? (index.Value.Kind, index.Value.Point)
            : default);

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_sets_its_row_aside_in_text_and_workbook(string type, string column, string bad, string rule, string place)
    {
        Dictionary<string, object?> good = type switch { "event" => Event, "searched" => Searched, _ => Index };
        Dictionary<string, object?>[] rows = [Event, Filled.Row(good, (column, bad))];

        QuarantinedRow inText = Assert.Single(Reader.Read(Filled.Text(Reader.Template, rows)).Quarantined);
        QuarantinedRow inSheet = Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, rows)).Quarantined);

        Assert.Equal((rule, $"filled.csv!3:{column}", bad.Length == 0 ? "nothing" : $"'{bad}'"), (inText.Rule, inText.Cell.Address, inText.Found));
        Assert.Equal((rule, place, inText.Expected), (inSheet.Rule, inSheet.Cell.Column, inSheet.Expected));
    }

    [Fact]
    public void Policy_stability_belongs_to_the_register_and_is_no_code_here() => Assert.Throws<UnknownCodeException>(
        () => Reader.Read(Filled.Text(Reader.Template, Filled.Row(Searched, ("sub_factor", "policy_stability")))));

    [Fact]
    public void Nobody_has_to_hand_it_in() => Assert.False(Reader.IsExpected);
}
