namespace Validation.PdfWords.Cages;

/// <summary>The bars that hold a reader. A reader reports them itself before it gets a document.</summary>
[Flags]
internal enum CageBars
{
    /// <summary>Nothing binds the process.</summary>
    None = 0,

    /// <summary>Limits of memory, processor time, files and core dumps.</summary>
    Limits = 1,

    /// <summary>The process ends when the server does.</summary>
    EndsWithServer = 2,

    /// <summary>No network, no other programs, no access to other processes.</summary>
    NoWorld = 4,

    /// <summary>What the cage of Linux gives.</summary>
    Linux = Limits | EndsWithServer | NoWorld,

    /// <summary>What Windows gives: a job object does not cut the network off.</summary>
    Windows = Limits | EndsWithServer,
}
