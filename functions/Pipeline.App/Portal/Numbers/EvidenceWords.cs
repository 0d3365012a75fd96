using System.Text.RegularExpressions;
using Pipeline.App.Api;
using Pipeline.Briefings;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>Words for what evidence and formulas speak of. What has none is shown as it is recorded.</summary>
internal static partial class EvidenceWords
{
    private static readonly Dictionary<string, Bilingual> Quantities = new(StringComparer.Ordinal)
    {
        ["cell without a number"] = new("数値のないセル", "cell without a number"),
        ["published cell"] = new("公表されたセル", "published cell"),
        ["published row"] = new("公表された行", "published row"),
        ["consumption"] = new("消費量", "consumption"),
        ["contained metal"] = new("純分", "contained metal"),
        ["content factor"] = new("含有率", "content factor"),
        ["controlOfCorruption"] = new("汚職の抑制", "control of corruption"),
        ["country of which too little is known"] = new("情報の足りない国", "country of which too little is known"),
        ["domestic demand"] = new("内需", "domestic demand"),
        ["estimated weight of goods"] = new("品目の推計重量", "estimated weight of goods"),
        ["governmentEffectiveness"] = new("政府の有効性", "government effectiveness"),
        ["imports from the partner"] = new("相手国からの輸入量", "imports from the partner"),
        ["imports of all stages, contained metal"] = new("全段階の輸入量（純分）", "imports of all stages, contained metal"),
        ["imports of the other stages, contained metal"] = new("他の段階の輸入量（純分）", "imports of the other stages, contained metal"),
        ["imports of the stage, contained metal"] = new("当該段階の輸入量（純分）", "imports of the stage, contained metal"),
        ["imports on estimated weights"] = new("推計重量による輸入量", "imports on estimated weights"),
        ["imports, contained metal"] = new("輸入量（純分）", "imports, contained metal"),
        ["institutional risk"] = new("制度リスク", "institutional risk"),
        ["largest value of the years before"] = new("過年の最大値", "largest value of the years before"),
        ["mean of governance estimates"] = new("統治指標の平均", "mean of governance estimates"),
        ["number of countries without a number"] = new("数値のない国の数", "number of countries without a number"),
        ["old scrap"] = new("使用済みスクラップ", "old scrap"),
        ["other countries"] = new("その他の国", "other countries"),
        ["parameter"] = new("係数", "parameter"),
        ["politicalStability"] = new("政治的安定", "political stability"),
        ["price"] = new("価格", "price"),
        ["published self sufficiency"] = new("公表された自給率", "published rate of self-sufficiency"),
        ["quantity"] = new("数量", "quantity"),
        ["regulatoryQuality"] = new("規制の質", "regulatory quality"),
        ["ruleOfLaw"] = new("法の支配", "rule of law"),
        ["secondary production"] = new("二次生産", "secondary production"),
        ["smelter residues"] = new("製錬残渣", "smelter residues"),
        ["value of goods"] = new("品目の金額", "value of goods"),
        ["voiceAndAccountability"] = new("国民の声と説明責任", "voice and accountability"),
        ["weight of goods"] = new("品目の重量", "weight of goods"),
        ["world total"] = new("世界計", "world total"),
    };

    private static readonly Dictionary<string, Bilingual> Symbols = new(StringComparer.Ordinal)
    {
        ["amount"] = new("数量", "amount"),
        ["average"] = new("移動平均", "moving average"),
        ["before"] = new("前の期間の輸入量", "imports of the period before"),
        ["contained"] = new("純分", "contained metal"),
        ["coverage"] = new("把握率", "coverage"),
        ["demand"] = new("内需", "demand"),
        ["demand2018"] = new("2018年の内需", "demand in 2018"),
        ["estimate"] = new("統治指標", "governance estimate"),
        ["estimated"] = new("推計による輸入量", "imports on estimated weights"),
        ["factor"] = new("含有率", "content factor"),
        ["filled"] = new("補完した数量", "filled-in quantity"),
        ["governance"] = new("統治指標の平均", "mean governance estimate"),
        ["hiddenCountries"] = new("数値のない国の数", "number of countries without a number"),
        ["high"] = new("上端", "upper end"),
        ["highest"] = new("数量の上限", "upper bound of the amount"),
        ["imports"] = new("輸入量", "imports"),
        ["imputedShare"] = new("補完率", "imputed share"),
        ["index"] = new("集中度", "concentration index"),
        ["kilogramsPerMegawatt"] = new("1MW当たりの使用量（kg）", "kilograms per megawatt"),
        ["kilogramsPerOnshoreMegawatt"] = new("陸上1MW当たりの使用量（kg）", "kilograms per onshore megawatt"),
        ["kilogramsPerVehicle"] = new("1台当たりの使用量（kg）", "kilograms per vehicle"),
        ["largest"] = new("最大の割合", "largest share"),
        ["low"] = new("下端", "lower end"),
        ["megawatts"] = new("設備容量（MW）", "megawatts"),
        ["metal"] = new("純分", "contained metal"),
        ["now"] = new("直近の輸入量", "imports of the latest period"),
        ["otherStages"] = new("他の段階の輸入量", "imports of the other stages"),
        ["part"] = new("当該の数量", "the part"),
        ["point"] = new("点の値", "point value"),
        ["price"] = new("価格", "price"),
        ["production"] = new("生産量", "production"),
        ["published"] = new("公表値", "published value"),
        ["quantity"] = new("数量", "quantity"),
        ["reference"] = new("基準値", "reference value"),
        ["reserves"] = new("埋蔵量", "reserves"),
        ["residual"] = new("内訳のない残り", "residual"),
        ["residualAsOne"] = new("残りを一国とみなした集中度", "index with the residual as one country"),
        ["rest"] = new("その他の国", "other countries"),
        ["risk"] = new("制度リスク", "institutional risk"),
        ["row"] = new("公表された行", "published rows"),
        ["scale"] = new("尺度の係数", "scale"),
        ["score"] = new("評点", "score"),
        ["scoreHigh"] = new("評点の上端", "upper end of the score"),
        ["scoreLow"] = new("評点の下端", "lower end of the score"),
        ["scrap"] = new("スクラップの輸入量", "imports of scrap"),
        ["share"] = new("割合", "share"),
        ["shares"] = new("割合", "shares"),
        ["smallestDemand"] = new("内需の下限", "lower bound of demand"),
        ["sovereign"] = new("本国の制度リスク", "risk of the sovereign state"),
        ["stage"] = new("段階の輸入量", "imports of the stage"),
        ["terms"] = new("各項", "terms"),
        ["tonnes"] = new("輸入量（t）", "imports in tonnes"),
        ["total"] = new("世界計", "world total"),
        ["unknown"] = new("不明分", "unknown part"),
        ["value"] = new("値", "value"),
        ["valueOfOthers"] = new("他の相手国の金額", "value of goods of others"),
        ["vehicles"] = new("台数", "vehicles"),
        ["wantedChanges"] = new("必要な変化の数", "changes wanted"),
        ["watched"] = new("監視対象国の輸入量", "imports from watched countries"),
        ["watchList"] = new("監視対象国の割合", "share of watched countries"),
        ["weight"] = new("重量", "weight"),
        ["weightOfOthers"] = new("他の相手国の重量", "weight of goods of others"),
        ["whole"] = new("全体", "the whole"),
        ["window"] = new("期間の年数", "years of the window"),
        ["growth"] = new("増減率", "growth"),
        ["scenario"] = new("試算", "scenario"),
        ["selfSufficiency"] = new("自給率", "self-sufficiency"),
    };

    /// <summary>A quantity of a node in words.</summary>
    public static string Quantity(string quantity, Voice voice) => Quantities.TryGetValue(quantity, out Bilingual? words) ? voice.Say(words) : quantity;

    /// <summary>A symbol of a formula in words; the part before a dot says whose it is.</summary>
    public static string Symbol(string symbol, Voice voice) => symbol.Split('.', 2) is [var owner, var part]
        ? voice.Say(new($"{Subject(owner, voice)}の{Symbol(part, voice)}", $"{Symbol(part, voice)} of {Subject(owner, voice)}"))
        : Symbols.TryGetValue(symbol, out Bilingual? words) ? voice.Say(words)
        : Vocabulary.Knows(Term.Companion, symbol) ? Vocabulary.Word(Term.Companion, symbol, voice.Language)
        : symbol;

    /// <summary>What a node belongs to in words: a country by its name, a year as a period, anything else as it is.</summary>
    public static string Subject(string subject, Voice voice) =>
        CountryCatalogue.Find(subject) is not null ? ResultText.Country(subject, voice.Language)
        : Time().IsMatch(subject) ? PeriodText.Of(Period.Parse(subject), voice.Language)
        : Symbols.TryGetValue(subject, out Bilingual? words) ? voice.Say(words)
        : subject;

    [GeneratedRegex("^(CY[0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2]))$")]
    private static partial Regex Time();
}
