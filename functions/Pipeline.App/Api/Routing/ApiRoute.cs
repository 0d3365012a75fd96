namespace Pipeline.App.Api;

/// <summary>
/// One route of the API: what it answers, whom, and what a caller may ask of it. The registry of routes is the only place where a route can be
/// declared; a route without an access rule cannot be written, and the contract is generated from these declarations.
/// </summary>
/// <param name="Pattern">Path under <c>/api</c>.</param>
/// <param name="Access">Who may call it.</param>
/// <param name="Name">Its name in the contract, in camel case: <c>listMinerals</c>.</param>
/// <param name="Meaning">What it answers, in a sentence.</param>
/// <param name="Answer">What it answers.</param>
internal sealed record ApiRoute(string Pattern, Access Access, string Name, Bilingual Meaning, Func<ApiRequest, Task<IResult>> Answer)
{
    /// <summary>Method it answers; a route for reading answers HEAD too.</summary>
    public string Method { get; init; } = HttpMethods.Get;

    /// <summary>What stands in its path.</summary>
    public IReadOnlyList<ApiParameter> Path { get; init; } = [];

    /// <summary>Query parameters it knows; any other is refused.</summary>
    public IReadOnlyList<ApiParameter> Query { get; init; } = [];

    /// <summary>Request headers with a meaning of their own.</summary>
    public IReadOnlyList<ApiParameter> Headers { get; init; } = [];

    /// <summary>The body it takes, or none.</summary>
    public BodyForm? Body { get; init; }

    /// <summary>What it answers when all is well, the form of callers without a wish first.</summary>
    public AnswerForm Success { get; init; } = AnswerForm.None;

    /// <summary>Kinds of problems it answers beside those that every route may.</summary>
    public IReadOnlyList<ProblemKind> Problems { get; init; } = [];

    /// <summary>How long an answer may be used again.</summary>
    public Freshness Freshness { get; init; } = Freshness.Latest;

    /// <summary>True when the answer depends on the vintage, the address and the language alone, so that it is made once and kept as long as the vintage is.</summary>
    public bool IsKept { get; init; }

    /// <summary>True when an answer whose address names its vintage is the same for good; false where the running program has a part in it.</summary>
    public bool IsPinnable { get; init; }

    /// <summary>True when the answer has words in one language.</summary>
    public bool IsSpoken { get; init; }

    /// <summary>Paths of answers that are made as soon as a vintage is in memory, before anybody asks.</summary>
    public Func<Vintages.PublishedView, IEnumerable<string>>? MadeAhead { get; init; }

    /// <summary>That it will go, or none.</summary>
    public RouteDeprecation? Deprecation { get; init; }

    /// <summary>True for a route that the contract speaks of: one for programs. The pages of the portal are for people and change as they need.</summary>
    public bool IsOfContract => Pattern.StartsWith("v1/", StringComparison.Ordinal) || Pattern.StartsWith("health/", StringComparison.Ordinal);

    /// <summary>All query parameters: its own, and those of its form and language.</summary>
    public IReadOnlyList<ApiParameter> AllQuery => field ??=
    [
        .. Query,
        .. Success.Media.Count > 1 ? [AnswerForm.FormatParameter(Success.Media)] : Array.Empty<ApiParameter>(),
        .. IsSpoken ? [LanguageParameter] : Array.Empty<ApiParameter>(),
    ];

    private static ApiParameter LanguageParameter { get; } = new(
        RequestLanguage.Parameter, new("言葉の言語。指定がなければ Accept-Language、それもなければ日本語。", "Language of the words; without it Accept-Language decides, and without that Japanese."), new ChoiceRule(RequestLanguage.Codes));
}

/// <summary>A body that a route takes.</summary>
/// <param name="Type">Record that it is read as.</param>
/// <param name="Longest">Bytes that it may have.</param>
/// <param name="Example">An example that the route accepts, JSON.</param>
internal sealed record BodyForm(Type Type, int Longest, string Example)
{
    /// <summary>JSON Schema of a body that a reader of its own reads; none where the record says what is read.</summary>
    public string? Schema { get; init; }
}

/// <summary>How long an answer may be used again.</summary>
internal enum Freshness
{
    /// <summary>Five minutes, then it is asked for again with its tag: it may be of the next vintage.</summary>
    Latest,

    /// <summary>For good: the address names the vintage.</summary>
    Pinned,

    /// <summary>Never without asking: it is of this moment.</summary>
    Live,

    /// <summary>Not at all: nobody on the way may keep it.</summary>
    Forgotten,
}
