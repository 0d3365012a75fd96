using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Parameters;

[Trait("Clause", "12")]
public sealed class ParameterSetTests
{
    private const string Reference = """
        [ { "id": "price.reference", "unit": "1/year", "label": "open", "basis": "proposal",
            "values": [ { "from": "2021-04-01", "value": 0.60, "reason": "first" }, { "from": "2026-04-01", "value": 0.55, "reason": "second" } ],
            "lastConfirmedOn": "2026-04-01", "confirmEvery": "P1Y" } ]
        """;

    [Theory]
    [InlineData("result.coverage.ok", 0.85)]
    [InlineData("result.coverage.partial", 0.60)]
    [InlineData("result.imputed.ok", 0.05)]
    [InlineData("result.imputed.partial", 0.25)]
    [InlineData("concentration.totalTolerance", 0.005)]
    [InlineData("concentration.minimumDigits", 2)]
    [InlineData("governance.minimum", 4)]
    [InlineData("governance.maxAgeYears", 3)]
    [InlineData("governance.unknown", 0.5)]
    [InlineData("import.minimumStageShare", 0.01)]
    [InlineData("price.months", 60)]
    [InlineData("price.ok", 48)]
    [InlineData("price.partial", 36)]
    [InlineData("price.reference", 0.60)]
    [InlineData("grade.reference", 0.05)]
    [InlineData("life.reference", 0.5)]
    [InlineData("factor1.years", 3)]
    [InlineData("factor2.minimum", 4)]
    [InlineData("factor4.scale", 1.0)]
    [InlineData("scenario.ev.vehicles", 1_000_000)]
    [InlineData("scenario.wind.megawatts", 10_000)]
    public void The_values_in_force_are_those_of_the_method(string id, double value) => Assert.Equal(value, Given.Parameters.Open().Number(id));

    [Fact]
    public void Choices_in_words_and_lists_are_those_of_the_method()
    {
        ParameterScope parameters = Given.Parameters.Open();
        Assert.Equal("exclude", parameters.Text("concentration.residual"));
        Assert.Equal("weightedSquares", parameters.Text("import.form"));
        Assert.Equal([3, 5], parameters.Numbers("secondary.components"));
        Assert.Equal(6, parameters.Texts("governance.dimensions").Count);
        Assert.Equal(("FRA", "DNK"), (parameters.Table<Dictionary<string, string>>("governance.sovereign")["NCL"], parameters.Table<Dictionary<string, string>>("governance.sovereign")["GRL"]));
    }

    [Theory]
    [InlineData(2026, 3, 31, 0.60)]
    [InlineData(2026, 4, 1, 0.55)]
    public void The_value_in_force_on_the_day_is_used(int year, int month, int day, double value) =>
        Assert.Equal(value, Set(Reference, new DateOnly(year, month, day)).Open().Number("price.reference"));

    [Fact]
    public void A_day_before_the_first_value_is_refused()
    {
        ParameterException fault = Assert.Throws<ParameterException>(() => Set(Reference, new DateOnly(2021, 3, 31)).Open().Number("price.reference"));
        Assert.True(fault.IsBeforeFirstValue);
        Assert.Equal(("price.reference", "2021-03-31"), (fault.Fault.Place, fault.Fault.Found));
    }

    [Theory]
    [InlineData(2027, 4, 1, false)]
    [InlineData(2027, 4, 2, true)]
    public void A_parameter_past_its_confirmation_is_used_and_marked_stale(int year, int month, int day, bool stale)
    {
        ParameterScope parameters = Set(Reference, new DateOnly(year, month, day)).Open();
        Assert.Equal(0.55, parameters.Number("price.reference"));
        Assert.Equal(stale, Assert.Single(parameters.Uses).IsStale);
        Assert.Equal(stale, parameters.AnyStale);
    }

    [Theory]
    [InlineData("\"unit\"", "\"units\"")]
    [InlineData("\"reason\": \"second\"", "\"reason\": \"\"")]
    [InlineData("2026-04-01\", \"value\"", "2021-04-01\", \"value\"")]
    [InlineData("P1Y", "yearly")]
    [InlineData("proposal", "guess")]
    [InlineData("0.55", "null")]
    [InlineData("\"open\"", "\"public\"")]
    [InlineData("\"lastConfirmedOn\": \"2026-04-01\",", "")]
    [InlineData("[ { \"id\"", "{ \"id\"")]
    public void A_file_in_another_form_is_refused(string part, string instead)
    {
        string broken = Reference.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(Reference, broken);
        Assert.Throws<ParameterException>(() => ParameterFile.Read("test.parameter.json", broken));
    }

    [Fact]
    public void An_unknown_parameter_and_a_wrong_kind_are_refused()
    {
        ParameterScope parameters = Given.Parameters.Open();
        Assert.False(Assert.Throws<ParameterException>(() => parameters.Number("price.unknown")).IsBeforeFirstValue);
        Assert.Throws<ParameterException>(() => parameters.Number("import.form"));
        Assert.Throws<ParameterException>(() => parameters.Count("price.reference"));
        Assert.Throws<ParameterException>(() => parameters.Table<Dictionary<string, string>>("price.reference"));
    }

    [Fact]
    public void The_hash_follows_every_value_in_force_and_nothing_else()
    {
        Assert.Equal(ParameterSet.InForce(Given.Day).Hash, ParameterSet.InForce(Given.Day.AddDays(1)).Hash);
        Assert.NotEqual(Given.Parameters.Hash, Given.With("price.reference", "0.61").Hash);
        Assert.NotEqual(Given.Parameters.Hash, ParameterSet.InForce(new DateOnly(2028, 1, 1)).Hash);
        Assert.Matches("^[0-9a-f]{64}$", Given.Parameters.Hash);
    }

    [Fact]
    public void Every_mineral_has_its_series_and_its_price_named()
    {
        ParameterScope parameters = Given.Parameters.Open();
        Assert.All(MineralCatalogue.All, mineral =>
        {
            Assert.NotEmpty(parameters.Row<Pipeline.Indicators.Concentration.SeriesChoice>("concentration.series", mineral.Id)!.Reason);
            Assert.NotEmpty(parameters.Row<Pipeline.Indicators.PriceFluctuation.PriceChoice>("price.series", mineral.Id)!.Reason);
        });
    }

    private static ParameterSet Set(string json, DateOnly day) => ParameterSet.From(ParameterFile.Read("test.parameter.json", json), day);
}
