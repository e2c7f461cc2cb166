using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>What ASP.NET Core knows of a call.</summary>
public static class ServerCallContextExtensions
{
    /// <summary>Gives the HTTP request that carries a call.</summary>
    /// <param name="serverCallContext">The call.</param>
    /// <returns>The request; valid until the method returns.</returns>
    /// <exception cref="ArgumentNullException">The call is null.</exception>
    /// <exception cref="InvalidOperationException">The context was not made by this server.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        return serverCallContext is ServerCall call
            ? call.HttpContext
            : throw new InvalidOperationException("The call does not come over HTTP.");
    }
}
