using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Server;

/// <summary>What a client asks of the server beyond an answer.</summary>
internal static class Demands
{
    /// <summary>Sends back the metadata of the cases, and announces compression if there will be any.</summary>
    public static async Task EchoMetadataAsync(ServerCallContext context, bool compress)
    {
        foreach (var entry in context.RequestHeaders.GetAll(GrpcNames.EchoTrailing))
        {
            context.ResponseTrailers.Add(entry);
        }

        var headers = new Metadata();
        foreach (var entry in context.RequestHeaders.GetAll(GrpcNames.EchoInitial))
        {
            headers.Add(entry);
        }

        if (compress)
        {
            headers.Add(GrpcNames.EncodingRequest, GrpcNames.Gzip);
        }

        if (headers.Count > 0)
        {
            await context.WriteResponseHeadersAsync(headers);
        }
    }

    /// <summary>Announces compression while there is time: headers are sent once, before the first message.</summary>
    public static Task AnnounceCompressionAsync(ServerCallContext context)
    {
        return context.GetHttpContext().Response.HasStarted
            ? Task.CompletedTask
            : context.WriteResponseHeadersAsync(new Metadata { { GrpcNames.EncodingRequest, GrpcNames.Gzip } });
    }

    /// <summary>Ends the call with the status that the client wants.</summary>
    public static void EchoStatus(EchoStatus? status)
    {
        if (status is not null && status.Code != 0)
        {
            throw new RpcException(new Status((StatusCode)status.Code, status.Message));
        }
    }

    /// <summary>Looks whether the message that was read last is compressed as the client says.</summary>
    public static void CheckCompression(BoolValue? expected, ServerCallContext context)
    {
        var compressed = context.GetHttpContext().Features.Get<FrameFlags>()?.Next() ?? false;
        if (expected is not null && expected.Value != compressed)
        {
            throw new RpcException(new Status(
                StatusCode.InvalidArgument, $"The message was expected {Word(expected.Value)}, but came {Word(compressed)}."));
        }
    }

    public static void CheckType(PayloadType type)
    {
        if (type != PayloadType.Compressable)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"There is no payload of type {(int)type}."));
        }
    }

    private static string Word(bool compressed)
    {
        return compressed ? "compressed" : "uncompressed";
    }
}
