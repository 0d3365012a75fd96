using System.Xml.Linq;
using Pipeline.App.Api;
using Pipeline.App.Changes;
using Pipeline.App.Tests.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Api;

public sealed class ChangeAlertsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData(0.30, 0.39, 0)]
    [InlineData(0.30, 0.40, 1)]
    [InlineData(0.40, 0.30, 1)]
    public void A_score_is_told_from_a_tenth_on_in_either_direction(double before, double after, int alerts) =>
        Assert.Equal(alerts, Of([Given.Score(before)], [Given.Score(after)]).Count);

    [Theory]
    [InlineData(30, 39.9, 0)]
    [InlineData(30, 40, 1)]
    [InlineData(40, 30, 1)]
    [InlineData(7, 17, 1)]
    public void A_rate_is_told_from_ten_points_on_in_either_direction(double before, double after, int alerts) =>
        Assert.Equal(alerts, Of([Given.Rate(before)], [Given.Rate(after)]).Count);

    [Fact]
    public void A_rate_that_moved_is_told_in_per_cent()
    {
        ChangeAlert alert = Assert.Single(Of([Given.Rate(30)], [Given.Rate(42.5)]));

        Assert.Equal("Cobalt, Self-sufficiency (equity basis): value changed from 30.00 % to 42.50 %.", alert.ReasonEn);
        Assert.Equal("コバルト、自給率（権益ベース）：値が「30.00 %」から「42.50 %」に変わりました。", alert.ReasonJa);
    }

    [Fact]
    public void The_words_of_the_threshold_have_the_numbers_that_decide()
    {
        Assert.Contains(FormattableString.Invariant($"スコアが {ChangeAlerts.ScoreMoved} 以上動いた、または自給率が {ChangeAlerts.PointsMoved} ポイント以上"), ChangeAlerts.Threshold.Ja, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"a score moved by {ChangeAlerts.ScoreMoved} or more, or the rate moved by {ChangeAlerts.PointsMoved} points or more"), ChangeAlerts.Threshold.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_ends_in_another_band_are_told_and_one_end_alone_is_not()
    {
        ChangeAlert alert = Assert.Single(Of([Given.Score(0.49)], [Given.Score(0.51, Band.High)]));

        Assert.Equal((Materiality.Band, "/api/v1/vintages/2026Q3-aaaaaaaa/changes/2026Q4-bbbbbbbb?mineral=cobalt"), (alert.Materiality, alert.Why));
        Assert.EndsWith($": band changed from {Vocabulary.Word(Term.Band, "moderate", Language.English)} to {Vocabulary.Word(Term.Band, "high", Language.English)}.", alert.ReasonEn, StringComparison.Ordinal);
        Assert.StartsWith("コバルト、", alert.ReasonJa, StringComparison.Ordinal);
        Assert.Empty(Of([Given.Score(0.49)], [Given.Score(0.51, Band.Moderate, Band.High)]));
    }

    [Fact]
    public void A_judgement_lost_is_told()
    {
        ChangeAlert alert = Assert.Single(Of([Given.Score(0.5)], [Given.Interval(0.2, 0.8)]));

        Assert.Equal(Materiality.Judgement, alert.Materiality);
    }

    [Fact]
    public void What_is_no_indicator_is_not_told() => Assert.Empty(Of([Given.Imports(8000)], [Given.Imports(1)]));

    [Fact]
    public void The_feed_is_made_of_the_same_list_and_names_stay_the_same()
    {
        Meta meta = new("2026Q4-bbbbbbbb", "2026Q4", new DateOnly(2026, 11, 1), new DateTimeOffset(2026, 11, 22, 3, 4, 5, TimeSpan.Zero), "m", "d");
        ChangeAlertList list = new(meta, "2026Q3-aaaaaaaa", ChangeAlerts.Threshold.Together, Of([Given.Score(0.3)], [Given.Score(0.5)]));

        XElement feed = XElement.Parse(System.Text.Encoding.UTF8.GetString(AlertFeed.Write(list, Language.English)));
        XElement again = XElement.Parse(System.Text.Encoding.UTF8.GetString(AlertFeed.Write(list, Language.Japanese)));

        // RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have.
        Assert.Equal((Atom + "feed", "en"), (feed.Name, feed.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.All(["id", "title", "updated", "author"], name => Assert.Single(feed.Elements(Atom + name)));
        Assert.Equal((ChangeAlerts.Threshold.En, ChangeAlerts.Threshold.Ja), (feed.Element(Atom + "subtitle")!.Value, again.Element(Atom + "subtitle")!.Value));
        XElement entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal(list.Alerts[0].ReasonEn, entry.Element(Atom + "title")!.Value);
        Assert.Equal("2026-11-22T03:04:05Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal(list.Alerts[0].Why, entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", entry.Element(Atom + "id")!.Value);
        Assert.Equal(entry.Element(Atom + "id")!.Value, again.Element(Atom + "entry")!.Element(Atom + "id")!.Value);
        Assert.NotEqual(entry.Element(Atom + "id")!.Value, feed.Element(Atom + "id")!.Value);
    }

    private static IReadOnlyList<ChangeAlert> Of(IndicatorResult[] before, IndicatorResult[] after) => ChangeAlerts.Of(
        [Given.Mineral("cobalt", before)], [Given.Mineral("cobalt", after)], ("2026Q3-aaaaaaaa", "2026Q4-bbbbbbbb"));
}
