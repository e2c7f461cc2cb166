using System.Globalization;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Core.Internal;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A call in the server: what the service's method sees of it.</summary>
internal sealed partial class ServerCall : ServerCallContext, IAsyncDisposable
{
    private static readonly AuthContext Unauthenticated = new(null, []);

    private readonly CallSettings _settings;
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private AuthContext? _authContext;

    public ServerCall(HttpContext context, CallSettings settings)
    {
        HttpContext = context;
        _settings = settings;
    }

    public HttpContext HttpContext { get; }

    protected override string MethodCore => HttpContext.Request.Path.Value!;

    protected override string HostCore => HttpContext.Request.Host.Value!;

    protected override string PeerCore
    {
        get
        {
            var connection = HttpContext.Connection;
            var address = connection.RemoteIpAddress;
            return address?.AddressFamily switch
            {
                AddressFamily.InterNetwork => string.Create(CultureInfo.InvariantCulture, $"ipv4:{address}:{connection.RemotePort}"),
                AddressFamily.InterNetworkV6 => string.Create(CultureInfo.InvariantCulture, $"ipv6:[{address}]:{connection.RemotePort}"),
                _ => "unknown",
            };
        }
    }

    protected override DateTime DeadlineCore => _deadline?.Time ?? DateTime.MaxValue;

    protected override CancellationToken CancellationTokenCore => _deadline?.Token ?? HttpContext.RequestAborted;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override IDictionary<object, object> UserStateCore => HttpContext.Items!;

    protected override AuthContext AuthContextCore => _authContext ??= ReadAuthContext();

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotImplementedException("Context propagation is not supported.");

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var header in HttpContext.Request.Headers)
        {
            if (GrpcHeaders.IsOfProtocol(header.Key))
            {
                continue;
            }

            foreach (var value in header.Value)
            {
                Add(metadata, header.Key, value ?? "");
            }
        }

        return metadata;
    }

    private static void Add(Metadata metadata, string key, string value)
    {
        try
        {
            WireMetadata.Add(metadata, key, value);
        }
        catch (FormatException e)
        {
            throw new RpcException(new Status(StatusCode.Internal, e.Message));
        }
        catch (ArgumentException)
        {
            // HTTP allows more characters in a name than gRPC does; such a header is no metadata.
        }
    }

    private AuthContext ReadAuthContext()
    {
        const string CommonName = "x509_common_name";
        var certificate = HttpContext.Connection.ClientCertificate;
        if (certificate is null)
        {
            return Unauthenticated;
        }

        var name = certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: false);
        var property = AuthProperty.Create(CommonName, System.Text.Encoding.UTF8.GetBytes(name));
        return new AuthContext(CommonName, new(StringComparer.Ordinal) { [CommonName] = [property] });
    }
}
