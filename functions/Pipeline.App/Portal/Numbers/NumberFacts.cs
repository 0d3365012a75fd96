using System.Globalization;
using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Briefings.Numbers;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>What a printed number says of itself.</summary>
internal static class NumberFacts
{
    private static readonly Bilingual None = new("なし", "none");

    /// <summary>Of a number whose inputs cannot be followed: nothing says that they are open.</summary>
    private static readonly Bilingual Unknown = new("不明（根拠をたどれない）", "not known: its evidence cannot be followed");

    /// <summary>The rows as a list of terms.</summary>
    public static Html Of(NumberPage number, Voice voice)
    {
        PrintedNumber printed = number.Number;
        Language language = voice.Language;
        (Bilingual Term, Html Meaning)[] rows =
        [
            (new("表示値", "As printed"), printed.Text),
            (new("丸める前の値", "Value before rounding"), Exact(printed, voice)),
            (new("単位", "Unit"), printed.Unit == "1" ? voice.Say(new("単位なし（割合、評点、個数のいずれか）", "none (a share, score or count)")) : ResultText.Unit(printed.Unit, voice.Language)),
            (new("期間", "Period"), printed.Period is { } period ? PeriodText.Of(period, voice.Language) : voice.Say(None)),
            (new("状態", "Status"), ResultText.Status(printed.Status, voice.Language)),
            (new("留意点", "Flags"), printed.Flags.Count == 0 ? voice.Say(None) : string.Join(voice.Say(new("、", "; ")), printed.Flags.Select(flag => Vocabulary.Word(Term.Flag, flag, language)))),
            (new("例示データ", "Illustrative data"), voice.Say(printed.Illustrative ? new("例示データによる。判断に用いない。", "Rests on illustrative data; not to be used for decisions.") : new("用いていない", "not used"))),
            (new("値の種類", "Kind of value"), number.Kind is { } kind ? Vocabulary.Word(Term.ValueKind, kind, voice.Language) : voice.Say(new("計算した値", "computed figure"))),
            (new("公開区分", "Classification"), number.Label is { } label ? Vocabulary.Word(Term.Label, label, language) : voice.Say(Unknown)),
            (new("検算", "Check"), Check(number.Check, printed, voice)),
            (new("公表版", "Vintage"), number.Meta.Vintage),
            (new("概要資料", "Briefing"), Briefing(number, voice)),
            (new("識別子", "Identifier"), Tag("code", printed.Address.Text)),
            (new("データ形式", "As data"), Link(new BriefingAddress(number.Briefing, number.Meta.Vintage).Number(printed.Number), "JSON")),
        ];
        return Terms(rows.Select(row => ((Html)voice.Say(row.Term), row.Meaning))).Class("facts");
    }

    private static string Exact(PrintedNumber printed, Voice voice) =>
        printed.Value.ToString(CultureInfo.InvariantCulture) + (printed.Unit == "1" ? string.Empty : " " + ResultText.Unit(printed.Unit, voice.Language));

    private static string Check(NumberCheck check, PrintedNumber printed, Voice voice) => voice.Say(check.Standing switch
    {
        NumberStanding.Confirmed => new("根拠から求め直した値は、表示値と一致する。", "Worked out again from its evidence, the value is the printed one."),
        NumberStanding.AnotherValue => new(
            $"公表後にプログラムが変わり、今は {EvidenceTreeHtml.Digits(check.PresentValue ?? printed.Value)} になる。式と根拠は今の値のもの。",
            $"The program has changed since publication and now gives {EvidenceTreeHtml.Digits(check.PresentValue ?? printed.Value)}. Formulas and evidence lead to that value."),
        NumberStanding.NotResolved => new("公表後にプログラムが変わり、番地をたどれない。", "The program has changed since publication and cannot follow the address."),
        _ => new("公表時に変化を原因へ分けた値で、ここでは計算し直していない。", "The part of one cause, split at publication and not computed again here."),
    });

    private static Html Briefing(NumberPage number, Voice voice)
    {
        string pages = string.Join(voice.Say(new("、", ", ")), number.Number.Pages.Select(page => page.ToString(CultureInfo.InvariantCulture)));
        return Html.Of(
        [
            Link(new BriefingAddress(number.Briefing, number.Meta.Vintage).Content, number.Briefing + " (PDF)"),
            voice.Say(new(
                FormattableString.Invariant($"、{pages} 頁、番号 {number.Number.Number}"), FormattableString.Invariant($", page {pages}, number {number.Number.Number}"))),
        ]);
    }
}
