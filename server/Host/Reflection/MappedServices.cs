using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Validation.Server.Reflection;

/// <summary>The contracts of the services that the application has mapped.</summary>
internal static class MappedServices
{
    public static IReadOnlyList<ServiceDescriptor> In(EndpointDataSource endpoints)
    {
        return
        [
            .. endpoints.Endpoints
                .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
                .OfType<Type>()
                .Distinct()
                .Select(Descriptor)
                .OfType<ServiceDescriptor>()
                .OrderBy(service => service.FullName, StringComparer.Ordinal),
        ];
    }

    /// <summary>The attribute stands on the generated base class and names the generated class that knows the contract.</summary>
    private static ServiceDescriptor? Descriptor(Type service)
    {
        var binding = service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true);
        return binding?.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
    }
}
