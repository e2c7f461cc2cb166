using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Maps each method that generated code lists to an endpoint that calls the service's own method.</summary>
internal sealed class ServiceBinder<[DynamicallyAccessedMembers(ServiceMembers.Needed)] TService>(IEndpointRouteBuilder routes)
    : ServiceBinderBase
    where TService : class
{
    private readonly List<IEndpointConventionBuilder> _endpoints = [];
    private readonly HashSet<string> _serviceNames = new(StringComparer.Ordinal);
    private readonly ServiceActivator<TService> _activator = new();
    private readonly CallSettings _settings = CallSettings.Of<TService>(routes.ServiceProvider);

    public IReadOnlyList<IEndpointConventionBuilder> Endpoints => _endpoints;

    /// <summary>The services whose other methods are answered.</summary>
    public IReadOnlyCollection<string> GuardedNames => _settings.IgnoreUnknown ? [] : _serviceNames;

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var call = found.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        Map(method, found, CallBodies.Unary(method, call));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var call = found.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        Map(method, found, CallBodies.ClientStreaming(method, call));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = found.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(method, found, CallBodies.ServerStreaming(method, call));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var found = Find(
            method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = found
            .CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(method, found, CallBodies.DuplexStreaming(method, call));
    }

    private static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(
            method.Name,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            parameters)
        ?? throw new InvalidOperationException($"'{typeof(TService)}' has no method for '{method.FullName}'.");

    private void Map(IMethod method, MethodInfo implementation, CallBody<TService> body)
    {
        var handler = new CallHandler<TService>(method, body, _activator, _settings);
        var endpoint = routes.MapPost(method.FullName, handler.HandleAsync);
        endpoint.WithDisplayName($"gRPC - {method.FullName}");
        endpoint.Add(builder =>
        {
            builder.Metadata.Add(new GrpcMethodMetadata(typeof(TService), method));
            object[] attributes =
                [.. typeof(TService).GetCustomAttributes(inherit: true), .. implementation.GetCustomAttributes(inherit: true)];
            foreach (var attribute in attributes)
            {
                builder.Metadata.Add(attribute);
            }
        });
        _endpoints.Add(endpoint);
        _serviceNames.Add(method.ServiceName);
    }
}

internal static class ServiceMembers
{
    public const DynamicallyAccessedMemberTypes Needed =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.PublicMethods
        | DynamicallyAccessedMemberTypes.NonPublicMethods;
}
