namespace Validation.Client.Connection;

/// <summary>The options of a <see cref="ValidationConnection"/> or a <see cref="RuleConnection"/>.</summary>
public sealed record ConnectionOptions
{
    /// <summary>How long one draft, or one call about rules, may take, from its first byte sent to its reply. Default: 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many drafts of a batch are under way at once. Default: 4, which keeps a server with two cores busy.</summary>
    public int InFlight { get; init; } = 4;

    /// <summary>True leaves the report as it was read out of the replies. Default: false.</summary>
    public bool OmitReport { get; init; }

    /// <summary>Whose certificates the server may show. Default: those of the authorities that the system trusts.</summary>
    public ServerTrust Trust { get; init; } = ServerTrust.System;

    /// <summary>The key that is shown to the server. It is sent only where nobody else can read it: encrypted, or to this machine.
    /// Default: none.</summary>
    public ServerKey? Key { get; init; }

    /// <summary>The clock of the time-outs.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
