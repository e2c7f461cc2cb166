using System.Diagnostics.CodeAnalysis;

namespace Validation.Client.Connection;

/// <summary>The outcome of a call about rules: exactly one of reply and failure is set.</summary>
/// <typeparam name="T">The reply.</typeparam>
public sealed record RuleOutcome<T>
    where T : class
{
    internal RuleOutcome(T reply)
    {
        Reply = reply;
    }

    internal RuleOutcome(RuleCallFailure failure)
    {
        Failure = failure;
    }

    /// <summary>The server's reply; null: there is none.</summary>
    public T? Reply { get; }

    /// <summary>Why there is no reply; null: there is one.</summary>
    public RuleCallFailure? Failure { get; }

    /// <summary>Gives the reply, or the failure.</summary>
    /// <returns>Whether there is a reply.</returns>
    public bool TryGet([NotNullWhen(true)] out T? reply, [NotNullWhen(false)] out RuleCallFailure? failure)
    {
        (reply, failure) = (Reply, Failure);
        return reply is not null;
    }
}

/// <summary>Why a call about rules has no reply.</summary>
/// <param name="Kind">What went wrong, for a program.</param>
/// <param name="Message">The same for an administrator: one or two sentences in Chinese.</param>
public sealed record RuleCallFailure(RuleFailureKind Kind, string Message);

/// <summary>The reasons for which a call about rules has no reply.</summary>
public enum RuleFailureKind
{
    /// <summary>No server answers at the address, or the connection was lost.</summary>
    ServerUnreachable,

    /// <summary>What answers at the address does not prove that it is the server; nothing was sent.</summary>
    ServerUntrusted,

    /// <summary>What answers at the address is no validation server, or not its port for this.</summary>
    WrongServer,

    /// <summary>The server answers, but cannot do it now: it is busy, shutting down, or without its store.</summary>
    Unavailable,

    /// <summary>There was no reply in the time allowed.</summary>
    TimedOut,

    /// <summary>The server has no rules to administer: it is older than this program, or no validation server.</summary>
    NotSupported,

    /// <summary>The key is wrong, missing, or must not be sent over this connection.</summary>
    KeyRefused,

    /// <summary>Another version is in force than the one expected.</summary>
    Conflict,

    /// <summary>There is no such version or rule.</summary>
    NotFound,

    /// <summary>The server refuses the request.</summary>
    Refused,

    /// <summary>A fault of the server.</summary>
    ServerFailed,

    /// <summary>The file that was to be sent cannot be read; nothing was sent.</summary>
    FileUnreadable,
}
