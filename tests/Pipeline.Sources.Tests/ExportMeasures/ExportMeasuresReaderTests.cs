using Pipeline.Domain;
using Pipeline.Sources.ExportMeasures;
using Pipeline.Sources.Tests.Templates;

namespace Pipeline.Sources.Tests.ExportMeasures;

/// <summary>Rows of the register, with faults planted in a text and in a workbook.</summary>
public sealed class ExportMeasuresReaderTests
{
    private static readonly ExportMeasuresReader Reader = new();

    private static readonly Dictionary<string, object?> Measure = new(StringComparer.Ordinal)
    {
        ["export_measures_version"] = "1",
        ["row_type"] = "measure",
        ["country"] = "CHN",
        ["mineral_id"] = "gallium",
        ["period"] = "2023-08",
        ["kind"] = "export_licence",
        ["standing"] = "in_force",
        ["act"] = "Announcement 23 of 2023",
        ["description"] = "Licence for exports",
        ["source"] = "Gazette, 2023-07-03",
        ["confirmed_by"] = "Mineral Resources Division",
        ["known_from"] = "2023-07-03",
        ["illustrative"] = "no",
    };

    private static readonly Dictionary<string, object?> Searched = new(StringComparer.Ordinal)
    {
        ["export_measures_version"] = "1",
        ["row_type"] = "searched",
        ["country"] = "AUS",
        ["mineral_id"] = "all",
        ["period"] = "CY2016/CY2025",
        ["source"] = "OECD inventory of export restrictions",
        ["confirmed_by"] = "Mineral Resources Division",
        ["searched_on"] = "2026-01-15",
        ["known_from"] = "2026-01-15",
        ["illustrative"] = "no",
    };

    /// <summary>True for a row on a search, column, bad cell, rule, place in the sheet.</summary>
    public static TheoryData<bool, string, string, string, string> BadCells => new()
    {
        { false, "act", "", "missing", "act (H3)" },
        { false, "source", "", "missing", "source (J3)" },
        { false, "confirmed_by", "", "missing", "confirmed_by (K3)" },
        { false, "kind", "", "missing", "kind (F3)" },
        { false, "standing", "", "missing", "standing (G3)" },
        { false, "mineral_id", "", "missing", "mineral_id (D3)" },
        { false, "period", "2023", "period", "period (E3)" },
        { false, "period", "CY2016/CY2025", "period", "period (E3)" },
        { false, "searched_on", "2026-01-15", "must-be-empty", "searched_on (L3)" },
        { true, "searched_on", "", "missing", "searched_on (L3)" },
        { true, "period", "CY2025", "period", "period (E3)" },
        { true, "period", "CY2017/CY2027", "period", "period (E3)" },
        { true, "kind", "export_ban", "must-be-empty", "kind (F3)" },
        { true, "act", "Mining law", "must-be-empty", "act (H3)" },
    };

    [Fact]
    public void A_measure_has_country_mineral_month_kind_standing_act_and_source()
    {
        ExportMeasureObservation measure = Assert.IsType<ExportMeasureObservation>(
            Assert.Single(Reader.Read(Filled.Text(Reader.Template, Measure)).Observations));

        Assert.Equal(
            ("export-measures", "2023-08", "CHN", "gallium", MeasureKind.ExportLicence, MeasureStanding.InForce),
            (measure.Source, measure.Period.Code, measure.Iso3, measure.Mineral, measure.Kind, measure.Standing));
        Assert.Equal(
            ("Announcement 23 of 2023", "Licence for exports", "Gazette, 2023-07-03", "Mineral Resources Division", "filled.csv!2:kind"),
            (measure.Act, measure.Description, measure.Citation, measure.ConfirmedBy, measure.Cell.Address));
    }

    [Fact]
    public void A_search_says_country_years_day_office_and_where_and_speaks_of_policy_stability()
    {
        SearchRecordObservation search = Assert.IsType<SearchRecordObservation>(
            Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, Searched)).Observations));

        Assert.Equal(
            ("CY2016/CY2025", "AUS", null, DisruptionSubFactor.PolicyStability, new DateOnly(2026, 1, 15), "Mineral Resources Division"),
            (search.Period.Code, search.Iso3, search.Mineral, search.SubFactor, search.SearchedOn, search.SearchedBy));
        Assert.Equal("OECD inventory of export restrictions", search.Citation);
    }

    [Fact]
    public void All_minerals_is_written_out_and_never_meant_by_an_empty_cell() => Assert.Null(
        Assert.IsType<ExportMeasureObservation>(
            Assert.Single(Reader.Read(Filled.Text(Reader.Template, Filled.Row(Measure, ("mineral_id", "all")))).Observations)).Mineral);

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_sets_its_row_aside_in_text_and_workbook(bool onSearch, string column, string bad, string rule, string place)
    {
        Dictionary<string, object?>[] rows = [Measure, Filled.Row(onSearch ? Searched : Measure, (column, bad))];

        ReadResult text = Reader.Read(Filled.Text(Reader.Template, rows));
        ReadResult workbook = Reader.Read(Filled.Workbook(Reader.Template, rows));

        Assert.Single(text.Observations);
        QuarantinedRow inText = Assert.Single(text.Quarantined);
        QuarantinedRow inSheet = Assert.Single(workbook.Quarantined);
        Assert.Equal((rule, $"filled.csv!3:{column}", bad.Length == 0 ? "nothing" : $"'{bad}'"), (inText.Rule, inText.Cell.Address, inText.Found));
        Assert.Equal((rule, place, inText.Expected), (inSheet.Rule, inSheet.Cell.Column, inSheet.Expected));
    }

    [Theory]
    [InlineData("kind", "boycott")]
    [InlineData("country", "CHINA")]
    [InlineData("mineral_id", "phosphorus")]
    public void An_unknown_code_stops_the_register(string column, string code) => Assert.Equal(
        code, Assert.Throws<UnknownCodeException>(() => Reader.Read(Filled.Text(Reader.Template, Filled.Row(Measure, (column, code))))).Code);

    [Fact]
    public void One_act_may_have_several_measures_and_renewals_but_the_same_row_only_once()
    {
        ReadResult result = Reader.Read(Filled.Text(
            Reader.Template, Measure, Filled.Row(Measure, ("mineral_id", "germanium")), Filled.Row(Measure, ("period", "2024-08")), Measure));

        Assert.Equal(3, result.Observations.Count);
        QuarantinedRow again = Assert.Single(result.Quarantined);
        Assert.Equal(("duplicate", 5), (again.Rule, again.Cell.Row));
    }

    [Fact]
    public void An_act_belongs_to_one_country()
    {
        ReadResult result = Reader.Read(Filled.Workbook(Reader.Template, Measure, Filled.Row(Measure, ("country", "USA"))));

        QuarantinedRow other = Assert.Single(result.Quarantined);
        Assert.Equal(("disagrees", "country (C3)", "'USA'"), (other.Rule, other.Cell.Column, other.Found));
        Assert.Equal("'CHN' as in row 2: the same for every 'Announcement 23 of 2023'", other.Expected);
    }

    [Fact]
    public void The_register_is_expected_in_every_run() => Assert.True(Reader.IsExpected);
}
