using System.Globalization;

namespace Pipeline.Domain;

/// <summary>The reason of a line on policy tools as a sentence.</summary>
public static class ToolSentence
{
    /// <summary>Which figure, against which threshold, and who contributes most.</summary>
    public static string Of(ToolTrigger trigger, Language language)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        string code = trigger.Status == ResultStatus.NotApplicable ? "notApplicable" : Code(trigger.Strength);
        string sentence = Fill(Vocabulary.Word(Term.ToolReason, code, language), Subject(trigger.Subject, language), Interval(trigger, language), Number(trigger.Threshold));
        return trigger is { Strength: not ToolStrength.CannotBeJudged, Leader: { } leader, LeaderShare: { } share }
            ? sentence + Fill(Vocabulary.Word(Term.ToolReason, "leader", language), Name(leader, language), Percent(share))
            : sentence;
    }

    private static string Subject(string subject, Language language) => subject == ToolTrigger.ScenarioRatio
        ? Vocabulary.Word(Term.ToolReason, ToolTrigger.ScenarioRatio, language)
        : Vocabulary.Word(Term.Indicator, subject, language);

    private static string Name(string key, Language language) => CountryCatalogue.Find(key) is { } country
        ? language == Language.Japanese ? country.NameJa : country.NameEn
        : Vocabulary.Knows(Term.Indicator, key) ? Vocabulary.Word(Term.Indicator, key, language) : key;

    private static string Interval(ToolTrigger trigger, Language language) => (trigger.Value, trigger.Low, trigger.High) switch
    {
        (null, _, _) => string.Empty,
        ({ } value, { } low, { } high) when Number(low) == Number(high) => Number(value),
        ({ } value, { } low, { } high) => Fill(Vocabulary.Word(Term.ToolReason, "interval", language), Number(value), Number(low), Number(high)),
        ({ } value, _, _) => Fill(Vocabulary.Word(Term.ToolReason, "atLeast", language), Number(value), Number(trigger.Low ?? value)),
    };

    private static string Fill(string words, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, words, arguments);

    private static string Number(double value) => Math.Round((decimal)value, 3, MidpointRounding.AwayFromZero).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Code(ToolStrength strength) => string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(strength.ToString()[0])}{strength.ToString()[1..]}");
}
