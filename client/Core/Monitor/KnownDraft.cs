namespace Validation.Client.Monitor;

/// <summary>A draft as the monitor knows it now. Immutable.</summary>
/// <param name="FilePath">The full path of its file.</param>
public sealed record KnownDraft(string FilePath)
{
    /// <summary>The last answer; null: it was never checked.</summary>
    public CheckedDraft? Checked { get; init; }

    /// <summary>Whether the icon counts it: its answer is of the last days and was no acceptance.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Why its newest version has no answer yet, in Chinese; null: it has one, or nobody has asked.</summary>
    public string? Waits { get; init; }
}
