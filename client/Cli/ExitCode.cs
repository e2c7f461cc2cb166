using Validation.Client.Wording;

namespace Validation.Cli;

/// <summary>The exit codes. A known error counts more than a draft that was not decided.</summary>
internal static class ExitCode
{
    /// <summary>Every draft was checked and has no error.</summary>
    public const int Accepted = 0;

    /// <summary>A command that decides nothing did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>Rule files have problems, tests of rules failed, an expression has no value, or the server refused a change.</summary>
    public const int Refused = 1;

    /// <summary>At least one draft has an error.</summary>
    public const int Rejected = 1;

    /// <summary>No draft is known to have an error, but at least one was not decided or not checked.</summary>
    public const int NotDecided = 2;

    /// <summary>Wrong usage, no server, or no draft got an answer.</summary>
    public const int NotRun = 3;

    /// <summary>The user stopped the program; the value that shells use for it.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code for the outcomes of a check.</summary>
    public static int Of(Counts counts) => counts switch
    {
        { Answered: 0 } => NotRun,
        { Rejected: > 0 } => Rejected,
        { NotDecided: > 0 } or { NotChecked: > 0 } => NotDecided,
        _ => Accepted,
    };
}
