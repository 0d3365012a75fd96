namespace Pipeline.App.Functions;

/// <summary>Says once that something cannot be done and once that it can be done again, however often it is tried in between.</summary>
/// <param name="log">Where it is said.</param>
/// <param name="subject">What cannot be done, as the beginning of a sentence.</param>
internal sealed class OutageLog(ILogger log, string subject)
{
    private bool failing;

    /// <summary>It failed.</summary>
    public void Failed(Exception fault)
    {
        if (!failing)
        {
            log.LogError(fault, "{Subject}: storage does not do what was asked; it is tried again until it does.", subject);
        }

        failing = true;
    }

    /// <summary>It was done.</summary>
    public void Over()
    {
        if (failing)
        {
            log.LogInformation("{Subject}: storage does what is asked again.", subject);
        }

        failing = false;
    }
}
