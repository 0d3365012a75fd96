using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.Tests.Templates;

/// <summary>A template with a column of every kind.</summary>
internal sealed class SampleTemplate : TemplateReader
{
    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals("mineral_id", Need.Required, new Wording("鉱種", "Mineral"));

    public static readonly CodeColumn<string> Country = CodeColumn.Countries("country", Need.Optional, new Wording("国", "Country"));

    public static readonly PeriodColumn Year = new(
        "period", Need.Required, new Wording("期間", "Period"), PeriodForms.FiscalYear | PeriodForms.CalendarYear | PeriodForms.MonthSpan);

    public static readonly PublishedColumn Value = new("value", Need.Required, new Wording("数値", "Figure"));

    public static readonly PublishedColumn Balance = new("balance", Need.Optional, new Wording("差", "Balance"), mayBeNegative: true);

    public static readonly ShareColumn Share = new("share", Need.Optional, new Wording("割合", "Share"));

    public static readonly WholeNumberColumn Companies = new("companies", Need.Optional, new Wording("社数", "Companies"), 1, 1000);

    public static readonly TextColumn Note = new("note", Need.When("割合がある場合", "where there is a share"), new Wording("注", "Note"));

    private static readonly FeedTemplate Columns = new(
        "sample-feed", 3, new Wording("見本", "Sample"), new Wording("試験用", "For tests"),
        [Mineral, Country, Year, Value, Balance, Share, Companies, Note])
    {
        Key = [Mineral, Year],
    };

    public override string Version => "1";

    public override SourceLicence Licence { get; } = new("p", "t", "l", "c", "https://example.org/");

    internal override FeedTemplate Template => Columns;

    private protected override RowFault? Broken(TemplateRow row) =>
        row.Has(Share) && !row.Has(Note) ? new RowFault("note", Note, "a note where there is a share") : null;

    private protected override IEnumerable<Observation> Observe(TemplateRow row) =>
    [
        new MineObservation(
            Source, row.Get(Year), row.At(Value), row.Get(Mineral), row.Find(Note) ?? "none", row.Find(Country) ?? "none", MineQuantity.Production,
            row.Get(Value), row.FindValue(Share)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none", "c"),
    ];
}
