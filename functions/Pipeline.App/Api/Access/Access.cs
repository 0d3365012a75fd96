namespace Pipeline.App.Api;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    /// <summary>Anyone who reaches the port: health words, and the stylesheet of the portal.</summary>
    Anonymous,

    /// <summary>Ministry staff and internal portals.</summary>
    Reader,

    /// <summary>Operators: runs, timers, quarantine.</summary>
    Operator,
}
