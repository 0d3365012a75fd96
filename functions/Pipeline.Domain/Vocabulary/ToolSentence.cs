using System.Globalization;

namespace Pipeline.Domain;

/// <summary>The reason of a line on policy tools as a sentence.</summary>
public static class ToolSentence
{
    /// <summary>Which figure, against which threshold, and who contributes most.</summary>
    /// <param name="trigger">The reason.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="write">Writes a figure of the trigger (<c>value</c>, <c>low</c>, <c>high</c>, <c>threshold</c>, <c>leaderShare</c>) by its name, value and rounding; rounded alone without it.</param>
    public static string Of(ToolTrigger trigger, Language language, Func<string, double, Func<double, string>, string>? write = null)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        write ??= (_, value, format) => format(value);
        string code = trigger.Status == ResultStatus.NotApplicable ? "notApplicable" : Code(trigger.Strength);
        string sentence = Fill(Vocabulary.Word(Term.ToolReason, code, language), Subject(trigger.Subject, language), Interval(trigger, language, write), write("threshold", trigger.Threshold, Number));
        // One that contributes everything tells nothing that the subject does not.
        return trigger is { Strength: not ToolStrength.CannotBeJudged, Leader: { } leader, LeaderShare: { } share and < 0.9995 }
            ? sentence + Fill(Vocabulary.Word(Term.ToolReason, "leader", language), Name(leader, language), write("leaderShare", share, Percent))
            : sentence;
    }

    private static string Subject(string subject, Language language) => subject == ToolTrigger.ScenarioRatio
        ? Vocabulary.Word(Term.ToolReason, ToolTrigger.ScenarioRatio, language)
        : Vocabulary.Word(Term.Indicator, subject, language);

    private static string Name(string key, Language language) => CountryCatalogue.Find(key) is { } country
        ? language == Language.Japanese ? country.NameJa : country.NameEn
        : Vocabulary.Knows(Term.Indicator, key) ? Vocabulary.Word(Term.Indicator, key, language)
        : string.Join(language == Language.Japanese ? "、" : ", ", key.Split('+').Select(part => Component(part, language)));

    /// <summary>The words of a component of self-sufficiency by its key, <c>c1</c> to <c>c5</c>; any other key as it is.</summary>
    private static string Component(string key, Language language) =>
        key is ['c', >= '1' and <= '5'] ? Vocabulary.Word(Term.Component, (SupplyComponent)(key[1] - '0'), language) : key;

    private static string Interval(ToolTrigger trigger, Language language, Func<string, double, Func<double, string>, string> write) => (trigger.Value, trigger.Low, trigger.High) switch
    {
        (null, _, _) => string.Empty,
        ({ } value, { } low, { } high) when Number(low) == Number(high) => write("value", value, Number),
        ({ } value, { } low, { } high) => Fill(
            Vocabulary.Word(Term.ToolReason, "interval", language), write("value", value, Number), write("low", low, Number), write("high", high, Number)),
        ({ } value, _, _) => Fill(
            Vocabulary.Word(Term.ToolReason, "atLeast", language), write("value", value, Number), write(trigger.Low is null ? "value" : "low", trigger.Low ?? value, Number)),
    };

    private static string Fill(string words, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, words, arguments);

    private static string Number(double value) => Math.Round((decimal)value, 3, MidpointRounding.AwayFromZero).ToString("0.000;\u22120.000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Code(ToolStrength strength) => string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(strength.ToString()[0])}{strength.ToString()[1..]}");
}
