namespace Pipeline.App.Api;

/// <summary>Roles of a caller; any others it has open nothing.</summary>
[Flags]
internal enum CallerRoles
{
    /// <summary>None that opens anything.</summary>
    None = 0,

    /// <summary><c>Portal.Reader</c>: published figures.</summary>
    Reader = 1,

    /// <summary><c>Pipeline.Operator</c>: the ledger, and no internal figures.</summary>
    Operator = 2,
}

/// <summary>Who calls, as the one place that decides about it has found.</summary>
/// <param name="Id">Object identifier in the directory: for limits, the ledger and logs. Never a name, an address or a token.</param>
/// <param name="Roles">What it may.</param>
internal sealed record Caller(string Id, CallerRoles Roles)
{
    /// <summary>Whoever has not said who it is.</summary>
    public static Caller Nobody { get; } = new("nobody", CallerRoles.None);

    /// <summary>A caller with the roles of these names; names are compared letter by letter.</summary>
    public static Caller Of(string id, IEnumerable<string> roles) => new(id, roles.Aggregate(CallerRoles.None, (all, role) => all | role switch
    {
        RoleNames.Reader => CallerRoles.Reader,
        RoleNames.Operator => CallerRoles.Operator,
        _ => CallerRoles.None,
    }));

    /// <summary>True when it may call a route. The roles do not contain each other: an operator is no reader.</summary>
    public bool May(Access access) => access switch
    {
        Access.Anonymous => true,
        Access.Reader => Roles.HasFlag(CallerRoles.Reader),
        Access.Operator => Roles.HasFlag(CallerRoles.Operator),
        _ => false,
    };
}
