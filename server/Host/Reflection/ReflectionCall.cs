using Grpc.Core;
using Validation.Server.Checks;

namespace Validation.Server.Reflection;

/// <summary>One call of the reflection protocol, in either version of it.</summary>
internal static class ReflectionCall
{
    public static async Task RunAsync<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests,
        IServerStreamWriter<TResponse> responses,
        Func<TRequest, TResponse> answer,
        Drain drain,
        CancellationToken call)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(call, drain.Begun);
        try
        {
            while (await requests.MoveNext(end.Token))
            {
                await responses.WriteAsync(answer(requests.Current), call);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException
            || (fault is RpcException && drain.Begun.IsCancellationRequested))
        {
            // A client that goes is no fault of the server.
            throw drain.Begun.IsCancellationRequested
                ? new RpcException(new Status(StatusCode.Unavailable, Texts.Stopping))
                : new RpcException(new Status(StatusCode.Cancelled, Texts.Cancelled));
        }
    }
}
