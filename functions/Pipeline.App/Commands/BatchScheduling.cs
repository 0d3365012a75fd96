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

    private const int UsualPolicy = 0;
    private const int NoSuchThread = 3;
    private const string Threads = "/proc/self/task";

    /// <summary>
    /// Sets it for all threads of the process that have the usual policy; threads and processes to come take it over from the one that starts them. A
    /// policy that an operator has chosen, and other systems, stay as they are.
    /// </summary>
    /// <param name="log">Told where the system refuses: everything works then as well, only slower under load.</param>
    public static void Apply(ILogger log)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            if (SetAll() is { } refusal)
            {
                Tell(log, null, refusal);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DllNotFoundException or EntryPointNotFoundException)
        {
            // A closed /proc or another C library: no reason not to serve.
            Tell(log, fault, fault.Message);
        }
    }

    /// <summary>The refusal of the system, or none. A thread that was not reached yet may start another meanwhile, so they are gone through until none is new.</summary>
    private static string? SetAll()
    {
        HashSet<string> reached = [];
        while (Directory.GetDirectories(Threads).Where(reached.Add).ToList() is { Count: > 0 } found)
        {
            foreach (string thread in found)
            {
                int error = Set(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture));
                if (error is not 0 and not NoSuchThread)
                {
                    return Marshal.GetPInvokeErrorMessage(error);
                }
            }
        }

        return null;
    }

    /// <summary>The number of the error, or zero.</summary>
    private static int Set(int thread)
    {
        SchedulingParameter none = default;
        int policy = GetScheduler(thread);
        return policy < 0 || (policy == UsualPolicy && SetScheduler(thread, Policy, ref none) != 0) ? Marshal.GetLastPInvokeError() : 0;
    }

    private static void Tell(ILogger log, Exception? fault, string refusal) =>
        log.LogWarning(fault, "The system does not let this program choose how its threads are woken: {Refusal}. It serves all the same; answers take more processor time under load.", refusal);

    [DllImport("libc", EntryPoint = "sched_getscheduler", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetScheduler(int thread);

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
