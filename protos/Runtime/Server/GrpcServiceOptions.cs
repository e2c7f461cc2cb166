using System.IO.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>How the server treats calls. Read once, when the services are mapped.</summary>
public class GrpcServiceOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    private int? _maxReceiveMessageSize = DefaultMaxReceiveMessageSize;

    /// <summary>
    /// The largest message that is taken, in bytes, after decompression; 4,194,304 (4 MiB) unless set. Null: no limit.
    /// A larger one ends its call with <see cref="Core.StatusCode.ResourceExhausted"/>.
    /// </summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set
        {
            _maxReceiveMessageSize = value;
            ReceiveSizeIsSet = true;
        }
    }

    /// <summary>The largest message that is sent, in bytes, before compression. Null, the default: no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>
    /// Whether the client is told the text of an exception that a method throws. Null, the default: no. For development only: the
    /// text may hold what the client should not know.
    /// </summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>The encoding of the responses, such as <c>gzip</c>, if the client accepts it. Null, the default: none.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How thoroughly responses are compressed. Null, the default: as fast as possible.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>
    /// Whether calls of services and methods that are not mapped are left to the rest of the application. Null or false, the default:
    /// they end with <see cref="Core.StatusCode.Unimplemented"/>.
    /// </summary>
    public bool? IgnoreUnknownServices { get; set; }

    internal bool ReceiveSizeIsSet { get; private set; }
}

/// <summary>How the server treats the calls of one service. What is not set here is as for all services.</summary>
/// <typeparam name="TService">The service.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
