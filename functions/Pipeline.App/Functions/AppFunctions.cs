using System.Collections.Frozen;

namespace Pipeline.App.Functions;

/// <summary>What each function of the app does: the one place where a name gets its work.</summary>
internal static class AppFunctions
{
    /// <summary>The works of the app. A function that has none is not started.</summary>
    public static FunctionTable Table() => new(
        FrozenDictionary<string, TimerWork>.Empty,
        FrozenDictionary<string, QueueWork>.Empty);
}
