using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Begins the options of one service with those of all.</summary>
internal sealed class InheritedOptions<TService>(IOptions<GrpcServiceOptions> all) : IConfigureOptions<GrpcServiceOptions<TService>>
    where TService : class
{
    public void Configure(GrpcServiceOptions<TService> options)
    {
        options.MaxReceiveMessageSize = all.Value.MaxReceiveMessageSize;
        options.MaxSendMessageSize = all.Value.MaxSendMessageSize;
        options.EnableDetailedErrors = all.Value.EnableDetailedErrors;
        options.ResponseCompressionAlgorithm = all.Value.ResponseCompressionAlgorithm;
        options.ResponseCompressionLevel = all.Value.ResponseCompressionLevel;
        options.IgnoreUnknownServices = all.Value.IgnoreUnknownServices;
    }
}
