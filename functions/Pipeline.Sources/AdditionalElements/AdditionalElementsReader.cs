using Pipeline.Domain;
using Pipeline.Sources.Templates;
using static System.FormattableString;

namespace Pipeline.Sources.AdditionalElements;

/// <summary>
/// Scores that persons have entered, each with author, reason and an end. What uses them is internal. Nobody has to hand them in.
/// </summary>
public sealed class AdditionalElementsReader : TemplateReader
{
    /// <inheritdoc/>
    internal override FeedTemplate Template => AdditionalElementsTemplate.Template;

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override bool IsExpected => false;

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = Licences.Read("AdditionalElements", "additional-elements");

    private protected override RowFault? Broken(TemplateRow row)
    {
        DateOnly entered = row.Get(AdditionalElementsTemplate.EnteredOn);
        DateOnly last = entered.AddYears(1);
        return row.Get(AdditionalElementsTemplate.ValidUntil) < entered || row.Get(AdditionalElementsTemplate.ValidUntil) > last
                ? new RowFault(
                    "valid-until", AdditionalElementsTemplate.ValidUntil,
                    Invariant($"a day from {entered:yyyy-MM-dd} to {last:yyyy-MM-dd}: one year after entry at the latest"))
            : row.Get(Template.KnownFrom) < entered
                ? new RowFault("known-from", Template.KnownFrom, Invariant($"the day of entry, {entered:yyyy-MM-dd}, or a later one"))
            : null;
    }

    private protected override IEnumerable<Observation> Observe(TemplateRow row)
    {
        DateOnly entered = row.Get(AdditionalElementsTemplate.EnteredOn);
        return
        [
            new EnteredScoreObservation(
                Source, new Month(entered.Year, entered.Month), row.At(AdditionalElementsTemplate.Score),
                row.Get(AdditionalElementsTemplate.Mineral),
                row.Get(AdditionalElementsTemplate.Element), row.Get(AdditionalElementsTemplate.Score),
                row.Get(AdditionalElementsTemplate.Author),
                entered, row.Get(AdditionalElementsTemplate.ValidUntil), row.Get(AdditionalElementsTemplate.Reason)),
        ];
    }
}
