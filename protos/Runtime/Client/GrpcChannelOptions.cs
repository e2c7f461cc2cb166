using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>How a channel connects and calls. Read once, when the channel is made.</summary>
public sealed class GrpcChannelOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    /// <summary>How the two ends prove who they are. Null, the default: as the address's scheme says.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>The largest message that is sent, in bytes, before compression. Null, the default: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>
    /// The largest message that is taken, in bytes, after decompression; 4,194,304 (4 MiB) unless set. Null: no limit.
    /// A larger one ends its call with <see cref="StatusCode.ResourceExhausted"/>.
    /// </summary>
    public int? MaxReceiveMessageSize { get; set; } = DefaultMaxReceiveMessageSize;

    /// <summary>
    /// What sends the requests. Null, the default: a handler of the channel's own, with several HTTP/2 connections, a connect time-out
    /// of 20 s, and a ping after 30 s of silence during calls. Not together with <see cref="HttpClient"/>.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>What sends the requests, with its own time-out. Null, the default: <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// Whether closing the channel disposes of the <see cref="HttpHandler"/> or <see cref="HttpClient"/> that was given. False unless
    /// set; the channel's own handler is always disposed of.
    /// </summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>
    /// Whether a call that is cancelled, or whose deadline passes, throws <see cref="OperationCanceledException"/> instead of
    /// <see cref="RpcException"/>. False unless set.
    /// </summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether <see cref="CallCredentials"/> are sent also without TLS, where everybody can read them. False unless set.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    internal TimeProvider Time { get; set; } = TimeProvider.System;
}
