namespace Validation.Server.Admission;

/// <summary>What kind of work waits for a place.</summary>
internal enum CheckLane
{
    /// <summary>Small drafts of principals that have not had much long work done of late. Each has the whole server, and long work
    /// never takes these places.</summary>
    Quick,

    /// <summary>Large drafts, and those of principals with much long work. They run with low priority.</summary>
    Bulk,

    /// <summary>Work on rules: compiling, testing, trying. It runs with low priority.</summary>
    Rules,
}
