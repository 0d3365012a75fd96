using Pipeline.Domain;

namespace Pipeline.Storage;

/// <summary>The storage settings cannot be used: a connection string without a needed part. The message never shows its value.</summary>
public sealed class StorageSettingException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>
/// Something that never changes once stored was written again with other bytes: the step that made it is not deterministic, or two steps
/// share a key.
/// </summary>
public sealed class ImmutableContentException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>What is stored is not what was written: its bytes have another hash than its name or record says.</summary>
public sealed class CorruptContentException(Fault fault) : PipelineException(fault);

/// <summary>Something that must be there is not: a snapshot that evidence points to, the manifest of a vintage to publish.</summary>
public sealed class MissingContentException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>Another process has written the same entry since it was read. Read it again and decide anew.</summary>
public sealed class StorageConflictException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>A sender used one idempotency key for two different requests.</summary>
public sealed class IdempotencyConflictException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>
/// A vintage cannot take its place among the published ones: its ordinal belongs to another, or it was published under another ordinal.
/// </summary>
public sealed class VintageOrderException(Fault fault) : PipelineException(fault);

/// <summary>A work message that the host would garble, or that holds more than keys.</summary>
public sealed class WorkMessageException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);

/// <summary>The storage emulator cannot be installed or started.</summary>
public sealed class EmulatorException(Fault fault, Exception? cause = null) : PipelineException(fault, cause);
