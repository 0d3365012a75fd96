using System.Text.Json;

namespace Pipeline.Domain.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("CY2024", 2024)]
    [InlineData("FY2018", 2019)]
    [InlineData("2025-11", 2025)]
    [InlineData("2020-11/2025-11", 2025)]
    [InlineData("CY2015/CY2024", 2024)]
    [InlineData("as of 2026", 2026)]
    public void A_period_survives_its_text_form_and_knows_the_year_it_ends_in(string code, int endYear)
    {
        Period period = Period.Parse(code);

        Assert.Equal(code, period.Code);
        Assert.Equal(endYear, period.EndYear);
        Assert.Equal(period, JsonSerializer.Deserialize<Period>(JsonSerializer.Serialize(period, PipelineJson.Options), PipelineJson.Options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("CY24")]
    [InlineData("CY+204")]
    [InlineData("2025-13")]
    [InlineData("CY2015/FY2020")]
    [InlineData("as of May")]
    public void Text_that_is_no_period_is_refused_with_the_forms_that_are(string text)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => Period.Parse(text));

        Assert.Contains("CY2024", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fiscal_year_is_never_equal_to_the_calendar_year_of_the_same_number() =>
        Assert.NotEqual<Period>(new CalendarYear(2018), new FiscalYear(2018));

    [Fact]
    public void A_result_that_names_a_fiscal_year_cannot_be_read_as_a_calendar_year() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CalendarYear>("\"FY2018\"", PipelineJson.Options));

    [Fact]
    public void Months_of_neighbouring_years_are_neighbours() =>
        Assert.Equal(1, new Month(2026, 1).Ordinal - new Month(2025, 12).Ordinal);

    [Theory]
    [InlineData("2026Q4", "2026-12-31", "2027Q1")]
    [InlineData("2024Q1", "2024-03-31", "2024Q2")]
    public void A_quarter_knows_its_last_day_and_the_next_quarter(string code, string lastDay, string next)
    {
        Assert.True(Quarter.TryParse(code, out Quarter quarter));

        Assert.Equal(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture), quarter.LastDay);
        Assert.Equal(next, quarter.Next.Code);
        Assert.Equal(quarter, Quarter.Of(quarter.LastDay));
        Assert.True(quarter < quarter.Next);
    }

    [Theory]
    [InlineData("2026Q5")]
    [InlineData("2026q4")]
    [InlineData("20264")]
    [InlineData(null)]
    public void Text_that_is_no_quarter_is_not_taken_for_one(string? text) => Assert.False(Quarter.TryParse(text, out _));
}
