namespace Validation.Client.Drafts;

/// <summary>Why a draft was not checked.</summary>
/// <param name="Kind">What went wrong, for a program.</param>
/// <param name="Message">The same for a clerk: one or two sentences in Chinese.</param>
public sealed record CheckFailure(FailureKind Kind, string Message);

/// <summary>What can go wrong before there is a reply.</summary>
public enum FailureKind
{
    /// <summary>The file is missing, a folder, locked or not to be read by this user.</summary>
    FileUnreadable,

    /// <summary>The file is too large to be a report; it was not sent.</summary>
    FileTooLarge,

    /// <summary>No server answers at the address, or it is shutting down.</summary>
    ServerUnreachable,

    /// <summary>What answers at the address does not prove that it is the server; nothing was sent.</summary>
    ServerUntrusted,

    /// <summary>The server has too much to do: try again later.</summary>
    ServerBusy,

    /// <summary>There was no reply in the time allowed.</summary>
    TimedOut,

    /// <summary>The server does not take the request.</summary>
    Refused,

    /// <summary>What answers at the address is no validation server.</summary>
    WrongServer,

    /// <summary>The server wants a key, does not take this one, or it gives no right to check.</summary>
    KeyRefused,

    /// <summary>A fault of the server.</summary>
    ServerFailed,
}
