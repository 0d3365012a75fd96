using System.Text.Json;

namespace Pipeline.Domain.Tests;

public sealed class ObservationJsonTests
{
    [Fact]
    public void A_measure_of_the_register_is_read_back_as_it_was_written()
    {
        ExportMeasureObservation measure = new(
            "export-measures", new CalendarYear(2023), new SourceCell("hash", "measures.csv", null, 2, "act"), "CHN", "gallium",
            MeasureKind.ExportLicence, MeasureStanding.InForce, "an act", "what it does", "where it says so", "an office");
        Observation? back = JsonSerializer.Deserialize<Observation>(JsonSerializer.Serialize<Observation>(measure, PipelineJson.Options), PipelineJson.Options);
        Assert.Equal(measure.Kind, Assert.IsType<ExportMeasureObservation>(back).Kind);
    }
}
