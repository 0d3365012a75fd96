using Pipeline.Domain;
using Pipeline.Sources.Searches;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.ExportMeasures;

/// <summary>The register of export and other measures, and of what was searched for them, handed in on a template.</summary>
public sealed class ExportMeasuresReader : TemplateReader
{
    /// <inheritdoc/>
    internal override FeedTemplate Template => ExportMeasuresTemplate.Template;

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = Licences.Read("ExportMeasures", "export-measures");

    private protected override RowFault? Broken(TemplateRow row) => row.Get(ExportMeasuresTemplate.Type) == RegisterRow.Searched
        ? ExportMeasuresTemplate.Searched.Broken(row, ExportMeasuresTemplate.Type) ?? ExportMeasuresTemplate.Searches.Broken(row)
        : ExportMeasuresTemplate.Measures.Broken(row, ExportMeasuresTemplate.Type) ?? (row.Get(ExportMeasuresTemplate.Period) is YearSpan
            ? new RowFault(
                "period", ExportMeasuresTemplate.Period,
                "the month or calendar year in which the measure came, such as 2023-08 or CY2012")
            : null);

    private protected override IEnumerable<Observation> Observe(TemplateRow row) =>
        row.Get(ExportMeasuresTemplate.Type) == RegisterRow.Searched
        ? [ExportMeasuresTemplate.Searches.Observe(row, Source, DisruptionSubFactor.PolicyStability)]
        :
        [
            new ExportMeasureObservation(
                Source, row.Get(ExportMeasuresTemplate.Period), row.At(ExportMeasuresTemplate.Kind),
                row.Get(ExportMeasuresTemplate.Country),
                SearchRows.MineralOf(row.Get(ExportMeasuresTemplate.Mineral)), row.Get(ExportMeasuresTemplate.Kind),
                row.Get(ExportMeasuresTemplate.Standing), row.Get(ExportMeasuresTemplate.Act), row.Get(ExportMeasuresTemplate.Description),
                row.Get(ExportMeasuresTemplate.Citation), row.Get(ExportMeasuresTemplate.ConfirmedBy)),
        ];
}
