using NCrontab;

namespace Pipeline.App.Triggers;

/// <summary>
/// A schedule in UTC as the Functions host understands it: six fields from seconds to days of the week, and a day must satisfy both day
/// fields. The host would take five fields as starting with minutes; here they are refused.
/// </summary>
internal sealed class Schedule
{
    private const int Fields = 6;

    /// <summary>How far back the last occurrence is looked for, step by step: nobody walks through the minutes of a year.</summary>
    private static readonly TimeSpan[] LookBack = [TimeSpan.FromHours(2), TimeSpan.FromDays(2), TimeSpan.FromDays(70), TimeSpan.FromDays(2 * 366)];

    private readonly CrontabSchedule crontab;

    private Schedule(string text, CrontabSchedule crontab) => (Text, this.crontab) = (text, crontab);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a schedule; null when it is none.</summary>
    public static Schedule? TryParse(string text)
    {
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields && CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } crontab
            ? new Schedule(text, crontab)
            : null;
    }

    /// <summary>The first occurrence after a time, or none in the years that a clock can show.</summary>
    public DateTimeOffset? After(DateTimeOffset time)
    {
        DateTime next = crontab.GetNextOccurrence(time.UtcDateTime);
        return next == DateTime.MaxValue ? null : Utc(next);
    }

    /// <summary>The last occurrence after a time and not after another, or none.</summary>
    public DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset until)
    {
        if (After(after) is not { } first || first > until)
        {
            return null;
        }

        foreach (TimeSpan window in LookBack)
        {
            DateTimeOffset from = until - window;
            if (from <= first)
            {
                break;
            }

            if (LastOf(from, until) is { } last)
            {
                return last;
            }
        }

        return LastOf(after, until);
    }

    private DateTimeOffset? LastOf(DateTimeOffset after, DateTimeOffset until)
    {
        DateTimeOffset? last = null;
        for (DateTimeOffset? next = After(after); next <= until; next = After(next.Value))
        {
            last = next;
        }

        return last;
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
