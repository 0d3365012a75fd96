using System.Text.Json;
using Pipeline.App.Refresh;
using Pipeline.App.Settings;
using Pipeline.Domain;
using static System.FormattableString;

namespace Pipeline.App.Api;

/// <summary>Makes of the body of <c>POST /runs</c> what is to be run, or says what is wrong with it.</summary>
internal static class RunOrders
{
    /// <summary>Quarters that one backfill may cover: ten years.</summary>
    public const int MostQuarters = 40;

    /// <summary>A refresh that publishes.</summary>
    public const string Run = "run";

    /// <summary>A refresh that publishes nothing.</summary>
    public const string DryRun = "dry-run";

    /// <summary>The vintages of past quarters.</summary>
    public const string Backfill = "backfill";

    /// <summary>Shape of a quarter.</summary>
    public const string QuarterShape = "^[0-9]{4}Q[1-4]$";

    private static readonly string[] Modes = [Run, DryRun, Backfill];

    /// <summary>Reads a body.</summary>
    /// <param name="body">JSON text.</param>
    /// <param name="today">The present quarter: the latest that can be refreshed.</param>
    /// <param name="requests">The runs, in order, when the body is right.</param>
    /// <returns>What is wrong, or none.</returns>
    public static ProblemPlace? Read(ReadOnlySpan<byte> body, Quarter today, out IReadOnlyList<RunRequest> requests)
    {
        requests = [];
        try
        {
            RunOrder order = JsonSerializer.Deserialize<RunOrder>(body, RequestBody.Json) ?? new RunOrder();
            if (Check(order, today, out Quarter first, out Quarter last) is { } fault)
            {
                return fault;
            }

            List<RunRequest> found = [];
            for (Quarter quarter = first; quarter <= last; quarter = quarter.Next)
            {
                found.Add(RunRequest.OverStored(quarter, order.Mode == DryRun ? RunMode.DryRun : RunMode.Publish, order.Minerals ?? []));
            }

            requests = found;
            return null;
        }
        catch (JsonException fault)
        {
            string place = fault.Path is { Length: > 1 } path ? path[2..] : string.Empty;
            return Place(string.Empty, new(
                $"本文が、求められている JSON オブジェクトではありません{(place.Length > 0 ? $"（'{place}'）" : string.Empty)}。要素は mode、quarter、from、to、minerals で、それぞれ一度だけ書けます。",
                $"The body is not the JSON object that is expected{(place.Length > 0 ? $": see '{place}'" : string.Empty)}. Its members are mode, quarter, from, to, minerals, each at most once."));
        }
    }

    /// <summary>Checks quarters that are to be made, one or several.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="today">The present quarter: the latest that can be made.</param>
    /// <returns>What is wrong, or none.</returns>
    public static Bilingual? CheckRange(Quarter first, Quarter last, Quarter today)
    {
        int quarters = ((last.Year - first.Year) * 4) + last.Number - first.Number + 1;
        return quarters < 1 ? new($"'from'（{first}）が 'to'（{last}）より後です。", $"'from' ({first}) is after 'to' ({last}).")
            : last > today ? new($"{last} はまだ始まっていません。更新できる最新の四半期は {today} です。", $"{last} has not begun; the latest quarter that can be refreshed is {today}.")
            : quarters > MostQuarters ? new(
                Invariant($"{quarters} 四半期は、一度の遡及の上限 {MostQuarters} を超えています。"), Invariant($"{quarters} quarters are more than the {MostQuarters} that one backfill covers."))
            : null;
    }

    private static ProblemPlace? Check(RunOrder order, Quarter today, out Quarter first, out Quarter last)
    {
        (first, last) = (today, today);
        if (!Modes.Contains(order.Mode))
        {
            return Place("/mode", new($"'mode' は {string.Join("、", Modes)} のどれかです。", $"'mode' is one of {string.Join(", ", Modes)}."));
        }

        foreach (string? id in order.Minerals ?? [])
        {
            if (id is null)
            {
                return Place("/minerals", new("'minerals' に null があります。\"cobalt\" のような鉱種の名前を書いてください。", "'minerals' holds null; expected names of minerals such as \"cobalt\"."));
            }

            if (MineralCatalogue.Find(id) is null)
            {
                string? near = NearestName.Find(id, MineralCatalogue.All.Select(mineral => mineral.Id));
                return Place("/minerals", new(
                    $"'minerals' に鉱種でない名前があります。{(near is null ? string.Empty : $"'{near}' のことでしょうか。")}",
                    $"'minerals' holds a name that is no mineral{(near is null ? "." : $"; did you mean '{near}'?")}"));
            }
        }

        if (order.Mode == Backfill)
        {
            return order.Quarter is not null ? Place("/quarter", new("遡及は 'from' と 'to' を取り、'quarter' は取りません。", "A backfill takes 'from' and 'to', not 'quarter'."))
                : !Quarter.TryParse(order.From, out first) ? Ends("/from")
                : !Quarter.TryParse(order.To, out last) ? Ends("/to")
                : CheckRange(first, last, today) is { } wrong ? Place("/to", wrong) : null;
        }

        if (order.From is not null || order.To is not null)
        {
            return Place(order.From is not null ? "/from" : "/to", new("'from' と 'to' は遡及のものです。", "'from' and 'to' belong to a backfill."));
        }

        if (order.Quarter is not null && !Quarter.TryParse(order.Quarter, out first))
        {
            return Place("/quarter", new("'quarter' は 2026Q4 のような四半期です。", "'quarter' is a quarter such as 2026Q4."));
        }

        last = first;
        return CheckRange(first, last, today) is { } fault ? Place("/quarter", fault) : null;
    }

    private static ProblemPlace Ends(string pointer) => Place(pointer, new("遡及は 'from' と 'to' に 2024Q1 のような四半期を取ります。", "A backfill takes 'from' and 'to', quarters such as 2024Q1."));

    private static ProblemPlace Place(string pointer, Bilingual detail) => new("body", detail) { Pointer = pointer };
}
