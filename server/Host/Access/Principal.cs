namespace Validation.Server.Access;

/// <summary>Who a request comes from, as far as the server can tell. What one principal does must never harm another: work is shared out
/// between principals, and limits hold for each of them.</summary>
/// <param name="Kind">How the server knows.</param>
/// <param name="Name">The name among those of its kind: the id of a key, an administrator's name, the subject of a certificate, or an
/// address.</param>
internal sealed record Principal(PrincipalKind Kind, string Name)
{
    /// <summary>The server itself, for what it does unasked.</summary>
    public static Principal Server { get; } = new(PrincipalKind.Server, "");

    public override string ToString()
    {
        return Name.Length == 0 ? $"{Kind}" : $"{Kind} {Name}";
    }
}

/// <summary>How the server knows who a request comes from.</summary>
internal enum PrincipalKind
{
    /// <summary>It is the server's own work.</summary>
    Server,

    /// <summary>Only the address is known that it comes from.</summary>
    Address,

    /// <summary>The client showed a certificate.</summary>
    Certificate,

    /// <summary>It came with a key that was made with KeyAdmin.</summary>
    Key,

    /// <summary>It came with a key of the server's configuration.</summary>
    Administrator,
}
