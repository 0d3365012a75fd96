using Pipeline.App.Triggers;

namespace Pipeline.App.Tests.Triggers;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 0 18 10 2,5,8,11 *", "2026-11-10T18:00:00", "2027-02-10T18:00:00")]
    [InlineData("0 0 18 10 2,5,8,11 *", "2026-11-10T17:59:59", "2026-11-10T18:00:00")]
    [InlineData("0 */5 * * * *", "2026-12-31T23:57:00", "2027-01-01T00:00:00")]
    // 22 November 2026 is a Sunday; Tuesday is day 2.
    [InlineData("0 0 4 * * 2-6", "2026-11-22T00:00:00", "2026-11-24T04:00:00")]
    // A day must satisfy both day fields: the first 13th that is a Friday after this one is in August 2027.
    [InlineData("0 0 0 13 * 5", "2026-11-13T00:00:00", "2027-08-13T00:00:00")]
    public void The_next_occurrence_is_the_hosts(string schedule, string after, string next) =>
        Assert.Equal(HostPlayer.Utc(next), Schedule.TryParse(schedule)!.After(HostPlayer.Utc(after)));

    [Theory]
    [InlineData("2026-11-22T10:02:00", "2026-11-22T10:04:59", null)]
    [InlineData("2026-11-22T10:00:00", "2026-11-22T10:05:00", "2026-11-22T10:05:00")]
    [InlineData("2026-11-22T10:00:00", "2026-11-22T10:19:59", "2026-11-22T10:15:00")]
    [InlineData("2016-01-01T00:00:00", "2026-11-22T10:19:59", "2026-11-22T10:15:00")]
    public void The_last_occurrence_is_after_one_time_and_not_after_the_other(string after, string until, string? last) =>
        Assert.Equal(last is null ? null : HostPlayer.Utc(last), Schedule.TryParse("0 */5 * * * *")!.Last(HostPlayer.Utc(after), HostPlayer.Utc(until)));

    [Fact]
    public void A_rare_occurrence_is_found_however_long_ago() =>
        Assert.Equal(HostPlayer.Utc("2024-02-29T00:00:00"), Schedule.TryParse("0 0 0 29 2 *")!.Last(HostPlayer.Utc("2020-03-01"), HostPlayer.Utc("2027-12-31")));

    [Theory]
    [InlineData("0 18 10 2,5,8,11 *")]
    [InlineData("0 0 18 10 2,5,8,11 * 2026")]
    [InlineData("0 0 25 * * *")]
    [InlineData("0 0 0 L * *")]
    [InlineData("")]
    public void What_is_no_schedule_of_six_fields_is_none(string text) => Assert.Null(Schedule.TryParse(text));
}
