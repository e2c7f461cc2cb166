using Validation.Client.Connection;

namespace Validation.Client.Monitor;

/// <summary>How the watching stands. Immutable.</summary>
public sealed record MonitorStatus
{
    /// <summary>The state that an icon shows.</summary>
    public required MonitorState State { get; init; }

    /// <summary>Whether every folder is watched: what is saved from now on is noticed. False for a moment after the start and after a
    /// change of the folders.</summary>
    public bool IsWatching { get; init; }

    /// <summary>Drafts of the last days whose last answer was no acceptance.</summary>
    public int Problems { get; init; }

    /// <summary>Drafts that lie in the watched folders and were never checked: they were there before.</summary>
    public int Unchecked { get; init; }

    /// <summary>Whether the server that is asked now has given a good answer yet.</summary>
    public bool HasAnswered { get; init; }

    /// <summary>Drafts that wait for the server or are being checked.</summary>
    public int Waiting { get; init; }

    /// <summary>Why the server does not answer; null: it does, as far as is known.</summary>
    public string? ServerProblem { get; init; }

    /// <summary>The server that is asked.</summary>
    public required ServerAddress Server { get; init; }

    /// <summary>The version of the rules in force; null: not heard of yet.</summary>
    public string? RuleSetVersion { get; init; }

    /// <summary>The end of the pause; null: not paused.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Folders that are to be watched and are not there now.</summary>
    public IReadOnlyList<string> MissingFolders { get; init; } = [];

    /// <summary>Whether what was done cannot be written down, as on a full disk: after a restart some drafts are checked again.</summary>
    public bool CannotSave { get; init; }
}

/// <summary>The states, from which an icon shows one.</summary>
public enum MonitorState
{
    /// <summary>正常: the server answers, every draft was checked, and there is nothing to do.</summary>
    Normal,

    /// <summary>尚无应答: the server has not answered yet.</summary>
    Connecting,

    /// <summary>没有检查过: some drafts were there before and were never checked.</summary>
    Unchecked,

    /// <summary>有问题: some drafts have problems.</summary>
    Problems,

    /// <summary>检查中: a draft is being checked.</summary>
    Checking,

    /// <summary>离线: the server does not answer; drafts wait.</summary>
    Offline,

    /// <summary>暂停: drafts wait until the pause is over.</summary>
    Paused,
}
