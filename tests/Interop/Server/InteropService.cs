using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Server;

/// <summary>gRPC's public interoperability service. UnimplementedCall is left out on purpose.</summary>
internal sealed class InteropService(TimeProvider time) : TestService.TestServiceBase
{
    private const int NanosecondsPerTick = 100;

    public override async Task<Empty> EmptyCall(Empty request, ServerCallContext context)
    {
        await Demands.EchoMetadataAsync(context, compress: false);
        return request;
    }

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await Demands.EchoMetadataAsync(context, request.ResponseCompressed?.Value ?? false);
        Demands.CheckCompression(request.ExpectCompressed, context);
        Demands.EchoStatus(request.ResponseStatus);
        Demands.CheckType(request.ResponseType);
        return new SimpleResponse { Payload = Zeros.Payload(request.ResponseSize) };
    }

    public override async Task<SimpleResponse> CacheableUnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "cache-control", "max-age=60, public" } });
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
        var text = now.ToString(CultureInfo.InvariantCulture);
        return new SimpleResponse { Payload = new Payload { Body = ByteString.CopyFromUtf8(text) } };
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        await Demands.EchoMetadataAsync(context, compress: false);
        var size = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            Demands.CheckCompression(request.ExpectCompressed, context);
            size += request.Payload?.Body.Length ?? 0;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = size };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await Demands.EchoMetadataAsync(context, AsksForCompression(request));
        await AnswerAsync(request, responseStream, context.CancellationToken);
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await Demands.EchoMetadataAsync(context, compress: false);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (AsksForCompression(request))
            {
                await Demands.AnnounceCompressionAsync(context);
            }

            await AnswerAsync(request, responseStream, context.CancellationToken);
        }
    }

    public override async Task HalfDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        var requests = new List<StreamingOutputCallRequest>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            requests.Add(request);
        }

        await Demands.EchoMetadataAsync(context, requests.Exists(AsksForCompression));
        foreach (var request in requests)
        {
            await AnswerAsync(request, responseStream, context.CancellationToken);
        }
    }

    private static bool AsksForCompression(StreamingOutputCallRequest request)
    {
        return request.ResponseParameters.Any(parameters => parameters.Compressed?.Value ?? false);
    }

    private static async Task AnswerAsync(
        StreamingOutputCallRequest request,
        IServerStreamWriter<StreamingOutputCallResponse> responses,
        CancellationToken cancellationToken)
    {
        Demands.EchoStatus(request.ResponseStatus);
        Demands.CheckType(request.ResponseType);
        foreach (var parameters in request.ResponseParameters)
        {
            if (parameters.IntervalUs > 0)
            {
                await Task.Delay(TimeSpan.FromMicroseconds(parameters.IntervalUs), cancellationToken);
            }

            var compress = parameters.Compressed?.Value ?? false;
            responses.WriteOptions = compress ? WriteOptions.Default : new WriteOptions(WriteFlags.NoCompress);
            await responses.WriteAsync(
                new StreamingOutputCallResponse { Payload = Zeros.Payload(parameters.Size) }, cancellationToken);
        }
    }
}
