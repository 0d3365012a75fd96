using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pipeline.App.Settings;
using static System.FormattableString;

namespace Pipeline.App.Api;

/// <summary>Which values a parameter takes.</summary>
internal abstract record ValueRule
{
    /// <summary>What is expected, as the object of a sentence.</summary>
    public abstract Bilingual Expected { get; }

    /// <summary>The same as a JSON Schema, for the contract; a new one at each call, because a node stands in one document.</summary>
    public abstract JsonObject Schema();

    /// <summary>True when the parameter takes the value.</summary>
    public abstract bool Accepts(string value);

    /// <summary>A known value that was most likely meant, as a question, or nothing.</summary>
    public virtual string Hint(string value) => string.Empty;
}

/// <summary>One of a closed list.</summary>
/// <param name="Values">The values in list order.</param>
internal sealed record ChoiceRule(IReadOnlyList<string> Values) : ValueRule
{
    /// <summary>Values that are worth listing in a sentence; longer lists are in the contract.</summary>
    private const int Listed = 12;

    /// <inheritdoc/>
    public override Bilingual Expected { get; } = Values.Count <= Listed
        ? new($"次のいずれか：{string.Join("、", Values)}", $"one of: {string.Join(", ", Values)}")
        : new($"次のような値：{string.Join("、", Values.Take(3))}", $"a value such as {string.Join(", ", Values.Take(3))}");

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["enum"] = new JsonArray([.. Values.Select(value => JsonValue.Create(value))]) };

    /// <inheritdoc/>
    public override bool Accepts(string value) => Values.Contains(value);

    /// <inheritdoc/>
    public override string Hint(string value) => NearestName.Find(value, Values) is { } near ? near : string.Empty;
}

/// <summary>A whole number within bounds.</summary>
internal sealed record WholeNumberRule(int From, int To) : ValueRule
{
    /// <inheritdoc/>
    public override Bilingual Expected { get; } = new(Invariant($"{From} から {To} までの整数"), Invariant($"a whole number from {From} to {To}"));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = From, ["maximum"] = To };

    /// <inheritdoc/>
    public override bool Accepts(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= From && number <= To;
}

/// <summary>A day, ISO 8601.</summary>
internal sealed record DayRule : ValueRule
{
    /// <summary>The day of a value that the rule accepts.</summary>
    public static DateOnly Parse(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Bilingual Expected { get; } = new("2026-11-22 のような日付", "a day such as 2026-11-22");

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "date" };

    /// <inheritdoc/>
    public override bool Accepts(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>Text of one shape.</summary>
/// <param name="Shape">The whole value matches it.</param>
/// <param name="Expected">What is expected, as the object of a sentence.</param>
internal sealed record ShapeRule(Regex Shape, Bilingual Expected) : ValueRule
{
    /// <inheritdoc/>
    public override Bilingual Expected { get; } = Expected;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Shape.ToString() };

    /// <inheritdoc/>
    public override bool Accepts(string value) => Shape.IsMatch(value);
}

/// <summary>One of several rules.</summary>
internal sealed record EitherRule(ValueRule First, ValueRule Second) : ValueRule
{
    /// <inheritdoc/>
    public override Bilingual Expected { get; } = new($"{First.Expected.Ja}、または{Second.Expected.Ja}", $"{First.Expected.En}, or {Second.Expected.En}");

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(First.Schema(), Second.Schema()) };

    /// <inheritdoc/>
    public override bool Accepts(string value) => First.Accepts(value) || Second.Accepts(value);
}
