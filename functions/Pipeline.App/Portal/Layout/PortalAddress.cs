using Pipeline.App.Api;
using Pipeline.Domain;

namespace Pipeline.App.Portal;

/// <summary>Address of a page of the portal in any language. Every link inside the portal is made of one, so that none loses the language.</summary>
/// <param name="Path">Path, without a query.</param>
internal sealed record PortalAddress(string Path)
{
    /// <summary>What all addresses of the portal begin with.</summary>
    public const string Root = "/api/portal";

    /// <summary>Query parameters beside the language.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; private init; } = [];

    /// <summary>Part of the page, or none for the whole.</summary>
    public string? Anchor { get; init; }

    /// <summary>The list of minerals.</summary>
    public static PortalAddress Minerals { get; } = new(Root);

    /// <summary>All minerals together.</summary>
    public static PortalAddress Overview { get; } = new($"{Root}/overview");

    /// <summary>The files.</summary>
    public static PortalAddress Briefings { get; } = new($"{Root}/briefings");

    /// <summary>Where the data come from and how fresh they are.</summary>
    public static PortalAddress Sources { get; } = new($"{Root}/sources");

    /// <summary>How to read it all.</summary>
    public static PortalAddress Help { get; } = new($"{Root}/help");

    /// <summary>The page of a mineral.</summary>
    public static PortalAddress Mineral(string id) => new($"{Root}/minerals/{id}");

    /// <summary>The page of a printed number, in the vintage of its briefing: numbers of another one may be other figures.</summary>
    public static PortalAddress Number(string briefing, int number, string vintage) =>
        new PortalAddress(FormattableString.Invariant($"{Root}/numbers/{briefing}/{number}")).With("vintage", vintage);

    /// <summary>Two minerals side by side, or the form that asks for them.</summary>
    public static PortalAddress Comparison(string? first, string? second) => new PortalAddress($"{Root}/compare").With("a", first).With("b", second);

    /// <summary>What moved between two vintages and why: of a mineral or of all, up to the current vintage from the one before it unless others are named.</summary>
    public static PortalAddress Changes(string? mineral, string? before = null, string? after = null) =>
        new PortalAddress($"{Root}/changes").With("mineral", mineral).With("before", before).With("after", after);

    /// <summary>The form of a scenario on a mineral.</summary>
    public static PortalAddress WhatIf(string? mineral, string? kind = null) => new PortalAddress($"{Root}/what-if").With("mineral", mineral).With("kind", kind);

    /// <summary>Figures as a chart and a table.</summary>
    public static PortalAddress Explore(string? mineral, string? figure) => new PortalAddress($"{Root}/explore").With("mineral", mineral).With("figure", figure);

    /// <summary>The ledger of runs, for operators.</summary>
    public static PortalAddress Runs { get; } = new($"{Root}/runs");

    /// <summary>Rejected rows, for operators.</summary>
    public static PortalAddress Quarantine { get; } = new($"{Root}/quarantine");

    /// <summary>A run, for operators.</summary>
    public static PortalAddress Run(string id) => new($"{Root}/runs/{id}");

    /// <summary>The address with one more parameter; without a value there is none.</summary>
    public PortalAddress With(string name, string? value) => string.IsNullOrEmpty(value) ? this : this with { Query = [.. Query, (name, value)] };

    /// <summary>The address in a language.</summary>
    public string In(Language language) =>
        Path + "?" + string.Join('&', Query.Append((Name: RequestLanguage.Parameter, Value: RequestLanguage.Code(language))).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))
        + (Anchor is null ? string.Empty : "#" + Anchor);
}
