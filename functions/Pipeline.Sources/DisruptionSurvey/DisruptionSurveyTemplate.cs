using Pipeline.Domain;
using Pipeline.Sources.Searches;
using Pipeline.Sources.Templates;

namespace Pipeline.Sources.DisruptionSurvey;

/// <summary>Type of a row of the survey.</summary>
internal enum SurveyRow
{
    /// <summary>A stoppage or a regulatory event.</summary>
    Event,

    /// <summary>A search for events.</summary>
    Searched,

    /// <summary>An index of a country.</summary>
    Index,
}

/// <summary>The template of the survey of disruptions: the sub-factors b to g of 供給途絶発生の可能性 (P 2(2) ②).</summary>
internal static class DisruptionSurveyTemplate
{
    public static readonly CodeColumn<SurveyRow> Type = CodeColumn.Of(
        "row_type", Need.Required, new Wording("行の種類", "Type of the row"),
        ("event", SurveyRow.Event, "事象（7日以上の操業停止、又は操業停止命令・許可取消・規制強化）",
            "an event: a stoppage of 7 days or more at a mine, smelter or port, or a suspension, withdrawn permit or tightening"),
        ("searched", SurveyRow.Searched, "調査の記録。調査した国・鉱種・期間のみ「該当なし」を零とし、それ以外は不明とする",
            "a search: only what was searched counts as free of events where none is listed, everything else is unknown"),
        ("index", SurveyRow.Index, "国別の公表指数", "a published index of a country"));

    public static readonly CodeColumn<DisruptionSubFactor> SubFactor = TermColumn.Of(
        "sub_factor", Need.Required,
        new Wording("小要素。事象と調査は最初の二つ、指数は残りの四つ", "Sub-factor: the first two for events and searches, the other four for indices"),
        Term.SubFactor,
        DisruptionSubFactor.LabourDisputes, DisruptionSubFactor.EnvironmentalRegulation, DisruptionSubFactor.PowerStability,
        DisruptionSubFactor.ExtremeWeather, DisruptionSubFactor.Infrastructure, DisruptionSubFactor.EpidemicResponse);

    public static readonly CodeColumn<string> Country = CodeColumn.Countries("country", Need.Required, new Wording("国", "Country"));

    public static readonly CodeColumn<string> Mineral = CodeColumn.Minerals(
        "mineral_id", Need.When("指数の行では空欄、他の行で必須", "empty in rows of type index, required in others"),
        new Wording("鉱種。全鉱種に及ぶ場合は all", "Mineral, or 'all' where every mineral is meant"), SearchRows.All);

    public static readonly PeriodColumn Period = new(
        "period", Need.Required,
        new Wording(
            "事象の年月（月が不明なら年）、調査対象の期間、又は指数の年",
            "When the event came (the year where the month is not known), the years that were searched, or the year of the index"),
        PeriodForms.CalendarYear | PeriodForms.Month | PeriodForms.YearSpan);

    public static readonly TextColumn Description = new(
        "description", Need.When("事象の行で必須、他の行では空欄", "required in rows of type event, empty in others"),
        new Wording("事象の内容（一文）", "What happened, one sentence"));

    public static readonly PublishedColumn Value = new(
        "value", Need.When("指数の行で必須、他の行では空欄", "required in rows of type index, empty in others"),
        new Wording("指数の公表値。加工しない", "The index as published, unchanged"));

    public static readonly CodeColumn<string> Unit = CodeColumn.Of(
        "unit", Need.When("指数の行で必須、他の行では空欄", "required in rows of type index, empty in others"),
        new Wording("指数の単位。小要素ごとに一つ", "Unit of the index, one for each sub-factor"),
        ("outages/month", "outages/month", "電力供給安定度: 通常の月の停電回数", "power stability: outages in a typical month"),
        ("0-10", "0-10", "異常気象発生状況: 0（低）から10（高）の危険度指数", "extreme weather: hazard index from 0 (low) to 10 (high)"),
        ("1-5", "1-5", "インフラ整備状況: 1（低）から5（高）の物流インフラ評点", "infrastructure: score of logistics infrastructure from 1 (low) to 5 (high)"),
        ("0-100", "0-100", "流行性感染症対応: 0（低）から100（高）の保健安全保障指数", "epidemic response: health-security index from 0 (low) to 100 (high)"));

    public static readonly TextColumn Citation = new("source", Need.Required, new Wording(
        "確認した資料（表題、発行者、日付、所在）、調査した資料、又は指数の公表資料", "Document in which it was read (title, publisher, date, address), or where was searched"));

    public static readonly TextColumn ConfirmedBy = new("confirmed_by", Need.Required, new Wording(
        "確認した、又は調査した部署", "Office that confirmed the row, or that searched"));

    public static readonly DateColumn SearchedOn = new(
        "searched_on", Need.When("調査の行で必須、他の行では空欄", "required in rows of type searched, empty in others"), new Wording(
            "調査した日",
            "Day of the search"));

    public static readonly SearchRows Searches = new(Mineral, Country, Period, Citation, ConfirmedBy, SearchedOn);

    public static readonly RowShape Events = new([Mineral, Description], [Value, Unit, SearchedOn]);

    public static readonly RowShape Searched = new([Mineral, SearchedOn], [Description, Value, Unit]);

    public static readonly RowShape Indices = new([Value, Unit], [Mineral, Description, SearchedOn]);

    public static readonly FeedTemplate Template = new(
        "disruption-survey", 1,
        new Wording("供給途絶要因の調査票", "Survey of disruptions"),
        new Wording(
            "基本方針2(2)の項目②のうち労働争議、環境規制、電力、異常気象、インフラ、感染症対応の算定に用いる。任意の様式であり、記載のない国・小要素は零ではなく不明とする。",
            "Item 2 of clause 2(2) of the basic policy takes labour disputes, environmental regulation, power, weather, infrastructure and "
                + "epidemic response from it. "
                + "The feed is optional: a country or sub-factor that is not in it is unknown, never zero."),
        [Type, SubFactor, Country, Mineral, Period, Description, Value, Unit, Citation, ConfirmedBy, SearchedOn])
    {
        Key = [Type, SubFactor, Country, Mineral, Period, Description],
        Rules =
        [
            new Wording(
                "事象は年月又は暦年、調査は CY2016/CY2025 の形の期間、指数は暦年",
                "An event has a month or calendar year, a search has years from and to such as CY2016/CY2025, an index has "
                    + "a calendar year"),
            new Wording(
                "事象と調査は労働争議と環境規制のみ、指数はその他の小要素のみ",
                "Events and searches are of labour disputes and environmental regulation, indices of the other sub-factors"),
            new Wording(
                "指数の単位と範囲: 停電は月当たり0以上、危険度は0～10、物流インフラは1～5、保健安全保障は0～100",
                "Units and ranges of indices: outages 0 or more a month, hazard 0 to 10, logistics infrastructure 1 to 5, "
                    + "health security 0 to 100"),
            new Wording("調査の期間は調査した年まで", "The years of a search end with the year in which it was made"),
        ],
    };
}
