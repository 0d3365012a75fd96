using Pipeline.Domain;
using Pipeline.Sources.Searches;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.DisruptionSurvey;

/// <summary>
/// Stoppages, regulatory events, searches for them, and indices of countries, handed in on a template. Nobody has to hand them in.
/// </summary>
public sealed class DisruptionSurveyReader : TemplateReader
{
    /// <inheritdoc/>
    internal override FeedTemplate Template => DisruptionSurveyTemplate.Template;

    /// <inheritdoc/>
    public override string Version => "1";

    /// <inheritdoc/>
    public override bool IsExpected => false;

    /// <inheritdoc/>
    public override SourceLicence Licence { get; } = Licences.Read("DisruptionSurvey", "disruption-survey");

    private protected override RowFault? Broken(TemplateRow row)
    {
        SurveyRow type = row.Get(DisruptionSurveyTemplate.Type);
        RowShape shape = type switch
        {
            SurveyRow.Event => DisruptionSurveyTemplate.Events,
            SurveyRow.Searched => DisruptionSurveyTemplate.Searched,
            _ => DisruptionSurveyTemplate.Indices,
        };
        IndexScale? scale = IndexScale.Of(row.Get(DisruptionSurveyTemplate.SubFactor));
        return shape.Broken(row, DisruptionSurveyTemplate.Type)
            ?? (type == SurveyRow.Index != scale is not null
                ? new RowFault("sub-factor", DisruptionSurveyTemplate.SubFactor, type == SurveyRow.Index
                    ? "power_stability, extreme_weather, infrastructure or epidemic_response: the others are counted in events"
                    : "labour_disputes or environmental_regulation: the others are indices")
                : type switch
                {
                    SurveyRow.Searched => DisruptionSurveyTemplate.Searches.Broken(row),
                    SurveyRow.Event => row.Get(DisruptionSurveyTemplate.Period) is YearSpan
                        ? new RowFault(
                            "period", DisruptionSurveyTemplate.Period,
                            "the month or calendar year of the event, such as 2024-05 or CY2024")
                        : null,
                    _ => BrokenIndex(row, scale!),
                });
    }

    private protected override IEnumerable<Observation> Observe(TemplateRow row) =>
    [
        row.Get(DisruptionSurveyTemplate.Type) switch
        {
            SurveyRow.Searched => DisruptionSurveyTemplate.Searches.Observe(row, Source, row.Get(DisruptionSurveyTemplate.SubFactor)),
            SurveyRow.Event => new DisruptionEventObservation(
                Source, row.Get(DisruptionSurveyTemplate.Period), row.At(DisruptionSurveyTemplate.Description),
                row.Get(DisruptionSurveyTemplate.Country), SearchRows.MineralOf(row.Get(DisruptionSurveyTemplate.Mineral)),
                row.Get(DisruptionSurveyTemplate.SubFactor), row.Get(DisruptionSurveyTemplate.Description),
                row.Get(DisruptionSurveyTemplate.Citation), row.Get(DisruptionSurveyTemplate.ConfirmedBy)),
            _ => new CountryIndexObservation(
                Source, row.Get(DisruptionSurveyTemplate.Period), row.At(DisruptionSurveyTemplate.Value),
                row.Get(DisruptionSurveyTemplate.Country), row.Get(DisruptionSurveyTemplate.SubFactor),
                row.Get(DisruptionSurveyTemplate.Value),
                row.Get(DisruptionSurveyTemplate.Unit), row.Get(DisruptionSurveyTemplate.Citation)),
        },
    ];

    private static RowFault? BrokenIndex(TemplateRow row, IndexScale scale) =>
        row.Get(DisruptionSurveyTemplate.Period) is not CalendarYear
                ? new RowFault("period", DisruptionSurveyTemplate.Period, "the calendar year of the index, such as CY2023")
            : row.Get(DisruptionSurveyTemplate.Unit) != scale.Unit
                ? new RowFault("unit", DisruptionSurveyTemplate.Unit, $"'{scale.Unit}' for {row.Text(DisruptionSurveyTemplate.SubFactor)}")
            : !scale.Holds(row.Get(DisruptionSurveyTemplate.Value))
                ? new RowFault("range", DisruptionSurveyTemplate.Value, $"{scale.Range} for {row.Text(DisruptionSurveyTemplate.SubFactor)}")
            : null;
}
