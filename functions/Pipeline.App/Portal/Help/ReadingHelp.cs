using System.Globalization;
using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;
using Pipeline.Indicators.Parameters;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>How values, intervals, bands and the marks of what is missing are to be read.</summary>
internal static class ReadingHelp
{
    private static readonly Bilingual[] Sentences =
    [
        new("評点は 0 から 1 までで、値が大きいほどリスクが大きい。「安定性」の名をもつ指標も同じ向きである。六指標を一つに合成した値はない。", "Scores run from 0 to 1; a larger value is a larger risk, also where the name speaks of stability. The six are not added into one figure."),
        new("括弧の中の幅は、欠けたデータがどのような値であっても評点が収まる範囲である。幅が区分をまたぐときは両方の区分を示す。", "The range in brackets is where the score lies whatever the missing data are. Where a range crosses a mark, both bands are named."),
        new("欠けた値をゼロとみなすことはない。「判定不能」は値を示すだけのデータがないこと、「該当なし」はその鉱種に問いが当てはまらないことをいう。", "What is missing is never taken as zero. “Cannot be judged” means that the data do not carry a value; “not applicable” that the question does not arise for the mineral."),
        new("「例示データ」の印のある数値は、説明のために作った入力による。判断に用いない。", "Numbers marked as illustrative rest on invented input and are not to be used for decisions."),
    ];

    private static readonly Bilingual Caption = new("一覧の印", "Marks of the list");
    private static readonly Bilingual Mark = new("印", "Mark");
    private static readonly Bilingual Meaning = new("意味", "Meaning");
    private static readonly Bilingual Certain = new("幅の下端まで含めて確かな区分", "certain, the lower end of the range included");
    private static readonly Bilingual Possible = new("幅の上端が届く区分", "as far as the upper end of the range reaches");
    private static readonly Bilingual Beyond = new("届かない区分", "not reached");

    /// <summary>The sentences and the table of marks.</summary>
    /// <param name="parameters">Parameters of the vintage: the shares from which a result counts as known are among them.</param>
    /// <param name="voice">Language of the page.</param>
    /// <exception cref="UnknownCodeException">A share has no value in the vintage.</exception>
    public static Html Of(IReadOnlyList<ParameterEntry> parameters, Voice voice) => Html.Of(
    [
        .. Sentences.Select(sentence => Tag("p", voice.Say(sentence))),
        Scrolling(voice.Say(Caption), Tag("table",
            Markup.Caption(voice.Say(Caption)),
            Tag("thead", Tag("tr", Tag("th", voice.Say(Mark)).With("scope", "col"), Tag("th", voice.Say(Meaning)).With("scope", "col"))),
            Tag("tbody",
                Row("●", voice.Say(Certain)), Row("◐", voice.Say(Possible)), Row("○", voice.Say(Beyond)),
                Row(ResultText.Status(ResultStatus.Ok, voice.Language), voice.Say(Shares(parameters, "ok", new("国別などに分かる割合が {0}％以上、補った値に頼る割合が {1}％以下（価格変動幅は、系列の長さによる別の基準）", "at least {0}% is attributed and at most {1}% rests on filled-in values (price fluctuation has a rule of its own, by the length of the series)")))),
                Row(ResultText.Status(ResultStatus.Partial, voice.Language), voice.Say(Shares(parameters, "partial", new("同じく把握率 {0}％以上、補完率 {1}％以下。合計に含まれない秘匿国がある場合も含む", "at least {0}% is attributed and at most {1}% filled in; also where countries that are withheld lie outside the total")))),
                Row(ResultText.Status(ResultStatus.Insufficient, voice.Language), voice.Say(new("上の水準に満たない。幅のみ示すことがあり、その幅に区分は付けない", "short of that; a range may remain, and gets no band"))),
                Row(ResultText.Status(ResultStatus.NotApplicable, voice.Language), voice.Say(new("その鉱種には当該指標が当てはまらない", "the indicator does not apply to the mineral")))))),
    ]);

    /// <summary>Words with the least share that is known and the largest that is filled in.</summary>
    private static Bilingual Shares(IReadOnlyList<ParameterEntry> parameters, string status, Bilingual words)
    {
        object[] shares = [Percent(parameters, $"result.coverage.{status}"), Percent(parameters, $"result.imputed.{status}")];
        return new Bilingual(string.Format(CultureInfo.InvariantCulture, words.Ja, shares), string.Format(CultureInfo.InvariantCulture, words.En, shares));
    }

    private static string Percent(IReadOnlyList<ParameterEntry> parameters, string id) => parameters.FirstOrDefault(entry => entry.Id == id)?.Value is { } share
        ? (share.GetDecimal() * 100).ToString("0.###", CultureInfo.InvariantCulture)
        : throw new UnknownCodeException("parameter", id, "a value in force for the vintage");

    private static HtmlElement Row(string mark, string meaning) => Tag("tr", Tag("th", mark).With("scope", "row"), Tag("td", meaning));
}
