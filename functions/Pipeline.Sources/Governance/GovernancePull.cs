namespace Pipeline.Sources.Governance;

/// <summary>Governance indicators: one release a year, in an archive with lists of countries and series.</summary>
internal sealed class GovernancePull : SourcePull
{
    private static readonly string[] Lists = ["WGICountry", "WGISeries", "WGIFootNote"];

    public override string Source => "wgi";

    /// <summary>A year, and the weeks by which one release has come later than the one before.</summary>
    public override int LateAfterDays => 400;

    public override bool IsDescription(string member) =>
        base.IsDescription(member) || Lists.Any(name => member.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The last release that is surely out: releases come in September.</summary>
    protected override IEnumerable<int> Years(DateOnly day) => [day > PublicationCalendar.GovernanceRelease(day.Year) ? day.Year : day.Year - 1];
}
