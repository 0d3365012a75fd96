using System.Text.Json.Nodes;
using Pipeline.App.Api;
using Pipeline.App.Vintages;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>Which minerals a reader wants to see in the list.</summary>
/// <param name="Words">Words that a name, symbol or identifier holds, or none.</param>
/// <param name="Group">Kind of metal, or none for all.</param>
/// <param name="Ordinance"><c>yes</c> or <c>no</c>, or none for all.</param>
/// <param name="Status">Code of a standing of <see cref="Standings"/>, or none for all.</param>
internal sealed record MineralQuestion(string? Words, string? Group, string? Ordinance, string? Status)
{
    private const int LongestWords = 60;

    /// <summary>What a mineral may be chosen by: how its six indicators stand.</summary>
    public static IReadOnlyList<(string Code, Bilingual Words, Func<IEnumerable<IndicatorResult>, bool> Holds)> Standings { get; } =
    [
        ("high", new("高・極高の指標がある", "an indicator is high or very high"), results => results.Any(result => result is { Score: not null, BandLow: >= Band.High })),
        ("judged", new("全指標が判定可・該当なし", "every indicator is assessed or not applicable"), results => results.All(result => result.Status is ResultStatus.Ok or ResultStatus.NotApplicable)),
        ("partial", new("一部不明の指標がある", "an indicator is partly known"), results => results.Any(result => result.Status == ResultStatus.Partial)),
        ("insufficient", new("判定不能の指標がある", "an indicator cannot be judged"), results => results.Any(result => result.Status == ResultStatus.Insufficient)),
    ];

    /// <summary>The parameters of the question. A form sends the empty ones too.</summary>
    public static IReadOnlyList<ApiParameter> Parameters { get; } =
    [
        new("q", new("名称、元素記号に含まれる文字。", "Text within a name or symbol."), new BlankRule(new TextRule(LongestWords))) { Example = "コバルト" },
        new("group", new("金属の種類。", "Kind of metal."), new BlankRule(new ChoiceRule(Vocabulary.Codes(Term.Group)))),
        new("ordinance", new($"{MineralRoutes.OfOrdinance.Ja}に当たるか。", $"Whether a mineral is one of the {MineralRoutes.OfOrdinance.En}."), new BlankRule(new ChoiceRule(["yes", "no"]))),
        new("status", new("六指標の状況。", "Standing of the six indicators."), new BlankRule(new ChoiceRule([.. Standings.Select(standing => standing.Code)]))),
    ];

    /// <summary>True when every mineral is wanted.</summary>
    public bool IsOfAll => Words is null && Group is null && Ordinance is null && Status is null;

    /// <summary>The question of a request.</summary>
    public static MineralQuestion Of(ApiRequest request) => new(Given(request, "q")?.Trim() is { Length: > 0 } words ? words : null, Given(request, "group"), Given(request, "ordinance"), Given(request, "status"));

    /// <summary>Minerals of a vintage that are wanted, in list order.</summary>
    public IEnumerable<MineralAssessment> Answer(PublishedView view) => MineralCatalogue.All
        .Where(mineral => view.Assessments.ContainsKey(mineral.Id) && IsNamed(mineral)
            && (Group is null || mineral.Group == Group) && (Ordinance is null || mineral.InOrdinance == (Ordinance == "yes")))
        .Select(mineral => view.Assessments[mineral.Id])
        .Where(assessment => Status is null || Standings.First(standing => standing.Code == Status).Holds(IndicatorId.Six.Select(assessment.Find).OfType<IndicatorResult>()));

    private static string? Given(ApiRequest request, string name) => request.Query(name) is { Length: > 0 } value ? value : null;

    private bool IsNamed(Mineral mineral) => Words is null
        || new[] { mineral.NameJa, mineral.NameEn, mineral.Id }.Any(name => TypedText.Folded(name).Contains(TypedText.Folded(Words), StringComparison.Ordinal))
        || TypedText.Folded(mineral.Symbol) == TypedText.Folded(Words);
}

/// <summary>A rule, or nothing typed in.</summary>
internal sealed record BlankRule(ValueRule Rule) : ValueRule
{
    /// <inheritdoc/>
    public override Bilingual Expected { get; } = new($"空白、または{Rule.Expected.Ja}", $"nothing, or {Rule.Expected.En}");

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["maxLength"] = 0 }, Rule.Schema()) };

    /// <inheritdoc/>
    public override bool Accepts(string value) => value.Length == 0 || Rule.Accepts(value);

    /// <inheritdoc/>
    public override string Hint(string value) => Rule.Hint(value);
}

/// <summary>Any text that is not too long and has no control characters.</summary>
internal sealed record TextRule(int Longest) : ValueRule
{
    /// <inheritdoc/>
    public override Bilingual Expected { get; } = new(
        FormattableString.Invariant($"{Longest} 文字までの文字列"), FormattableString.Invariant($"text of at most {Longest} characters"));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["maxLength"] = Longest };

    /// <inheritdoc/>
    public override bool Accepts(string value) => value.Length <= Longest && !value.Any(char.IsControl);
}
