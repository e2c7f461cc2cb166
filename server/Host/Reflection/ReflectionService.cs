using Grpc.Core;
using Grpc.Reflection.V1;
using Validation.Server.Checks;

namespace Validation.Server.Reflection;

/// <summary>The public reflection protocol.</summary>
internal sealed class ReflectionService(ReflectionAnswers answers, Drain drain) : ServerReflection.ServerReflectionBase
{
    public override Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        return ReflectionCall.RunAsync(requestStream, responseStream, answers.Answer, drain, context.CancellationToken);
    }
}
