namespace Validation.Server.Access;

/// <summary>What a principal may do, as a set.</summary>
[Flags]
internal enum Roles
{
    /// <summary>Nothing that needs a role.</summary>
    None = 0,

    /// <summary>Checks drafts one by one, and reads the rules.</summary>
    Clerk = 1,

    /// <summary>Checks drafts, also many in one call.</summary>
    System = 2,

    /// <summary>May lint, test, compare and try rules, and not publish them.</summary>
    Author = 4,

    /// <summary>Puts rules in force, gives and takes back keys.</summary>
    Publisher = 8,

    /// <summary>May file final reports.</summary>
    Filer = 16,

    /// <summary>Reads what was done.</summary>
    Auditor = 32,

    /// <summary>Whoever may check drafts.</summary>
    Checking = Clerk | System,

    /// <summary>What the keys of the server's configuration may do.</summary>
    Administration = Clerk | Author | Publisher | Auditor,

    /// <summary>Everything. As a need: any role will do.</summary>
    All = Clerk | System | Author | Publisher | Filer | Auditor,
}
