using System.Globalization;
using System.Runtime.InteropServices;

namespace Pipeline.App.Commands;

/// <summary>
/// Asks Linux not to interrupt a thread that answers a request whenever another thread wakes up because a packet came. Many packets are then taken in
/// one go instead of each by itself, which is a large part of the processor time of a short answer (<c>infra/decisions/0014-woken-in-batches.md</c>).
/// </summary>
internal static class BatchScheduling
{
    /// <summary>Number of the policy SCHED_BATCH in the interface of the kernel.</summary>
    public const int Policy = 3;

    private const string Threads = "/proc/self/task";

    /// <summary>Sets it for all threads of the process; threads to come take it over from the one that starts them. Other systems stay as they are.</summary>
    /// <param name="log">Told where the system refuses: everything works then as well, only slower under load.</param>
    public static void Apply(ILogger log)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A thread that was not reached yet may start another meanwhile, so they are gone through until none is new.
        HashSet<string> reached = [];
        while (Directory.GetDirectories(Threads).Where(reached.Add).ToList() is { Count: > 0 } found)
        {
            foreach (string thread in found)
            {
                SchedulingParameter none = default;
                if (SetScheduler(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Policy, ref none) != 0 && Directory.Exists(thread))
                {
                    log.LogWarning(
                        "The system does not let this program choose how its threads are woken (error {Error}); answers take more processor time under load. Allow sched_setscheduler with SCHED_BATCH.",
                        Marshal.GetLastPInvokeError());
                    return;
                }
            }
        }
    }

    [DllImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetScheduler(int thread, int policy, ref SchedulingParameter parameter);

    /// <summary>The structure <c>sched_param</c>; this policy knows no priority but zero.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SchedulingParameter
    {
        public int Priority;
    }
}
