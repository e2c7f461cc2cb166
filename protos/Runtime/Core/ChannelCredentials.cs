namespace Grpc.Core;

/// <summary>How a channel proves who its two ends are. Immutable.</summary>
public abstract class ChannelCredentials
{
    private protected ChannelCredentials()
    {
    }

    /// <summary>No encryption, for <c>http://</c> addresses.</summary>
    public static ChannelCredentials Insecure { get; } = new Transport(isSecure: false, null);

    /// <summary>TLS with the machine's trusted roots, for <c>https://</c> addresses.</summary>
    public static ChannelCredentials SecureSsl { get; } = new Transport(isSecure: true, null);

    internal abstract bool IsSecure { get; }

    internal abstract CallCredentials? CallCredentials { get; }

    /// <summary>Adds credentials that each call of the channel sends.</summary>
    /// <param name="channelCredentials">The channel's own; must be secure.</param>
    /// <param name="callCredentials">What each call sends.</param>
    /// <returns>The joint credentials.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        var own = channelCredentials.CallCredentials;
        return new Transport(channelCredentials.IsSecure, own is null ? callCredentials : CallCredentials.Compose(own, callCredentials));
    }

    private sealed class Transport(bool isSecure, CallCredentials? callCredentials) : ChannelCredentials
    {
        internal override bool IsSecure => isSecure;

        internal override CallCredentials? CallCredentials => callCredentials;
    }
}
