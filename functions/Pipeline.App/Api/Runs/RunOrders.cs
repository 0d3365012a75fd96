using System.Text.Json;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.Domain;

namespace Pipeline.App.Api;

/// <summary>Makes of the body of <c>POST /runs</c> what is to be run, or says what is wrong with it.</summary>
internal static class RunOrders
{
    /// <summary>Quarters that one backfill may cover: ten years.</summary>
    public const int MostQuarters = 40;

    private static readonly string[] Modes = ["run", "dry-run", "backfill"];

    /// <summary>Reads a body.</summary>
    /// <param name="body">JSON text.</param>
    /// <param name="today">The present quarter: the latest that can be refreshed.</param>
    /// <param name="requests">The runs, in order, when the body is right.</param>
    /// <returns>What is wrong, or none.</returns>
    public static string? Read(ReadOnlySpan<byte> body, Quarter today, out IReadOnlyList<RunRequest> requests)
    {
        requests = [];
        try
        {
            RunOrder order = JsonSerializer.Deserialize<RunOrder>(body, PipelineJson.Options) ?? new RunOrder();
            string? fault = Check(order, today, out Quarter first, out Quarter last);
            if (fault is not null)
            {
                return fault;
            }

            List<RunRequest> found = [];
            for (Quarter quarter = first; quarter <= last; quarter = quarter.Next)
            {
                found.Add(RunRequest.OverStored(quarter, order.Mode == Modes[1] ? RunMode.DryRun : RunMode.Publish, order.Minerals ?? []));
            }

            requests = found;
            return null;
        }
        catch (JsonException fault)
        {
            return $"The body is not the JSON object that is expected{(fault.Path is { Length: > 1 } path ? $": see '{path[2..]}'" : string.Empty)}. Its members are mode, quarter, from, to, minerals.";
        }
    }

    /// <summary>Checks the quarters of a backfill.</summary>
    public static string? CheckRange(Quarter first, Quarter last, Quarter today)
    {
        int quarters = ((last.Year - first.Year) * 4) + last.Number - first.Number + 1;
        return quarters < 1 ? $"'from' ({first}) is after 'to' ({last})."
            : last > today ? $"{last} has not begun; the latest quarter that can be refreshed is {today}."
            : quarters > MostQuarters ? FormattableString.Invariant($"{quarters} quarters are more than the {MostQuarters} that one backfill covers.")
            : null;
    }

    private static string? Check(RunOrder order, Quarter today, out Quarter first, out Quarter last)
    {
        (first, last) = (today, today);
        if (!Modes.Contains(order.Mode))
        {
            return $"'mode' is one of {string.Join(", ", Modes)}.";
        }

        foreach (string? id in order.Minerals ?? [])
        {
            if (id is null)
            {
                return "'minerals' holds null; expected names of minerals such as \"cobalt\".";
            }

            if (MineralCatalogue.Find(id) is null)
            {
                return $"'minerals' holds a name that is no mineral{NearestName.Question(id, MineralCatalogue.All.Select(mineral => mineral.Id))}";
            }
        }

        if (order.Mode == Modes[2])
        {
            return order.Quarter is not null ? "A backfill takes 'from' and 'to', not 'quarter'."
                : !Quarter.TryParse(order.From, out first) || !Quarter.TryParse(order.To, out last) ? "A backfill takes 'from' and 'to', quarters such as 2024Q1."
                : CheckRange(first, last, today);
        }

        if (order.From is not null || order.To is not null)
        {
            return "'from' and 'to' belong to a backfill.";
        }

        if (order.Quarter is not null && !Quarter.TryParse(order.Quarter, out first))
        {
            return "'quarter' is a quarter such as 2026Q4.";
        }

        last = first;
        return CheckRange(first, last, today);
    }
}
