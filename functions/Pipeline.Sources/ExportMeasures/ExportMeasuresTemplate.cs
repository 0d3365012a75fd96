using Pipeline.Domain;
using Pipeline.Sources.Searches;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.ExportMeasures;

/// <summary>Type of a row of the register.</summary>
internal enum RegisterRow
{
    /// <summary>A measure.</summary>
    Measure,

    /// <summary>A search for measures.</summary>
    Searched,
}

/// <summary>The template of the register of export and other measures (P 2(2) ② 政策安定性).</summary>
internal static class ExportMeasuresTemplate
{
    private static readonly Need OfMeasures = Need.When(
        "row_type が measure の行で必須、他の行では空欄", "required in rows of type measure, empty in others");

    public static readonly CodeColumn<RegisterRow> Type = CodeColumn.Of(
        "row_type", Need.Required, new Wording("行の種類", "Type of the row"),
        ("measure", RegisterRow.Measure, "措置", "a measure"),
        ("searched", RegisterRow.Searched, "調査の記録。調査した国・鉱種・期間のみ「該当なし」を零とし、それ以外は不明とする",
            "a search: only what was searched counts as free of measures where none is listed, everything else is unknown"));

    public static readonly CodeColumn<string> Country = CodeColumn.Countries(
        "country", Need.Required, new Wording("措置を講じた国、又は調査した国", "Country that takes the measure, or that was searched"));

    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals(
        "mineral_id", Need.Required, new Wording("鉱種。全鉱種に及ぶ場合は all", "Mineral, or 'all' where every mineral is meant"), SearchRows.All);

    public static readonly PeriodColumn Period = new(
        "period", Need.Required,
        new Wording(
            "措置の年月（施行、公表又は終了した月、月が不明なら年）、又は調査対象の期間",
            "When the measure came (month in which it came into force, was made public or ended; the year where the month "
                + "is not known), or the years that were searched"),
        PeriodForms.CalendarYear | PeriodForms.Month | PeriodForms.YearSpan);

    public static readonly CodeColumn<MeasureKind> Kind = TermColumn.Of(
        "kind", OfMeasures, new Wording(
            "措置の種類。最初の四つのみ輸出制限として件数に算入する",
            "Kind of the measure; only the first four restrict exports and are counted"),
        Term.MeasureKind, Enum.GetValues<MeasureKind>());

    public static readonly CodeColumn<MeasureStanding> Standing = TermColumn.Of(
        "standing", OfMeasures, new Wording("措置の段階。件数に算入するのは施行のみ", "Standing; only what came into force is counted"),
        Term.MeasureStanding, Enum.GetValues<MeasureStanding>());

    public static readonly TextColumn Act = new("act", OfMeasures, new Wording(
        "法令・決定の名称。同じ法令に基づく措置、延長及び更新には同じ名称を記入する（国・鉱種ごとに一件と数える）",
        "Name of the act. All measures of one act and its renewals bear the same name: it counts once for a country and mineral"));

    public static readonly TextColumn Description = new("description", OfMeasures, new Wording(
        "措置の内容（一文）", "What the measure does, one sentence"));

    public static readonly TextColumn Citation = new("source", Need.Required, new Wording(
        "措置を確認した資料（表題、発行者、日付、所在）、又は調査した資料",
        "Document in which the measure was read (title, publisher, date, address), or where was searched"));

    public static readonly TextColumn ConfirmedBy = new("confirmed_by", Need.Required, new Wording(
        "措置を確認した、又は調査した部署", "Office that confirmed the measure, or that searched"));

    public static readonly DateColumn SearchedOn = new(
        "searched_on", Need.When("row_type が searched の行で必須、他の行では空欄", "required in rows of type searched, empty in others"),
        new Wording("調査した日", "Day of the search"));

    public static readonly SearchRows Searches = new(Mineral, Country, Period, Citation, ConfirmedBy, SearchedOn);

    public static readonly RowShape Measures = new([Kind, Standing, Act, Description], [SearchedOn]);

    public static readonly RowShape Searched = new([SearchedOn], [Kind, Standing, Act, Description]);

    public static readonly FeedTemplate Template = new(
        "export-measures", 1,
        new Wording("輸出規制等の措置の台帳", "Register of export and other measures"),
        new Wording(
            "基本方針2(2)の項目②のうち政策安定性（過去の禁輸措置等の発生頻度等）の算定に用いる。措置の記載がないことは、調査の記録がある場合に限り零とし、記録がない場合は不明とする。",
            "Policy stability, a part of item 2 of clause 2(2) of the basic policy, is computed from it. That no measure is listed means "
                + "zero only where a search is "
                + "on record, and unknown everywhere else."),
        [Type, Country, Mineral, Period, Kind, Standing, Act, Description, Citation, ConfirmedBy, SearchedOn])
    {
        Key = [Type, Country, Mineral, Period, Kind, Standing, Act],
        Agreements = [new(Act, Country)],
        Rules =
        [
            new Wording(
                "措置の行は年月又は暦年、調査の行は CY2016/CY2025 の形の期間",
                "A measure has a month or calendar year, a search has years from and to such as CY2016/CY2025"),
            new Wording("調査の期間は調査した年まで", "The years of a search end with the year in which it was made"),
            new Wording("一つの法令は一つの国に属する", "An act belongs to one country"),
        ],
    };
}
