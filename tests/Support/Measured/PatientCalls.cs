using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Validation.Tests.Support;

/// <summary>Gives each call of a measurement a deadline: one that is never answered ends the measurement with the call's name instead of
/// holding it up for ever. Thread-safe.</summary>
internal sealed class PatientCalls : Interceptor
{
    // Far more than a call takes on a busy machine.
    private static readonly TimeSpan ForOneReply = TimeSpan.FromMinutes(2);

    // A stream has many replies; a trial of rules on the whole archive is the longest.
    private static readonly TimeSpan ForAStream = TimeSpan.FromMinutes(20);

    public override AsyncUnaryCall<TReply> AsyncUnaryCall<TRequest, TReply>(
        TRequest request, ClientInterceptorContext<TRequest, TReply> context, AsyncUnaryCallContinuation<TRequest, TReply> continuation)
    {
        return continuation(request, Until(context, ForOneReply));
    }

    public override AsyncServerStreamingCall<TReply> AsyncServerStreamingCall<TRequest, TReply>(
        TRequest request, ClientInterceptorContext<TRequest, TReply> context,
        AsyncServerStreamingCallContinuation<TRequest, TReply> continuation)
    {
        return continuation(request, Until(context, ForAStream));
    }

    private static ClientInterceptorContext<TRequest, TReply> Until<TRequest, TReply>(
        ClientInterceptorContext<TRequest, TReply> context, TimeSpan patience)
        where TRequest : class
        where TReply : class
    {
        var options = context.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + patience);
        return new ClientInterceptorContext<TRequest, TReply>(context.Method, context.Host, options);
    }
}
