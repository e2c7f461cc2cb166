using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Finds the generated code that lists a service's methods.</summary>
internal static class GeneratedService
{
    /// <exception cref="InvalidOperationException">The class is not derived from a generated base.</exception>
    public static void Bind(Type serviceType, ServiceBinderBase binder)
    {
        for (var type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                var bind = attribute.BindType.GetMethod(
                    attribute.BindMethodName,
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
                    [typeof(ServiceBinderBase), type]);
                if (bind is not null)
                {
                    bind.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [binder, null], null);
                    return;
                }
            }
        }

        throw new InvalidOperationException($"'{serviceType}' is not derived from a generated gRPC service base.");
    }
}
