using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;
using Validation.Server.Checks;
using Current = Grpc.Reflection.V1;

namespace Validation.Server.Reflection;

/// <summary>The reflection protocol under its former name, which older tools ask for. On the wire the two are the same.</summary>
internal sealed class ReflectionAlphaService(ReflectionAnswers answers, Drain drain) : ServerReflection.ServerReflectionBase
{
    public override Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        return ReflectionCall.RunAsync(requestStream, responseStream, Answer, drain, context.CancellationToken);
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var question = Current.ServerReflectionRequest.Parser.ParseFrom(request.ToByteString());
        return ServerReflectionResponse.Parser.ParseFrom(answers.Answer(question).ToByteString());
    }
}
