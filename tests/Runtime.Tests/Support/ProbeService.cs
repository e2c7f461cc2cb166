using Grpc.Core;

namespace Validation.Runtime.Tests.Support;

public sealed class ProbeService(ProbeMethods methods) : Probe.ProbeBase
{
    public override Task<Pong> Unary(Ping request, ServerCallContext context) =>
        CountAsync(() => methods.Unary(request, context));

    public override Task<Pong> Collect(IAsyncStreamReader<Ping> requestStream, ServerCallContext context) =>
        CountAsync(() => methods.Collect(requestStream, context));

    public override Task Expand(Ping request, IServerStreamWriter<Pong> responseStream, ServerCallContext context) =>
        CountAsync(async () =>
        {
            await methods.Expand(request, responseStream, context);
            return true;
        });

    public override Task Chat(
        IAsyncStreamReader<Ping> requestStream, IServerStreamWriter<Pong> responseStream, ServerCallContext context) =>
        CountAsync(async () =>
        {
            await methods.Chat(requestStream, responseStream, context);
            return true;
        });

    private async Task<T> CountAsync<T>(Func<Task<T>> method)
    {
        methods.Enter();
        try
        {
            return await method();
        }
        finally
        {
            methods.Leave();
        }
    }
}
