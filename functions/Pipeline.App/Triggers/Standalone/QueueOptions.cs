namespace Pipeline.App.Triggers.Standalone;

/// <summary>How queues are worked off.</summary>
/// <param name="Parallel">Messages of all queues together that are worked on at the same time, from 1.</param>
/// <param name="Visibility">How long a message is kept from others before it is renewed; a killed process keeps it that long. Whole seconds.</param>
internal sealed record QueueOptions(int Parallel, TimeSpan Visibility);
