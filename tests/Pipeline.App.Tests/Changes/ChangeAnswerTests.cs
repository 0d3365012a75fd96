using System.Text.Json;
using Pipeline.App.Changes;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Changes;

public sealed class ChangeAnswerTests
{
    [Fact]
    public void The_answer_of_the_api_has_words_in_both_languages_for_every_code_of_the_report()
    {
        ChangeAnswer answer = ChangeAnswer.Of(ChangeReportTests.Compare(
            [Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("tin")], [Given.Mineral("cobalt", Given.Score(0.3, Band.High))]));

        Assert.Equal(["cobalt", "tin"], answer.Words.Minerals.Keys);
        Assert.Equal(new WordPair("国別生産寡占度", "Production concentration by country"), answer.Words.Indicators[IndicatorId.ProductionConcentration]);
        Assert.Equal(["high", "moderate"], answer.Words.Bands.Keys);
        Assert.Equal(["mine"], answer.Words.Stages.Keys);
        Assert.Equal(["ok"], answer.Words.Statuses.Keys);
    }

    [Fact]
    public void An_answer_in_json_says_that_nothing_changes_and_keeps_empty_lists()
    {
        JsonElement answer = JsonSerializer.SerializeToElement(
            ChangeAnswer.Of(ChangeReportTests.Compare(Given.Mineral("cobalt", Given.Score(0.2)), Given.Mineral("cobalt", Given.Score(0.2)))), PipelineJson.Options);

        JsonElement changes = answer.GetProperty("changes");
        Assert.True(changes.GetProperty("nothingChanges").GetBoolean());
        Assert.Equal(("open", 0), (changes.GetProperty("label").GetString(), changes.GetProperty("values").GetArrayLength()));
        Assert.Equal(1, changes.GetProperty("unchanged").GetProperty("minerals").GetInt32());
        Assert.Empty(answer.GetProperty("words").GetProperty("minerals").EnumerateObject());
    }
}
