namespace Validation.Cli.Archive;

/// <summary>What became of files that were to be filed, in numbers.</summary>
/// <param name="Filed">Reports that were filed.</param>
/// <param name="Known">Reports that had been filed before.</param>
/// <param name="Refused">Files that the server did not take.</param>
/// <param name="Unreadable">Files that could not be read.</param>
internal readonly record struct FilingCounts(int Filed, int Known, int Refused, int Unreadable)
{
    /// <summary>Files of which it is known what became of them.</summary>
    public int All => Filed + Known + Refused + Unreadable;

    /// <summary>The exit code for a run that came to its end.</summary>
    public int Code => Refused > 0 ? ExitCode.Refused : Unreadable > 0 ? ExitCode.NotDecided : ExitCode.Done;
}
