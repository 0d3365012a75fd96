using Pipeline.Domain;
using Pipeline.Indicators.Parameters;

namespace Pipeline.Indicators.SelfSufficiency;

/// <summary>The goal of self-sufficiency. No result depends on it: it is what results are laid beside.</summary>
public static class SelfSufficiencyGoals
{
    private const string Parameter = "selfSufficiency.goal";

    /// <summary>The goal in force on the day of the parameters, or none before the first one.</summary>
    /// <exception cref="ParameterException">The parameter is malformed.</exception>
    public static SelfSufficiencyGoal? InForce(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterScope scope = parameters.Open();
        try
        {
            Goal goal = scope.Table<Goal>(Parameter);
            string reference = parameters.Entries.Single(entry => entry.Id == Parameter).Reference ?? string.Empty;
            return new SelfSufficiencyGoal(goal.Group, goal.Year, goal.Percent, scope.Uses.Single(), reference);
        }
        catch (ParameterException before) when (before.IsBeforeFirstValue)
        {
            return null;
        }
    }

    private sealed record Goal(string Group, int Year, double Percent);
}
