using System.IO.Compression;
using Grpc.Core.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>What the calls of one service have in common.</summary>
internal sealed record CallSettings(
    int? MaxReceive,
    int? MaxSend,
    bool DetailedErrors,
    bool CompressResponses,
    CompressionLevel Level,
    bool IgnoreUnknown,
    TimeProvider Time,
    ILogger Logger)
{
    public static CallSettings Of<TService>(IServiceProvider services)
        where TService : class
    {
        var hasOwn = services.GetServices<IConfigureOptions<GrpcServiceOptions<TService>>>().Any();
        var options = hasOwn
            ? services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value
            : services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        return new CallSettings(
            options.MaxReceiveMessageSize,
            options.MaxSendMessageSize,
            options.EnableDetailedErrors == true,
            Compresses(options.ResponseCompressionAlgorithm),
            options.ResponseCompressionLevel ?? CompressionLevel.Fastest,
            options.IgnoreUnknownServices == true,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler"));
    }

    private static bool Compresses(string? algorithm) => algorithm switch
    {
        null or GrpcHeaders.Identity => false,
        GrpcHeaders.Gzip => true,
        _ => throw new InvalidOperationException($"The response compression algorithm '{algorithm}' is not supported."),
    };
}
