using System.Globalization;
using Pipeline.App.Tests.Running;

namespace Pipeline.App.Tests.Refreshing;

/// <summary>Results of the starter run against figures worked out by hand from the printed tables.</summary>
[Collection(RefreshedCollection.Name)]
public sealed class PublishedFiguresTests(RefreshedStorage refreshed)
{
    [Fact]
    public void Gallium_production_of_2024_is_China_839_Russia_6_and_Japan_3_of_848_tonnes() => AssertResult(
        "gallium", "production-concentration", "CY2024", Square(839 / 848.0) + Square(6 / 848.0) + Square(3 / 848.0), "ok");

    [Fact]
    public void Cobalt_production_of_2024_counts_other_countries_as_many_small_ones_and_at_most_as_one()
    {
        double[] countries = [200, 4_780, 3_350, 2_000, 226_000, 3_450, 35_000, 3_100, 2_630, 3_100, 8_000, 2_200];
        const double others = 7_780;
        double sum = countries.Sum() + others;

        Dictionary<string, string> row = AssertResult("cobalt", "production-concentration", "CY2024", countries.Sum(tonnes => Square(tonnes / sum)), "ok");

        Assert.Equal(301_590, sum);
        Assert.Equal(0.5766, Number(row["value"]), 1e-4);
        Assert.Equal(Number(row["value"]) + Square(others / sum), Number(row["high"]), 1e-9);
        Assert.Equal(1 - (others / sum), Number(row["coverage"]), 1e-9);
    }

    [Fact]
    public void Selenium_imports_are_the_kilograms_of_one_code_over_five_years() =>
        AssertResult("selenium", "import-average", "CY2020/CY2024", (6_600 + 5_100 + 14_238 + 7_974 + 14_327) / 5.0 / 1000, "ok");

    [Fact]
    public void Selenium_imports_are_compared_with_the_five_years_before() => AssertResult(
        "selenium", "import-growth", "CY2015/CY2024", ((6_600 + 5_100 + 14_238 + 7_974 + 14_327.0) / (5_638 + 8_134 + 9_107 + 16_774 + 4_310)) - 1, "ok");

    [Fact]
    public void One_million_electric_vehicles_need_the_tonnes_that_the_policy_paper_prints()
    {
        Assert.Equal(83_000, Number(Row("copper", "scenario-electric-vehicles")["value"]));
        Assert.Equal(775, Number(Row("rare-earths", "scenario-electric-vehicles")["value"]));
        Assert.Equal(7_150, Number(Row("lithium", "scenario-electric-vehicles")["value"]));
        Assert.Equal(28_000, Number(Row("nickel", "scenario-electric-vehicles")["value"]));
        Assert.Equal(11_000, Number(Row("cobalt", "scenario-electric-vehicles")["value"]));
        Assert.Equal(115_000, Number(Row("copper", "scenario-offshore-wind")["value"]));
        Assert.Equal(1_060, Number(Row("rare-earths", "scenario-offshore-wind")["value"]));
    }

    [Fact]
    public void Gallium_cannot_be_measured_in_trade_because_no_code_isolates_it()
    {
        Assert.Equal(("insufficient", string.Empty), Summary("gallium", "import-stability-refined"));
        Assert.Equal(("insufficient", string.Empty), Summary("gallium", "import-average"));
    }

    [Fact]
    public void Tantalum_reserves_with_a_country_not_available_are_at_most_partial() =>
        Assert.NotEqual("ok", Row("tantalum", "reserve-concentration")["status"]);

    [Fact]
    public void The_price_of_copper_rests_on_sixty_monthly_changes_to_November_2025() =>
        Assert.Equal("2020-11/2025-11", Row("copper", "price-fluctuation")["period"]);

    private Dictionary<string, string> AssertResult(string mineral, string indicator, string period, double value, string status)
    {
        Dictionary<string, string> row = Row(mineral, indicator);
        Assert.Equal((period, status), (row["period"], row["status"]));
        Assert.Equal(value, Number(row["value"]), 1e-9);
        return row;
    }

    private (string Status, string Value) Summary(string mineral, string indicator) => (Row(mineral, indicator)["status"], Row(mineral, indicator)["value"]);

    private Dictionary<string, string> Row(string mineral, string indicator)
    {
        string[] lines = File.ReadAllLines(Path.Combine(refreshed.OutputFolder, "results.csv"));
        string[] header = lines[0].Split(',');
        string line = Assert.Single(lines, line => line.StartsWith($"{mineral},{indicator},", StringComparison.Ordinal));
        return header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Square(double share) => share * share;
}
