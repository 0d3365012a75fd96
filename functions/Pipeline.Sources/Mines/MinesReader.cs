using Pipeline.Domain;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.Mines;

/// <summary>Figures of single mines, handed in on a template. Nobody has to hand them in: without them the finer set says what is missing.</summary>
public sealed class MinesReader : TemplateReader
{
    /// <inheritdoc/>
    internal override FeedTemplate Template => MinesTemplate.Template;

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override bool IsExpected => false;

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = Licences.Read("Mines", "mines");

    private protected override RowFault? Broken(TemplateRow row)
    {
        MineQuantity quantity = row.Get(MinesTemplate.Quantity);
        bool isReserves = quantity == MineQuantity.Reserves;
        string unit = quantity == MineQuantity.HeadGrade ? "percent" : "t";
        return row.Get(MinesTemplate.Period) is AsOfEdition != isReserves
                ? new RowFault("period", MinesTemplate.Period, isReserves ? "an edition such as 'as of 2026'" : "a calendar year such as CY2024")
            : row.Get(MinesTemplate.Unit) != unit
                ? new RowFault("unit", MinesTemplate.Unit, $"'{unit}' for {row.Text(MinesTemplate.Quantity)}")
            : quantity == MineQuantity.HeadGrade && Greatest(row.Get(MinesTemplate.Value)) > 100
                ? new RowFault("range", MinesTemplate.Value, "at most 100 per cent")
            : null;
    }

    private protected override IEnumerable<Observation> Observe(TemplateRow row) =>
    [
        new MineObservation(
            Source, row.Get(MinesTemplate.Period), row.At(MinesTemplate.Value), row.Get(MinesTemplate.Mineral), row.Get(MinesTemplate.Mine),
            row.Get(MinesTemplate.Country), row.Get(MinesTemplate.Quantity), row.Get(MinesTemplate.Value), row.Get(MinesTemplate.Unit),
            row.Get(MinesTemplate.Citation)),
    ];

    private static double? Greatest(PublishedValue value) => value.High ?? value.Low;
}
