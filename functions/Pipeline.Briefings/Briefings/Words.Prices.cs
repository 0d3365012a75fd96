namespace Pipeline.Briefings;

/// <summary>Words of prices and their five-year band.</summary>
internal static partial class Words
{
    public static readonly Phrase PriceLead = new(
        "価格系列は「{0}」（{1}、名目）で、期間は{2}である。直近（{3}）は{4}、期間中の最高は{5}（{6}）、最低は{7}（{8}）である。",
        "The price series is “{0}” ({1}, nominal), {2}. The latest price ({3}) is {4}; the highest is {5} ({6}) and the lowest {7} ({8}).");
    public static readonly Phrase PriceNone = new("価格：{0}。{1}", "Prices: {0}. {1}");
    public static readonly Phrase PriceCaption = new("価格の推移（{0}、{1}、{2}、名目）", "Prices ({0}, {1}, {2}, nominal)");
    public static readonly Phrase Monthly = new("月平均", "monthly averages");
    public static readonly Phrase Annual = new("年平均", "annual averages");
    public static readonly Phrase PriceAlt = new("価格の推移（{0}、{1}）。最初 {2}、最後 {3}、最高 {4}（{5}）、最低 {6}（{7}）。{8}", "Prices ({0}, {1}). First {2}, last {3}, highest {4} ({5}), lowest {6} ({7}). {8}");
    public static readonly Phrase UnitAbove = new("（{0}）", "({0})");
    public static readonly Phrase PriceCaptionBand = new(
        "価格の推移（{0}、{1}、{2}、名目）。帯は直近5か年（{3}）の平均±標準偏差", "Prices ({0}, {1}, {2}, nominal). Band: mean ± standard deviation of the last five years ({3})");
    public static readonly Phrase PriceMeanKey = new("5か年平均", "five-year mean");
    public static readonly Phrase PriceBandKey = new("平均±標準偏差", "mean ± standard deviation");
    public static readonly Phrase PriceBandInside = new(
        "直近5か年（{0}）の平均は{1}、標準偏差は{2}で、平均±標準偏差の幅は{3}〜{4}となる。直近の価格はこの幅の中にある。",
        "Over the last five years ({0}) the mean is {1} and the standard deviation {2}, a band from {3} to {4}. The latest price lies within it.");
    public static readonly Phrase PriceBandAbove = new(
        "直近5か年（{0}）の平均は{1}、標準偏差は{2}で、平均±標準偏差の幅は{3}〜{4}となる。直近の価格はこの幅を上回る。",
        "Over the last five years ({0}) the mean is {1} and the standard deviation {2}, a band from {3} to {4}. The latest price lies above it.");
    public static readonly Phrase PriceBandBelow = new(
        "直近5か年（{0}）の平均は{1}、標準偏差は{2}で、平均±標準偏差の幅は{3}〜{4}となる。直近の価格はこの幅を下回る。",
        "Over the last five years ({0}) the mean is {1} and the standard deviation {2}, a band from {3} to {4}. The latest price lies below it.");
    public static readonly Phrase PriceNoBand = new(
        "系列が5か年に満たないか欠測が多いため、5か年の変動幅の帯は示さない。", "The series is shorter than five years or has too many gaps, so no five-year band is shown.");
    public static readonly Phrase PriceAltBand = new("直近5か年（{0}）の平均 {1}、平均±標準偏差 {2}〜{3}。", "Last five years ({0}): mean {1}, mean ± standard deviation {2} to {3}.");
    public static readonly Phrase PriceAltNoBand = new("5か年の変動幅の帯はない。", "No five-year band.");
    public static readonly Phrase DefinePriceBand = new(
        "5か年の帯は、直近60か月（48か月以上が既知のとき）又は直近5暦年の名目価格の平均±標準偏差（n−1で除す）である。評点は価格の対数変化の標準偏差によるもので、帯は評点に用いない。",
        "The five-year band is the mean of the nominal prices of the last 60 months (48 of them known) or five calendar years, ± their standard deviation (n − 1). The score rests on the deviation of logarithmic changes, not on the band.");
}
