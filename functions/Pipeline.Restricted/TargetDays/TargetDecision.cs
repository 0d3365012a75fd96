using Pipeline.Domain;

namespace Pipeline.Restricted;

/// <summary>A policy element that the ministry adds to the computed days (P 2(2): 政策的要素).</summary>
public sealed record PolicyAdjustment
{
    /// <summary>An adjustment with everything that lets it be answered for.</summary>
    /// <param name="days">Days, signed.</param>
    /// <param name="author">Office that decides.</param>
    /// <param name="on">Day of the decision.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RefusedException">Author, date or reason is missing.</exception>
    public PolicyAdjustment(Restricted<double> days, string author, DateOnly on, string reason)
    {
        ArgumentNullException.ThrowIfNull(days);
        (Days, Author, On, Reason) = (days, Stated(author, "author"), on, Stated(reason, "reason"));
        if (on == default)
        {
            throw Refused("date");
        }
    }

    /// <summary>Days, signed.</summary>
    public Restricted<double> Days { get; }

    /// <summary>Office that decides.</summary>
    public string Author { get; }

    /// <summary>Day of the decision.</summary>
    public DateOnly On { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    private static string Stated(string text, string what) => string.IsNullOrWhiteSpace(text) ? throw Refused(what) : text;

    private static RefusedException Refused(string what) =>
        new(new Fault("policy adjustment", what, "an author, a date and a reason", "nothing", $"state the {what} of the adjustment"));
}

/// <summary>備蓄目標日数 of one mineral as fixed: computed days and policy elements.</summary>
/// <param name="Mineral">Identifier of the mineral.</param>
/// <param name="Days">Target days, whole, rounded once.</param>
/// <param name="Computed">What the factors gave.</param>
/// <param name="Adjustments">Policy elements in order of their date.</param>
public sealed record TargetDecision(string Mineral, Restricted<int> Days, ComputedDays Computed, IReadOnlyList<PolicyAdjustment> Adjustments)
{
    /// <summary>Fixes the target of a mineral.</summary>
    /// <exception cref="RefusedException">A factor is missing or partial: no target rests on a partial result. Or a factor is illustrative, or the sum is below zero.</exception>
    public static TargetDecision Fix(string mineral, ComputedDays computed, IReadOnlyList<PolicyAdjustment> adjustments)
    {
        ArgumentNullException.ThrowIfNull(computed);
        ArgumentNullException.ThrowIfNull(adjustments);
        if (computed.Status != ResultStatus.Ok)
        {
            throw new RefusedException(new Fault("target", mineral, "all five factors, each of them whole", "a partial result", "complete the missing and partial factors first"));
        }

        if (computed.IsIllustrative)
        {
            throw new RefusedException(new Fault("target", mineral, "factors of real input", "illustrative factors", "replace the illustrative files by real ones and assess the mineral again"));
        }

        PolicyAdjustment[] ordered = [.. adjustments.OrderBy(adjustment => adjustment.On).ThenBy(adjustment => adjustment.Author, StringComparer.Ordinal)];
        Restricted<int> days = ordered.Aggregate(computed.Days, (sum, adjustment) => sum.Combine(adjustment.Days, (left, right) => left + right))
            .Derive(sum => sum < 0
                ? throw new RefusedException(new Fault("target", mineral, "days of 0 or more", "fewer", "mend the adjustments"))
                : (int)Math.Round((decimal)sum, 0, MidpointRounding.AwayFromZero));
        return new TargetDecision(mineral, days, computed, ordered);
    }
}
