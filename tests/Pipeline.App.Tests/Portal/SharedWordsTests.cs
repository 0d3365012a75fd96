using Pipeline.App.Api;
using Pipeline.App.Portal;
using Pipeline.App.Tests.Contract;
using Pipeline.Domain;

namespace Pipeline.App.Tests.Portal;

/// <summary>Words that several pages and answers need stand at one place.</summary>
public sealed class SharedWordsTests
{
    [Fact]
    public void API_search_form_and_question_name_the_minerals_of_the_ordinance_alike()
    {
        ApiParameter ofList = RegisteredRoutes.All.Single(route => route.Name == "listMinerals").AllQuery.Single(parameter => parameter.Name == "inOrdinance");
        ApiParameter ofQuestion = MineralQuestion.Parameters.Single(parameter => parameter.Name == "ordinance");
        string form = MineralSearchForm.Of(new MineralQuestion(null, null, null, null), new Voice(Language.Japanese)).ToString();

        Assert.All([ofList.Meaning.Ja, ofQuestion.Meaning.Ja, form], words => Assert.Contains("省令の34鉱種", words, StringComparison.Ordinal));
        Assert.All([ofList.Meaning.En, ofQuestion.Meaning.En], words => Assert.Contains("34 minerals of the ordinance", words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_is_named_in_itself_and_one_that_there_is_not_has_no_name()
    {
        Assert.Equal(["日本語", "English"], RequestLanguage.Codes.Select(RequestLanguage.OwnName));
        Assert.Throws<UnknownCodeException>(() => RequestLanguage.OwnName("fr"));
    }
}
