using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Concentration;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Parameters;

/// <summary>Parameter files are strict: what is misspelt is refused with file, line and path, and nothing without label, basis or reason gets in.</summary>
[Trait("Clause", "12")]
public sealed class ParameterFileTests
{
    private const string Table = """
        [
          { "id": "concentration.series", "unit": "table", "label": "open", "basis": "reading",
            "values": [
              { "from": "2021-04-01",
                "value": {
                  "cobalt": { "reserves": [ "cobalt" ] },
                  "nickel": { "reserves": [ "nickel" ],
                              "reserve": [ "nickel" ] }
                },
                "reason": "one table" }
            ],
            "lastConfirmedOn": "2026-04-01", "confirmEvery": "P1Y" }
        ]
        """;

    [Theory]
    [InlineData("\"unit\"", "\"units\"", "line 2, $[0].units")]
    [InlineData("\"reason\"", "\"why\"", "line 10, $[0].values[0].why")]
    public void An_unknown_member_is_refused_with_file_line_and_path(string member, string misspelt, string place)
    {
        ParameterException fault = Assert.Throws<ParameterException>(() => ParameterFile.Read("series.parameter.json", Table.Replace(member, misspelt, StringComparison.Ordinal)));

        Assert.Equal("series.parameter.json", fault.Fault.Source);
        Assert.Equal(place, fault.Fault.Place);
    }

    [Fact]
    public void An_unknown_member_in_a_row_of_a_table_is_refused_with_file_line_and_path()
    {
        ParameterSet set = ParameterSet.From(ParameterFile.Read("series.parameter.json", Table), Given.Day);

        ParameterException fault = Assert.Throws<ParameterException>(() => set.Open().Row<SeriesRow>("concentration.series", "nickel"));

        Assert.Equal("series.parameter.json", fault.Fault.Source);
        Assert.Equal("line 8, concentration.series/nickel, $.reserve", fault.Fault.Place);
        Assert.Equal(["cobalt"], set.Open().Row<SeriesRow>("concentration.series", "cobalt")!.Reserves);
    }

    [Fact]
    public void An_unknown_member_in_a_whole_table_is_refused_with_file_line_and_path()
    {
        ParameterSet set = ParameterSet.From(ParameterFile.Read("series.parameter.json", Table), Given.Day);

        ParameterException fault = Assert.Throws<ParameterException>(() => set.Open().Table<Dictionary<string, SeriesRow>>("concentration.series"));

        Assert.Equal("series.parameter.json", fault.Fault.Source);
        Assert.Equal("line 8, concentration.series, $.nickel.reserve", fault.Fault.Place);
    }

    [Fact]
    public void Every_row_of_the_series_and_price_tables_is_in_the_form_of_its_rule()
    {
        foreach ((string id, Type row) in new[] { ("concentration.series", typeof(SeriesChoice)), ("price.series", typeof(Pipeline.Indicators.PriceFluctuation.PriceChoice)) })
        {
            JsonElement table = Given.Parameters.Find(id).Value;
            Assert.NotEmpty(table.EnumerateObject());
            Assert.All(table.EnumerateObject(), one => Assert.NotNull(one.Value.Deserialize(row, PipelineJson.Options)));
        }
    }

    [Fact]
    public void Every_parameter_of_the_open_rules_has_a_label_below_restricted_a_known_basis_and_a_reason_or_reference()
    {
        Assert.NotEmpty(ParameterFile.Embedded);
        Assert.All(ParameterFile.Embedded, definition =>
        {
            Assert.True(definition.Label is AccessLabel.Open or AccessLabel.Internal, definition.Id);
            Assert.Contains(definition.Basis, new[] { "policy", "proposal", "reading", "sample" });
            Assert.Matches(@"^[a-z][A-Za-z0-9]*(\.[a-zA-Z][A-Za-z0-9]*)+$", definition.Id);
            Assert.All(definition.Values, value => Assert.True((value.Reason ?? value.Reference)?.Length > 0, definition.Id));
        });
    }

    [Fact]
    public void Open_rules_refuse_a_restricted_parameter()
    {
        IReadOnlyList<ParameterDefinition> definitions = ParameterFile.Read("planted.parameter.json", """
            [ { "id": "planted.parameter", "unit": "1", "label": "restricted", "basis": "sample",
                "values": [ { "from": "2021-04-01", "value": 7, "reason": "planted" } ], "lastConfirmedOn": "2026-04-01", "confirmEvery": "P1Y" } ]
            """);

        ParameterException fault = Assert.Throws<ParameterException>(() => ParameterFile.WithoutRestricted(definitions));
        Assert.Equal(("planted.parameter.json", "planted.parameter, label"), (fault.Fault.Source, fault.Fault.Place));
        Assert.Same(ParameterFile.Embedded, ParameterFile.WithoutRestricted(ParameterFile.Embedded));
    }

    [Fact]
    public void What_is_listed_says_value_unit_reason_and_until_when_it_is_confirmed()
    {
        ParameterEntry reference = ParameterSet.InForce(Given.Day).Entries.Single(entry => entry.Id == "price.reference");

        Assert.Equal(("0.60", "1/year", AccessLabel.Open, "proposal"), (reference.Value!.Value.GetRawText(), reference.Unit, reference.Label, reference.Basis));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2027, 4, 1), false), (reference.LastConfirmedOn, reference.ConfirmedUntil, reference.Stale));
        Assert.NotEmpty(reference.Reason ?? reference.Reference!);
    }

    [Fact]
    public void On_the_day_after_the_last_confirmed_one_every_parameter_in_force_is_listed_as_stale()
    {
        Assert.Empty(ParameterSet.InForce(new DateOnly(2027, 4, 1)).Stale);
        ParameterSet late = ParameterSet.InForce(new DateOnly(2027, 4, 2));
        Assert.Equal(late.Entries.Where(entry => entry.LastConfirmedOn == new DateOnly(2026, 4, 1) && entry.ConfirmEvery == "P1Y").Select(entry => entry.Id), late.Stale);
    }

    [Fact]
    public void Before_its_first_date_a_parameter_is_listed_without_a_value_and_is_not_stale()
    {
        ParameterEntry early = ParameterSet.InForce(new DateOnly(2010, 1, 1)).Entries.Single(entry => entry.Id == "price.reference");

        Assert.Null(early.Value);
        Assert.Equal((new DateOnly(2021, 4, 1), false), (early.From, early.Stale));
    }

    private sealed record SeriesRow(IReadOnlyList<string> Reserves);
}
