using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Briefings;
using Pipeline.Domain;
using static Pipeline.App.Portal.Markup;

namespace Pipeline.App.Portal;

/// <summary>
/// The two forms of a scenario: which mineral and kind of measure, by address; then how much and from where, sent in the body, so that what a reader
/// considers stands in no address, history or log. The second has only the fields of its kind.
/// </summary>
internal static class WhatIfForm
{
    private static readonly Bilingual FirstLegend = new("鉱種と対策の種類", "Mineral and kind of measure");
    private static readonly Bilingual Mineral = new("鉱種", "Mineral");
    private static readonly Bilingual Kind = new("対策の種類", "Kind of measure");
    private static readonly Bilingual Choose = new("選んでください", "choose");
    private static readonly Bilingual Next = new("入力欄を表示する", "Show the fields");
    private static readonly Bilingual Country = new("供給する国", "Supplying country");
    private static readonly Bilingual Amount = new("規模", "Amount");
    private static readonly Bilingual Unit = new("規模の単位", "Unit of the amount");
    private static readonly Bilingual Tonnes = new("年間の純分トン（t）", "t of contained metal a year");
    private static readonly Bilingual Displaces = new("何に置き換わるか", "Whose supply it displaces");
    private static readonly Bilingual Compute = new("試算する", "Compute");
    private static readonly Bilingual Mend = new("入力を直してください", "Please mend what you typed");

    /// <summary>The form that chooses mineral and kind.</summary>
    public static HtmlElement First(PublishedView view, WhatIfInput input, Voice voice) => FormMarkup.Asking(PortalAddress.WhatIf(null), voice.Say(FirstLegend), voice,
        FormMarkup.Choice("mineral", voice.Say(Mineral), input.Mineral,
        [
            (string.Empty, voice.Say(Choose)),
            .. MineralCatalogue.All.Where(mineral => view.Assessments.ContainsKey(mineral.Id)).Select(mineral => (mineral.Id, ResultText.Mineral(mineral.Id, voice.Language))),
        ]),
        FormMarkup.Choice("kind", voice.Say(Kind), input.Kind.Code, WhatIfKind.All.Select(kind => (kind.Code, voice.Say(kind.Words)))),
        FormMarkup.Actions(voice.Say(Next)));

    /// <summary>The form with the fields of a kind, after what is wrong with them.</summary>
    public static Html Second(WhatIfInput input, Voice voice) => Html.Of(
    [
        .. input.Faults.Count == 0 ? [] : new[] { Faults(input, voice) },
        Tag("form", Tag("fieldset",
        [
            Tag("legend", $"{ResultText.Mineral(input.Mineral, voice.Language)}{voice.Say(new("：", ": "))}{voice.Say(input.Kind.Words)}"),
            .. input.Kind.IsSupply ? [CountryField(input, voice)] : Array.Empty<Html>(),
            AmountField(input, voice),
            .. input.Kind.Units.Count > 1 ? [FormMarkup.Choice("unit", voice.Say(Unit), Code(input.Unit), input.Kind.Units.Select(unit => (Code(unit), Words(unit, input.Kind, voice))))] : Array.Empty<Html>(),
            .. input.Kind.IsSupply ? [FormMarkup.Choice("displaces", voice.Say(Displaces), input.Displaces, WhatIfInput.Displacements.Select(one => (one.Code, voice.Say(one.Words))))] : Array.Empty<Html>(),
            FormMarkup.Hidden("mineral", input.Mineral),
            FormMarkup.Hidden("kind", input.Kind.Code),
            FormMarkup.Actions(voice.Say(Compute)),
        ])).With("method", "post").With("action", PortalAddress.WhatIf(null).In(voice.Language)).Class("filters"),
    ]);

    /// <summary>The same question asked again in the other language: an answer has no address of its own.</summary>
    public static HtmlElement InOtherLanguage(WhatIfInput input, Voice voice)
    {
        Language other = voice.Language == Language.Japanese ? Language.English : Language.Japanese;
        return Tag("form",
        [
            .. new[] { ("mineral", input.Mineral), ("kind", input.Kind.Code), ("country", input.Country), ("amount", input.Amount), ("unit", Code(input.Unit)), ("displaces", input.Displaces) }
                .Select(field => FormMarkup.Hidden(field.Item1, field.Item2)),
            Tag("p", Tag("button", other == Language.Japanese ? "この試算を日本語で見る" : "Show this computation in English").With("type", "submit").With("lang", RequestLanguage.Code(other)).Class("quiet")),
        ]).With("method", "post").With("action", PortalAddress.WhatIf(null).In(other));
    }

    /// <summary>Unit of a size in words.</summary>
    public static string Words(AmountUnit unit, WhatIfKind kind, Voice voice) => voice.Say(unit == AmountUnit.Tonnes ? Tonnes : kind.Whole);

    private static HtmlElement CountryField(WhatIfInput input, Voice voice) => FormMarkup.Field("country", voice.Say(Country), Marked(FormMarkup.Select("country", input.Country,
    [
        (string.Empty, voice.Say(Choose)),
        .. CountryCatalogue.All.Where(country => country.Iso3 != "JPN" || input.Kind.Code == "smelter")
            .Select(country => (country.Iso3, ResultText.Country(country.Iso3, voice.Language))).OrderBy(country => country.Item2, StringComparer.Ordinal),
    ]).Flag("required"), "country", input));

    private static HtmlElement AmountField(WhatIfInput input, Voice voice) => FormMarkup.Field(
        "amount",
        input.Kind.Units.Count == 1 ? $"{voice.Say(Amount)}{voice.Say(new("（", " ("))}{Words(input.Unit, input.Kind, voice)}{voice.Say(new("）", ")"))}" : voice.Say(Amount),
        Marked(Tag("input").With("type", "text").With("inputmode", "decimal").With("name", "amount").With("id", "amount").With("value", input.Amount).With("maxlength", "30").With("autocomplete", "off").Flag("required"), "amount", input));

    private static HtmlElement Marked(HtmlElement control, string field, WhatIfInput input) =>
        input.Faults.Any(fault => fault.Field == field) ? control.With("aria-invalid", "true").With("aria-describedby", "faults") : control;

    private static HtmlElement Faults(WhatIfInput input, Voice voice) => Tag("div",
        Tag("h2", voice.Say(Mend)),
        Tag("ul", [.. input.Faults.Select(fault => Tag("li", fault.Field is "country" or "amount" or "displaces" or "mineral" ? Link("#" + fault.Field, voice.Say(fault.Words)) : voice.Say(fault.Words)))]))
        .With("id", "faults").With("role", "alert").Class("box warned");

    private static string Code(AmountUnit unit) => unit == AmountUnit.Tonnes ? "tonnes" : "percent";
}
