using System.Text;
using Pipeline.App.Api;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Api.Representations;

/// <summary>Which answers of a vintage are kept when more are asked for than there is room.</summary>
public sealed class KeptAnswersTests
{
    [Fact]
    public void What_is_asked_for_again_and_again_stays_through_any_flood_and_the_flood_does_not()
    {
        KeptAnswers kept = new(most: 10, heaviest: 1_000_000);
        PreparedAnswer page = Answer(1);
        kept.Keep(Key("page"), page);

        for (int question = 0; question < 1000; question++)
        {
            Assert.Same(page, kept.Find(Key("page")));
            kept.Keep(Key($"?limit={question}"), Answer(1));
        }

        Assert.NotNull(kept.Find(Key("?limit=999")));
        Assert.Null(kept.Find(Key("?limit=1")));
    }

    [Fact]
    public void The_weight_stays_within_its_bound_and_an_answer_of_more_than_half_of_it_is_not_kept()
    {
        long one = Answer(1000).Representation.Weight;
        KeptAnswers kept = new(most: 1000, heaviest: one * 10);

        for (int question = 0; question < 100; question++)
        {
            kept.Keep(Key($"{question}"), Answer(1000));
            Assert.InRange(kept.Weight, one, one * 10);
        }

        kept.Keep(Key("heavy"), Answer(6000));
        Assert.Null(kept.Find(Key("heavy")));
    }

    private static AnswerKey Key(string target) => new(target, MediaForm.Json, Language.English);

    private static PreparedAnswer Answer(int length) => new(new Representation(MediaForm.Json, Encoding.UTF8.GetBytes(new string('x', length))), Freshness.Latest);
}
