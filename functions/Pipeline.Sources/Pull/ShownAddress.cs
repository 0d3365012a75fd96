namespace Pipeline.Sources;

/// <summary>How addresses appear in messages. Query, user and fragment are never shown: an application id may stand there.</summary>
internal static class ShownAddress
{
    private const int Longest = 160;

    /// <summary>Host and path, cut to a readable length.</summary>
    public static string Of(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            return "a relative address";
        }

        string shown = address.IdnHost + address.AbsolutePath;
        return shown.Length <= Longest ? shown : shown[..Longest] + "…";
    }
}
