using Azure;
using Pipeline.Domain;
using Pipeline.Storage;
using static System.FormattableString;

namespace Pipeline.App.Refresh;

/// <summary>An error in the words of the ledger.</summary>
internal static class FaultCause
{
    /// <summary>The located message of a known fault, what storage has answered, and no more than the kind of an unknown one.</summary>
    public static string Of(Exception fault) => fault switch
    {
        PipelineException known => known.Message,
        RequestFailedException { Status: > 0 } refused => Invariant($"storage answered {refused.Status} {refused.ErrorCode}").TrimEnd(),
        AggregateException tries when StorageOutage.Is(tries) => Of(tries.InnerExceptions[^1]),
        _ when StorageOutage.Is(fault) => $"storage did not answer ({fault.GetType().Name})",
        _ => fault.GetType().Name,
    };
}
