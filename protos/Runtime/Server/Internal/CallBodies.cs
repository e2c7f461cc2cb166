using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Reads the requests of a call, runs the service's method, and writes the responses.</summary>
internal delegate Task CallBody<TService>(TService service, ServerCall call);

/// <summary>One body for each kind of method.</summary>
internal static class CallBodies
{
    public static CallBody<TService> Unary<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method, Func<TService, TRequest, ServerCallContext, Task<TResponse>> implementation)
        where TRequest : class
        where TResponse : class =>
        async (service, call) =>
        {
            var request = await call.ReadSingleAsync(method.RequestMarshaller);
            await call.WriteSingleAsync(await implementation(service, request, call), method.ResponseMarshaller);
        };

    public static CallBody<TService> ClientStreaming<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>> implementation)
        where TRequest : class
        where TResponse : class =>
        async (service, call) =>
        {
            call.LiftBodyLimits();
            var requests = new RequestStream<TRequest>(call, method.RequestMarshaller);
            await call.WriteSingleAsync(await implementation(service, requests, call), method.ResponseMarshaller);
        };

    public static CallBody<TService> ServerStreaming<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> implementation)
        where TRequest : class
        where TResponse : class =>
        async (service, call) =>
        {
            var request = await call.ReadSingleAsync(method.RequestMarshaller);
            await implementation(service, request, new ResponseStream<TResponse>(call, method.ResponseMarshaller), call);
        };

    public static CallBody<TService> DuplexStreaming<TService, TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task> implementation)
        where TRequest : class
        where TResponse : class =>
        (service, call) =>
        {
            call.LiftBodyLimits();
            var requests = new RequestStream<TRequest>(call, method.RequestMarshaller);
            var responses = new ResponseStream<TResponse>(call, method.ResponseMarshaller);
            return implementation(service, requests, responses, call);
        };
}
