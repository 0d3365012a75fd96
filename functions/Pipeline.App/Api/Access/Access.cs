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

/// <summary>The application roles that open routes.</summary>
internal static class RoleNames
{
    /// <summary>Role of readers.</summary>
    public const string Reader = "Portal.Reader";

    /// <summary>Role of operators.</summary>
    public const string Operator = "Pipeline.Operator";

    /// <summary>The role that a rule asks for, or none where anyone may call.</summary>
    public static string? Of(Access access) => access switch
    {
        Access.Anonymous => null,
        Access.Operator => Operator,
        _ => Reader,
    };
}
