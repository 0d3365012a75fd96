using Pipeline.Domain;
using Pipeline.Sources.Templates;
using Columns = Pipeline.Sources.DomesticSurvey.DomesticSurveyTemplate;

namespace Pipeline.Sources.DomesticSurvey;

/// <summary>The domestic survey, handed in on a template: published figures, and totals of what companies have reported.</summary>
public sealed class DomesticSurveyReader : TemplateReader
{
    /// <inheritdoc/>
    internal override FeedTemplate Template => Columns.Template;

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = Licences.Read("DomesticSurvey", "domestic-survey");

    /// <inheritdoc/>
    public override SourceFile? FromOtherForm(SourceFile file) => MaterialFlowTable.Recognises(file) ? MaterialFlowTable.Convert(file) : null;

    private protected override RowFault? Restricted(Func<TemplateColumn, string> cell) => DomesticSurveyRules.Restricted(cell);

    private protected override RowFault? Broken(TemplateRow row) => DomesticSurveyRules.Broken(row);

    private protected override IEnumerable<Observation> Observe(TemplateRow row) =>
    [
        new DomesticSupplyObservation(
            Source, row.Get(Columns.Period), row.At(Columns.Value), row.Get(Columns.Mineral), row.Find(Columns.Part)?.Id, row.Get(Columns.Quantity),
            row.Find(Columns.Site), row.Get(Columns.Value), row.Get(Columns.Unit), row.Get(Columns.Basis), Definition(row), row.Get(Columns.Citation),
            row.Get(Columns.Publisher), row.Get(Columns.Confidence))
        {
            Contributors = row.FindValue(Columns.Contributors),
            LargestShare = row.FindValue(Columns.LargestShare),
        },
    ];

    /// <summary>A year of which the source does not say what it counts must not lose that remark.</summary>
    private static string Definition(TemplateRow row) => row.Find(Columns.PeriodAsPrinted) is { } printed
        ? $"{row.Get(Columns.Definition)} [period as printed: {printed}]"
        : row.Get(Columns.Definition);
}
