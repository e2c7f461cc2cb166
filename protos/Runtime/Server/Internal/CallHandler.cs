using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Serves the calls of one method.</summary>
internal sealed class CallHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(
    IMethod method,
    CallBody<TService> body,
    ServiceActivator<TService> activator,
    CallSettings settings)
    where TService : class
{
    public Task HandleAsync(HttpContext context) =>
        RequestCheck.IsGrpc(context, settings.Logger) ? ServeAsync(context) : Task.CompletedTask;

    private async Task ServeAsync(HttpContext context)
    {
        await using var call = new ServerCall(context, settings);
        Exception? failure = null;
        try
        {
            await RunAsync(call);
        }
        catch (Exception e)
        {
            failure = e;
        }

        await call.EndAsync(failure, method);
    }

    private async Task RunAsync(ServerCall call)
    {
        call.Start();
        var (service, isOwn) = activator.Create(call.HttpContext.RequestServices);
        try
        {
            await body(service, call);
        }
        finally
        {
            if (isOwn)
            {
                await ServiceActivator<TService>.ReleaseAsync(service);
            }
        }
    }
}
