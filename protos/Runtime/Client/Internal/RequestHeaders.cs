using System.Net;
using System.Reflection;
using Grpc.Core;
using Grpc.Core.Internal;

namespace Grpc.Net.Client.Internal;

/// <summary>The head of a call's HTTP request ("gRPC over HTTP/2", section Requests).</summary>
internal static class RequestHeaders
{
    private static readonly string UserAgent =
        $"grpc-dotnet-validation/{typeof(RequestHeaders).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "0"}";

    public static bool AsksForGzip(Metadata? headers) => headers?.GetValue(GrpcHeaders.EncodingRequest) switch
    {
        null or GrpcHeaders.Identity => false,
        GrpcHeaders.Gzip => true,
        var other => throw new InvalidOperationException($"The encoding '{other}' is not supported."),
    };

    public static async ValueTask<HttpRequestMessage> CreateAsync(ClientCall call, IMethod method, string? host, bool compress)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(call.Settings.Address, method.FullName))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Host = host;
        Set(request, "user-agent", UserAgent);
        Set(request, "te", "trailers");
        Set(request, GrpcHeaders.AcceptEncoding, GrpcHeaders.SupportedEncodings);
        if (compress)
        {
            Set(request, GrpcHeaders.Encoding, GrpcHeaders.Gzip);
        }

        if (call.Options.Deadline is { } deadline && deadline != DateTime.MaxValue)
        {
            var remaining = deadline - call.Settings.Time.GetUtcNow().UtcDateTime;
            Set(request, GrpcHeaders.Timeout, GrpcTimeout.Format(remaining));
        }

        Add(request, call.Options.Headers);
        await AddCredentialsAsync(request, call, method);
        return request;
    }

    private static async Task AddCredentialsAsync(HttpRequestMessage request, ClientCall call, IMethod method)
    {
        if (!call.Settings.MaySendCredentials)
        {
            return;
        }

        foreach (var credentials in new[] { call.Settings.Credentials, call.Options.Credentials })
        {
            foreach (var interceptor in credentials?.Interceptors ?? [])
            {
                var metadata = new Metadata();
                var serviceUrl = new Uri(call.Settings.Address, method.ServiceName).ToString();
                await interceptor(new AuthInterceptorContext(serviceUrl, method.Name, call.Token), metadata);
                Add(request, metadata);
            }
        }
    }

    private static void Add(HttpRequestMessage request, Metadata? metadata)
    {
        foreach (var entry in metadata ?? Metadata.Empty)
        {
            if (!GrpcHeaders.IsOfProtocol(entry.Key))
            {
                Set(request, entry.Key, WireMetadata.Encode(entry));
            }
        }
    }

    private static void Set(HttpRequestMessage request, string name, string value) =>
        request.Headers.TryAddWithoutValidation(name, value);
}
