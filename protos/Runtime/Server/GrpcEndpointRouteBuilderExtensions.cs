using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps the methods of a service to the paths <c>/service/method</c>.</summary>
    /// <typeparam name="TService">The service: a class derived from a generated base.</typeparam>
    /// <param name="builder">The application's routes.</param>
    /// <returns>Takes what shall hold for all of the service's methods, such as authorization.</returns>
    /// <exception cref="ArgumentNullException">The routes are null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called, or the class is no service.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<[DynamicallyAccessedMembers(ServiceMembers.Needed)] TService>(
        this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var unknown = builder.ServiceProvider.GetService<UnknownMethods>()
            ?? throw new InvalidOperationException("Call 'IServiceCollection.AddGrpc' before mapping gRPC services.");
        var binder = new ServiceBinder<TService>(builder);
        GeneratedService.Bind(typeof(TService), binder);
        unknown.Map(builder, binder.GuardedNames);
        return new GrpcServiceEndpointConventionBuilder(binder.Endpoints);
    }
}
