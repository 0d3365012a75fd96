using System.Text.Json.Serialization;
using Pipeline.Domain;

namespace Pipeline.Indicators.Attribution;

/// <summary>
/// A difference of one figure, split into what caused it. The four parts and the joint ones add up to the difference. A part is none, and not
/// zero, where the figure does not exist on both sides of its leg: then what happened is among the joint parts.
/// </summary>
/// <param name="Amount">After minus before, in the unit of the figure.</param>
/// <param name="NewData">Moved by new and withdrawn observations.</param>
/// <param name="RevisedData">Moved by revised observations.</param>
/// <param name="Parameters">Moved by parameters.</param>
/// <param name="Method">Moved by code.</param>
/// <param name="Joint">Moved by several causes that cannot be told apart, because the figure did not exist in between.</param>
public sealed record FigureSplit(double Amount, double? NewData, double? RevisedData, double? Parameters, double? Method, IReadOnlyList<JointPart> Joint)
{
    /// <summary>What the parts add up to: <see cref="Amount"/>, but for the rounding of sums.</summary>
    [JsonIgnore]
    public double Sum => (NewData ?? 0) + (RevisedData ?? 0) + (Parameters ?? 0) + (Method ?? 0) + Joint.Sum(part => part.Amount);

    /// <summary>Splits the difference of a figure along the way; none unless both ends have the figure in one unit.</summary>
    /// <param name="way">Stations, the published results first and last.</param>
    /// <param name="figure">The figure of a result.</param>
    public static FigureSplit? Of(IReadOnlyList<Waypoint> way, Func<IndicatorResult, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(figure);
        string? unit = way[^1].Result?.Unit;
        double?[] values = [.. way.Select(station => station is { Known: true, Result: { } result } && result.Unit == unit ? figure(result) : null)];
        if (values[0] is not { } first || values[^1] is not { } last)
        {
            return null;
        }

        Dictionary<Cause, double> parts = [];
        Dictionary<string, JointPart> joint = new(StringComparer.Ordinal);
        double before = first;
        SortedSet<Cause> causes = [];
        for (int place = 1; place < way.Count; place++)
        {
            causes.Add(way[place].Cause);
            if (values[place] is not { } value)
            {
                continue;
            }

            if (causes.Count == 1)
            {
                parts[causes.Min] = parts.GetValueOrDefault(causes.Min) + (value - before);
            }
            else
            {
                string key = string.Join(' ', causes);
                joint[key] = new JointPart([.. causes], joint.GetValueOrDefault(key)?.Amount + (value - before) ?? value - before);
            }

            causes = [];
            before = value;
        }

        return new FigureSplit(last - first, Part(Cause.NewData), Part(Cause.RevisedData), Part(Cause.Parameters), Part(Cause.Method), [.. joint.Values]);

        double? Part(Cause cause) => parts.TryGetValue(cause, out double amount) ? amount : null;
    }
}

/// <summary>A part of a difference that several causes made together.</summary>
/// <param name="Causes">The causes.</param>
/// <param name="Amount">What they moved, in the unit of the figure.</param>
public sealed record JointPart(IReadOnlyList<Cause> Causes, double Amount);
