using Pipeline.Sources.Templates;

namespace Pipeline.Sources.Tests.Pull;

public sealed class TargetTests
{
    private const string Yearly = "https://www.e-stat.go.jp/stat-search/file-download?statInfId={year}9999&appId=0123456789abcdef#ik-100h{year}i006.csv";

    [Theory]
    [InlineData("2026-11-22", "ik-100h2024i006.csv", "ik-100h2025i006.csv")]
    [InlineData("2027-02-28", "ik-100h2024i006.csv", "ik-100h2025i006.csv")]
    [InlineData("2027-03-01", "ik-100h2025i006.csv", "ik-100h2026i006.csv")]
    public void Trade_is_fetched_for_the_two_last_whole_years(string day, params string[] names) =>
        Assert.Equal(names, Targets("mof-trade", day, Yearly).Select(target => target.FileName));

    [Theory]
    [InlineData("usgs-mcs", "2026-02-06", "2025.csv")]
    [InlineData("usgs-mcs", "2026-02-07", "2026.csv")]
    [InlineData("wgi", "2026-09-30", "2025.csv")]
    [InlineData("wgi", "2026-10-01", "2026.csv")]
    [InlineData("pink-sheet", "2026-01-01", "2026.csv")]
    public void A_yearly_edition_is_asked_for_once_it_is_surely_out(string source, string day, string name) =>
        Assert.Equal(name, Assert.Single(Targets(source, day, "https://example.org/{year}.csv")).FileName);

    [Fact]
    public void The_name_after_the_number_sign_stays_here_and_the_query_goes_out()
    {
        PullTarget target = Targets("mof-trade", "2026-11-22", Yearly)[0];

        Assert.Equal("https://www.e-stat.go.jp/stat-search/file-download?statInfId=20249999&appId=0123456789abcdef", target.Address.AbsoluteUri);
        Assert.Equal("mof-trade/ik-100h2024i006.csv", target.ToString());
        Assert.Equal("www.e-stat.go.jp/stat-search/file-download", PullAddress.Parse(Yearly).ToString());
    }

    [Fact]
    public void Two_addresses_with_one_file_name_are_refused() =>
        Assert.Throws<PublisherAddressException>(() => Targets("wgi", "2026-11-22", "https://example.org/a/WGI.csv", "https://example.org/b/wgi.csv"));

    [Theory]
    [InlineData("http://example.org/file.csv")]
    [InlineData("https://user:0123456789abcdef@example.org/file.csv")]
    [InlineData("https://example.org/?appId=0123456789abcdef")]
    [InlineData("https://example.org/folder/?appId=0123456789abcdef")]
    [InlineData("www.example.org/file.csv?appId=0123456789abcdef")]
    [InlineData("/file.csv")]
    public void A_setting_that_is_no_address_of_a_file_is_refused_without_being_repeated(string text)
    {
        PublisherAddressException refusal = Assert.Throws<PublisherAddressException>(() => PullAddress.Parse(text));

        Assert.DoesNotContain("0123456789abcdef", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_publisher_answers_is_quoted_without_the_values_of_the_query()
    {
        PullTarget target = new("mof-trade", "a.csv", new Uri("https://example.org/get?appId=0123456789abcdef&lang=J&key=a%2Fsecret%3D"));

        Assert.Equal(
            "found '<p>(not shown) (not shown) (not shown) J</p>'",
            target.Hide("found '<p>0123456789ABCDEF a/secret= a%2Fsecret%3D J</p>'"));
    }

    [Theory]
    [InlineData("report.csv", "report.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\vendors\\outlook 2026.xlsx", "outlook 2026.xlsx")]
    [InlineData("folder/..", "unnamed")]
    [InlineData("folder/", "unnamed")]
    [InlineData(" \t ", "unnamed")]
    [InlineData("a\r\nb\u0000c\u202Ed.csv", "abcd.csv")]
    [InlineData("需給見通し.csv", "需給見通し.csv")]
    public void A_name_from_outside_is_a_label_and_no_path(string name, string label) => Assert.Equal(label, FileLabel.Of(name));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        string label = FileLabel.Of(new string('a', 500) + ".xlsx");

        Assert.Equal(new string('a', 115) + ".xlsx", label);
    }

    [Fact]
    public void Every_reader_of_a_publisher_has_its_pull_and_what_offices_hand_in_has_none() => Assert.Equal(
        SourceReaders.All.Where(reader => reader is not TemplateReader).Select(reader => reader.Source), SourcePulls.All.Select(pull => pull.Source));

    [Theory]
    [InlineData("wgi", "WGICountry.csv", true)]
    [InlineData("wgi", "WGISeries.csv", true)]
    [InlineData("wgi", "WGICSV.csv", false)]
    [InlineData("wgi", "WGIData.csv", false)]
    [InlineData("usgs-mcs", "README.csv", true)]
    [InlineData("usgs-mcs", "mcs2026_metadata.xml", true)]
    [InlineData("usgs-mcs", "mcs2025-nicke_salient.csv", false)]
    public void Descriptions_beside_the_figures_are_passed_over(string source, string member, bool expected) =>
        Assert.Equal(expected, SourcePulls.All.Single(pull => pull.Source == source).IsDescription(member));

    private static IReadOnlyList<PullTarget> Targets(string source, string day, params string[] addresses) =>
        SourcePulls.All.Single(pull => pull.Source == source)
            .Targets([.. addresses.Select(PullAddress.Parse)], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
}
