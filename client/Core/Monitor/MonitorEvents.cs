namespace Validation.Client.Monitor;

/// <summary>Who is told what the monitor does. Called one after another on a thread of the monitor: return soon.</summary>
public sealed class MonitorEvents
{
    /// <summary>The status differs from before.</summary>
    public Action<MonitorStatus>? StatusChanged { get; init; }

    /// <summary>There is something to notify the clerk of.</summary>
    public Action<Notice>? Noticed { get; init; }

    /// <summary>A folder is watched that was not before: since the monitor began, or ever.</summary>
    public Action<AddedFolder>? FolderAdded { get; init; }

    /// <summary>A draft was checked, or given up; also where it is not worth a notification. Once for each version of a draft.</summary>
    public Action<CheckedDraft>? Checked { get; init; }
}

/// <summary>A folder that is watched from now on.</summary>
/// <param name="Folder">Its path.</param>
/// <param name="Drafts">How many drafts lie in it.</param>
/// <param name="Unchecked">How many of them were never checked.</param>
public sealed record AddedFolder(string Folder, int Drafts, int Unchecked)
{
    /// <summary>The confirmation in words: the folder, and how many drafts in it were not checked yet.</summary>
    public string Text => MonitorTexts.FolderAdded(this);
}
