using System.Text.Json;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using Pipeline.Indicators.Tests.Support;

namespace Pipeline.Indicators.Tests.Parameters;

/// <summary>A vintage knows its parameters as they were, whatever the files have become.</summary>
[Trait("Clause", "12")]
public sealed class ParameterRecordTests
{
    [Fact]
    public void A_set_comes_back_from_its_stored_record_as_it_was()
    {
        ParameterSet set = Given.With("price.reference", "0.70");

        ParameterSet back = Stored(set).Rebuild("vintage 2026Q4-1", out IReadOnlyList<string> added);

        Assert.Equal(set.Hash, back.Hash);
        Assert.Equal(0.70, back.Open().Number("price.reference"));
        Assert.Equal(set.AsOf, back.AsOf);
        Assert.Empty(added);
    }

    [Fact]
    public void A_parameter_that_came_later_with_its_rule_is_taken_from_the_present_files_and_named()
    {
        ParameterRecord whole = Stored(Given.Parameters);
        ParameterSet without = ParameterSet.From([.. ParameterFile.Embedded.Where(definition => definition.Id != "price.reference")], Given.Day);

        ParameterSet back = Stored(without).Rebuild("vintage 2020Q1-1", out IReadOnlyList<string> added);

        Assert.Contains(whole.Parameters, entry => entry.Id == "price.reference");
        Assert.Equal(["price.reference"], added);
        Assert.Equal(0.60, back.Open().Number("price.reference"));
    }

    [Fact]
    public void An_altered_record_is_refused()
    {
        ParameterRecord record = Stored(Given.Parameters);
        ParameterRecord altered = record with
        {
            Parameters = [.. record.Parameters.Select(entry => entry.Id == "price.reference" ? entry with { Value = JsonDocument.Parse("0.9").RootElement } : entry)],
        };

        ParameterException fault = Assert.Throws<ParameterException>(() => altered.Rebuild("vintage 2026Q4-1", out _));

        Assert.Equal("vintage 2026Q4-1", fault.Fault.Source);
        Assert.Contains(record.Hash, fault.Fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_stale_is_still_stale_when_it_comes_back()
    {
        ParameterSet late = ParameterSet.InForce(new DateOnly(2028, 1, 1));

        Assert.NotEmpty(late.Stale);
        Assert.Equal(late.Stale, Stored(late).Rebuild("vintage", out _).Stale);
    }

    [Fact]
    public void A_restricted_parameter_is_neither_listed_nor_recorded()
    {
        ParameterSet set = ParameterSet.From(
            [.. ParameterFile.Embedded.Select(definition => definition.Id == "price.reference" ? definition with { Label = AccessLabel.Restricted } : definition)], Given.Day);

        Assert.DoesNotContain(set.Entries, entry => entry.Id == "price.reference");
        Assert.DoesNotContain("price.reference", JsonSerializer.Serialize(ParameterRecord.Of(set), PipelineJson.Options), StringComparison.Ordinal);
    }

    private static ParameterRecord Stored(ParameterSet set) =>
        JsonSerializer.Deserialize<ParameterRecord>(JsonSerializer.Serialize(ParameterRecord.Of(set), PipelineJson.Options), PipelineJson.Options)!;
}
