using Pipeline.Domain;
using Pipeline.Sources.DomesticSurvey;
using Pipeline.Sources.Tests.Templates;

namespace Pipeline.Sources.Tests.DomesticSurvey;

/// <summary>What the domestic survey takes and what it refuses (indicators, section 8). Sites and companies are invented.</summary>
public sealed class DomesticSurveyReaderTests
{
    private const string Collected = "collected from companies";

    private static readonly DomesticSurveyReader Reader = new();

    private static readonly Dictionary<string, object?> Demand = new(StringComparer.Ordinal)
    {
        ["domestic_survey_version"] = "1",
        ["mineral_id"] = "copper",
        ["period"] = "FY2018",
        ["quantity"] = "domestic_demand",
        ["value"] = "1000",
        ["unit"] = "t",
        ["content_basis"] = "refined metal",
        ["definition"] = "apparent demand",
        ["source"] = "invented for tests",
        ["publisher"] = "Example Office",
        ["confidence"] = "original",
        ["known_from"] = "2019-09-30",
        ["illustrative"] = "yes",
    };

    private static readonly Dictionary<string, object?> Mine =
        Filled.Row(Demand, ("quantity", "mine_production"), ("site", "Example Mine"), ("value", "400"));

    /// <summary>Changes of a good row, the rule it then breaks, and the column.</summary>
    public static TheoryData<string, string, string> BadRows => new()
    {
        { "quantity=mine_production", "site", "site" },
        { "quantity=equity_share,unit=1,value=0.5", "site", "site" },
        { "quantity=mine_imports", "site", "site" },
        { "quantity=smelter_offtake", "site", "site" },
        { "quantity=smelter_equity_quantity", "site", "site" },
        { "site=Example Mine", "site", "site" },
        { "quantity=equity_share,site=Example Mine,unit=1,value=1.2", "range", "value" },
        { "quantity=equity_share,site=Example Mine,unit=1,value=50", "range", "value" },
        { "quantity=equity_share,site=Example Mine,unit=t,value=0.5", "unit", "unit" },
        { "quantity=self_sufficiency,unit=t", "unit", "unit" },
        { "quantity=equity_ore,unit=percent", "unit", "unit" },
        { "value=-1", "range", "value" },
        { "value=", "missing", "value" },
        { "mineral_id=copper,part=neodymium", "part", "part" },
        { "period=2018-11", "period", "period" },
        { "period=CY2010/CY2018", "period", "period" },
        { "contributors=4,largest_share=0.5", "contributors", "confidence" },
        { $"confidence={Collected}", "contributors", "contributors" },
        { $"confidence={Collected},contributors=4", "contributors", "largest_share" },
        { $"confidence={Collected},contributors=4,largest_share=0.1", "contributors", "largest_share" },
        { "publisher=", "missing", "publisher" },
        { "source=", "missing", "source" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_row_that_breaks_a_rule_is_set_aside_with_the_cell(string changes, string rule, string column)
    {
        Dictionary<string, object?> bad = Filled.Row(Demand, Changes(changes));

        QuarantinedRow text = Assert.Single(Reader.Read(Filled.Text(Reader.Template, bad)).Quarantined);
        QuarantinedRow sheet = Assert.Single(Reader.Read(Filled.Workbook(Reader.Template, bad)).Quarantined);

        Assert.Equal((rule, $"filled.csv!2:{column}"), (text.Rule, text.Cell.Address));
        Assert.Equal(rule, sheet.Rule);
        Assert.Matches($@"^workbook\.xlsx\[domestic-survey\]!2:{column} \([A-S]2\)$", sheet.Cell.Address);
    }

    [Theory]
    [InlineData("contributors=4,largest_share=0.5", "contributors")]
    [InlineData($"confidence={Collected}", "confidence")]
    [InlineData($"confidence={Collected},contributors=4,largest_share=0.5", "contributors")]
    [InlineData("contributors=four", "contributors")]
    [InlineData($"confidence={Collected},unit=kg", "confidence")]
    [InlineData($"confidence={Collected},period=last year", "confidence")]
    [InlineData($"confidence={Collected},publisher=", "confidence")]
    public void A_mine_or_smelter_figure_of_companies_is_refused_and_none_of_it_is_repeated(string changes, string column)
    {
        Dictionary<string, object?> bad = Filled.Row(Mine, [.. Changes(changes), ("value", "987654"), ("site", "Example Secret Mine")]);

        ReadResult result = Reader.Read(Filled.Text(Reader.Template, bad));

        Assert.Empty(result.Observations);
        QuarantinedRow row = Assert.Single(result.Quarantined);
        Assert.Equal(("restricted", column), (row.Rule, row.Cell.Column));
        Assert.Contains("closed application", row.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", row.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_restricted_row_with_a_number_that_cannot_be_read_is_refused_as_restricted()
    {
        Dictionary<string, object?> bad = Filled.Row(Mine, ("confidence", Collected), ("value", "987654 or so"), ("site", "Example Secret Mine"));

        QuarantinedRow row = Assert.Single(Reader.Read(Filled.Text(Reader.Template, bad)).Quarantined);

        Assert.Equal("restricted", row.Rule);
        Assert.DoesNotContain("987654", row.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_field_too_many_is_not_repeated()
    {
        string text = System.Text.Encoding.UTF8.GetString(Filled.Text(Reader.Template, Filled.Row(Mine, ("confidence", Collected), ("site", "Example Secret Mine"))).Bytes.Span);
        SourceFile file = SourceFile.From("filled.csv", System.Text.Encoding.UTF8.GetBytes(text.Replace(",400,", ",400,0,", StringComparison.Ordinal)));

        Fault fault = Assert.Throws<LayoutDriftException>(() => Reader.Read(file)).Fault;

        Assert.Equal("line 2", fault.Place);
        Assert.DoesNotContain("Secret", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mine_of_a_published_document_has_production_share_and_imports()
    {
        ReadResult result = Reader.Read(Filled.Workbook(
            Reader.Template, Mine,
            Filled.Row(Mine, ("quantity", "equity_share"), ("value", 0.5), ("unit", "1")),
            Filled.Row(Mine, ("quantity", "mine_imports"), ("value", 180d))));

        Assert.Empty(result.Quarantined);
        DomesticSupplyObservation[] rows = [.. result.Observations.Cast<DomesticSupplyObservation>()];
        Assert.All(rows, row => Assert.Equal("Example Mine", row.Site));
        Assert.Equal([400, 0.5, 180], rows.Select(row => row.Value.Point!.Value));
        Assert.All(rows, row => Assert.True(row.Cell.Illustrative));
    }

    [Fact]
    public void A_total_of_companies_says_how_many_and_how_large_the_largest_is()
    {
        DomesticSupplyObservation row = (DomesticSupplyObservation)Assert.Single(Reader.Read(Filled.Text(
            Reader.Template,
            Filled.Row(Demand, [.. Changes($"quantity=process_scrap,value=W,confidence={Collected},contributors=3,largest_share=0.333")]))).Observations);
        Assert.Equal((3, 0.333, ValueKind.WithheldBySource), (row.Contributors, row.LargestShare, row.Value.Kind));
        Assert.Null(row.Site);
    }

    [Fact]
    public void A_published_figure_has_neither()
    {
        DomesticSupplyObservation row = (DomesticSupplyObservation)Assert.Single(Reader.Read(Filled.Text(Reader.Template, Demand)).Observations);
        Assert.Equal(((int?)null, (double?)null), (row.Contributors, row.LargestShare));
    }

    [Theory]
    [InlineData("mineral_id=cupper")]
    [InlineData("part=neodymum")]
    [InlineData("quantity=demand")]
    [InlineData("unit=kt")]
    [InlineData("confidence=good")]
    public void An_unknown_code_stops_the_file(string change) =>
        Assert.Throws<UnknownCodeException>(() => Reader.Read(Filled.Text(Reader.Template, Demand, Filled.Row(Demand, Changes(change)))));

    [Fact]
    public void Rows_of_one_key_stay_apart_by_basis_definition_or_source_and_only_a_repetition_is_set_aside()
    {
        ReadResult result = Reader.Read(Filled.Text(
            Reader.Template, Demand, Filled.Row(Demand, ("content_basis", "contained copper")), Filled.Row(Demand, ("definition", "total demand")),
            Filled.Row(Demand, ("source", "another document")), Filled.Row(Demand, ("value", "999"))));
        Assert.Equal(4, result.Observations.Count);
        Assert.Equal(("duplicate", 6), (Assert.Single(result.Quarantined).Rule, result.Quarantined[0].Cell.Row));
    }

    [Fact]
    public void A_run_without_the_survey_has_a_hole() => Assert.True(Reader.IsExpected);

    private static (string, object?)[] Changes(string changes) =>
        [.. changes.Split(',').Select(change => change.Split('=')).Select(change => (change[0], (object?)change[1]))];
}
