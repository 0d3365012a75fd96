using Pipeline.App.Api;

namespace Pipeline.App.Portal;

/// <summary>How the size of a measure is typed in.</summary>
internal enum AmountUnit
{
    /// <summary>Per cent of the whole afterwards, or of demand.</summary>
    Percent,

    /// <summary>Tonnes of contained metal a year.</summary>
    Tonnes,
}

/// <summary>
/// A kind of measure that the form offers. Those with numbers of vehicles, with risks of one's own or with a stock are left to the API: the first need
/// many fields, and a stock figure has no place in a form that anybody may fill in.
/// </summary>
/// <param name="Code">Code in addresses.</param>
/// <param name="Words">What it is.</param>
/// <param name="Units">Units that its size can be typed in.</param>
/// <param name="Members">Members of the measure in the JSON of a scenario that are the same each time.</param>
internal sealed record WhatIfKind(string Code, Bilingual Words, IReadOnlyList<AmountUnit> Units, IReadOnlyList<(string Name, string Value)> Members)
{
    private static readonly AmountUnit[] Both = [AmountUnit.Percent, AmountUnit.Tonnes];

    /// <summary>All kinds; the first holds unless another is chosen.</summary>
    public static IReadOnlyList<WhatIfKind> All { get; } =
    [
        new("smelter", new("製錬所が製錬品を供給する", "a smelter supplies refined product"), Both, [("kind", "smelter")]) { IsSupply = true },
        new("concentrate", new("精鉱を新しい国から輸入する", "ores and concentrates are imported from a country"), Both, [("kind", "supply"), ("stage", "concentrate")]) { IsSupply = true },
        new("mine", new("鉱山が生産を増やす", "a country's mines produce more"), Both, [("kind", "supply"), ("stage", "mine")]) { IsSupply = true },
        new("equity-mine", new("海外鉱山の権益を得る", "equity in a mine abroad"), [AmountUnit.Tonnes], [("kind", "equity"), ("in", "mine")]),
        new("equity-smelter", new("海外製錬所の権益を得る", "equity in a smelter abroad"), [AmountUnit.Tonnes], [("kind", "equity"), ("in", "smelter")]),
        new("old-scrap", new("使用済みスクラップの再生を増やす", "more is recovered from used products"), Both, [("kind", "recycling"), ("component", "oldScrap")]) { Share = "ratePoints" },
        new("process-scrap", new("工程くずの再生を増やす", "more is recovered from process scrap"), Both, [("kind", "recycling"), ("component", "processScrap")]) { Share = "ratePoints" },
        new("less-use", new("使用量を減らす（代替・省資源）", "less is used, or something else is"), [AmountUnit.Percent], [("kind", "lessUse")]) { MostPercent = 99 },
    ];

    /// <summary>True when a country supplies, and somebody makes room for it.</summary>
    public bool IsSupply { get; init; }

    /// <summary>Member that takes a share.</summary>
    public string Share { get; init; } = "share";

    /// <summary>Largest percentage.</summary>
    public int MostPercent { get; init; } = 100;

    /// <summary>What the size is a percentage of.</summary>
    public Bilingual Whole => Code switch
    {
        "smelter" => new("増えた供給が製錬品の輸入に占める％", "% of imports of refined product that the new supply makes up"),
        "concentrate" => new("増えた供給が精鉱の輸入に占める％", "% of imports of ores and concentrates that the new supply makes up"),
        "mine" => new("増えた供給が世界の鉱山生産に占める％", "% of the world's mine production that the new supply makes up"),
        _ => new("国内需要に対する％", "% of domestic demand"),
    };

    /// <summary>The kind of a code, or none.</summary>
    public static WhatIfKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}
