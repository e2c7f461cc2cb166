using Validation.Client.Connection;

namespace Validation.Client.Settings;

/// <summary>What a clerk's client is to do. Immutable; the defaults are those of a client without a settings file.</summary>
public sealed record ClientSettings
{
    /// <summary>The address of the server. Default: http://127.0.0.1:5081.</summary>
    public ServerAddress Server { get; init; } = ServerAddress.Default;

    /// <summary>The folders to watch, with their subfolders.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Whose certificates the server may show.</summary>
    public ServerTrust Trust { get; init; } = ServerTrust.System;

    /// <summary>Why the trust is not the one that was asked for, in Chinese: then no server is asked. Null: it is.</summary>
    public string? TrustProblem { get; init; }

    /// <summary>The key that is shown to the server; null: none.</summary>
    public ServerKey? Key { get; init; }

    /// <summary>True notifies also of a save that changes nothing in a draft without errors. Default: false.</summary>
    public bool NotifyUnchanged { get; init; }

    /// <summary>True notifies of no draft that was accepted, be it with warnings, unless it was checked on request. It wins over
    /// <see cref="NotifyUnchanged"/>. Default: false.</summary>
    public bool NotifyErrorsOnly { get; init; }

    /// <summary>Whether notifications make a sound. Default: true.</summary>
    public bool Sound { get; init; } = true;

    /// <summary>New rules are applied again to drafts saved within so many days. Default: 7.</summary>
    public int RecheckDays { get; init; } = 7;
}
