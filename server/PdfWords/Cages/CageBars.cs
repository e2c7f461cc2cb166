namespace Validation.PdfWords.Cages;

/// <summary>What binds a reader. It says so itself before it gets a document.</summary>
[Flags]
internal enum CageBars
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Limits of memory, processor time, files and core dumps.</summary>
    Limits = 1,

    /// <summary>It ends with the server.</summary>
    EndsWithServer = 2,

    /// <summary>No network, no other program, no look at other processes.</summary>
    NoWorld = 4,

    /// <summary>What Linux gives.</summary>
    Linux = Limits | EndsWithServer | NoWorld,

    /// <summary>What Windows gives: a job object does not cut the network off.</summary>
    Windows = Limits | EndsWithServer,
}
