namespace Validation.Tray;

/// <summary>What a script learns.</summary>
internal static class TrayExitCode
{
    /// <summary>Done, or the program runs already.</summary>
    public const int Done = 0;

    /// <summary>What was asked could not be done; the output says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
}
