using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Pipeline.App.Api;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>What was typed into the form of a scenario, as it was typed, and what is wrong with it.</summary>
/// <param name="Mineral">Identifier of the mineral, or empty.</param>
/// <param name="Kind">Kind of measure.</param>
internal sealed partial record WhatIfInput(string Mineral, WhatIfKind Kind)
{
    /// <summary>More than the earth holds of anything.</summary>
    private const decimal MostTonnes = 1e12m;

    /// <summary>Whose supply makes room, with the words of each.</summary>
    public static IReadOnlyList<(string Code, Bilingual Words)> Displacements { get; } =
    [
        ("largest", new("最大の供給国に置き換わる", "the largest supplier makes room")),
        ("proRata", new("他のすべての国に比例して置き換わる", "all others make room in proportion")),
        ("none", new("誰にも置き換わらず、全体が増える", "nobody makes room: the whole grows")),
    ];

    /// <summary>ISO code of the country, or empty.</summary>
    public string Country { get; init; } = string.Empty;

    /// <summary>The size as it was typed.</summary>
    public string Amount { get; init; } = string.Empty;

    /// <summary>Unit of the size.</summary>
    public AmountUnit Unit { get; init; }

    /// <summary>Whose supply makes room.</summary>
    public string Displaces { get; init; } = Displacements[0].Code;

    /// <summary>What is wrong, by field, in the order of the form; the field <c>scenario</c> stands for the whole.</summary>
    public IReadOnlyList<(string Field, Bilingual Words)> Faults { get; init; } = [];

    /// <summary>The size as a number, or none when it is none: a comma stands between thousands and nowhere else, so that 2,5 is not taken for 25.</summary>
    public decimal? Number => TypedText.Folded(Amount).Trim() is var typed && Typed().IsMatch(typed)
        && decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>An empty form.</summary>
    public static WhatIfInput Empty(string? mineral, WhatIfKind kind) => new(mineral ?? string.Empty, kind) { Unit = kind.Units[0] };

    /// <summary>What was sent; values that no field of the form has count as not chosen.</summary>
    public static WhatIfInput Of(IReadOnlyDictionary<string, StringValues> fields)
    {
        string Sent(string name) => fields.TryGetValue(name, out StringValues values) && values.Count == 1 ? values.ToString() : string.Empty;
        WhatIfKind kind = WhatIfKind.Find(Sent("kind")) ?? WhatIfKind.All[0];
        string mineral = Sent("mineral");
        string displaces = Sent("displaces");
        string amount = Sent("amount");
        WhatIfInput input = new(MineralCatalogue.Find(mineral) is null ? string.Empty : mineral, kind)
        {
            Country = kind.IsSupply && CountryCatalogue.Find(Sent("country")) is { } country ? country.Iso3 : string.Empty,
            Amount = amount.Length <= 30 && !amount.Any(char.IsControl) ? amount : string.Empty,
            Unit = kind.Units.Count == 1 || Sent("unit") != "tonnes" ? kind.Units[0] : AmountUnit.Tonnes,
            Displaces = displaces,
        };
        return input.Checked();
    }

    /// <summary>The scenario as the JSON that the API takes.</summary>
    public byte[] Json()
    {
        Dictionary<string, object> measure = Kind.Members.ToDictionary(member => member.Name, object (member) => member.Value, StringComparer.Ordinal);
        decimal number = Number!.Value;
        measure[Unit == AmountUnit.Tonnes ? "tonnes" : Kind.Share] = Unit == AmountUnit.Tonnes ? number : number / 100;
        if (Kind.IsSupply)
        {
            measure["country"] = Country;
            measure["displaces"] = Displaces;
        }

        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["mineral"] = Mineral, ["measures"] = new[] { measure } });
    }

    private WhatIfInput Checked()
    {
        List<(string, Bilingual)> faults = [];
        if (Mineral.Length == 0)
        {
            faults.Add(("mineral", new("鉱種を選んでください。", "Choose a mineral.")));
        }

        if (Kind.IsSupply && Country.Length == 0)
        {
            faults.Add(("country", new("国を選んでください。", "Choose a country.")));
        }
        else if (Kind is { IsSupply: true, Code: not "smelter" } && Country == "JPN")
        {
            faults.Add(("country", new("日本以外の国を選んでください。国内の製錬所は「製錬所が製錬品を供給する」で試算できます。", "Choose a country other than Japan; a domestic smelter is a measure of its own kind.")));
        }

        if (Number is not { } number || number <= 0 || number > (Unit == AmountUnit.Percent ? Kind.MostPercent : MostTonnes))
        {
            faults.Add(("amount", Unit == AmountUnit.Percent
                ? new($"0 より大きく {Kind.MostPercent} 以下の数を入力してください。小数点は「.」で書きます。例：25、2.5", $"Type a number above 0 and at most {Kind.MostPercent}, with a point before decimals, such as 25 or 2.5.")
                : new("0 より大きい数（t）を入力してください。小数点は「.」で書きます。例：1200、1,200.5", "Type tonnes above 0, with a point before decimals, such as 1200 or 1,200.5.")));
        }

        if (Kind.IsSupply && Displacements.All(one => one.Code != Displaces))
        {
            faults.Add(("displaces", new("何に置き換わるかを選んでください。", "Choose whose supply makes room.")));
        }
        else if (Kind.IsSupply && Displaces == "none" && Unit == AmountUnit.Percent && Number == 100)
        {
            faults.Add(("amount", new("誰にも置き換わらないときは 100％ にできません。", "Where nobody makes room the share is below 100 %.")));
        }

        return this with { Faults = faults };
    }

    [GeneratedRegex(@"^(?:[0-9]*|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?\z")]
    private static partial Regex Typed();
}
