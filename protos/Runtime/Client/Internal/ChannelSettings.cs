using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>What the calls of one channel have in common.</summary>
internal sealed class ChannelSettings(Uri address, GrpcChannelOptions options)
{
    public Uri Address { get; } = address;

    public int? MaxReceive { get; } = options.MaxReceiveMessageSize;

    public int? MaxSend { get; } = options.MaxSendMessageSize;

    public bool ThrowCanceled { get; } = options.ThrowOperationCanceledOnCancellation;

    public TimeProvider Time { get; } = options.Time;

    public CallCredentials? Credentials { get; } = options.Credentials?.CallCredentials;

    /// <summary>Whether credentials of a call may be sent.</summary>
    public bool MaySendCredentials { get; } = IsSecure(address) || options.UnsafeUseInsecureChannelCallCredentials;

    public static void Check(Uri address, GrpcChannelOptions options)
    {
        if (!address.IsAbsoluteUri || address.Host.Length == 0 || !(IsSecure(address) || address.Scheme == Uri.UriSchemeHttp))
        {
            throw new ArgumentException(
                $"The address '{address.OriginalString}' is not of the form 'http://host:port' or 'https://host:port'.", nameof(address));
        }

        if (options.HttpClient is not null && options.HttpHandler is not null)
        {
            throw new ArgumentException("HttpClient and HttpHandler cannot both be set.", nameof(options));
        }

        if (options.Credentials is { } credentials && credentials.IsSecure != IsSecure(address))
        {
            throw new InvalidOperationException(
                $"The channel's credentials do not go with the scheme '{address.Scheme}' of its address.");
        }
    }

    private static bool IsSecure(Uri address) => address.Scheme == Uri.UriSchemeHttps;
}
