using System.Globalization;
using Pipeline.Domain;

namespace Pipeline.Briefings.Numbers;

/// <summary>
/// Path of a figure within an assessment, a few readable words between slashes. The factories are the only way in which code names a figure,
/// and <see cref="FigureResolver"/> is the only place where a path is followed.
/// </summary>
public readonly record struct FigurePath
{
    private readonly string? text;

    private FigurePath(params ReadOnlySpan<string> words) => text = string.Join('/', words);

    /// <summary>Words of the path.</summary>
    public IReadOnlyList<string> Words => ToString().Split('/');

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;

    /// <summary>The figure of a mineral; the goal is one of all of them.</summary>
    public FigureAddress Of(string mineral) => new(this == Goal ? FigureAddress.All : mineral, this);

    /// <summary>Reads a path; false when it has empty words or characters that no path has.</summary>
    public static bool TryParse(string text, out FigurePath path)
    {
        ArgumentNullException.ThrowIfNull(text);
        path = new FigurePath(text);
        return text.Split('/').All(word => word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '+' or '.' or '_'));
    }

    /// <summary>A figure of a result: <c>value</c>, <c>low</c>, <c>high</c>, <c>score</c>, <c>scoreLow</c>, <c>scoreHigh</c>, <c>coverage</c>, <c>imputedShare</c>, <c>uncovered</c>, or a companion.</summary>
    public static FigurePath Result(string indicator, string figure) => new(indicator, figure);

    /// <summary>The share, factor or term of a country, year or code in a result.</summary>
    /// <param name="indicator">Identifier of the result.</param>
    /// <param name="key">Key of the contribution.</param>
    /// <param name="figure"><c>share</c>, <c>factor</c> or <c>term</c>.</param>
    public static FigurePath Contribution(string indicator, string key, string figure) => new(indicator, "contributions", key, figure);

    /// <summary>A figure in a remark of a result.</summary>
    /// <param name="indicator">Identifier of the result.</param>
    /// <param name="index">Place of the remark, from 0.</param>
    /// <param name="place">Place of its argument, from 0.</param>
    public static FigurePath Remark(string indicator, int index, int place) => new(indicator, "notes", Text(index), Text(place));

    /// <summary>A figure in the reason of a result.</summary>
    /// <param name="indicator">Identifier of the result.</param>
    /// <param name="place">Place of its argument, from 0.</param>
    public static FigurePath Reason(string indicator, int place) => new(indicator, "reason", Text(place));

    /// <summary>How many items a list in the reason of a result has after the first of them.</summary>
    /// <param name="indicator">Identifier of the result.</param>
    /// <param name="place">Place of the list among the arguments, from 0.</param>
    /// <param name="count">How many items come first.</param>
    public static FigurePath ReasonItemsAfter(string indicator, int place, int count) => new(indicator, "reason", Text(place), "after" + Text(count), "count");

    /// <summary>How many cells of sources a note rests on.</summary>
    /// <param name="note">Key of the note.</param>
    public static FigurePath NoteCells(string note) => new("notes", note, "cells", "count");

    /// <summary>How many parameters and rows of reference tables a note rests on.</summary>
    /// <param name="note">Key of the note.</param>
    public static FigurePath NoteReferences(string note) => new("notes", note, "references", "count");

    /// <summary>How many parameters the results of a mineral used.</summary>
    public static FigurePath ParameterCount { get; } = new("parameters", "count");

    /// <summary>How far a figure of a result has moved since the previous vintage.</summary>
    /// <param name="indicator">Identifier of the result.</param>
    /// <param name="figure"><c>score</c>, <c>value</c> or <c>low</c>.</param>
    public static FigurePath Change(string indicator, string figure) => new(indicator, "change", figure);

    /// <summary>The part of such a change that one cause has moved.</summary>
    /// <param name="indicator">Identifier of the result.</param>
    /// <param name="figure"><c>score</c>, <c>value</c> or <c>low</c>.</param>
    /// <param name="place">Place in the list of causes, from 1.</param>
    public static FigurePath ChangeByCause(string indicator, string figure, int place) => new(indicator, "change", figure, "causes", Text(place));

    /// <summary>How many of the six indicators have a score.</summary>
    public static FigurePath ScoredCount { get; } = new("indicators", "scored", "count");

    /// <summary>How many of the six indicators have a score whose lower end lies in the band high or above.</summary>
    public static FigurePath HighCount { get; } = new("indicators", "high", "count");

    /// <summary>How many results of the six indicators of all minerals are of a kind of <see cref="OverviewCounts.Of"/>.</summary>
    public static FigurePath Count(string kind) => new("indicators", kind, "count");

    /// <summary>The same of one indicator.</summary>
    public static FigurePath Count(string kind, string indicator) => new("indicators", kind, indicator, "count");

    /// <summary>How many minerals are assessed.</summary>
    public static FigurePath MineralCount { get; } = new("minerals", "count");

    /// <summary>How many minerals have the most results at high risk or above, without the first of them; <c>count</c> is how many these are.</summary>
    public static FigurePath MostHighAfter(int count) => new("minerals", "most-high", "after" + Text(count), "count");

    /// <summary>How many minerals have neither a rate of self-sufficiency nor a lower bound.</summary>
    public static FigurePath UnratedCount { get; } = new("minerals", "without-rate", "count");

    /// <summary>How many results (<c>results</c>) have changed since the previous vintage, how many of them stand in another band (<c>bands</c>), how many minerals they are of (<c>minerals</c>), and how many are shown (<c>largest</c>).</summary>
    public static FigurePath ChangeCount(string kind) => new("changes", kind, "count");

    /// <summary>A figure of the files of a source: <c>age</c> in days on the last day of the quarter, <c>files</c>, <c>rows</c>, <c>set-aside</c> or <c>refused</c>.</summary>
    /// <param name="source">Identifier of the source, or none for files that were not recognised.</param>
    /// <param name="figure">Which figure.</param>
    public static FigurePath Source(string? source, string figure) => new("sources", source ?? "unrecognised", figure);

    /// <summary>How many titles the files of an entry of the list of sources have.</summary>
    internal static FigurePath SourceTitles(SourceEntry entry) => new("source-list", Letter(entry), "titles", "count");

    /// <summary>How many files an entry of the list of sources has after the first.</summary>
    internal static FigurePath SourceFilesAfterFirst(SourceEntry entry) => new("source-list", Letter(entry), "files", "after1", "count");

    /// <summary>How many illustrative files an entry of the list of sources has after the first of them.</summary>
    internal static FigurePath IllustrativeFilesAfterFirst(SourceEntry entry) => new("source-list", Letter(entry), "illustrative-files", "after1", "count");

    /// <summary>How many results of the six indicators, imports and self-sufficiency cannot be judged.</summary>
    public static FigurePath LackingCount { get; } = new("missing", "count");

    /// <summary>How many of them wait for an input.</summary>
    /// <param name="input">Key of the input.</param>
    public static FigurePath Lacking(string input) => new("missing", input, "count");

    /// <summary>The same of one indicator.</summary>
    public static FigurePath Lacking(string input, string indicator) => new("missing", input, indicator, "count");

    /// <summary>How many minerals they are of.</summary>
    public static FigurePath LackingMinerals(string input) => new("missing", input, "minerals", "count");

    /// <summary>The goal of self-sufficiency, per cent.</summary>
    public static FigurePath Goal { get; } = Parameter("selfSufficiency.goal");

    /// <summary>What is known of a rate of self-sufficiency falls short of the goal by this many percentage points.</summary>
    public static FigurePath Gap { get; } = new(IndicatorId.SelfSufficiency, "gap");

    /// <summary>Imports of a calendar year in tonnes of contained metal.</summary>
    public static FigurePath ImportTotal(int year) => new("imports", Text(year), "total");

    /// <summary>The same as it is printed beside its stages: the sum of their rounded tonnes.</summary>
    public static FigurePath ImportPrintedTotal(int year) => new("imports", Text(year), "printed-total");

    /// <summary>The moving average of imports that ends with a year.</summary>
    public static FigurePath ImportAverage(int year) => new("imports", Text(year), "average");

    /// <summary>Imports of a stage in a year; scrap is no part of the total.</summary>
    public static FigurePath ImportStage(int year, Stage stage) => new("imports", Text(year), Slug(stage));

    /// <summary>A figure of a source country: <c>tonnes</c>, <c>share</c>, <c>risk</c> or <c>term</c>.</summary>
    /// <param name="stage">Concentrate or refined.</param>
    /// <param name="iso3">ISO code, or none for unknown origin.</param>
    /// <param name="figure">Which figure.</param>
    public static FigurePath Partner(Stage stage, string? iso3, string figure) => new("partners", Slug(stage), iso3 ?? "unknown", figure);

    /// <summary>The same figure of the largest source countries together: <c>tonnes</c>, <c>share</c> or <c>term</c>.</summary>
    public static FigurePath PartnersTop(Stage stage, int count, string figure) => new("partners", Slug(stage), "top" + Text(count), figure);

    /// <summary>The same figure of all but the largest source countries together; <c>count</c> is how many they are.</summary>
    public static FigurePath PartnersAfter(Stage stage, int count, string figure) => new("partners", Slug(stage), "after" + Text(count), figure);

    /// <summary>How many source countries a stage has.</summary>
    public static FigurePath PartnerCount(Stage stage) => new("partners", Slug(stage), "count");

    /// <summary>A figure of a country in a table of production or reserves: <c>value</c>, <c>low</c>, <c>high</c> or <c>share</c>.</summary>
    /// <param name="table">Table of the assessment.</param>
    /// <param name="iso3">ISO code, or none for other countries.</param>
    /// <param name="figure">Which figure.</param>
    public static FigurePath Country(CountryTable table, string? iso3, string figure) => new([.. Table(table), iso3 ?? "others", figure]);

    /// <summary>The share of the largest countries of a table together.</summary>
    public static FigurePath CountriesTop(CountryTable table, int count) => new([.. Table(table), "top" + Text(count), "share"]);

    /// <summary>The share of all but the largest countries of a table together, other countries included.</summary>
    public static FigurePath CountriesAfter(CountryTable table, int count) => new([.. Table(table), "after" + Text(count), "share"]);

    /// <summary>How many countries of a table have no share and are not named, of those that have none for one reason.</summary>
    public static FigurePath CountriesMore(CountryTable table, ValueKind kind) => new([.. Table(table), "more-" + Slug(kind), "count"]);

    /// <summary>The published world total of a table: <c>value</c>, <c>low</c> or <c>high</c>.</summary>
    public static FigurePath World(CountryTable table, string figure) => new([.. Table(table), "world", figure]);

    /// <summary>A price of the series of the assessment.</summary>
    public static FigurePath Price(Period period) => new("prices", Slug((period ?? throw new ArgumentNullException(nameof(period))).Code));

    /// <summary>A figure of the prices of the last five years: <c>mean</c>, <c>deviation</c>, <c>low</c> or <c>high</c>.</summary>
    public static FigurePath PriceBand(string figure) => new("prices", "five-years", figure);

    /// <summary>A year of the market outlook: <c>value</c>, <c>low</c> or <c>high</c>.</summary>
    public static FigurePath Outlook(OutlookSeries series, int year, string figure)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new("outlook", Slug(series.Quantity), Slug(series.Case), Slug(series.Basis), Text(year), figure);
    }

    /// <summary>Domestic demand behind self-sufficiency, in tonnes.</summary>
    public static FigurePath Demand { get; } = new(IndicatorId.SelfSufficiency, "demand");

    /// <summary>A component of self-sufficiency: <c>tonnes</c>, <c>low</c>, <c>high</c> or <c>share</c>.</summary>
    /// <param name="key">Key of the row.</param>
    /// <param name="figure">Which figure.</param>
    public static FigurePath Component(string key, string figure) => new(IndicatorId.SelfSufficiency, "components", key, figure);

    /// <summary>The sum of the components' shares as they are printed, per cent: what the printed parts add up to.</summary>
    public static FigurePath PrintedTotal { get; } = new(IndicatorId.SelfSufficiency, "printed-total");

    /// <summary>A rate of self-sufficiency that others have published: <c>value</c>, <c>low</c> or <c>high</c>, per cent.</summary>
    /// <param name="place">Place in the list of the assessment, from 1.</param>
    /// <param name="figure">Which figure.</param>
    public static FigurePath PublishedRate(int place, string figure) => new(IndicatorId.SelfSufficiency, "published", Text(place), figure);

    /// <summary>The part by which each standard measure is taken, per cent.</summary>
    public static FigurePath EffectPart { get; } = new("effects", "part");

    /// <summary>A figure after the standard measures: <c>value</c>, <c>low</c>, <c>high</c>, <c>score</c>, <c>scoreLow</c>, <c>scoreHigh</c> or <c>difference</c>. Hypothetical.</summary>
    public static FigurePath Effect(string indicator, string figure) => new("effects", indicator, figure);

    /// <summary>A figure of the reason for a policy tool: <c>value</c>, <c>low</c>, <c>high</c>, <c>threshold</c> or <c>leaderShare</c>.</summary>
    public static FigurePath Tool(PolicyToolKind tool, string subject, string figure) => new("tools", Slug(tool), subject, figure);

    /// <summary>Tonnes of metal per tonne of goods under a trade code.</summary>
    public static FigurePath ContentFactor(string code) => new("trade-codes", code, "content-factor");

    /// <summary>A parameter with one number for its value.</summary>
    public static FigurePath Parameter(string id) => new("parameters", id);

    /// <summary>Letter of an entry of the list of sources as a word of a path.</summary>
    internal static string Letter(SourceEntry entry) => entry.Letter.ToLowerInvariant();

    /// <summary>Words of a path that name a table.</summary>
    internal static string[] Table(CountryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ["countries", Slug(table.Statistic), Slug(table.Series), Slug(table.Basis)];
    }

    /// <summary>A code as a word of a path: <c>MineProduction</c> is <c>mine-production</c>, <c>contained metal</c> is <c>contained-metal</c>.</summary>
    internal static string Slug<T>(T code)
        where T : struct, Enum
    {
        string name = code.ToString();
        return string.Concat(name.Select((character, index) => index > 0 && char.IsUpper(character) ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString()));
    }

    /// <summary>A publisher's word as a word of a path.</summary>
    internal static string Slug(string text)
    {
        string slug = string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '+' or '.' ? character : '-'));
        return slug.Length > 0 ? slug : "-";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
