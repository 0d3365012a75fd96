namespace Pipeline.Indicators.Attribution;

/// <summary>Why a published figure moved between two vintages.</summary>
public enum Cause
{
    /// <summary>Observations that only the later vintage has, and observations that were withdrawn.</summary>
    NewData,

    /// <summary>Observations that both vintages have and that read otherwise in the later one.</summary>
    RevisedData,

    /// <summary>Values of parameters in force, whether they are past their confirmation, and the day for which the vintage speaks.</summary>
    Parameters,

    /// <summary>The rules, the readers with their corrections, and the reference tables: all that is code.</summary>
    Method,
}
